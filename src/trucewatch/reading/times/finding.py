"""Finds the time expressions of a text and resolves them in reading order."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from trucewatch.reading.times import clocks, dates, lengths, relative
from trucewatch.reading.times.anchoring import infer_anchor
from trucewatch.reading.times.context import direction_of, signal_of
from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.reading.times.grammar import GRAMMAR, OTHER, PIECE, TELLING
from trucewatch.reading.times.lexicon import Lexicon, english
from trucewatch.reading.times.ranges import join_ranges
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis

Rule = Callable[[Found, Frame], Resolved | None]

RESOLVERS: dict[str, Rule] = {
    "clock": clocks.clock,
    "iso": dates.iso,
    "numeric": dates.numeric,
    "day_range": dates.day_range,
    "month_day": dates.month_day,
    "month_year": dates.month,
    "decade": dates.decade,
    "quarter": dates.quarter,
    "ordinal_days": relative.ordinal_days,
    "relative_count": relative.relative_count,
    "relative_unit": relative.relative_unit,
    "part_of_day": relative.part_of_day,
    "weekday": relative.weekday,
    "deictic": relative.deictic,
    "ago": relative.ago,
    "bound": relative.bound,
    "season": dates.season,
    "month": dates.month,
    "weak_month": dates.month,
    "set": relative.recurring,
    "day_of": relative.day_of,
    "age": lengths.duration,
    "duration": lengths.duration,
    "year": dates.year,
    "recent": relative.reference,
    "reference": relative.reference,
    "the_unit": relative.the_unit,
    "holiday": relative.holiday,
}


class Pieces(NamedTuple):
    """A text cut up: its pieces, the class of each, and where each begins."""

    words: list[str]
    codes: str
    starts: list[int]


def cut(text: str, lexicon: Lexicon) -> Pieces:
    """Cut a text into pieces; joined again they are the text."""
    words = PIECE.findall(text)
    get = lexicon.codes.get
    codes = "".join([get(word, OTHER) for word in words])
    return Pieces(words, codes, [0, *accumulate(map(len, words))])


def _matches(codes: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the grammar matches: first piece, piece after the last, rule."""
    done = 0
    for telling in TELLING.finditer(codes):
        place = telling.start()
        if place < done:
            continue
        left = max(codes.rfind(OTHER, done, place), codes.rfind("\n", done, place)) + 1
        ends = [end for end in (codes.find(OTHER, place), codes.find("\n", place)) if end >= 0]
        right = min(ends, default=len(codes))
        for match in GRAMMAR.finditer(codes, max(left, done), min(right + 2, len(codes))):
            if match.lastgroup is not None and match.end() <= right:
                yield match.start(), match.end(), match.lastgroup
        done = right


def find_times(
    text: str, *, anchor: PartialDate | None, spans: Sequence[Span] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a document and resolve them.

    Args:
        text: The document's whole text.
        anchor: Day the text is written from: publication or dateline. Without one,
            a day is inferred from full dates with a weekday, where there are any.
        spans: Stretches to look at, in order; None for the whole text.

    Returns:
        Expressions in order of the text, disjoint.
    """
    lexicon = english()
    basis = TimeBasis.ANCHORED
    if anchor is None or not anchor.day:
        anchor, basis = infer_anchor(text) or anchor, TimeBasis.INFERRED
    day = anchor.first_day if anchor is not None and anchor.day else None
    found: list[TimeExpression] = []
    for span in [Span(0, len(text))] if spans is None and text else spans or ():
        pieces = cut(span.of(text), lexicon)
        frame = Frame(day, basis)
        found += _expressions(pieces, span.start, frame, lexicon)
    return tuple(found)


def _expressions(
    pieces: Pieces, offset: int, frame: Frame, lexicon: Lexicon
) -> list[TimeExpression]:
    """Resolve the expressions of one stretch of text, in order."""
    result: list[TimeExpression] = []
    places: list[tuple[int, int]] = []
    last = 0
    for first, after, rule in _matches(pieces.codes):
        if "\n" in pieces.codes[last:first]:
            frame.previous = None
        words = [word.lower() for word in pieces.words[first:after]]
        found = Found(rule, words, pieces.codes[first:after], lexicon.meanings)
        frame.signal = signal_of(pieces.words, pieces.codes, first, lexicon)
        frame.direction = direction_of(pieces.words, pieces.codes, (first, after), lexicon)
        if rule == "year" and not _is_year(pieces, first, after, lexicon):
            continue
        resolved = RESOLVERS[rule](found, frame)
        if resolved is None:
            continue
        if resolved.days is not None and resolved.kind is not TimeKind.PERIOD:
            frame.previous = resolved.days
        last = after
        places.append((first, after))
        result.append(_expression(pieces, offset, (first, after), resolved, frame, lexicon))
    return join_ranges(result, places, pieces.words, pieces.codes)


def _is_year(pieces: Pieces, first: int, after: int, lexicon: Lexicon) -> bool:
    """Say whether a bare four-digit number is a year, by the words beside it."""
    if pieces.codes[first] != "4":
        return True
    before = pieces.words[first - 2].lower() if first > 1 else ""
    if before in lexicon.not_years:
        return False
    signal = before in {"in", "since", "by", "of", "during", "until", "from", "to", "and", "through", "for", "between", "before", "after"}
    following = pieces.codes[after : after + 2]
    if following in {" ?"} and not signal:
        return False
    return signal or not first or pieces.codes[first - 1] not in ".,/-:'"


def _partial(day: dt.date, minute: int) -> PartialDate:
    return PartialDate(day.year, day.month, day.day, minute)


def _expression(
    pieces: Pieces,
    offset: int,
    place: tuple[int, int],
    resolved: Resolved,
    frame: Frame,
    lexicon: Lexicon,
) -> TimeExpression:
    first, after = place
    start, end = pieces.starts[first], pieces.starts[after]
    relation = Relation(lexicon.relations.get(frame.signal, "at"))
    days = resolved.days
    return TimeExpression(
        span=Span(offset + start, offset + end),
        text="".join(pieces.words[first:after]),
        kind=resolved.kind,
        start=None if days is None else _partial(days.start, resolved.minutes[0]),
        end=None if days is None else _partial(days.end, resolved.minutes[1]),
        precision=resolved.precision,
        basis=resolved.basis,
        relation=relation,
        length_days=resolved.length_days,
        value=resolved.value,
    )
