"""The brief: sentences whose every figure is footnoted to the words it came from.

A brief is a value: sections of sentences of typed parts, and the notes they point to.
Rendering (``trucewatch.views.briefs``) adds layout and no content, so the HTML and the
Markdown of one brief say the same, and its hash is the hash of what it says.
"""

from dataclasses import asdict, dataclass, field
from enum import StrEnum

from trucewatch.errors import ValueFormError
from trucewatch.values.keys import content_key
from trucewatch.views.evidence import Evidence


class PartKind(StrEnum):
    """What a part of a sentence is, and hence what it must rest on."""

    WORDS = "words"  # our own words; hold no digit
    FIGURE = "figure"  # a number from a claim; names the claim
    NAME = "name"  # a name or label, of a theatre or as written
    QUOTE = "quote"  # a document's own words; name the claim
    WHEN = "when"  # a date
    COUNT = "count"  # what we counted ourselves: documents, claims, losses
    NOTE = "note"  # a reference to the note of a claim


_NEEDS_CLAIM = frozenset({PartKind.FIGURE, PartKind.QUOTE, PartKind.NOTE})


class PartFormError(ValueFormError):
    """A part of a sentence that rests on nothing."""

    def __init__(self, kind: PartKind, text: str) -> None:
        super().__init__(f"a {kind} in a brief cannot be {text!r} without a claim")


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a sentence.

    Attributes:
        kind: What it is.
        text: What it reads.
        claim: Key of the claim it comes from, for figures, quotes and notes.
    """

    kind: PartKind
    text: str
    claim: str | None = None

    def __post_init__(self) -> None:
        if self.kind in _NEEDS_CLAIM and self.claim is None:
            raise PartFormError(self.kind, self.text)
        if self.kind is PartKind.WORDS and any(map(str.isdigit, self.text)):
            raise PartFormError(self.kind, self.text)


Sentence = tuple[Part, ...]


def words(text: str) -> Part:
    """Return our own words; they may hold no digit."""
    return Part(PartKind.WORDS, text)


def name(text: str) -> Part:
    """Return a name or label."""
    return Part(PartKind.NAME, text)


def when(text: str) -> Part:
    """Return a date."""
    return Part(PartKind.WHEN, text)


def count(number: int) -> Part:
    """Return a number of our own counting: of documents, claims or losses."""
    return Part(PartKind.COUNT, f"{number:,}")


def figure(text: str, claim: str) -> Part:
    """Return a number that a claim gives."""
    return Part(PartKind.FIGURE, text, claim)


def quote(text: str, claim: str) -> Part:
    """Return a document's own words."""
    return Part(PartKind.QUOTE, text, claim)


def note(claim: str) -> Part:
    """Return a reference to the evidence of a claim."""
    return Part(PartKind.NOTE, "", claim)


@dataclass(frozen=True, slots=True)
class Group:
    """Sentences under one heading of a section; a heading may be empty."""

    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a brief.

    Attributes:
        anchor: Its name in links, such as ``parties``.
        title: Its heading.
        lead: One sentence on what stands here, without digits.
        groups: Its sentences.
    """

    anchor: str
    title: str
    lead: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief from one standpoint.

    Attributes:
        title: Its heading.
        standpoint: What it looks at, as lines of label and value.
        sections: Its sections, in reading order.
        notes: Evidence of every claim it names, in the order first named.
        key: ``b_`` and a digest of all of the above.
    """

    title: str
    standpoint: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    notes: tuple[Evidence, ...]
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.key:
            content = asdict(self) | {"key": ""}
            object.__setattr__(self, "key", content_key("b", content))


def claims_named(sections: tuple[Section, ...]) -> tuple[str, ...]:
    """Return the keys of all claims the sections rest on, in order, each once."""
    parts = (
        part
        for section in sections
        for group in section.groups
        for sentence in group.sentences
        for part in sentence
    )
    return tuple(dict.fromkeys(part.claim for part in parts if part.claim))
