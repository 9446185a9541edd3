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
from trucewatch.reading.times.lengths import count_of, unit_of
from trucewatch.values.stances import TimePrecision

SATURDAY = 5
_ONE_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)
_UNITS = {
    TimePrecision.DAY: "day",
    TimePrecision.WEEK: "week",
    TimePrecision.MONTH: "month",
    TimePrecision.YEAR: "year",
}


def placed(unit: str, day: dt.date, frame: Frame) -> Resolved:
    """Return the calendar unit that ``day`` lies in, seen from the frame."""
    return Resolved(
        TimeKind.DATE,
        value_of(unit, day),
        days_of(unit, day),
        PRECISIONS[unit],
        frame.basis,
    )


def _part(day: dt.date, found: Found, frame: Frame) -> Resolved:
    """Return a day, or a part of it where the words name one."""
    part = found.word("P")
    value = day.isoformat() + (f"T{part}" if part else "")
    kind = TimeKind.CLOCK if part else TimeKind.DATE
    return Resolved(kind, value, Days(day, day), TimePrecision.DAY, frame.basis)


def weekday(found: Found, frame: Frame) -> Resolved:
    """On Friday, next Monday, Sunday night."""
    number = found.number("Wy") or 0
    if frame.anchor is None:
        part = found.word("P")
        value = f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")
        return Resolved(TimeKind.DATE, value)
    if "l" in found.codes:
        day = nearest_weekday(frame.anchor - _ONE_DAY, number, -1)
    elif "n" in found.codes:
        day = nearest_weekday(frame.anchor + _ONE_DAY, number, 1)
    else:
        day = nearest_weekday(frame.anchor, number, frame.direction)
    return _part(day, found, frame)


def deictic(found: Found, frame: Frame) -> Resolved:
    """Today, yesterday evening, overnight, the day after tomorrow."""
    part = found.word("P")
    if found.says("nightly"):
        part = "NI"
    if frame.anchor is None:
        return Resolved(TimeKind.DATE, "XXXX-XX-XX")
    steps = (found.number("D") or 0) + (found.number("G") or 0)
    day = frame.anchor + dt.timedelta(days=steps)
    end = frame.anchor if found.says("into_today") else day
    value = day.isoformat() + (f"T{part}" if part else "")
    kind = TimeKind.CLOCK if part else TimeKind.DATE
    precision = TimePrecision.DAY if day == end else TimePrecision.DAYS
    return Resolved(kind, value, Days(day, end), precision, frame.basis)


def part_of_day(found: Found, frame: Frame) -> Resolved:
    """This morning, last night, that evening."""
    part = found.word("P") or ""
    base = frame.anchor
    if found.has("dG") and frame.previous_days is not None:
        base = frame.previous_days.end
    if base is None:
        return Resolved(TimeKind.CLOCK, f"XXXX-XX-XXT{part}")
    day = base + dt.timedelta(days=found.number("lncG") or 0)
    result = _part(day, found, frame)
    if part == "NI" and "l" in found.codes:
        return result._replace(days=Days(day, base), precision=TimePrecision.DAYS)
    return result


def relative_unit(found: Found, frame: Frame) -> Resolved | None:
    """Last week, this year, the past day, the following month, last June."""
    for classes, rule in (
        ("W", weekday),
        ("Mm#", dates.month),
        ("S", dates.season),
        ("Qp", dates.quarter),
    ):
        if found.has(classes):
            return rule(found, frame)
    if found.has("P"):
        return part_of_day(found, frame)
    unit = unit_of(found)
    step = next((found.number(code) for code in "lncdG" if code in found.codes), 0) or 0
    if "G" in found.codes and unit != "day":
        beside = frame.week if unit == "week" else None
        beside = beside or frame.previous_days or frame.recent or frame.anchor_days
        return _stretch_beside(beside, unit, step, frame) if beside else None
    last = found.has("t") and found.says("trailing_after_the")
    if found.says("trailing") or last:
        resolved = counted(frame, unit, 1.0, -1)
        return _over(resolved) if found.says("over") else resolved
    base = frame.anchor
    if frame.previous_days and _from_previous(found, frame):
        base = frame.previous_days.start
    if unit == "weekend" and base is not None:
        return placed(unit, _weekend(base, found, frame) + step * _WEEK, frame)
    resolved = whole_unit(unit, base, step, frame)
    return dates.so_far(resolved, frame, 0) if step == 0 else resolved


