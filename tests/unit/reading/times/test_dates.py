"""Dates with numbers in them. The texts are written on Wednesday, 14 March 2018."""

import pytest

from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis, TimePrecision

ANCHOR = PartialDate(2018, 3, 14)


def only(text: str, anchor: PartialDate | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor=anchor)
    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells fell on Nov. 9, 2017 and after.", "Nov. 9, 2017"),
        ("Shells fell on 9 November 2017 and after.", "9 November 2017"),
        ("Shells fell on 9th November, 2017 and after.", "9th November, 2017"),
        ("Shells fell on the 9th of November 2017.", "the 9th of November 2017"),
        ("Shells fell on November 9th, 2017.", "November 9th, 2017"),
        ("Shells fell on Thursday, November 9, 2017.", "Thursday, November 9, 2017"),
        ("Shells fell on Thursday 9 Nov 2017.", "Thursday 9 Nov 2017"),
        ("Shells fell on Thu, 9 Nov 2017.", "Thu, 9 Nov 2017"),
        ("Last updated: Nov 09,2017", "Nov 09,2017"),
        ("Sheet of 2017-11-09.", "2017-11-09"),
        ("Sheet of 2017/11/09.", "2017/11/09"),
        ("Sheet of 09.11.2017.", "09.11.2017"),
        ("Sheet of 9.11.2017.", "9.11.2017"),
        ("Sheet of 09/11/2017.", "09/11/2017"),
        ("Sheet of 09-11-2017.", "09-11-2017"),
        ("Sheet of 09/11/17.", "09/11/17"),
    ],
)
def test_a_full_date_is_stated_in_whatever_order(text: str, words: str) -> None:
    found = only(text)
    assert (found.text, found.value) == (words, "2017-11-09")
    assert found.start == found.end == PartialDate(2017, 11, 9)
    assert found.basis is TimeBasis.STATED
    assert found.precision is TimePrecision.DAY


def test_the_month_comes_first_where_only_that_is_a_date() -> None:
    assert only("Filed 11/23/2017.").value == "2017-11-23"


def test_two_digits_of_a_year_far_ahead_are_of_the_last_century() -> None:
    assert only("Born 01/02/69.").value == "1969-02-01"
    assert only("Signed 01/02/19.").value == "2019-02-01"
    assert only("Signed 01/02/45.", None).value == "2045-02-01"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shells fell on 2 March.", "2018-03-02"),
        ("Shells fell on March 2nd.", "2018-03-02"),
        ("A raid of 20 December was denied.", "2017-12-20"),
        ("The clashes of 15 September", "2017-09-15"),
        ("Talks will be held on 20 December.", "2018-12-20"),
        ("Talks are to be held on April 3.", "2018-04-03"),
        ("The exchange of 20 March", "2018-03-20"),
        ("It took in three villages on 21 March", "2018-03-21"),
        ("since June 3 the road has been shut", "2017-06-03"),
        ("The offer stands until 2 July.", "2018-07-02"),
    ],
)
def test_a_date_without_year_is_weighed_against_the_anchor(
    text: str, value: str
) -> None:
    found = only(text)
    assert found.value == value
    assert found.basis is TimeBasis.ANCHORED


def test_the_weekday_beside_a_date_decides_its_year() -> None:
    assert only("Monday, March 19: the paper asks").value == "2018-03-19"
    assert only("They met on Sunday, March 19.").value == "2017-03-19"


