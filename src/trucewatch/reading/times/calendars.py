"""Calendar arithmetic: ranges of days, shifts by units, and TIMEX3 values."""

import calendar
import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from trucewatch.values.stances import TimePrecision

MONTHS = 12
QUARTER_MONTHS = 3
_ONE_DAY = dt.timedelta(days=1)

# Letters of TIMEX3 durations, and lengths in days; months and years are conventional.
LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "weekend": "WE",
    "week": "W", "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y",
    "decade": "DE", "century": "CE", "millennium": "ML",
}  # fmt: skip
LENGTHS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0,
    "weekend": 2.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "quarter": 91.0,
    "year": 365.0, "decade": 3652.0, "century": 36524.0, "millennium": 365242.0,
}  # fmt: skip
PRECISIONS = {
    "second": TimePrecision.INSTANT, "minute": TimePrecision.INSTANT,
    "hour": TimePrecision.DAY, "day": TimePrecision.DAY,
    "weekend": TimePrecision.DAYS, "week": TimePrecision.WEEK,
    "fortnight": TimePrecision.DAYS, "month": TimePrecision.MONTH,
    "quarter": TimePrecision.MONTH, "year": TimePrecision.YEAR,
    "decade": TimePrecision.YEAR, "century": TimePrecision.YEAR,
    "millennium": TimePrecision.YEAR,
}  # fmt: skip
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first month, northern hemisphere


class Days(NamedTuple):
    """A range of days, both ends included."""

    start: dt.date
    end: dt.date


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """Return that calendar day, or None when there is none."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _day_in(year: int, month: int, day: int) -> dt.date:
    """Return a calendar day; OverflowError, as in date arithmetic, off the calendar."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(year)
    return dt.date(year, month, day)


def month_days(year: int, month: int) -> Days:
    """Return the days of a month."""
    first = _day_in(year, month, 1)
    return Days(first, first.replace(day=calendar.monthrange(year, month)[1]))


def year_days(first: int, last: int | None = None) -> Days:
    """Return the days of a year, or of all years from ``first`` to ``last``."""
    return Days(_day_in(first, 1, 1), _day_in(last or first, 12, 31))


def season_days(year: int, season: str) -> Days:
    """Return the three months of a season; a winter begins in December of ``year``."""
    first = SEASONS[season]
    end_year, end_month = (year, first + 2) if first < MONTHS else (year + 1, 2)
    return Days(_day_in(year, first, 1), month_days(end_year, end_month).end)


def shift_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month so many months on, or the month's last."""
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    last = month_days(year, month + 1).end.day
    return dt.date(year, month + 1, min(day.day, last))


def shift(day: dt.date, unit: str, count: float) -> dt.date:
    """Return the day ``count`` units on; parts of a day round away from ``day``.

    Raises:
        OverflowError: That day is off the calendar.
    """
    months = {
        "month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200,
        "millennium": 12000,
    }  # fmt: skip
    if unit in months:
        return shift_months(day, round(months[unit] * count))
    days = LENGTHS[unit] * count
    whole = int(days) if days == int(days) else int(days) + (1 if days > 0 else -1)
    return day + dt.timedelta(days=whole)


def _week(day: dt.date) -> Days:
    start = day - dt.timedelta(days=day.weekday())
    return Days(start, start + dt.timedelta(days=6))


def _weekend(day: dt.date) -> Days:
    saturday = day - dt.timedelta(days=day.weekday() - 5)
    return Days(saturday, saturday + _ONE_DAY)


def _quarter(day: dt.date) -> Days:
    return quarter_days(day.year, (day.month - 1) // QUARTER_MONTHS + 1)


def _years(day: dt.date, count: int) -> Days:
    first = day.year // count * count
    return year_days(max(first, 1), first + count - 1)


_DAYS_OF: dict[str, Callable[[dt.date], Days]] = {
    "week": _week,
    "fortnight": _week,
    "weekend": _weekend,
    "month": lambda day: month_days(day.year, day.month),
    "quarter": _quarter,
    "year": lambda day: _years(day, 1),
    "decade": lambda day: _years(day, 10),
    "century": lambda day: _years(day, 100),
    "millennium": lambda day: _years(day, 1000),
}


def days_of(unit: str, day: dt.date) -> Days:
    """Return the calendar unit that ``day`` lies in; weeks begin on Monday."""
    rule = _DAYS_OF.get(unit)
    return Days(day, day) if rule is None else rule(day)


def quarter_days(year: int, quarter: int) -> Days:
    """Return the days of a quarter, 1 to 4."""
    first = (quarter - 1) * QUARTER_MONTHS + 1
    return Days(_day_in(year, first, 1), month_days(year, first + 2).end)


def half_days(year: int, half: int) -> Days:
    """Return the days of a half-year, 1 or 2."""
    first = quarter_days(year, half * 2 - 1)
    return Days(first.start, quarter_days(year, half * 2).end)


def value_of(unit: str, day: dt.date) -> str:
    """Return the TIMEX3 value of the calendar unit that ``day`` lies in."""
    if unit in {"week", "fortnight", "weekend"}:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "quarter":
        return f"{day.year:04d}-Q{(day.month - 1) // QUARTER_MONTHS + 1}"
    lengths = {"year": 4, "decade": 3, "century": 2, "millennium": 1}
    if unit in lengths:
        return f"{day.year:04d}"[: lengths[unit]]
    return day.isoformat()


_MULTIPLES = {"fortnight": (2, "W"), "decade": (10, "Y"), "century": (100, "Y")}


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length; None counts as a number not given."""
    letter = LETTERS[unit]
    prefix, letter = ("PT", letter[1:]) if letter[0] == "T" else ("P", letter)
    if count is None:
        return f"{prefix}X{letter}"
    if unit in _MULTIPLES:
        times, letter = _MULTIPLES[unit]
        count *= times
    parts = {"Y": (12, "M"), "TH": (60, "M"), "TM": (60, "S")}.get(LETTERS[unit])
    if parts and count != int(count):
        whole, rest = int(count), round((count - int(count)) * parts[0])
        return prefix + (f"{whole}{letter}" if whole else "") + f"{rest}{parts[1]}"
    return f"{prefix}{count:g}{letter}"


def third_of(days: Days, edge: str) -> Days:
    """Return the early, middle or late third of a range of days."""
    third = dt.timedelta(days=((days.end - days.start).days + 1) // 3)
    if edge == "START":
        return Days(days.start, max(days.start, days.start + third - _ONE_DAY))
    if edge == "END":
        return Days(min(days.end, days.end - third + _ONE_DAY), days.end)
    return Days(days.start + third, days.end - third)


def middle_of(days: Days) -> Days:
    """Return the day in the middle of a range."""
    count = (days.end - days.start).days + 1
    middle = days.start + dt.timedelta(days=max(count // 2 - 1, 0))
    return Days(middle, middle)


def nearest_weekday(anchor: dt.date, weekday: int, direction: int) -> dt.date:
    """Return that weekday on or before ``anchor``, or on or after it if 1."""
    if direction > 0:
        return anchor + dt.timedelta(days=(weekday - anchor.weekday()) % 7)
    return anchor - dt.timedelta(days=(anchor.weekday() - weekday) % 7)