def _stretch_beside(beside: Days, unit: str, step: int, frame: Frame) -> Resolved:
    """Return the week or month just before or after the days spoken of."""
    gap = _ONE_DAY if beside.start < beside.end else dt.timedelta()
    if step < 0:
        days = Days(shift(beside.start, unit, -1), beside.start - gap)
    else:
        days = Days(beside.end + gap, shift(beside.end, unit, 1))
    middle = days.start + (days.end - days.start) // 2
    return placed(unit, middle, frame)._replace(days=days)


def _from_previous(found: Found, frame: Frame) -> bool:
    """Say whether a unit counts from the day spoken of before, not from the anchor."""
    if "G" in found.codes or found.says("from_previous"):
        return True
    return found.codes.startswith("t n") and frame.direction <= 0


def whole_unit(unit: str, base: dt.date | None, step: int, frame: Frame) -> Resolved:
    """Return the calendar unit so many steps from the one of ``base``."""
    if base is None:
        return Resolved(TimeKind.DATE, "XXXX")
    return placed(unit, shift(base, unit, step), frame)


def _weekend(base: dt.date, found: Found, frame: Frame) -> dt.date:
    """Return a day whose weekend is meant: on a weekday the last or the next."""
    ahead = frame.direction > 0 or found.has("nc")
    return (
        base if base.weekday() >= SATURDAY or ahead or found.has("l") else base - _WEEK
    )


def relative_count(found: Found, frame: Frame) -> Resolved:
    """The past 24 hours, the last ten days, the next two weeks."""
    start = next(at for at, code in enumerate(found.codes) if code in "wI123456v")
    step = next(found.number(code) for code in "nlc" if code in found.codes[:start])
    count = count_of(found.part(start))
    beside = frame.previous_days if found.says("preceding") else None
    resolved = counted(frame, unit_of(found), count, step or -1, beside)
    return _over(resolved) if found.says("over") else resolved


def _over(resolved: Resolved) -> Resolved:
    """Let "the last full day" end the day before: the day of writing is not over."""
    if resolved.days is None:
        return resolved
    start, end = resolved.days
    return resolved._replace(days=Days(start - _ONE_DAY, end - _ONE_DAY))


def counted(
    frame: Frame,
    unit: str,
    count: float | None,
    step: int,
    beside: Days | None = None,
) -> Resolved:
    """Return a stretch of so many units beside the anchor, or beside other days."""
    length = None if count is None else count * LENGTHS[unit]
    resolved = Resolved(
        TimeKind.PERIOD, duration_value(count, unit), length_days=length
    )
    if frame.anchor is None or count is None:
        return resolved
    beside = beside or Days(frame.anchor, frame.anchor)
    base = beside.start if step < 0 else beside.end
    other = shift(base, unit, count * (1 if step > 0 else -1))
    days = Days(min(other, base), max(other, base))
    return resolved._replace(days=days, precision=TimePrecision.DAYS, basis=frame.basis)


def days_beside(found: Found, frame: Frame) -> Resolved:
    """The three days before, the six months after: beside the stretch spoken of."""
    unit, count = unit_of(found), count_of(found.part(2))
    step = found.number("Gl") or -1
    length = None if count is None else count * LENGTHS[unit]
    resolved = Resolved(
        TimeKind.PERIOD, duration_value(count, unit), length_days=length
    )
    beside = None if length is None else frame.stretches.get(round(length))
    beside = beside or frame.previous_days or frame.recent or frame.anchor_days
    if beside is None or count is None:
        return resolved
    if step < 0:
        end = beside.start - _ONE_DAY
        days = Days(min(shift(beside.start, unit, -count), end), end)
    else:
        start = beside.end + _ONE_DAY
        days = Days(start, max(shift(beside.end, unit, count), start))
    return resolved._replace(days=days, precision=TimePrecision.DAYS, basis=frame.basis)


def week_of_day(found: Found, frame: Frame) -> Resolved | None:
    """The week of 4 March: seven days from that day on."""
    if unit_of(found) != "week":
        return None
    day = dates.month_day(found, frame) if found.has("Mm#") else None
    if day is None or day.days is None:
        return day
    days = Days(day.days.start, day.days.start + _WEEK - _ONE_DAY)
    return day._replace(kind=TimeKind.PERIOD, days=days, precision=TimePrecision.DAYS)


