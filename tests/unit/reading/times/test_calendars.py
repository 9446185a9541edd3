"""Calendar arithmetic."""

import datetime as dt

import pytest

from trucewatch.reading.times import calendars
from trucewatch.reading.times.calendars import Days

WEDNESDAY = dt.date(2018, 3, 14)


@pytest.mark.parametrize(
    ("unit", "start", "end"),
    [
        ("hour", "2018-03-14", "2018-03-14"),
        ("day", "2018-03-14", "2018-03-14"),
        ("week", "2018-03-12", "2018-03-18"),
        ("fortnight", "2018-03-12", "2018-03-18"),
        ("weekend", "2018-03-17", "2018-03-18"),
        ("month", "2018-03-01", "2018-03-31"),
        ("quarter", "2018-01-01", "2018-03-31"),
        ("year", "2018-01-01", "2018-12-31"),
        ("decade", "2010-01-01", "2019-12-31"),
        ("century", "2000-01-01", "2099-12-31"),
        ("millennium", "2000-01-01", "2999-12-31"),
    ],
)
def test_every_unit_has_its_days(unit: str, start: str, end: str) -> None:
    days = calendars.days_of(unit, WEDNESDAY)
    assert [day.isoformat() for day in days] == [start, end]


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("week", "2018-W11"),
        ("weekend", "2018-W11-WE"),
        ("month", "2018-03"),
        ("quarter", "2018-Q1"),
        ("year", "2018"),
        ("decade", "201"),
        ("century", "20"),
        ("hour", "2018-03-14"),
    ],
)
def test_every_unit_has_its_value(unit: str, value: str) -> None:
    assert calendars.value_of(unit, WEDNESDAY) == value


@pytest.mark.parametrize(
    ("unit", "count", "day"),
    [
        ("hour", -24, "2018-03-13"),
        ("hour", -30, "2018-03-12"),
        ("minute", 5, "2018-03-15"),
        ("day", 2, "2018-03-16"),
        ("week", -1, "2018-03-07"),
        ("month", -1, "2018-02-14"),
        ("month", 0.5, "2018-03-14"),
        ("quarter", 1, "2018-06-14"),
        ("year", -0.5, "2017-09-14"),
        ("decade", -1, "2008-03-14"),
        ("millennium", -1, "1018-03-14"),
    ],
)
def test_a_shift_keeps_the_day_of_the_month(unit: str, count: float, day: str) -> None:
    assert calendars.shift(WEDNESDAY, unit, count).isoformat() == day


def test_a_shift_by_months_stops_at_the_last_day_of_a_shorter_month() -> None:
    end = dt.date(2018, 3, 31)
    assert calendars.shift_months(end, -1) == dt.date(2018, 2, 28)


@pytest.mark.parametrize(("unit", "count"), [("year", -3000), ("day", 9e6)])
def test_a_shift_off_the_calendar_is_an_overflow(unit: str, count: float) -> None:
    with pytest.raises(OverflowError):
        calendars.shift(WEDNESDAY, unit, count)


@pytest.mark.parametrize(
    ("count", "unit", "value"),
    [
        (72, "hour", "PT72H"),
        (2.5, "year", "P2Y6M"),
        (0.5, "hour", "PT30M"),
        (1.5, "minute", "PT1M30S"),
        (2, "fortnight", "P4W"),
        (1, "century", "P100Y"),
        (2, "quarter", "P2Q"),
        (None, "month", "PXM"),
        (None, "hour", "PTXH"),
    ],
)
def test_a_length_has_its_value(count: float | None, unit: str, value: str) -> None:
    assert calendars.duration_value(count, unit) == value


def test_a_winter_ends_in_the_next_year() -> None:
    days = calendars.season_days(2015, "WI")
    assert days == Days(dt.date(2015, 12, 1), dt.date(2016, 2, 29))


@pytest.mark.parametrize("edge", ["START", "MID", "END"])
def test_a_third_of_one_day_is_that_day(edge: str) -> None:
    day = Days(WEDNESDAY, WEDNESDAY)
    assert calendars.third_of(day, edge) == day
    assert calendars.middle_of(day) == day


def test_there_is_no_thirtieth_of_february() -> None:
    assert calendars.make_day(2018, 2, 30) is None
