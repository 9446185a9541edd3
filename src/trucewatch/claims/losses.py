"""Losses: what one reading saw and no claim uses, each with why."""

import re
from collections.abc import Iterator

from trucewatch.claims.claim import Claim
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.measures import measures
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeKind
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span
from trucewatch.values.stances import PlacePrecision

LONGEST = 200  # characters of the words a gap repeats
_DATED = frozenset((TimeKind.DATE, TimeKind.PERIOD))
# Nouns after (or before) a capitalised name that make it look like an armed group.
_GROUP_AFTER = re.compile(
    r"\b((?:[A-Z][\w’'-]+|(?:al|ash|ad|as|an|ar|at)-[A-Z][\w’'-]+)"
    r"(?:\s+(?:[A-Z][\w’'-]+|(?:al|ash|ad|as|an|ar|at)-[A-Z][\w’'-]+|wal|of|the))*)"
    r"\s+(?:group|groups|brigade|brigades|faction|battalion|battalions|militia|"
    r"movement|front|army|coalition|division|bloc)\b"
)


def losses(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Gap]:
    """Yield the numbers, places, times and names no claim could use."""
    for number in reading.unresolved:
        why = "no counted noun was found"
        yield _gap(reading, GapKind.UNUSED_NUMBER, number.span, why)
    for number, reason in reading.named:
        if reason in measures().kinds:
            why = f"it measures {reason}, of which no register keeps anything"
            yield _gap(reading, GapKind.UNUSED_NUMBER, number.span, why)
    yield from _unplaced(reading, claims)
    for time in reading.times:
        if time.kind in _DATED and time.start is None and time.end is None:
            why = "no date follows from the text and the document's own date"
            yield _gap(reading, GapKind.UNDATED, time.span, why)
    yield from _unknown_names(reading)


def _unplaced(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[Gap]:
    """Yield the places of claims that the theatre cannot put on a map, once each."""
    seen: set[Span] = set()
    for claim in claims:
        for place in claim.places:
            span = place.span
            if (
                span is None
                or span in seen
                or (place.precision is not PlacePrecision.UNRESOLVED)
            ):
                continue
            seen.add(span)
            why = f"no such place in {reading.theatre.name}"
            if place.candidates:
                why = f"{place.candidates} places have that name"
            yield _gap(reading, GapKind.UNPLACED, span, why)


def _unknown_names(reading: Reading) -> Iterator[Gap]:
    """Yield what looks like a group's name and stands in no theatre."""
    known = [(name.span.start, name.span.end) for name in reading.names]
    text = reading.document.text
    seen: set[str] = set()
    for sentence in reading.sentences:
        for match in _GROUP_AFTER.finditer(
            text, sentence.span.start, sentence.span.end
        ):
            name = match.group(1)
            start, end = match.span(1)
            if name in seen or start == sentence.span.start:
                continue
            if name.lower() in lexicon().function_words:
                continue  # “The groups …” after an opening mark
            if any(a < end and start < b for a, b in known):
                continue
            seen.add(name)
            why = "looks like an armed group; no theatre knows it"
            yield _gap(reading, GapKind.UNKNOWN_NAME, Span(start, end), why)


def _gap(reading: Reading, kind: GapKind, span: Span, why: str) -> Gap:
    document = reading.document
    return Gap(
        kind,
        document.source_file or "",
        document.key,
        span,
        span.of(document.text)[:LONGEST],
        why,
    )
