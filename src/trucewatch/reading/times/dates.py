"""Dates with numbers in them: days, months, years, ranges of days, quarters."""

import datetime as dt
import re

from trucewatch.reading.times.calendars import (
    MONTHS,
    QUARTER_MONTHS,
    Days,
    half_days,
    make_day,
    middle_of,
    month_days,
    quarter_days,
    season_days,
    shift_months,
    third_of,
    year_days,
)
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.values.stances import TimeBasis, TimePrecision

NEAR_FUTURE = 100  # days ahead up to which a date without future tense may lie
NEAR_MONTH = 62
AGAINST_TENSE = 5  # a date lies against its tense when so many times nearer there
DECADE, CENTURY = 10, 100
HOURS, MINUTES = 24, 60
NEAR_YEARS = 20  # two digits name a year at most so far ahead
LATEST_YEAR = 2050  # up to which two digits are a year of this century


def year_of(
    month: int, day: int, frame: Frame, weekday: int | None = None
) -> int | None:
    """Return the year a date without year lies in, seen from the frame.

    The nearest past one and the nearest coming one are weighed: the words around
    say which side counts how much (``AGAINST_TENSE``). A weekday beside the date
    decides where only one year fits it.
    """
    anchor = frame.anchor
    if anchor is None:
        return None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [d for year in years if (d := make_day(year, month, day or 1)) is not None]
    fitting = [found for found in days if found.weekday() == weekday]
    if len(fitting) == 1:
        return fitting[0].year
    if not days:
        return anchor.year
    today = anchor if day else anchor.replace(day=1)
    past = max((found for found in days if found <= today), default=days[0])
    future = min((found for found in days if found >= today), default=days[-1])
    if frame.after("past_signals"):
        return past.year  # "since January"
    ahead, behind = (future - today).days, (today - past).days
    if frame.direction > 0 or frame.after("deadline_signals"):
        return past.year if behind * AGAINST_TENSE < ahead else future.year
    weight = AGAINST_TENSE if frame.direction < 0 else 1
    near = NEAR_FUTURE if day else NEAR_MONTH
    return future.year if ahead < min(behind / weight, near) else past.year


def _single(day: dt.date | None, basis: TimeBasis, partial: str) -> Resolved:
    if day is None:
        return Resolved(TimeKind.DATE, partial)
    return Resolved(
        TimeKind.DATE, day.isoformat(), Days(day, day), TimePrecision.DAY, basis
    )


def iso(found: Found, frame: Frame) -> Resolved | None:
    """2016-05-23, 2016-05-23T12:30."""
    del frame
    year, month, day, *clock = (int(word) for word in found.words if word.isdecimal())
    date = make_day(year, month, day)
    if date is None:
        return None
    resolved = _single(date, TimeBasis.STATED, "")
    if not clock:
        return resolved
    hour, minute = clock[:2]
    if hour >= HOURS or minute >= MINUTES:
        return None
    return resolved._replace(
        kind=TimeKind.CLOCK,
        value=f"{resolved.value}T{hour:02d}:{minute:02d}",
        precision=TimePrecision.INSTANT,
        minutes=(hour * MINUTES + minute,) * 2,
    )


def numeric(found: Found, frame: Frame) -> Resolved | None:
    """08.03.2016: day before month, unless only the other order is a date."""
    numbers = [int(word) for word in found.words if word.isdecimal()]
    day, month, year = numbers
    if len(found.words[-1]) == 1:
        return None
    if month > MONTHS:
        day, month = month, day
    if year < CENTURY:
        latest = frame.anchor.year + NEAR_YEARS if frame.anchor else LATEST_YEAR
        year += latest // CENTURY * CENTURY
        year -= CENTURY if year > latest else 0
    date = make_day(year, month, day)
    return _single(date, TimeBasis.STATED, "") if date else None


def month_day(found: Found, frame: Frame) -> Resolved | None:
    """March 8, 8 March 2016, Sunday, May 22, 2016."""
    month, day = found.number("Mm#") or 0, found.number("1") or 0
    stated = found.number("45")
    year = stated or year_of(month, day, frame, found.number("Wy"))
    basis = TimeBasis.STATED if stated else frame.basis
    partial = f"XXXX-{month:02d}-{day:02d}"
    if year is None:
        return _single(None, basis, partial)
    date = make_day(year, month, day)
    return _single(date, basis, partial) if date else None


def day_number(found: Found, frame: Frame) -> Resolved | None:
    """On the 4th: the nearest such day on the side the words speak of.

    Of two days ("the 16th and 17th") the last is placed first.
    """
    numbers = [int(found.words[place]) for place in found.places("1")]
    last = _day_numbered(numbers[-1], frame)
    if last is None or last.days is None or len(numbers) == 1:
        return last
    end = last.days.end
    month = end if numbers[0] <= end.day else shift_months(end.replace(day=1), -1)
    start = make_day(month.year, month.month, numbers[0])
    if start is None:
        return last
    value = f"{start.isoformat()}/{end.isoformat()}"
    return last._replace(
        kind=TimeKind.PERIOD,
        value=value,
        days=Days(start, end),
        precision=TimePrecision.DAYS,
    )


