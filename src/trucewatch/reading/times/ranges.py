"""Two expressions that make one stretch: from A to B, between A and B."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.reading.times.context import signal_of
from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.lexicon import english
from trucewatch.reading.times.matching import Match, Pieces
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimePrecision

DAY = 24 * 60  # minutes
LENGTHS = frozenset({TimeKind.DURATION, TimeKind.PERIOD})
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
    if first.kind in LENGTHS and first.length_days and joint != "and":
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
    if (
        first.start is None
        or first.start > second.end
        or (joint == "and" and not opened)
    ):
        return None
    return (
        replace(first, end=second.end, relation=Relation.FROM_TO),
        replace(second, start=first.start, relation=Relation.FROM_TO),
    )


def _before(end: PartialDate, length: float) -> PartialDate:
    """Return what lies ``length`` days before ``end``, to the minute where it is."""
    exact = end.minute >= 0
    minutes = round(length * DAY) if exact else (round(length) or 1) * DAY
    begun = end.first_day.toordinal() * DAY + max(end.minute, 0) - minutes
    ordinal, minute = divmod(max(begun, DAY), DAY)
    day = dt.date.fromordinal(ordinal)
    return PartialDate(day.year, day.month, day.day, minute if exact else -1)
