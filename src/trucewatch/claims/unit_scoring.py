"""What a figure counts where its noun does not stand beside it: candidates, weighed.

"Of them 12", "another six", "Daraa (3)", "down from 40": the rules give a first answer;
units of the figures around, of nouns and acts in its sentence and in the lines above,
and the few that are usual stand beside it. Learned weights decide, those of the
sentence's words among them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from trucewatch.claims.interceptions import MISSILES
from trucewatch.claims.lines_above import LinesAbove
from trucewatch.claims.scene import Scene
from trucewatch.claims.scoring import HUNDREDTHS, scorer
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.sentences import Sentence

WEIGHTS = "unit_weights.tsv"
_MARGIN = 1 * HUNDREDTHS
_BACK = 8  # counts looked back over
_FAR = 3  # sentences in which they stand
_NEAREST = 3  # acts that count
_ENDING = 3  # letters by which a noun nobody listed may name persons
_KEPT = 64  # sentences whose nouns and words are kept; figures stand close
_LINE = 4  # nouns of a line above that count
_SURE = frozenset(
    ("glued", "of", "share", "strong", "sum", "shared", "cases", "cases_of", "heading")
)
_WORD, _UNIT = "word=", "+unit="  # how what words say is named in the table
_SIZES = (0, 1, 9, 99, 999)


class UnitCandidate(NamedTuple):
    """A unit that a figure may be counted in.

    Attributes:
        unit: The unit.
        features: Names of what speaks for or against it.
    """

    unit: str
    features: tuple[str, ...]


def is_open(count: Count, ruled: str) -> bool:
    """Say whether what a figure counts is open: no noun beside it says so.

    Persons are open too: what befell them is told elsewhere. Missiles that came in or
    were stopped are told apart by rules of their own.

    Args:
        count: The count.
        ruled: The unit by the rules.
    """
    if count.how in _SURE or ruled in MISSILES:
        return False
    noun = count.noun
    if noun is None or count.how != "right":
        return True
    return "person" in noun.tags and count.unit not in unit_words().of_unit


class Units:
    """Weighs the units of one reading for each of its counts, in their order."""

    def __init__(self, scene: Scene, above: LinesAbove, known: Sequence[str]) -> None:
        """Take a scene.

        Args:
            scene: The scene.
            above: What the lines above say.
            known: Units of the counts before the one asked for, growing.
        """
        self.scene, self.above, self.known = scene, above, known
        self.reading, self.tokens = scene.reading, scene.reading.tokens
        self._nouns: dict[int, list[tuple[int, str]]] = {}
        self._said: dict[int, Counter[str]] = {}

    def of(self, index: int, ruled: str) -> str:
        """Return the unit of a count: the rules' unless another beats it clearly."""
        if not is_open(self.reading.counts[index], ruled):
            return ruled
        table, said = scorer(WEIGHTS), self._said_of(index)
        best, most = ruled, None
        for candidate in self.candidates(index, ruled):
            weight = table.total(candidate.features) + said[candidate.unit]
            if most is None:
                most = weight + _MARGIN  # the first is the rules' own
            elif weight > most:
                best, most = candidate.unit, weight
        return best

    def words_of(self, index: int) -> list[str]:
        """Return the words of a count's sentence, names and figures left out."""
        sentence = self.reading.sentences[self.reading.counts[index].sentence]
        text = self.tokens.text[sentence.first : sentence.after]
        opening = text[:1] if text[0].isalpha() else []
        plain = {word for word in text if word.islower() and word.isalpha()}
        return sorted(plain.union(word.lower() for word in opening))

    def _said_of(self, index: int) -> Counter[str]:
        """Return what the words of a count's sentence weigh for each unit."""
        at = self.reading.counts[index].sentence
        if at not in self._said:
            if len(self._said) >= _KEPT:
                self._said.clear()
            told, sums = told_by_words(), Counter[str]()
            for word in self.words_of(index):
                sums.update(told.get(word, {}))
            self._said[at] = sums
        return self._said[at]

    def candidates(self, index: int, ruled: str) -> list[UnitCandidate]:
        """Return the units a count may have, the rules' first."""
        count = self.reading.counts[index]
        sources: dict[str, list[str]] = {}
        for unit, source in self._sources(index, count, ruled):
            kept = sources.setdefault(unit, [])
            if source not in kept:
                kept.append(source)
        around = self._around(count)
        acts = self._acts(index)
        size = _size(count)
        found = []
        for unit, given in sources.items():
            sort = _sorts().get(unit, "unknown")
            features = [
                f"unit={unit}",
                f"unit={unit}+how={count.how}",
                f"unit={unit}+size={size}",
                f"sort={sort}+size={size}",
                f"rule={ruled}>{unit}",
                f"rule={_sorts().get(ruled, 'unknown')}>{sort}+how={count.how}",
                *(f"unit={unit}+act={name}" for name in acts),
                *(f"sort={sort}+{mark}" for mark in around),
            ]
            for source in given:
                features += [source, f"{source}+sort={sort}", f"{source}+unit={unit}"]
                features += [f"{source}+{mark}" for mark in around]
            found.append(UnitCandidate(unit, tuple(features)))
        return found

    # -- where units come from --------------------------------------------------------

    def _sources(
        self, index: int, count: Count, ruled: str
    ) -> Iterator[tuple[str, str]]:
        yield ruled, "rule"
        yield count.unit, "plain"
        yield from self._counts_near(index, count)
        near = self.scene.governing(index)[:_NEAREST]
        acts = [name for one in near for name in one.act.classes]
        yield from _befallen(acts, "act")
        yield from _befallen(self.above.acts(count.sentence), "act above")
        if count.how == "unknown":
            yield "persons", f"ending={count.unit[-_ENDING:]}"
        yield from self._nouns_beside(count)
        yield from self._nouns_above(self.above.intro(count.sentence), "intro")
        yield from self._nouns_above(self.above.head(count.sentence), "head")
        for unit in unit_words().usual:
            yield unit, "usual"

    def _nouns_above(
        self, line: Sentence | None, source: str
    ) -> Iterator[tuple[str, str]]:
        if line is not None:
            for _, unit in self._nouns_of(line)[:_LINE]:
                yield unit, source

    def _counts_near(self, index: int, count: Count) -> Iterator[tuple[str, str]]:
        counts, seen = self.reading.counts, 0
        before = ""
        for i in range(index - 1, max(-1, index - 1 - _BACK), -1):
            away = count.sentence - counts[i].sentence
            if away > _FAR:
                break
            if self.known[i] != before:
                before = self.known[i]
                yield before, f"back={min(seen, 2)}"
                yield before, f"back={'same' if not away else min(away, 2)}"
                seen += 1
        following = index + 1
        if following < len(counts) and counts[following].sentence == count.sentence:
            yield counts[following].unit, "next"

    def _nouns_beside(self, count: Count) -> Iterator[tuple[str, str]]:
        sentence = self.reading.sentences[count.sentence]
        left = right = None
        for at, unit in self._nouns_of(sentence):
            if at < count.first:
                left = unit
            elif at >= count.after and right is None:
                right = unit
        if left is not None:
            yield left, "left"
        if right is not None:
            yield right, "right"
        if count.sentence and left is None:
            before = self._nouns_of(self.reading.sentences[count.sentence - 1])
            if before:
                yield before[0][1], "before"

    def _nouns_of(self, sentence: Sentence) -> list[tuple[int, str]]:
        """Return where a sentence has nouns that can be counted, and their units."""
        if sentence.first not in self._nouns:
            if len(self._nouns) >= _KEPT:  # so that memory stays bounded
                self._nouns.clear()
            nouns, low = lexicon().nouns, self.tokens.low
            self._nouns[sentence.first] = [
                (at, nouns[low[at]].unit)
                for at in range(sentence.first, sentence.after)
                if low[at] in nouns and "uncounted" not in nouns[low[at]].tags
            ]
        return self._nouns[sentence.first]

    # -- what speaks for each ---------------------------------------------------------

    def _around(self, count: Count) -> list[str]:
        sentence = self.reading.sentences[count.sentence]
        return [
            f"how={count.how}",
            f"form={sentence.form.value}",
            f"next={self._word(count.number.after, sentence)}",
            f"prev={self._word(count.number.first - 1, sentence)}",
        ]

    def _word(self, at: int, sentence: Sentence) -> str:
        """Return a word beside a figure, but no name and no figure."""
        if not sentence.first <= at < sentence.after:
            return "end"
        text = self.tokens.text[at]
        if text[0].isdigit():
            return "figure"
        if text[0].isupper():
            return "name"
        return text

    def _acts(self, index: int) -> list[str]:
        near = self.scene.governing(index)[:_NEAREST]
        return sorted({name for one in near for name in one.act.classes})


def _befallen(acts: Iterable[str], source: str) -> Iterator[tuple[str, str]]:
    """Yield what persons are counted as by what befell them."""
    table = unit_words().persons
    for name in acts:
        if name in table:
            yield table[name], source


def said_features(unit: str, words: Iterable[str]) -> list[str]:
    """Return the names of what words of a sentence say for or against a unit."""
    return [f"{_WORD}{word}{_UNIT}{unit}" for word in words]


@cache
def told_by_words() -> dict[str, dict[str, int]]:
    """Return what each word weighs for the units it tells of, in hundredths."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for name, (weight, *_) in scorer(WEIGHTS).weights.items():
        if name.startswith(_WORD):
            word, _, unit = name.removeprefix(_WORD).partition(_UNIT)
            found[word][unit] = round(HUNDREDTHS * weight)
    return found


@cache
def _sorts() -> dict[str, str]:
    """Return what sort of thing each unit is: such as person or event."""
    found: dict[str, str] = {}
    for noun in lexicon().nouns.values():
        if noun.tags:
            found.setdefault(noun.unit, min(noun.tags))
    return found


def _size(count: Count) -> str:
    value = count.number.value
    if value is None:
        return "open"
    return next((str(bound) for bound in _SIZES if value <= bound), "more")