def _day_numbered(number: int, frame: Frame) -> Resolved | None:
    """Return the nearest day of that number on the side the words speak of."""
    anchor = frame.anchor
    if anchor is None:
        return _single(None, frame.basis, f"XXXX-XX-{number:02d}")
    step = 1 if frame.direction > 0 else -1
    if frame.after("deadline_signals") and frame.previous_days is not None:
        anchor, step = frame.previous_days.end, 1  # "from March 8 until the 12th"
    for months in range(3):
        month_day_of = shift_months(anchor.replace(day=1), step * months)
        day = make_day(month_day_of.year, month_day_of.month, number)
        if day is not None and (day - anchor).days * step >= 0:
            return _single(day, frame.basis, "")
    return None


def day_range(found: Found, frame: Frame) -> Resolved | None:
    """2-8 August, August 28 and 30."""
    first, last = (int(found.words[place]) for place in found.places("1")[:2])
    month = found.number("Mm#") or 0
    stated = found.number("45")
    year = stated or year_of(month, last, frame)
    basis = TimeBasis.STATED if stated else frame.basis
    if year is None:
        value = f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}"
        return Resolved(TimeKind.PERIOD, value)
    start, end = make_day(year, month, first), make_day(year, month, last)
    if start is None or end is None:
        return None
    if start > end:
        start = shift_months(start, -1)
    value = f"{start}/{end}"
    return Resolved(TimeKind.PERIOD, value, Days(start, end), TimePrecision.DAYS, basis)


def month(found: Found, frame: Frame) -> Resolved | None:
    """May 2016, last June, in January, mid-November, the end of April."""
    number = found.number("Mm#") or 0
    stated = found.number("45")
    basis = TimeBasis.STATED if stated else frame.basis
    year = stated or _month_year(found, frame, number)
    if year is None:
        return Resolved(TimeKind.DATE, f"XXXX-{number:02d}")
    days = edge_of(month_days(year, number), found, frame)
    value = f"{year:04d}-{number:02d}"
    resolved = Resolved(TimeKind.DATE, value, days, TimePrecision.MONTH, basis)
    return so_far(resolved, frame, -1) if frame.after("while_signals") else resolved


def so_far(resolved: Resolved, frame: Frame, before: int) -> Resolved:
    """Let a unit that is not over end at the anchor, where the words are not of later.

    Args:
        resolved: The unit.
        frame: Where it is seen from.
        before: The furthest direction that still lets it end: 0 where the unit itself
            points here ("this year"), -1 where only a past tense does ("in 2017").
    """
    days, anchor = resolved.days, frame.anchor
    if days is None or anchor is None or not days.start <= anchor < days.end:
        return resolved
    if frame.direction > before:
        return resolved
    return resolved._replace(days=Days(days.start, anchor))


def edge_of(days: Days, found: Found, frame: Frame) -> Days:
    """Return the part of a unit that "early", "mid-" or "the end of" leaves.

    Beside a preposition that wants one day ("since mid-May") the middle is a day.
    """
    if found.has("f"):
        return _half_of(days, found.number("o") or 1)
    bound, edge = found.word("B"), found.word("b")
    if bound in ENDS:
        end = days.end if bound == "END" else days.start
        return Days(end, end)
    if edge == "MID" and frame.after("point_signals"):
        return middle_of(days)
    part = bound or edge
    return third_of(days, part) if part else days


ENDS = frozenset({"START", "END"})


def _half_of(days: Days, half: int) -> Days:
    middle = days.start + (days.end - days.start) // 2
    if half == 1:
        return Days(days.start, middle)
    return Days(middle + dt.timedelta(days=1), days.end)


def _month_year(found: Found, frame: Frame, number: int) -> int | None:
    """Return the year of a month named without one."""
    anchor = frame.anchor
    if anchor is None:
        return None
    if found.has("u") and found.has("lnc"):  # "June last year"
        return anchor.year + (found.number("lnc") or 0)
    if "l" in found.codes:
        return anchor.year - (number >= anchor.month)
    if "n" in found.codes:
        return anchor.year + (number <= anchor.month)
    return anchor.year if "c" in found.codes else year_of(number, 0, frame)


def year(found: Found, frame: Frame) -> Resolved | None:
    """2016, early 1999, the end of 2015."""
    number = found.number("45") or 0
    resolved = Resolved(
        TimeKind.DATE,
        f"{number:04d}",
        edge_of(year_days(number), found, frame),
        TimePrecision.YEAR,
        TimeBasis.STATED,
    )
    return so_far(resolved, frame, -1) if frame.after("while_signals") else resolved


