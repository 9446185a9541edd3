"""Times that are no single place on the calendar."""

import pytest

from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate

ANCHOR = PartialDate(2018, 3, 14)


def only(text: str, anchor: PartialDate | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor=anchor)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("daily", "P1D"),
        ("weekly", "P1W"),
        ("every month", "P1M"),
        ("every two hours", "PT2H"),
        ("each Friday", "XXXX-WXX-5"),
        ("every March", None),
        ("every April", "XXXX-04"),
        ("every evening", "XXXX-XX-XXTEV"),
        ("per day", "P1D"),
    ],
)
def test_what_recurs_is_a_set(text: str, value: str | None) -> None:
    found = find_times(text, anchor=ANCHOR)
    assert [(one.kind, one.value) for one in found] == (
        [(TimeKind.SET, value)] if value else []
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("recently", "PAST_REF"),
        ("in recent days", "PAST_REF"),
        ("formerly", "PAST_REF"),
        ("Calmer than in the past.", "PAST_REF"),
        ("now", "PRESENT_REF"),
        ("currently", "PRESENT_REF"),
        ("soon", "FUTURE_REF"),
        ("in the near future", "FUTURE_REF"),
        ("the future", "FUTURE_REF"),
    ],
)
def test_past_present_and_future_at_large_are_references(text: str, value: str) -> None:
    found = only(text)
    assert (found.kind, found.value) == (TimeKind.REFERENCE, value)
    assert found.start is None


@pytest.mark.parametrize(
    "text", ["day three of the truce", "on the eighth day", "week two", "Eid"]
)
def test_a_day_counted_from_something_undated_is_unresolved(text: str) -> None:
    found = only(text)
    assert (found.value, found.start) == ("XXXX-XX-XX", None)


def test_a_feast_with_its_year_is_of_that_year() -> None:
    found = only("Ramadan 2016")
    assert (found.value, str(found.start)) == ("2016", "2016-01-01")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("In January nine; two in the first ten days", "2018-01-01", "2018-01-10"),
        ("In the first three months nine died.", "2018-01-01", "2018-03-31"),
    ],
)  # fmt: skip
def test_first_days_are_those_of_the_month_or_year_named(
    text: str, start: str, end: str
) -> None:
    found = find_times(text, anchor=ANCHOR)[-1]
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text", ["the first two days", "the first six hours", "the second three days"]
)
def test_first_days_of_something_undated_are_only_a_length(text: str) -> None:
    found = only(text)
    assert found.start is None
    assert found.length_days


def test_an_ordinal_before_another_unit_is_no_time() -> None:
    assert find_times("the second hour", anchor=ANCHOR) == ()
    assert find_times("century 5", anchor=ANCHOR) == ()
