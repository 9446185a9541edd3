"""Times seen from another day: yesterday, on Friday, last week, two days ago."""

import datetime as dt

from trucewatch.reading.times import dates
from trucewatch.reading.times.calendars import (
    LENGTHS,
    PRECISIONS,
    Days,
    days_of,
    duration_value,
    nearest_weekday,
    shift,
    value_of,
)
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.reading.times.lengths import count_of, duration, unit_of
from trucewatch.values.stances import TimeBasis, TimePrecision

WEEK = 7
_ONE_DAY = dt.timedelta(days=1)


def _dated(day: dt.date, found: Found, frame: Frame) -> Resolved:
    """Return a day, or a part of it where the words name one."""
    part = found.word("P")
    value = day.isoformat() + (f"T{part}" if part else "")
    kind = TimeKind.CLOCK if part else TimeKind.DATE
    return Resolved(kind, value, Days(day, day), TimePrecision.DAY, frame.basis)


def weekday(found: Found, frame: Frame) -> Resolved:
    """On Friday, next Monday, Sunday night."""
    number = found.number("Wy") or 0
    part = found.word("P")
    if frame.anchor is None:
        value = f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")
        return Resolved(TimeKind.DATE, value)
    if "l" in found.codes:
        day = nearest_weekday(frame.anchor - _ONE_DAY, number, -1)
    elif "n" in found.codes:
        day = nearest_weekday(frame.anchor + _ONE_DAY, number, 1)
    else:
        day = nearest_weekday(frame.anchor, number, frame.direction)
    return _dated(day, found, frame)


def deictic(found: Found, frame: Frame) -> Resolved:
    """Today, yesterday evening, tomorrow, overnight."""
    part = found.word("P")
    word = found.words[found.places("D")[0]]
    if word in {"tonight", "overnight"}:
        part = "NI"
    if frame.anchor is None:
        return Resolved(TimeKind.DATE, "XXXX-XX-XX")
    shifted = found.number("D") or 0
    day = frame.anchor + dt.timedelta(days=shifted)
    start = day
    value = day.isoformat() + (f"T{part}" if part else "")
    end = frame.anchor if word == "overnight" else day
    kind = TimeKind.CLOCK if part else TimeKind.DATE
    precision = TimePrecision.DAY if start == end else TimePrecision.DAYS
    return Resolved(kind, value, Days(start, end), precision, frame.basis)


def part_of_day(found: Found, frame: Frame) -> Resolved:
    """This morning, last night, that evening."""
    part = found.word("P") or ""
    if "d" in found.codes:
        base = frame.previous.end if frame.previous else frame.anchor
    else:
        base = frame.anchor
    if base is None:
        return Resolved(TimeKind.CLOCK, f"XXXX-XX-XXT{part}")
    day = base + dt.timedelta(days=found.number("lnc") or 0)
    result = _dated(day, found, frame)
    if part == "NI" and "l" in found.codes:
        return result._replace(days=Days(day, base), precision=TimePrecision.DAYS)
    return result


def relative_unit(found: Found, frame: Frame) -> Resolved | None:
    """Last week, this year, the past day, the following month, last June."""
    if "W" in found.codes:
        return weekday(found, frame)
    if set("Mm") & set(found.codes):
        return dates.month(found, frame)
    if "S" in found.codes:
        return dates.season(found, frame)
    if "Q" in found.codes:
        return dates.quarter(found, frame)
    unit = unit_of(found)
    step = next((found.number(code) for code in "lncd" if code in found.codes), 0) or 0
    words = set(found.words)
    if "past" in words or (step < 0 and "the" in words and "last" in words):
        return _counted(found, frame, unit, 1.0, -1)
    base = frame.anchor
    if words & {"previous", "following", "preceding", "that", "same"} and frame.previous:
        base = frame.previous.start
    if base is None:
        return Resolved(TimeKind.DATE, value_of(unit, dt.date(1000, 1, 1)).replace("1000", "XXXX"))
    day = shift(base, unit, step)
    kind = TimeKind.DATE
    return Resolved(kind, value_of(unit, day), days_of(unit, day), PRECISIONS[unit], frame.basis)


def relative_count(found: Found, frame: Frame) -> Resolved:
    """The past 24 hours, the last ten days, the next two weeks."""
    start = next(place for place, code in enumerate(found.codes) if code in "w1234v5")
    counted = found._replace(words=found.words[start:], codes=found.codes[start:])
    step = next(found.number(code) for code in "lnc" if code in found.codes)
    return _counted(found, frame, unit_of(found), count_of(counted), step or -1)


def _counted(
    found: Found, frame: Frame, unit: str, count: float | None, step: int
) -> Resolved:
    """Return a stretch of so many units that ends or begins at the anchor."""
    del found
    value = duration_value(count, unit)
    length = None if count is None else count * LENGTHS[unit]
    resolved = Resolved(TimeKind.PERIOD, value, length_days=length)
    if frame.anchor is None or count is None:
        return resolved
    other = shift(frame.anchor, unit, count * (1 if step > 0 else -1))
    days = Days(min(other, frame.anchor), max(other, frame.anchor))
    return resolved._replace(days=days, precision=TimePrecision.DAYS, basis=frame.basis)


