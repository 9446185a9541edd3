"""Times that are no single place on the calendar: sets, references, feasts."""

import datetime as dt

from trucewatch.reading.times import dates
from trucewatch.reading.times.calendars import (
    LENGTHS,
    Days,
    duration_value,
    shift,
    year_days,
)
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.reading.times.lengths import count_of, duration, unit_of
from trucewatch.values.stances import TimeBasis, TimePrecision


def reference(found: Found, frame: Frame) -> Resolved:
    """Recently, recent days, now, soon, the near future, in the past."""
    del frame
    return Resolved(TimeKind.REFERENCE, found.word("RYLF") or "PAST_REF")


def the_past(found: Found, frame: Frame) -> Resolved | None:
    """In the past, but not "in the last"."""
    return reference(found, frame) if found.says("trailing") else None


def recurring(found: Found, frame: Frame) -> Resolved:
    """Daily, every month, each Friday, per day."""
    del frame
    if "V" in found.codes:
        return Resolved(TimeKind.SET, found.word("V") or "")
    if "W" in found.codes:
        return Resolved(TimeKind.SET, f"XXXX-WXX-{(found.number('W') or 0) + 1}")
    if "M" in found.codes:
        return Resolved(TimeKind.SET, f"XXXX-{found.number('M') or 0:02d}")
    if "P" in found.codes:
        return Resolved(TimeKind.SET, f"XXXX-XX-XXT{found.word('P')}")
    inner = found.part(2)
    count = count_of(inner)
    return Resolved(TimeKind.SET, duration_value(count, unit_of(inner)))


def ordinal_unit(found: Found, frame: Frame) -> Resolved | None:
    """Day three, the eighth day, the 20th century."""
    del frame
    unit, number = unit_of(found), found.number("o1")
    if unit == "century" and number is not None and found.has("os"):
        return Resolved(
            TimeKind.DATE,
            f"{number - 1}",
            year_days(number * 100 - 99, number * 100),
            TimePrecision.YEAR,
            TimeBasis.STATED,
        )
    if unit not in {"day", "week", "month"}:
        return None
    length = LENGTHS[unit] if number == 1 else None
    return Resolved(TimeKind.DATE, "XXXX-XX-XX", length_days=length)


def ordinal_days(found: Found, frame: Frame) -> Resolved | None:
    """The first ten days: a length, placed by what they are the first of."""
    length = found.part(found.first("o") + 1)
    resolved = duration(length, frame)
    base = None
    if found.number("o") == 1:
        base = _first_of_month(found, frame) or _first_of(unit_of(length), frame)
    if resolved is None or resolved.length_days is None or base is None:
        return resolved
    last = shift(base, unit_of(length), count_of(length) or 1) - dt.timedelta(days=1)
    return resolved._replace(
        kind=TimeKind.PERIOD,
        days=Days(base, max(base, last)),
        precision=TimePrecision.DAYS,
        basis=frame.basis,
    )


def _first_of_month(found: Found, frame: Frame) -> dt.date | None:
    """Return the first day of the month that is named with the days."""
    if not found.has("Mm#"):
        return None
    month = dates.month(found.part(found.first("O") + 2), frame)
    return None if month is None or month.days is None else month.days.start


def _first_of(unit: str, frame: Frame) -> dt.date | None:
    """Return where the first days of a month just named, or months of a year, begin."""
    if unit == "month":
        return frame.anchor and frame.anchor.replace(month=1, day=1)
    previous = frame.previous
    if previous is None or previous.days is None or unit not in {"day", "week"}:
        return None
    return previous.days.start if previous.precision is TimePrecision.MONTH else None


def holiday(found: Found, frame: Frame) -> Resolved:
    """Eid, Ramadan: named, and left to a calendar of feasts."""
    del frame
    stated = found.number("4")
    if stated is None:
        return Resolved(TimeKind.DATE, "XXXX-XX-XX")
    return Resolved(
        TimeKind.DATE,
        f"{stated:04d}",
        year_days(stated),
        TimePrecision.YEAR,
        TimeBasis.STATED,
    )
