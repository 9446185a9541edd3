"""Explaining a reading: what was seen, which rule made which claim, why not more."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span
from trucewatch.values.stances import PlacePrecision
from trucewatch.views.wording import number_text, time_text

if TYPE_CHECKING:
    from trucewatch.reading.names import NameMention
    from trucewatch.reading.reading import Reading

_FIGURE = re.compile(r"\d(?:[\d.,:/-]*\d)?")


class SeenKind(StrEnum):
    """What kind of thing was seen in the text."""

    NUMBER = "number"
    TIME = "time"
    NAME = "name"
    SPEAKER = "speaker"
    CUE = "cue"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing seen in the text.

    Attributes:
        kind: What kind of thing.
        span: Where it stands.
        text: The words.
        what: What it was taken for.
    """

    kind: SeenKind
    span: Span
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one field of a claim came from.

    Attributes:
        field: Name of the field in the claim record.
        value: What it says.
        words: The words it rests on; empty where it rests on none.
        span: Where they stand, or None.
        how: How the value follows, in a few words.
    """

    field: str
    value: str
    words: str
    span: Span | None
    how: str


@dataclass(frozen=True, slots=True)
class ClaimExplanation:
    """A claim with the origin of its fields.

    Attributes:
        claim: The claim; it names the rule that fired.
        origins: Where its fields came from, in the order of the record.
    """

    claim: Claim
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True)
class Unused:
    """A number of the text that no claim uses, and why not."""

    span: Span
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything there is to say about the reading of one document.

    Attributes:
        file: Name of the document.
        text: Its text.
        part: The part that was asked for; the whole text unless one was given.
        theatre: Name of the theatre it was read with.
        seen: What was seen in that part, in order.
        claims: The claims that touch it.
        unused: Numbers in it that no claim uses.
    """

    file: str
    text: str
    part: Span
    theatre: str
    seen: tuple[Seen, ...]
    claims: tuple[ClaimExplanation, ...]
    unused: tuple[Unused, ...]


def explain_reading(reading: "Reading", part: Span | None = None) -> Explanation:
    """Return the explanation of a reading, or of a part of its text.

    Args:
        reading: The reading.
        part: The part asked for; None means the whole text.
    """
    document = reading.document
    part = part or Span(0, max(1, len(document.text)))
    from trucewatch.claims.extraction import extract_claims  # noqa: PLC0415 - only here

    extraction = extract_claims(reading)
    claims = [claim for claim in extraction.claims if claim.span.touches(part)]
    seen = sorted(_seen(reading), key=lambda one: (one.span, one.kind))
    return Explanation(
        file=document.source_file or document.key,
        text=document.text,
        part=part,
        theatre=reading.theatre.name,
        seen=tuple(one for one in seen if one.span.touches(part)),
        claims=tuple(
            ClaimExplanation(claim, _origins(claim, document.text)) for claim in claims
        ),
        unused=tuple(_unused(reading, extraction.claims, extraction.gaps, part)),
    )


def _seen(reading: "Reading") -> Iterator[Seen]:
    text = reading.document.text
    for mark in reading.document.furniture:
        what = f"{mark.reason.replace('_', ' ')} ({mark.rule})"
        yield Seen(SeenKind.FURNITURE, mark.span, mark.span.of(text), what)
    for span, what in _numbers(reading):
        yield Seen(SeenKind.NUMBER, span, span.of(text), what)
    for time in reading.times:
        what = f"{time.kind}: {time.value} ({time.basis})"
        yield Seen(SeenKind.TIME, time.span, time.text, what)
    for mention in reading.names:
        words = mention.span.of(text)
        yield Seen(SeenKind.NAME, mention.span, words, _meanings(mention))
    for frame in reading.frames:
        cue = frame.cue.of(text)
        yield Seen(SeenKind.CUE, frame.cue, cue, f"{frame.stance} ({frame.form})")
        if frame.source is not None:
            what = "to be resolved" if frame.pronoun else "speaks"
            source = frame.source
            yield Seen(SeenKind.SPEAKER, source, source.of(text), what)


