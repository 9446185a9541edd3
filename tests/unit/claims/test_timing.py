"""When: the times claims take, and what follows for lengths, levels and sums."""

import pytest

from tests.unit.claims.reading_of import days, figures_of
from trucewatch.values.stances import TimeBasis, TimePrecision

DAY = "2016-05-18"  # a Wednesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three people were killed in Homs on Monday.", ("2016-05-16", "2016-05-16")),
        ("Since 2 May 40 villages have signed up.", ("2016-05-02", DAY)),
        ("Nine people were killed between 3 and 6 May.", ("2016-05-03", "2016-05-06")),
        ("This year 300 people were killed in Homs.", ("2016-01-01", DAY)),
        ("As of 4 May the army holds 60 percent of the city.", (None, "2016-05-04")),
        ("Some 60 percent of the city is held by the army.", (None, DAY)),
    ],
    ids=["a day", "since", "from and to", "a year not over", "a level", "a level now"],
)
def test_a_figure_has_the_time_of_its_sentence(
    text: str, expected: tuple[str | None, str]
) -> None:
    assert days(figures_of(text, DAY)[0]) == expected


def test_the_nearest_time_wins_over_one_behind_a_semicolon() -> None:
    text = "Two people were killed in Homs on Monday; five in Hama on Tuesday."
    first, second = figures_of(text, DAY)
    assert (days(first)[1], days(second)[1]) == ("2016-05-16", "2016-05-17")


def test_a_sentence_takes_the_time_of_the_one_before() -> None:
    text = "Shells hit Homs on Monday. Four people were killed."
    assert days(figures_of(text, DAY)[-1]) == ("2016-05-16", "2016-05-16")


def test_a_bulletin_reports_the_day_before_it() -> None:
    text = "Daily bulletin\n\nFour violations were registered."
    assert days(figures_of(text, DAY)[0]) == ("2016-05-17", DAY)


def test_a_report_of_a_month_covers_that_month() -> None:
    text = "Monthly report\n\nFour violations were registered."
    time = figures_of(text, "2016-05")[0].time
    assert (time.start, time.end) == ("2016-05-01", "2016-05-31")
    assert time.precision is TimePrecision.MONTH


def test_without_any_day_nothing_is_dated() -> None:
    assert days(figures_of("Four people were killed in Homs.")[0]) == (None, None)


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("a three-day truce", "2016-05-19"),
        ("a 72-hour truce", "2016-05-19"),
        ("a truce of two months", "2016-07-16"),
    ],
)
def test_a_truce_ends_its_length_after_its_start(length: str, end: str) -> None:
    claim = figures_of(f"On 16 May the sides began {length}.", DAY)[0]
    assert days(claim) == ("2016-05-16", end)


def test_a_length_of_months_stops_at_the_last_day_of_a_shorter_month() -> None:
    claim = figures_of("On 31 August 2016 a truce of six months began.", DAY)[0]
    assert days(claim) == ("2016-08-31", "2017-02-28")


def test_a_length_without_a_start_is_not_dated() -> None:
    assert days(figures_of("The sides want a three-day truce.", DAY)[0])[1] is None


def test_minutes_lie_within_the_day_told_of() -> None:
    text = "On Monday shelling at Homs went on for forty minutes."
    assert days(figures_of(text, DAY)[0])[1] == "2016-05-16"


def test_a_deadline_runs_from_the_day_it_is_told() -> None:
    text = "The fighters must hand over their arms within three days."
    assert days(figures_of(text, DAY)[0]) == (DAY, "2016-05-21")


def test_the_figure_before_has_the_period_before() -> None:
    text = "Over the past 24 hours 9 violations were registered, up from 4."
    now, before = figures_of(text, DAY)
    assert days(now) == ("2016-05-17", DAY)
    assert days(before) == ("2016-05-16", "2016-05-17")
    assert before.time.basis is TimeBasis.INFERRED


def test_a_time_before_an_earlier_figure_dates_that_one_alone() -> None:
    text = "On Wednesday 9 violations were registered; a day earlier it had been 4."
    now, before = figures_of(text, DAY)
    assert (days(now)[1], days(before)[1]) == (DAY, "2016-05-17")


def test_the_day_named_at_the_head_of_a_report_holds_throughout() -> None:
    text = (
        "Radars counted, up to 15 May, 40 rockets over Homs.\n\n"
        "In all 90 people have been killed since 8 April."
    )
    assert days(figures_of(text, DAY)[-1])[1] == "2016-05-15"


def test_the_day_in_the_name_of_a_truce_dates_nothing() -> None:
    text = "The 27 February truce binds 40 groups."
    assert days(figures_of(text, DAY)[0])[1] == DAY


def test_since_a_truce_is_since_its_day() -> None:
    text = "Since the 27 February truce 40 people were killed."
    assert days(figures_of(text, DAY)[0])[0] == "2016-02-27"


def test_the_first_days_are_counted_from_the_truce_told_of() -> None:
    text = (
        "The truce came into force on 3 May. In the first three days 40 people"
        " were killed in Homs."
    )
    assert days(figures_of(text, DAY)[-1]) == ("2016-05-03", "2016-05-05")