def test_a_date_without_year_and_anchor_stays_partial() -> None:
    found = only("Shells fell on 2 March.", None)
    assert found.value == "XXXX-03-02"
    assert (found.start, found.end) == (None, None)
    assert found.basis is TimeBasis.UNSTATED
    assert found.precision is TimePrecision.UNRESOLVED


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("between 3 and 9 March", "2018-03-03", "2018-03-09"),
        ("Week of 3–9 March", "2018-03-03", "2018-03-09"),
        ("from 3 to 9 March", "2018-03-03", "2018-03-09"),
        ("March 3-9, 2017", "2017-03-03", "2017-03-09"),
        ("night of 2/3 March", "2018-03-02", "2018-03-03"),
        ("the night of 28/1 March", "2018-02-28", "2018-03-01"),
    ],
)
def test_days_of_one_month_make_one_period(text: str, start: str, end: str) -> None:
    found = only(text)
    assert found.kind is TimeKind.PERIOD
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.precision is TimePrecision.DAYS


def test_days_of_one_month_without_year_and_anchor_stay_partial() -> None:
    assert only("from 3 to 9 March", None).value == "XXXX-03-03/XXXX-03-09"


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("in June 2016 they", "2016-06", "2016-06-01", "2016-06-30"),
        ("in January they met", "2018-01", "2018-01-01", "2018-01-31"),
        ("in October they met", "2017-10", "2017-10-01", "2017-10-31"),
        ("penciled in for June", "2018-06", "2018-06-01", "2018-06-30"),
        ("last June", "2017-06", "2017-06-01", "2017-06-30"),
        ("next January", "2019-01", "2019-01-01", "2019-01-31"),
        ("this March", "2018-03", "2018-03-01", "2018-03-31"),
        ("in June last year", "2017-06", "2017-06-01", "2017-06-30"),
        ("early February", "2018-02", "2018-02-01", "2018-02-09"),
        ("late February", "2018-02", "2018-02-20", "2018-02-28"),
        ("in mid-February", "2018-02", "2018-02-10", "2018-02-19"),
        ("since mid-February", "2018-02", "2018-02-14", "2018-02-14"),
        ("fled since April", "2017-04", "2017-04-01", "2017-04-30"),
        ("during the month of April 2016", "2016-04", "2016-04-01", "2016-04-30"),
        ("by the end of April", "2018-04", "2018-04-30", "2018-04-30"),
        ("at the start of February", "2018-02", "2018-02-01", "2018-02-01"),
        ("the second half of February", "2018-02", "2018-02-15", "2018-02-28"),
        ("the first half of February", "2018-02", "2018-02-01", "2018-02-14"),
        ("the May truce", "2018-05", "2018-05-01", "2018-05-31"),
        ("the figure for Dec. 2016", "2016-12", "2016-12-01", "2016-12-31"),
    ],
)
def test_a_month_has_its_days(text: str, value: str, start: str, end: str) -> None:
    found = only(text)
    assert found.value == value
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.precision is TimePrecision.MONTH


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("in the first week of May 2016", "2016-05-01", "2016-05-07"),
        ("the third week of May 2016", "2016-05-15", "2016-05-21"),
        ("the last week of February 2016", "2016-02-23", "2016-02-29"),
    ],
)
def test_a_week_of_a_month_has_seven_days(text: str, start: str, end: str) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It was on 3 May last year.", "2017-05-03"),
        ("It was on May 3 of last year.", "2017-05-03"),
        ("It was on 3 May 2015, last year.", "2015-05-03"),
    ],
)
def test_a_year_beside_a_day_is_its_year(text: str, start: str) -> None:
    first, _ = find_times(text, anchor=ANCHOR)
    assert str(first.start) == start