def _numbers(reading: "Reading") -> Iterator[tuple[Span, str]]:
    """Yield the numbers that were seen, each with what it was taken for."""
    for count in reading.counts:
        yield count.number.span, f"counts {count.unit}"
    for number in reading.unresolved:
        yield number.span, "counts nothing known"
    for number, reason in reading.named:
        yield number.span, f"counts nothing: {reason}"


def _meanings(mention: "NameMention") -> str:
    return " or ".join(
        dict.fromkeys(f"{entry.kind} {entry.id}" for entry in mention.entries)
    )


def _origins(claim: Claim, text: str) -> tuple[Origin, ...]:
    return (
        Origin("kind", claim.kind, claim.quote, claim.span, f"rule {claim.rule}"),
        *_quantity(claim),
        *_speakers(claim),
        *(
            Origin(f"role {role.role}", role.id or "-", role.text, role.span, "")
            for role in claim.roles
        ),
        *map(_place, claim.places),
        _time(claim),
        *_stance(claim),
        *(
            Origin(f"ground: {name}", "", span.of(text), span, _beside(claim, span))
            for name, span in claim.grounds
        ),
    )


def _beside(claim: Claim, span: Span) -> str:
    return "" if claim.span.contains(span) else "outside the quote"


def _quantity(claim: Claim) -> Iterator[Origin]:
    quantity = claim.quantity
    if quantity is None:
        return
    value = f"{number_text(quantity)} {quantity.unit}"
    how = f"{quantity.quantifier}, {quantity.aggregation.replace('_', ' ')}"
    yield Origin("quantity", value, quantity.text, quantity.span, how)


def _speakers(claim: Claim) -> Iterator[Origin]:
    for link in claim.chain:
        how = f"cue “{link.cue}”" if link.cue else "known of the document"
        yield Origin(link.part, link.id or "-", link.text or "", link.span, how)


def _place(place: ClaimPlace) -> Origin:
    if place.precision is PlacePrecision.UNRESOLVED:
        how = f"unresolved, {place.candidates} candidates"
    else:
        how = f"{place.precision}, one of {max(1, place.candidates)}"
    value = place.id or "-"
    return Origin(f"place {place.role}", value, place.text, place.span, how)


def _time(claim: Claim) -> Origin:
    time = claim.time
    value = time_text(time, basis=False) or "-"
    return Origin("time", value, time.text or "", time.span, time.basis.value)


def _stance(claim: Claim) -> Iterator[Origin]:
    words = f"{claim.assertion}, {claim.polarity}, {claim.tense}, {claim.voice}"
    yield Origin("stance", words.replace("_", " "), "", None, "")


def _unused(
    reading: "Reading", claims: tuple[Claim, ...], gaps: tuple[Gap, ...], part: Span
) -> Iterator[Unused]:
    """Yield the numbers in figures and in words that no claim uses."""
    text = reading.document.text
    used = [claim.quantity.span for claim in claims if claim.quantity is not None]
    told = {g.span: g for g in gaps if g.span and g.kind is GapKind.UNUSED_NUMBER}
    figures = (Span(*m.span()) for m in _FIGURE.finditer(text, part.start, part.end))
    for span in sorted({*figures, *told}):
        covered = span not in told and any(span.touches(other) for other in told)
        if covered or any(span.touches(other) for other in used):
            continue
        gap = told.get(span)
        why = gap.why if gap else _why_not(reading, span)
        if span.touches(part):
            yield Unused(span, span.of(text), why)


def _why_not(reading: "Reading", span: Span) -> str:
    other = "was not taken for a count: an address, a designation or a reference"
    return next((why for at, why in _other_uses(reading) if at.touches(span)), other)


def _other_uses(reading: "Reading") -> Iterator[tuple[Span, str]]:
    """Yield what a number can be a part of instead of a claim, the surest first."""
    for mark in reading.document.furniture:
        yield mark.span, f"stands in furniture: {mark.reason.replace('_', ' ')}"
    for time in reading.times:
        yield time.span, f"is part of a time: “{time.text}”"
    for mention in reading.names:
        yield mention.span, f"is part of a name: {_meanings(mention)}"
    for number, reason in reading.named:
        yield number.span, f"counts nothing: {reason}"
    for count in reading.counts:
        why = f"counts {count.unit}, but no rule makes a claim of it here"
        yield count.number.span, why
