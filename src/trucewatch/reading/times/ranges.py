"""Two expressions that make one stretch: from A to B, between A and B."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.errors import PartialDateError
from trucewatch.reading.times.context import signal_of
from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.lexicon import english
from trucewatch.reading.times.matching import Match, Pieces
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis, TimePrecision

DAY = 24 * 60  # minutes
LENGTHS = frozenset({TimeKind.DURATION, TimeKind.PERIOD})
_YEAR = 365
_YEAR_VALUE = 4  # characters of a year in the notation of TIMEX3
_ENDING = frozenset(("to", "ending", "ended", "until"))
FAR = 12  # pieces between the two ends of a range


def join_ranges(
    found: list[TimeExpression],
    places: Sequence[Match],
    pieces: Pieces,
) -> list[TimeExpression]:
    """Give both ends of a range the whole range; a length before its end, a start."""
    words, codes = pieces
    lexicon = english()
    groups = lexicon.groups
    result = list(found)
    for at in range(len(found) - 1):
        if places[at + 1].first - places[at].after > FAR:
            continue
        between = words[places[at].after : places[at + 1].first]
        joint = [word.lower() for word in between if not word.isspace()]
        if not joint or joint in (["of"], [","]):
            result[at] = _in_year(result[at], result[at + 1])
        if (
            joint
            and joint[0] in groups["onward"]
            and set(joint[1:]) <= groups["filling"]
        ):
            signal = signal_of(words, codes, places[at].first, lexicon)
            if signal in groups["told_signals"]:
                result[at] = _onward(result[at], result[at + 1])
        if (
            not joint
            or joint[0] not in groups["joining"]
            or not set(joint[1:]) <= groups["filling"]
        ):
            continue
        first, second = result[at], result[at + 1]
        opened = signal_of(words, codes, places[at].first, lexicon) in groups["opening"]
        pair = _joined(first, second, opened=opened, joint=joint[0])
        if pair is not None:
            result[at], result[at + 1] = pair
    return result


def _joined(
    first: TimeExpression, second: TimeExpression, *, opened: bool, joint: str
) -> tuple[TimeExpression, TimeExpression] | None:
    if second.end is None or second.kind is TimeKind.PERIOD:
        return None
    whole = first.kind in LENGTHS or joint in _ENDING
    if whole and first.length_days and joint != "and":
        start = _before(second.end, first.length_days)
        placed = replace(
            first,
            kind=TimeKind.PERIOD,
            start=start,
            end=second.end,
            precision=TimePrecision.DAYS,
            basis=second.basis,
        )
        return placed, second
    first = _of_the_year_before(first, second)
    if first.start is None or first.start > second.end:
        return None
    if joint == "and" and not (opened or _follows(first, second)):
        return None
    second = _in_the_same_year(first, second)
    return (
        replace(first, end=second.end, relation=Relation.FROM_TO),
        replace(second, start=first.start, relation=Relation.FROM_TO),
    )


def _in_year(day: TimeExpression, year: TimeExpression) -> TimeExpression:
    """Put "3 May last year" and "May 3 of this year" into the year they name."""
    start, end = day.start, day.end
    if start is None or end is None or year.start is None or not start.day:
        return day
    whole = len(year.value) == _YEAR_VALUE and year.value.isdecimal()
    if not whole or day.basis is TimeBasis.STATED or year.basis is TimeBasis.STATED:
        return day
    told = int(year.value)
    try:
        start, end = replace(start, year=told), replace(end, year=told)
    except PartialDateError:  # 29 February
        return day
    value = f"{told}{day.value[_YEAR_VALUE:]}"
    return replace(day, start=start, end=end, value=value)


def _onward(length: TimeExpression, day: TimeExpression) -> TimeExpression:
    """Place "in the eight days from 18 June": it begins on that day."""
    if length.kind not in LENGTHS or not length.length_days:
        return length
    if day.start is None or not day.start.day:
        return length
    days = max(round(length.length_days), 1) - 1
    start = PartialDate.of(day.start.first_day)
    end = PartialDate.of(start.first_day + dt.timedelta(days=days))
    return replace(
        length, kind=TimeKind.PERIOD, start=start, end=end,
        precision=TimePrecision.DAYS, basis=day.basis,
    )  # fmt: skip


def _follows(first: TimeExpression, second: TimeExpression) -> bool:
    """Say whether two days or months lie side by side: "on Friday and Saturday"."""
    if first.end is None or second.start is None:
        return False
    if first.precision is not second.precision or first.relation is Relation.SINCE:
        return False
    return (second.start.first_day - first.end.last_day).days == 1


def _of_the_year_before(
    first: TimeExpression, second: TimeExpression
) -> TimeExpression:
    """Let "April" of "April–May 2018" be of that year."""
    start = first.start
    if start is None or second.start is None or start <= second.start:
        return first
    if first.basis is TimeBasis.STATED or second.basis is not TimeBasis.STATED:
        return first
    try:
        return replace(first, start=replace(start, year=second.start.year))
    except PartialDateError:  # 29 February
        return first


def _in_the_same_year(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """Let a range end within a year, where its end names none.

    The end of a range is read as coming ("to 15 December"); what began before it
    tells which December.
    """
    start, end = second.start, second.end
    if first.start is None or start is None or end is None:
        return second
    if (
        TimeBasis.STATED in (first.basis, second.basis)
        and first.basis is not second.basis
    ):
        return second
    if (end.first_day - first.start.first_day).days <= _YEAR or end.year != start.year:
        return second
    try:
        start = replace(start, year=start.year - 1)
        end = replace(end, year=end.year - 1)
    except PartialDateError:  # 29 February
        return second
    return second if start < first.start else replace(second, start=start, end=end)


def _before(end: PartialDate, length: float) -> PartialDate:
    """Return what lies ``length`` days before ``end``, to the minute where it is."""
    exact = end.minute >= 0
    minutes = round(length * DAY) if exact else (round(length) or 1) * DAY
    begun = end.first_day.toordinal() * DAY + max(end.minute, 0) - minutes
    ordinal, minute = divmod(max(begun, DAY), DAY)
    day = dt.date.fromordinal(ordinal)
    return PartialDate(day.year, day.month, day.day, minute if exact else -1)