def test_a_month_without_anchor_stays_partial() -> None:
    assert only("in June they met", None).value == "XXXX-06"


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("in 2014", "2014", "2014-01-01", "2014-12-31"),
        ("late 2014", "2014", "2014-09-02", "2014-12-31"),
        ("the end of 2014", "2014", "2014-12-31", "2014-12-31"),
        ("from 2014-2016", "2014/2016", "2014-01-01", "2016-12-31"),
        ("the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("in the '80s", "198", "1980-01-01", "1989-12-31"),
        ("the nineties", "199", "1990-01-01", "1999-12-31"),
        ("nineteen ninety-one", "1991", "1991-01-01", "1991-12-31"),
        ("the 19th century", "18", "1801-01-01", "1900-12-31"),
    ],
)
def test_years_and_decades_are_stated(
    text: str, value: str, start: str, end: str
) -> None:
    found = only(text)
    assert found.value == value
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.precision is TimePrecision.YEAR
    assert found.basis is TimeBasis.STATED


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("in the third quarter", "2017-Q3", "2017-09-30"),
        ("the first quarter of 2016", "2016-Q1", "2016-03-31"),
        ("in Q2 2016", "2016-Q2", "2016-06-30"),
        ("last year's third quarter", "2017-Q3", "2017-09-30"),
        ("last quarter", "2017-Q4", "2017-12-31"),
        ("in the quarter", "2017-Q4", "2017-12-31"),
        ("the first half of 2016", "2016-H1", "2016-06-30"),
        ("the last half of 2016", "2016-H2", "2016-12-31"),
        ("the 2016 quarter", "2016-Q4", "2016-12-31"),
        ("the summer of 2016", "2016-SU", "2016-08-31"),
        ("last summer", "2017-SU", "2017-08-31"),
        ("this spring", "2018-SP", "2018-05-31"),
        ("next winter", "2018-WI", "2019-02-28"),
        ("in the winter of 2015", "2015-WI", "2016-02-29"),
    ],
)
def test_quarters_halves_and_seasons_have_their_days(
    text: str, value: str, end: str
) -> None:
    found = only(text)
    assert (found.value, str(found.end)) == (value, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the third quarter", "XXXX-Q3"),
        ("in the quarter", "XXXX-QX"),
        ("last summer", "XXXX-SU"),
        ("next month", "XXXX"),
        ("in the week", "XXXX"),
    ],
)
def test_what_needs_an_anchor_stays_partial_without(text: str, value: str) -> None:
    found = only(text, None)
    assert found.value == value
    assert found.start is None


def test_the_quarter_is_the_one_named_before() -> None:
    text = "In the first quarter of 2016 nine died; a year earlier it had been two. "
    values = [e.value for e in find_times(text + "In the quarter", anchor=ANCHOR)]
    assert values == ["2016-Q1", "2015-Q1", "2016-Q1"]


def test_the_latest_period_needs_a_quarter_before_it() -> None:
    assert find_times("In the latest period", anchor=ANCHOR) == ()
    text = "The third quarter was calm. The latest period was not."
    assert [e.value for e in find_times(text, anchor=ANCHOR)] == ["2017-Q3", "2017-Q3"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two were lost on the 4th and", "2018-03-04"),
        ("Two were lost on the 20th.", "2018-02-20"),
        ("Talks will open on the 20th.", "2018-03-20"),
        ("Two were lost on the 31st.", "2018-01-31"),
    ],
)
def test_a_day_by_its_number_is_of_the_nearest_month(text: str, value: str) -> None:
    assert only(text).value == value


def test_a_day_by_its_number_without_anchor_stays_partial() -> None:
    assert only("Two were lost on the 4th.", None).value == "XXXX-XX-04"


def test_a_date_and_time_of_a_machine_is_an_instant() -> None:
    found = only("Stamp 2018-03-09T12:30")
    assert str(found.start) == "2018-03-09T12:30"
    assert found.precision is TimePrecision.INSTANT


@pytest.mark.parametrize(
    "text",
    [
        "Sheet of 2018-13-41.",
        "Stamp 2018-03-09T25:30",
        "Sheet of 31.02.2018.",
        "They met on 30 February 2018",
        "from 25 to 30 February 2018",
        "the fifth quarter",
        "in 2016-2014",
        "a ratio of 1/2/3",
    ],
)
def test_what_is_no_date_on_the_calendar_is_no_date(text: str) -> None:
    assert not [e for e in find_times(text, anchor=ANCHOR) if e.start is not None]
