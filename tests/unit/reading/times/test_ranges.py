"""Two expressions that make one stretch. Written on Wednesday, 14 March 2018."""

import pytest

from trucewatch.reading.times import TimeExpression, find_times
from trucewatch.reading.times.expression import Relation
from trucewatch.values.dates import PartialDate

ANCHOR = PartialDate(2018, 3, 14)


def found(text: str) -> tuple[TimeExpression, ...]:
    return find_times(text, anchor=ANCHOR)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6 a.m. on 3 March to noon 5 March", "2018-03-03T06:00", "2018-03-05T12:00"),
        ("between 28 February and 3 March", "2018-02-28", "2018-03-03"),
        ("28 February – 3 March", "2018-02-28", "2018-03-03"),
        ("from Friday through Monday", "2018-03-09", "2018-03-12"),
        ("from the evening of 3 March to that of 5 March", "2018-03-03", "2018-03-05"),
        ("since January 2017 until last June", "2017-01-01", "2017-06-30"),
        ("from 09:00 to 15:00 today", "2018-03-14T09:00", "2018-03-14T15:00"),
    ],
)  # fmt: skip
def test_both_ends_of_a_range_know_the_whole(text: str, start: str, end: str) -> None:
    for one in found(text):
        assert (str(one.start), str(one.end)) == (start, end)
        assert one.relation is Relation.FROM_TO


@pytest.mark.parametrize(
    "text",
    [
        "on 3 March and 5 March",
        "on 5 March to 3 March",
        "on 3 March to the mayor's regret; on 5 March",
        "on 3 March, on 5 March",
        "from 3 March to recently",
    ],
)
def test_what_is_no_range_stays_two_times(text: str) -> None:
    assert [one for one in found(text) if one.relation is Relation.FROM_TO] == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In the 24 hours to 5 March nine died.", "2018-03-04"),
        ("In the 24 hours to 19:30 on 5 March nine died.", "2018-03-04T19:30"),
        ("In the six hours to 19:30 on 5 March nine died.", "2018-03-05T13:30"),
        ("In the six hours to 5 March nine died.", "2018-03-04"),
    ],
)
def test_a_length_up_to_a_time_begins_so_long_before_it(text: str, start: str) -> None:
    first, second = found(text)
    assert str(first.start) == start
    assert first.end == second.end


def test_a_length_that_would_begin_before_the_calendar_begins_with_it() -> None:
    first, _ = found("the 9,000 years to 5 March")
    assert str(first.start) == "0001-01-01"
