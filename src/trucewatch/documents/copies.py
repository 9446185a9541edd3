"""The same story twice: near-duplicate documents, and wire text inside another's story.

Ten papers that print one agency's story are one root, not ten sources. Two signs are
kept of a document's body, furniture left out: a MinHash sketch, which finds texts that
are alike as a whole, and the hashes of its longer sentences, which find a story inside
a longer one. Bulletins of two days share their template too; what tells them from
copies are the figures, so a copy must share these as well.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]

from trucewatch.documents.document import Document
from trucewatch.documents.furniture import main_text

SHINGLE = 4  # words; three find templates, six lose lightly edited copies
SKETCH = 128  # numbers of a sketch: likeness to within 0.09 two times out of three
BANDS = 32  # finds nine of ten pairs with likeness 0.5
SEED = 20160227  # any number; all sketches that meet must share it
PASSAGE_WORDS = 10  # shorter sentences are formulas
ALIKE = 0.6  # likeness from which two texts are one story
CONTAINED = 0.5  # share of a text's passages from which it is part of another
SAME_FIGURES = 0.6  # share of the fewer figures that a copy has in common

_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+")
_SENTENCE_GAP = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-ZÀ-Þ0-9])")


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of a document to find its copies.

    Attributes:
        sketch: MinHash of the body's word shingles.
        passages: Hashes of its longer sentences, with how many words each has.
        figures: The numbers of its body, in digits.
    """

    sketch: RMinHash
    passages: tuple[tuple[int, int], ...]
    figures: frozenset[str]


class Match(NamedTuple):
    """Another document with the same story.

    Attributes:
        key: Its key.
        likeness: Estimated share of shingles the two have in common, 0 to 1.
        within: Share of the new text's passages that the other has, 0 to 1.
        contains: Share of the other's passages that the new text has, 0 to 1.
    """

    key: str
    likeness: float
    within: float
    contains: float


def signature(document: Document) -> Signature:
    """Return what is needed to find copies of a document; a pure function.

    Args:
        document: A document with its furniture marked.
    """
    words: list[str] = []
    passages: dict[int, int] = {}
    figures: set[str] = set()
    for line in _body_lines(document):
        words.extend(_WORD.findall(line.lower()))
        figures.update(_FIGURE.findall(line))
        passages.update(_passages(line))
    sketch = RMinHash(num_perm=SKETCH, seed=SEED)
    sketch.update(list(_shingles(words)))
    return Signature(sketch, tuple(passages.items()), frozenset(figures))


def _body_lines(document: Document) -> Iterator[str]:
    """Yield the lines of the body, without the dateline each paper puts before it."""
    dateline = document.dateline.span if document.dateline else None
    for span in main_text(document):
        start = span.start
        if dateline and dateline.start == start and dateline.end < span.end:
            start = dateline.end
        yield document.text[start : span.end]


def _passages(line: str) -> Iterator[tuple[int, int]]:
    for sentence in _SENTENCE_GAP.split(line):
        words = _WORD.findall(sentence.lower())
        if len(words) >= PASSAGE_WORDS:
            yield zlib.crc32(" ".join(words).encode()), len(words)


def _shingles(words: list[str]) -> Iterator[str]:
    if len(words) < SHINGLE:
        return iter([" ".join(words)])
    return map(" ".join, zip(*(words[n:] for n in range(SHINGLE)), strict=False))


class CopyIndex:
    """Finds the copies of each document among those added before.

    Adding takes time in proportion to the document and its matches, not to the index.
    """

    def __init__(self) -> None:
        self._lsh = RMinHashLSH(threshold=ALIKE, num_perm=SKETCH, num_bands=BANDS)
        self._keys: list[str] = []
        self._numbers: dict[str, int] = {}
        self._signatures: list[Signature] = []
        self._holders: defaultdict[int, list[int]] = defaultdict(list)

    def add(self, key: str, signature: Signature) -> list[Match]:
        """Add a document and return its copies among those added before.

        Args:
            key: Its key; a key already there is looked up and not added again.
            signature: Its signature.

        Returns:
            Matches, the nearest first.
        """
        matches = self.find(signature, without=key)
        if key not in self._numbers:
            number = len(self._keys)
            self._keys.append(key)
            self._numbers[key] = number
            self._signatures.append(signature)
            self._lsh.insert(number, signature.sketch)
            for passage, _ in signature.passages:
                self._holders[passage].append(number)
        return matches

    def find(self, signature: Signature, *, without: str | None = None) -> list[Match]:
        """Return the copies of a document, the nearest first, and add nothing.

        Args:
            signature: Its signature.
            without: A key to leave out, as that of the document itself.
        """
        shared: defaultdict[int, int] = defaultdict(int)
        for number in self._lsh.query(signature.sketch):
            shared[number] = 0
        for passage, words in signature.passages:
            for number in self._holders.get(passage, ()):
                shared[number] += words
        shared.pop(self._numbers.get(without or "", -1), None)
        matches = [
            match
            for number, words in shared.items()
            if (match := self._match(signature, number, words)) is not None
        ]
        return sorted(matches, key=lambda m: (-m.likeness, -m.within, m.key))

    def _match(self, signature: Signature, number: int, shared: int) -> Match | None:
        other = self._signatures[number]
        within = shared / (sum(words for _, words in signature.passages) or 1)
        contains = shared / (sum(words for _, words in other.passages) or 1)
        likeness = signature.sketch.jaccard(other.sketch)
        if likeness < ALIKE and max(within, contains) < CONTAINED:
            return None
        fewer = min(len(signature.figures), len(other.figures))
        if len(signature.figures & other.figures) < SAME_FIGURES * fewer:
            return None
        return Match(self._keys[number], likeness, within, contains)


def find_copies(documents: Iterable[Document]) -> list[list[str]]:
    """Group documents that carry one story.

    Args:
        documents: Documents with their furniture marked.

    Returns:
        Groups of two keys and more, in the order their first document came; a
        document that is a copy of two others joins their groups.
    """
    index = CopyIndex()
    group_of: dict[str, list[str]] = {}
    place: dict[str, int] = {}
    for document in documents:
        key = document.key
        matches = index.add(key, signature(document))
        place.setdefault(key, len(place))
        group_of.setdefault(key, [key])
        for match in matches:
            _join(group_of, group_of[match.key], group_of[key])
    groups = {id(group): group for group in group_of.values() if len(group) > 1}
    return [sorted(group, key=place.__getitem__) for group in groups.values()]


def _join(group_of: dict[str, list[str]], group: list[str], other: list[str]) -> None:
    if group is not other:
        group.extend(other)
        group_of.update(dict.fromkeys(other, group))
