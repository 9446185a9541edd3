"""The reporting frame: who is said to say what, and by which words."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.reading.quotes_phrases import Range
from trucewatch.values.spans import Span


class Form(StrEnum):
    """By what construction a frame reports."""

    DIRECT = "direct"  # all of it between quotation marks
    INDIRECT = "indirect"
    MIXED = "mixed"  # partly between quotation marks
    ACCORDING_TO = "according_to"
    PASSIVE = "passive"
    NOUN = "noun"  # "Russia's count is 71", "a statement that"
    HEADING = "heading"  # "Qatar: talks go on"
    GAPPED = "gapped"  # "..., the other side seven": the verb is left out


@dataclass(frozen=True, slots=True)
class Frame:
    """One reporting frame.

    Attributes:
        source: Who speaks, with appositions; None where nobody is named.
        head: The first part of the source, without appositions; None likewise.
        cue: The words that report.
        cue_lemma: Their lemma ("say", "according to", ":").
        stance: What the cue does: asserts, reports, records, perceives, alleges,
            denies, confirms, warns, demands, proposes, promises, expects, assesses,
            cites, attitude.
        content: What is reported, marks of quotation included.
        rest: Where the content goes on after a break ("A, he said, B"), or None.
        form: The construction.
        pronoun: Whether the source is a pronoun or a bare office to be resolved.
        weak: Whether the frame reports only if its source can speak for itself. Only
            verbs of saying that can stand beside direct speech are sure.
        speakerlike: Whether the source looks like somebody: a pronoun, a capital letter
            or a noun that can speak. True where nobody is named by a sure cue.
    """

    source: Span | None
    head: Span | None
    cue: Span
    cue_lemma: str
    stance: str
    content: Span
    rest: Span | None
    form: Form
    pronoun: bool
    weak: bool
    speakerlike: bool

    def covers(self, span: Span) -> bool:
        """Say whether ``span`` begins in what is reported."""
        if self.content.start <= span.start < self.content.end:
            return True
        return self.rest is not None and (self.rest.start <= span.start < self.rest.end)


@dataclass(slots=True)
class Draft:
    """A frame while it is being found; all positions are token ranges.

    Attributes:
        cue: The words that report.
        lemma: Their lemma.
        stance: What they do.
        form: The construction.
        source: Who speaks, or None.
        contents: What is reported, one or two stretches in order.
        weak: As in ``Frame``.
    """

    cue: Range
    lemma: str
    stance: str
    form: Form
    source: Range | None = None
    contents: list[Range] = field(default_factory=list)
    weak: bool = False
