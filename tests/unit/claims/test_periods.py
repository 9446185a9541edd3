"""Reporting periods: what a body's dated report covers by its own rules."""

import datetime as dt

import pytest

from tests.unit.claims.reading_of import days, figures_of
from trucewatch.claims.claim import UNSTATED, ClaimTime
from trucewatch.claims.periods import later_by, time_before
from trucewatch.values.stances import TimeBasis, TimePrecision

DAY = "2021-07-20"
PAGE = "OSCE SMM"
ENDS = "2021-07-19T19:30"
STARTS = "2021-07-18T19:30"


def told(text: str, publisher: str = PAGE) -> list[tuple[str | None, str | None]]:
    return [days(c) for c in figures_of(text, DAY, publisher, "donbas_2014")]


def test_a_report_covers_its_bodys_period() -> None:
    """The mission's evening ends at half past seven on the day before."""
    assert told("In Donetsk region the team recorded 60 ceasefire violations.") == [
        (STARTS, ENDS)
    ]


def test_the_period_is_inferred() -> None:
    text = "In Donetsk region the team recorded 60 ceasefire violations."
    claim = figures_of(text, DAY, PAGE, "donbas_2014")[0]
    assert claim.time.basis is TimeBasis.INFERRED


def test_the_past_day_of_a_report_is_its_period() -> None:
    text = "Over the past 24 hours the team recorded 60 ceasefire violations."
    assert told(text) == [(STARTS, ENDS)]


def test_the_figure_compared_is_of_the_report_before() -> None:
    text = "The team recorded 60 ceasefire violations; last time it was 25."
    assert told(text) == [(STARTS, ENDS), (None, STARTS)]


def test_a_running_total_ends_with_the_period() -> None:
    text = "Since 1 July 2021 the team recorded 900 ceasefire violations."
    assert told(text) == [("2021-07-01", ENDS)]


def test_another_day_named_in_the_sentence_stands() -> None:
    text = "Mission note\n\nOn 12 July the team recorded 60 ceasefire violations."
    assert told(text) == [("2021-07-12", "2021-07-12")]


def test_another_page_has_no_such_period() -> None:
    text = "In Donetsk region 60 ceasefire violations were recorded."
    assert told(text, "Example Times")[0][1] == DAY


def test_a_report_that_names_its_last_minute_ends_there() -> None:
    text = (
        "Based on information as of 18:00, 20 July 2021.\n\n"
        "The team recorded 60 ceasefire violations."
    )
    assert told(text) == [("2021-07-19T18:00", "2021-07-20T18:00")]


def test_a_report_about_other_days_is_no_daily_one() -> None:
    text = (
        "Note on the week from 5 July to 11 July\n\n"
        "The team recorded 60 ceasefire violations."
    )
    assert told(text)[0][1] != ENDS


def test_before_a_day_comes_the_day_before() -> None:
    day = ClaimTime(
        "2021-07-05", "2021-07-05", TimePrecision.DAY, TimeBasis.STATED, None, None
    )
    assert (time_before(day).start, time_before(day).end) == (
        "2021-07-04",
        "2021-07-04",
    )


def test_before_an_open_time_nothing_is_known() -> None:
    assert time_before(UNSTATED) is UNSTATED


@pytest.mark.parametrize("days_after", [250_000 * 365.0, 120_000 * 30.4])
def test_a_length_that_leads_out_of_the_calendar_ends_with_it(
    days_after: float,
) -> None:
    assert later_by(dt.date(2016, 2, 27), days_after) == dt.date.max
