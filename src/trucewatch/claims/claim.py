"""The claim: one checkable proposition somebody makes, with the words it stands in."""

from dataclasses import dataclass, field
from typing import Any

from trucewatch.values.keys import content_key
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Assertion,
    Grounding,
    PlacePrecision,
    PlaceRole,
    Polarity,
    Tense,
    TimeBasis,
    TimePrecision,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Vouching:
    """One link of the chain of who told whom.

    Attributes:
        part: ``publisher``, ``speaker`` or ``relay`` (somebody the speaker cites).
        id: Identifier of the theatre, or None when no theatre names them.
        text: Their name or office as written, or None.
        span: Where that stands, or None (the publisher is known from metadata).
        cue: The reporting word ("said", "according to"), or None.
    """

    part: str
    id: str | None
    text: str | None
    span: Span | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody or something that takes part in what is claimed.

    Attributes:
        role: PLOVER's ``actor`` or ``recipient``, or a role of the claim type
            (``instrument``, ``joiner``, ``indicated_to``, ``holder``, ``victims`` …).
        id: Identifier of the theatre, or None.
        text: The words as written.
        span: Where they stand, or None when inherited from metadata.
    """

    role: str
    id: str | None
    text: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A place of a claim, resolved as far as the theatre allows.

    Attributes:
        role: What the place has to do with the claim.
        id: Identifier of the gazetteer row, or None.
        name: Neutral label of that row, or None.
        text: The words as written.
        span: Where they stand.
        lat: Degrees north, or None.
        lon: Degrees east, or None.
        precision: How finely the place is known.
        candidates: How many places the words could mean.
    """

    role: PlaceRole
    id: str | None
    name: str | None
    text: str
    span: Span | None
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    candidates: int


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """What a claim is about in time.

    Attributes:
        start: ISO 8601 date of partial precision, or None (the record's ``from``).
        end: The same for the end (the record's ``to``); equal to ``start`` for a day.
        precision: How finely it is known.
        basis: What it rests on.
        text: The words that give it, or None.
        span: Where they stand, or None.
    """

    start: str | None
    end: str | None
    precision: TimePrecision
    basis: TimeBasis
    text: str | None
    span: Span | None


UNSTATED = ClaimTime(
    None, None, TimePrecision.UNRESOLVED, TimeBasis.UNSTATED, None, None
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable proposition, exactly as the public record has it.

    The key is derived from all a claim says and from nothing else (not from reader,
    rule or file name), so shards merge in any order and a second reading adds nothing.

    Attributes:
        document: Key of the document.
        source_file: File name of the document, for people; not part of the key.
        span: Where the quote stands.
        quote: ``document.text[span.start:span.end]``, always.
        kind: One of the 50 claim types, such as ``PTY.accession``.
        voice: Where the words stand and whose wording they are.
        polarity: Affirmed or negated.
        assertion: With what commitment it is put forward.
        tense: When it holds, seen from the utterance.
        chain: Who told whom, publisher first; the last vouches.
        roles: Who takes part.
        places: Where.
        time: About when.
        quantity: How many, or None.
        counter: Identifier of the counter a figure belongs to, or None.
        instrument: Identifier of the agreement it speaks of, or None.
        part_of: Key of the claim whose total this is a part of, or None.
        variant: The type's subkind ("exclusion", "requested", "force"), or None.
        reader: Name and version of what proposed it.
        rule: Name of the rule that fired.
        grounding: How the quote was found.
        policy: Fingerprint of the folding policy.
        grounds: Spans outside the quote that support a field, by field name.
        key: ``c_`` and a digest; made from the content when left empty.
    """

    document: str
    span: Span
    quote: str
    kind: str
    voice: Voice = Voice.OWN
    polarity: Polarity = Polarity.AFFIRMED
    assertion: Assertion = Assertion.ASSERTED
    tense: Tense = Tense.PAST
    chain: tuple[Vouching, ...] = ()
    roles: tuple[Role, ...] = ()
    places: tuple[ClaimPlace, ...] = ()
    time: ClaimTime = UNSTATED
    quantity: Quantity | None = None
    counter: str | None = None
    instrument: str | None = None
    part_of: str | None = None
    variant: str | None = None
    source_file: str | None = None
    reader: str = ""
    rule: str = ""
    grounding: Grounding = Grounding.EXACT
    policy: str = ""
    grounds: tuple[tuple[str, Span], ...] = ()
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        if not self.key:
            object.__setattr__(self, "key", content_key("c", self._content()))

    @property
    def speaker(self) -> str | None:
        """Who vouches last: their identifier, or their words where none is known."""
        if not self.chain:
            return None
        last = self.chain[-1]
        return last.id or last.text

    def _content(self) -> list[Any]:
        """All the claim says, in the shortest form that tells two claims apart."""
        quantity = self.quantity
        return [
            self.document,
            self.span.start,
            self.span.end,
            self.kind,
            self.variant,
            [self.voice, self.polarity, self.assertion, self.tense],
            [[v.part, v.id, v.text] for v in self.chain],
            [[r.role, r.id, r.text] for r in self.roles],
            [[p.role, p.id, p.text] for p in self.places],
            [self.time.start, self.time.end],
            quantity
            and [
                quantity.value,
                quantity.low,
                quantity.high,
                quantity.quantifier,
                quantity.unit,
                quantity.aggregation,
                quantity.span.start,
            ],
            [self.counter, self.instrument, self.part_of],
        ]