def spelled_year(found: Found, frame: Frame) -> Resolved | None:
    """Nineteen ninety-six."""
    del frame
    tens = [int(found.lexicon.meanings[found.words[at]]) for at in found.places("w")]
    number = (found.number("I") or 0) * CENTURY + sum(tens)
    if tens[0] < DECADE or any(ten >= CENTURY for ten in tens):
        return None
    return Resolved(
        TimeKind.DATE,
        f"{number:04d}",
        year_days(number),
        TimePrecision.YEAR,
        TimeBasis.STATED,
    )


def year_range(found: Found, frame: Frame) -> Resolved | None:
    """2016-2018."""
    del frame
    first, last = (int(found.words[place]) for place in found.places("4"))
    if first > last:
        return None
    return Resolved(
        TimeKind.PERIOD,
        f"{first}/{last}",
        year_days(first, last),
        TimePrecision.YEAR,
        TimeBasis.STATED,
    )


def decade(found: Found, frame: Frame) -> Resolved | None:
    """The 1990s, the '80s, the nineties."""
    del frame
    number = found.number("412N") or 0
    first = (number if number >= CENTURY else number + 1900) // DECADE * DECADE
    return Resolved(
        TimeKind.DATE,
        f"{first // DECADE:03d}",
        year_days(first, first + DECADE - 1),
        TimePrecision.YEAR,
        TimeBasis.STATED,
    )


def quarter(found: Found, frame: Frame) -> Resolved | None:
    """The third quarter, the first half of 2016, last quarter, the 1988 period."""
    stated = found.number("45")
    if not found.has("of{"):
        return _quarter_near(found, frame, stated)
    number = found.number("o1") or HALVES[found.has("l")]
    half = "f" in found.codes
    months = 6 if half else QUARTER_MONTHS
    if number * months > MONTHS:
        return None
    letter = "H" if half else "Q"
    year_number, basis = stated, TimeBasis.STATED
    if year_number is None and frame.anchor is not None:
        basis = frame.basis
        year_number = _quarter_year(found, frame, (number - 1) * months + 1)
    if year_number is None:
        return Resolved(TimeKind.DATE, f"XXXX-{letter}{number}")
    days = (half_days if half else quarter_days)(year_number, number)
    value = f"{year_number:04d}-{letter}{number}"
    return Resolved(TimeKind.DATE, value, days, TimePrecision.MONTH, basis)


HALVES = {True: 2, False: 1}  # "the last half" is the second


def _quarter_year(found: Found, frame: Frame, first_month: int) -> int:
    """Return the year of a quarter or half named without one."""
    anchor = frame.anchor or dt.date.min
    if "u" in found.codes:  # "last year's third quarter"
        return anchor.year + (found.number("lnc") or 0)
    begun = first_month <= anchor.month
    return anchor.year - (not begun and frame.direction <= 0)


def _quarter_near(found: Found, frame: Frame, stated: int | None) -> Resolved | None:
    """Return the quarter spoken of, or the last, this, next one.

    "The quarter" and "the latest period" are the one named last in the document;
    where none was named, the last that was over.
    """
    if found.has("p") and frame.quarter is None:
        return None
    if frame.anchor is None:
        return Resolved(TimeKind.DATE, "XXXX-QX")
    near = found.number("lnc") if "u" not in found.codes else None
    day = shift_months(frame.anchor, QUARTER_MONTHS * (-1 if near is None else near))
    if frame.quarter is not None and (near is None or found.says("latest")):
        day = frame.quarter
    if "u" in found.codes:
        stated = frame.anchor.year + (found.number("lnc") or 0)
    number = (day.month - 1) // QUARTER_MONTHS + 1
    year_number = stated or day.year
    return Resolved(
        TimeKind.DATE,
        f"{year_number:04d}-Q{number}",
        quarter_days(year_number, number),
        TimePrecision.MONTH,
        frame.basis,
    )


def season(found: Found, frame: Frame) -> Resolved | None:
    """Last spring, the summer of 2016."""
    name = found.word("S") or ""
    stated = found.number("45")
    number, basis = stated, TimeBasis.STATED
    if number is None:
        basis = frame.basis
        number = None if frame.anchor is None else _season_year(found, frame, name)
    if number is None:
        return Resolved(TimeKind.DATE, f"XXXX-{name}")
    days = season_days(number, name)
    return Resolved(
        TimeKind.DATE, f"{number:04d}-{name}", days, TimePrecision.MONTH, basis
    )


def _season_year(found: Found, frame: Frame, name: str) -> int | None:
    anchor = frame.anchor
    if anchor is None:
        return None
    begun = season_days(anchor.year, name).start <= anchor
    over = season_days(anchor.year, name).end < anchor
    if re.search("l", found.codes):
        return anchor.year if over else anchor.year - 1
    if frame.direction > 0 or "n" in found.codes:
        return anchor.year + over
    return anchor.year if begun or "c" in found.codes else anchor.year - 1
