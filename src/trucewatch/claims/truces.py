"""Truces a text tells of: when one began and how long it was to last."""

import datetime as dt
import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.reading.wordlists import word_list
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis

_NEAR = 12  # tokens between the words that begin a truce and its day


@dataclass(frozen=True, slots=True)
class Truce:
    """A truce whose first day the text tells.

    Attributes:
        start: Its first day.
        end: Its last day, where its length is told beside it.
        text: The words that date it.
        span: Where they stand.
    """

    start: dt.date
    end: dt.date | None
    text: str
    span: Span


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data: dict[str, Any] = word_list("truces")
    return frozenset(data["truces"]), frozenset(data["begins"])


def truce_nouns() -> frozenset[str]:
    """Return the nouns that name a truce."""
    return _words()[0]


def find_truces(reading: Reading, times: Sequence[TimeExpression]) -> tuple[Truce, ...]:
    """Return the truces whose beginning a text dates, in order, each day once.

    Args:
        reading: The reading.
        times: Its calendar times, in order.
    """
    starts = [time.span.start for time in times]
    lengths = [t for t in reading.times if t.kind is TimeKind.DURATION]
    found: dict[dt.date, Truce] = {}
    for sentence in reading.sentences:
        low = bisect_left(starts, sentence.span.start)
        high = bisect_right(starts, sentence.span.end)
        for time in times[low:high]:
            day = _begins(reading, sentence, time)
            if day is not None and day not in found:
                end = _ends(lengths, sentence, day)
                found[day] = Truce(day, end, time.text, time.span)
    return tuple(found.values())


def _begins(
    reading: Reading, sentence: Sentence, time: TimeExpression
) -> dt.date | None:
    """Return the day a truce began if a time in its sentence tells it."""
    nouns, begins = _words()
    tokens = reading.tokens
    low = tokens.low[sentence.first : sentence.after]
    start = time.start
    if start is None or not start.day or nouns.isdisjoint(low):
        return None
    at = tokens.at(time.span.start)
    first = max(sentence.first, at - _NEAR)
    before = " ".join(tokens.low[first:at])
    after = " ".join(tokens.low[at : min(sentence.after, at + _NEAR)])
    around = f" {before} {after} "
    if any(f" {phrase} " in around for phrase in begins):
        return start.first_day
    since = time.relation is Relation.SINCE
    return start.first_day if since and nouns & set(before.split()) else None


def tells_beginning(reading: Reading, time: TimeExpression) -> bool:
    """Say whether a time tells when something began: "a truce which began in May"."""
    tokens = reading.tokens
    at = tokens.at(time.span.start)
    before = tokens.low[max(at - _LED, 0) : at]
    return any(tuple(before[i:]) in beginnings() for i in range(len(before)))


@cache
def beginnings() -> frozenset[tuple[str, ...]]:
    """Return the words that say something began, with a preposition behind or not."""
    opens: list[str] = word_list("truces")["opens"]
    told = [tuple(phrase.split()) for phrase in (*_words()[1], *opens)]
    return frozenset([*told, *((*one, lead) for one in told for lead in _AT)])


_LEADS = frozenset(("the", "a", "its", "this"))
_AT = frozenset(("on", "in", "at"))  # "took effect on"
_LED = 4


def names_truce(reading: Reading, time: TimeExpression) -> bool:
    """Say whether a time is part of what an agreement is called, and dates nothing.

    "The December truce" and "the deal of 4 May" are names; "since the 4 May deal" still
    says since when.
    """
    if time.relation is Relation.SINCE:
        return False
    tokens, nouns = reading.tokens, _words()[0]
    first, after = tokens.at(time.span.start), tokens.at(time.span.end)
    if tokens.low[after : after + 1] and tokens.low[after] in nouns:
        return not _LEADS.isdisjoint(tokens.low[max(first - 1, 0) : first + 1])
    return (
        first > 1 and tokens.low[first - 1] == "of" and tokens.low[first - 2] in nouns
    )


_OPENING = frozenset(("first", "opening"))


def with_openings(
    times: Sequence[TimeExpression], truces: Sequence[Truce]
) -> list[TimeExpression]:
    """Return times with "the first three days" counted from the truce told of before.

    Args:
        times: The calendar times of a text, in order.
        truces: Its truces, in order.
    """
    if not truces:
        return list(times)
    return [_opening(time, truces) or time for time in times]


def _opening(time: TimeExpression, truces: Sequence[Truce]) -> TimeExpression | None:
    length = time.length_days
    words = time.text.lower().split()
    if time.kind is not TimeKind.PERIOD or not length or _OPENING.isdisjoint(words):
        return None
    before = [one for one in truces if one.span.start < time.span.start] or truces[:1]
    start = before[-1].start
    end = start + dt.timedelta(days=max(math.ceil(length) - 1, 0))
    return replace(
        time, start=PartialDate.of(start), end=PartialDate.of(end),
        basis=TimeBasis.INFERRED,
    )  # fmt: skip


def _ends(
    lengths: Sequence[TimeExpression], sentence: Sentence, day: dt.date
) -> dt.date | None:
    """Return the last day of a truce whose length its sentence tells."""
    start = bisect_left(lengths, sentence.span.start, key=lambda one: one.span.start)
    for time in lengths[start:]:
        length = time.length_days
        if time.span.start >= sentence.span.end:
            return None
        if length and length >= 1:
            return day + dt.timedelta(days=int(length))
    return None
