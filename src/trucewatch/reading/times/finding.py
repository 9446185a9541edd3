"""Finds the time expressions of a text and resolves them in reading order."""

from collections.abc import Sequence
from functools import partial

from trucewatch.reading.times.anchoring import anchor_of
from trucewatch.reading.times.calendars import Days
from trucewatch.reading.times.context import (
    direction_of,
    is_year,
    rate_of,
    side_of_length,
    signal_of,
)
from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved, week_of
from trucewatch.reading.times.lexicon import Lexicon, english
from trucewatch.reading.times.matching import PARAGRAPH, Match, Pieces, cut, matches
from trucewatch.reading.times.ranges import join_ranges
from trucewatch.reading.times.resolution import RESOLVERS
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis, TimePrecision

RELATIONS = {relation.value: relation for relation in Relation}


def find_times(
    text: str,
    *,
    anchor: PartialDate | None,
    spans: Sequence[Span] | None = None,
    pieces: Pieces | None = None,
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a document and resolve them.

    Args:
        text: The document's whole text.
        anchor: Day the text is written from: publication or dateline. Without one,
            a day is inferred from full dates in the text, where there are any.
        spans: Stretches to look at, in order; None for the whole text.
        pieces: The whole text cut up already, or None.

    Returns:
        Expressions in order of the text, disjoint.
    """
    lexicon = english()
    if spans is None:
        cuts = [(0, pieces or cut(text, lexicon))]
    else:
        cuts = [(span.start, cut(span.of(text), lexicon)) for span in spans]
    basis = TimeBasis.ANCHORED
    if anchor is None or not anchor.day:
        anchor, basis = anchor_of([stretch for _, stretch in cuts]), TimeBasis.INFERRED
    frame = Frame(None if anchor is None else anchor.first_day, basis, lexicon)
    found: list[TimeExpression] = []
    for offset, stretch in cuts:
        frame.previous = None
        found += _read(stretch, offset, frame, lexicon)
    return tuple(found)


def _read(
    pieces: Pieces, offset: int, frame: Frame, lexicon: Lexicon
) -> list[TimeExpression]:
    """Resolve the expressions of one stretch of text, in order."""
    words, codes = pieces
    starts: list[int] = []
    result: list[TimeExpression] = []
    places: list[Match] = []
    last = 0
    for match in matches(codes):
        starts = starts or pieces.starts()
        first, after, _ = match
        if PARAGRAPH in codes[last:first]:
            frame.previous = None
        last = after
        resolved = _resolve(match, pieces, frame, lexicon)
        if resolved is None:
            continue
        places.append(match)
        span = Span(offset + starts[first], offset + starts[after])
        relation = RELATIONS[lexicon.relations.get(frame.signal, "at")]
        words_found = "".join(words[first:after])
        result.append(_expression(words_found, span, resolved, relation))
    return join_ranges(result, places, pieces) if len(result) > 1 else result


def _resolve(
    match: Match, pieces: Pieces, frame: Frame, lexicon: Lexicon
) -> Resolved | None:
    """Return what a match means, and keep it for the expressions that follow."""
    words, codes = pieces
    first, after, rule = match
    if rule == "year" and not is_year(words, codes, (first, after), lexicon):
        return None
    lower = [word.lower() for word in words[first:after]]
    found = Found(rule, lower, codes[first:after], lexicon)
    frame.signal = signal_of(words, codes, first, lexicon)
    frame.look = partial(direction_of, words, codes, (first, after), lexicon)
    frame.look_within = partial(side_of_length, words, codes, (first, after), lexicon)
    try:
        resolved = RESOLVERS[rule](found, frame)
    except OverflowError:  # "5,000 years ago": off the calendar, so unresolved
        resolved = RESOLVERS[rule](found, Frame(None, frame.basis, lexicon))
    if resolved is None:
        return None
    if resolved.days and rule == "day_range":
        frame.week = frame.week or week_of(resolved)
        length = (resolved.days.end - resolved.days.start).days + 1
        frame.stretches.setdefault(length, resolved.days)
    if resolved.days and resolved.kind is not TimeKind.PERIOD:
        _remember(resolved, resolved.days, frame)
        if rule == "quarter":
            frame.quarter = resolved.days.start
    if found.codes == "a u" and rate_of(words, codes, first, frame.signal, lexicon):
        return resolved._replace(kind=TimeKind.SET)
    return resolved


def _remember(resolved: Resolved, days: Days, frame: Frame) -> None:
    """Keep a date for the expressions that count from it."""
    frame.previous = resolved
    past = frame.anchor is None or days.end <= frame.anchor
    if past and resolved.precision is TimePrecision.DAY:
        frame.recent = days


def _expression(
    text: str, span: Span, resolved: Resolved, relation: Relation
) -> TimeExpression:
    """Return the expression with its days as partial dates."""
    start = end = None
    if resolved.days is not None:
        (first, last), (from_minute, to_minute) = resolved.days, resolved.minutes
        start = PartialDate(first.year, first.month, first.day, from_minute)
        end = PartialDate(last.year, last.month, last.day, to_minute)
    if relation is Relation.SINCE and resolved.kind is TimeKind.PERIOD:
        relation = Relation.FROM_TO  # "between 1 and 5 August"
    if relation is Relation.BY and resolved.kind is TimeKind.DURATION:
        relation = Relation.AT  # "prolonged by two days" is no deadline
    return TimeExpression(
        span,
        text,
        resolved.kind,
        start,
        end,
        resolved.precision,
        resolved.basis,
        relation,
        resolved.length_days,
        resolved.value,
    )