def week_of_month(found: Found, frame: Frame) -> Resolved | None:
    """The first week of May: its days 1 to 7; the last week: its last seven."""
    if unit_of(found) != "week":
        return None
    whole = dates.month(found.part(found.first("u")), frame)
    if whole is None or whole.days is None:
        return whole
    start, end = whole.days.start, whole.days.end
    if found.has("l"):
        start = end - _WEEK + _ONE_DAY
    else:
        start += _WEEK * ((found.number("o") or 1) - 1)
    days = Days(start, min(start + _WEEK - _ONE_DAY, end))
    return Resolved(
        TimeKind.PERIOD,
        f"{days.start}/{days.end}",
        days,
        TimePrecision.DAYS,
        whole.basis,
    )


def plain_relative(found: Found, frame: Frame) -> Resolved:
    """These days, past years, coming weeks, the last months."""
    del frame
    if found.has("c"):
        return Resolved(TimeKind.REFERENCE, "PRESENT_REF")
    if found.has("n"):
        return Resolved(TimeKind.REFERENCE, "FUTURE_REF")
    if found.has("d"):
        return Resolved(TimeKind.DURATION, duration_value(None, unit_of(found)))
    return Resolved(TimeKind.REFERENCE, "PAST_REF")


def ago(found: Found, frame: Frame) -> Resolved:
    """Two days ago, a month earlier, three hours later."""
    unit, count = unit_of(found), count_of(found)
    step = found.number("geG") or -1
    if unit == "year" and count == 1 and step < 0 and frame.quarter is not None:
        return placed("quarter", shift(frame.quarter, unit, -1), frame)
    base, grain = frame.anchor, unit
    if "g" not in found.codes and frame.previous_days is not None:
        base = frame.previous_days.start
        grain = _finer(unit, frame.previous)
    if base is None or count is None:
        reference = "PAST_REF" if step < 0 else "FUTURE_REF"
        length = None if count is None else count * LENGTHS[unit]
        value = reference if count is None else duration_value(count, unit)
        return Resolved(TimeKind.DATE, value, length_days=length)
    day = shift(base, unit, count * step)
    resolved = placed(grain, day, frame)._replace(length_days=count * LENGTHS[unit])
    return resolved._replace(days=Days(day, day)) if unit == grain else resolved


def _finer(unit: str, previous: Resolved | None) -> str:
    """Return the finer of a unit and the precision of the previous date."""
    other = None if previous is None else _UNITS.get(previous.precision)
    if other is None or unit not in LENGTHS:
        return unit
    return min(unit, other, key=LENGTHS.__getitem__)


def year_before(found: Found, frame: Frame) -> Resolved:
    """The year-earlier quarter, year-ago: the same a year before."""
    unit = unit_of(found)
    if frame.quarter is not None:
        return placed("quarter", shift(frame.quarter, unit, -1), frame)
    base = frame.previous_days.start if frame.previous_days else frame.anchor
    return whole_unit(unit, base, -1, frame)


def bound(found: Found, frame: Frame) -> Resolved | None:
    """The end of the month, the start of the year, earlier this year, late 2015."""
    if found.has("4"):
        return dates.year(found, frame)
    if found.has("e"):
        return _to_date(found, frame)
    inner = relative_unit(found, frame)
    if inner is None or inner.days is None or not found.has("bB"):
        return inner
    if not found.has("uQ"):
        return inner
    whole = days_of(unit_of(found), inner.days.start)
    return inner._replace(days=dates.edge_of(whole, found, frame))


def _to_date(found: Found, frame: Frame) -> Resolved | None:
    """Earlier this year, later this month: one side of the anchor in the unit."""
    inner = relative_unit(found, frame)
    if inner is None or inner.days is None or frame.anchor is None:
        return inner
    if not inner.days.start <= frame.anchor <= inner.days.end or not found.has("u"):
        return inner
    whole = days_of(unit_of(found), frame.anchor)
    if found.number("e") == 1:
        return inner._replace(days=Days(frame.anchor, whole.end))
    return inner._replace(days=Days(whole.start, frame.anchor))


def the_unit(found: Found, frame: Frame) -> Resolved | None:
    """In the course of the day, over the month, for the quarter."""
    if found.has("Q"):
        return dates.quarter(found, frame)
    unit = unit_of(found)
    base = frame.anchor
    if unit == "weekend" and base is not None:
        base = _weekend(base, found, frame)
    if unit == "week" and frame.week is not None:
        return placed(unit, frame.week.end, frame)._replace(days=frame.week)
    resolved = whole_unit(unit, base, 0, frame)._replace(length_days=LENGTHS[unit])
    if unit == "day" and base is not None and frame.direction <= 0:
        return resolved._replace(days=Days(base - _ONE_DAY, base))
    return dates.so_far(resolved, frame, 0)