def ago(found: Found, frame: Frame) -> Resolved:
    """Two days ago, a month earlier, three hours later."""
    stop = found.places("uUQh")[0]
    unit = unit_of(found)
    count = count_of(found)
    step = found.number("g") or found.number("e") or -1
    base = frame.anchor
    if "g" not in found.codes and frame.previous is not None:
        base = frame.previous.start
    if base is None or count is None or not stop:
        value = duration_value(count, unit)
        length = None if count is None else count * LENGTHS[unit]
        reference = "PAST_REF" if step < 0 else "FUTURE_REF"
        return Resolved(
            TimeKind.DATE, reference if count is None else value, length_days=length
        )
    day = shift(base, unit, count * step)
    return Resolved(
        TimeKind.DATE,
        value_of(unit, day),
        days_of(unit, day),
        PRECISIONS[unit],
        frame.basis,
        count * LENGTHS[unit],
    )


def bound(found: Found, frame: Frame) -> Resolved | None:
    """The end of the month, the start of the year, earlier this year, late 2015."""
    edge = found.word("Bb") or ""
    if found.has("45"):
        inner = dates.year(found, frame)
    elif found.has("e"):
        return _to_date(found, frame)
    elif "Q" in found.codes:
        inner = dates.quarter(found, frame)
    else:
        inner = relative_unit(found, frame)
    if inner is None or inner.days is None or not found.has("B"):
        return inner
    days = inner.days
    if edge == "END":
        days = Days(days.end, days.end)
    elif edge == "START":
        days = Days(days.start, days.start)
    return inner._replace(days=days)


def _to_date(found: Found, frame: Frame) -> Resolved | None:
    """Earlier this year, later this month: one side of the anchor in the unit."""
    inner = relative_unit(found, frame)
    if inner is None or inner.days is None or frame.anchor is None:
        return inner
    if not inner.days.start <= frame.anchor <= inner.days.end:
        return inner
    if found.number("e") == 1:
        return inner._replace(days=Days(frame.anchor, inner.days.end))
    return inner._replace(days=Days(inner.days.start, frame.anchor))


def the_unit(found: Found, frame: Frame) -> Resolved | None:
    """In the course of the day, over the month, for the quarter."""
    if frame.anchor is None:
        return Resolved(TimeKind.DATE, "XXXX")
    if "Q" in found.codes:
        return dates.quarter(found, frame)
    unit = unit_of(found)
    base = frame.anchor
    return Resolved(
        TimeKind.DATE, value_of(unit, base), days_of(unit, base), PRECISIONS[unit], frame.basis
    )


def reference(found: Found, frame: Frame) -> Resolved:
    """Recently, recent days, now, soon."""
    del frame
    return Resolved(TimeKind.REFERENCE, found.word("RL") or "PAST_REF")


def recurring(found: Found, frame: Frame) -> Resolved:
    """Daily, every month, each Friday, per day."""
    del frame
    if "V" in found.codes:
        return Resolved(TimeKind.SET, found.word("V") or "")
    if "W" in found.codes:
        return Resolved(TimeKind.SET, f"XXXX-WXX-{(found.number('W') or 0) + 1}")
    if "P" in found.codes:
        return Resolved(TimeKind.SET, f"XXXX-XX-XXT{found.word('P')}")
    inner = found._replace(words=found.words[2:], codes=found.codes[2:])
    unit = unit_of(inner)
    return Resolved(TimeKind.SET, duration_value(count_of(inner) or 1.0, unit))


def day_of(found: Found, frame: Frame) -> Resolved | None:
    """Day three, the eighth day: counted from something the words do not date."""
    if "u" not in found.codes or found.words[found.places("u")[0]] not in {"day", "week", "month"}:
        return None
    del frame
    return Resolved(TimeKind.DATE, "XXXX-XX-XX")


def ordinal_days(found: Found, frame: Frame) -> Resolved:
    """The first ten days: a length, placed by what they are the first of."""
    start = found.places("o")[0] + 1
    return duration(found._replace(words=found.words[start:], codes=found.codes[start:]), frame)


def holiday(found: Found, frame: Frame) -> Resolved:
    """Eid, Ramadan: named, and left to a calendar of feasts."""
    del frame
    stated = found.number("4")
    days = year_days_of(stated)
    precision = TimePrecision.YEAR if stated else TimePrecision.UNRESOLVED
    basis = TimeBasis.STATED if stated else TimeBasis.UNSTATED
    value = f"{stated:04d}" if stated else "XXXX-XX-XX"
    return Resolved(TimeKind.DATE, value, days, precision, basis)


def year_days_of(number: int | None) -> Days | None:
    """Return the days of a year, or None without one."""
    return None if number is None else Days(dt.date(number, 1, 1), dt.date(number, 12, 31))
