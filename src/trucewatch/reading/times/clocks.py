"""Clock times: 07:00, 10.00 p.m., 0600 GMT, noon, with or without their day."""

import re
from collections.abc import Callable

from trucewatch.reading.times import dates, relative
from trucewatch.reading.times.calendars import Days
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.values.stances import TimePrecision

HOUR = 60
HALF_DAY = 12
DAY_MINUTES = 24 * HOUR

_TIME = re.compile(
    r"C|[12][:.][12](?:[:][12])?|[12](?= ?x)|[456](?=,? ?[hXJZ7])|[12w](?= ?%)"
)


def clock(found: Found, frame: Frame) -> Resolved | None:
    """A time of day, resolved with its day or with the day spoken of."""
    match = _TIME.search(found.codes)
    if match is None:
        return None
    minute = _minute(found, match)
    if minute is None:
        return None
    day = _day(found, match, frame)
    value = f"T{minute // HOUR:02d}:{minute % HOUR:02d}"
    if day is None or day.days is None:
        partial = "XXXX-XX-XX" if day is None else day.value
        return Resolved(TimeKind.CLOCK, partial + value)
    days = Days(day.days.end, day.days.end)
    minute %= DAY_MINUTES
    return Resolved(
        TimeKind.CLOCK,
        days.end.isoformat() + value,
        days,
        TimePrecision.INSTANT,
        day.basis,
        minutes=(minute, minute),
    )


def _minute(found: Found, match: re.Match[str]) -> int | None:
    """Return minutes after midnight, or None when it is no time of day."""
    first = found.words[match.start()]
    if match[0] == "C":
        return int(found.lexicon.meanings[first])
    if match[0] == "w":
        return int(found.lexicon.meanings[first]) * HOUR
    if match[0] in "456":
        hour, minute = int(first[:-2]), int(first[-2:])
    else:
        hour = int(first)
        minutes = found.words[match.start() + 2] if len(match[0]) > 1 else "00"
        minute = int(minutes) if len(minutes) > 1 else HOUR
    half = found.word("x")
    if half == "p" and hour < HALF_DAY:
        hour += HALF_DAY
    if half == "a" and hour == HALF_DAY:
        hour = 0
    return hour * HOUR + minute if hour <= HALF_DAY * 2 and minute < HOUR else None


_DATES: tuple[
    tuple[re.Pattern[str], Callable[[Found, Frame], Resolved | None]], ...
] = (
    (re.compile("[Mm#].*1|1.*[Mm#]"), dates.month_day),
    (re.compile("4[-/][12][-/][12]"), dates.iso),
    (re.compile("[12][-/.][12][-/.][42]"), dates.numeric),
    (re.compile("W"), relative.weekday),
    (re.compile("D"), relative.deictic),
)


def _day(found: Found, match: re.Match[str], frame: Frame) -> Resolved | None:
    """Return the day a clock time belongs to: named, spoken of, or the anchor."""
    rest = found._replace(
        words=found.words[: match.start()] + found.words[match.end() :],
        codes=found.codes[: match.start()] + found.codes[match.end() :],
    )
    for pattern, rule in _DATES:
        if pattern.search(rest.codes):
            return rule(rest, frame)
    if frame.previous is not None and frame.previous.precision is TimePrecision.DAY:
        return frame.previous
    if frame.anchor is None:
        return None
    days = Days(frame.anchor, frame.anchor)
    return Resolved(TimeKind.DATE, "", days, TimePrecision.DAY, frame.basis)
