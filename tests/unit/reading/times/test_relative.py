"""Times seen from another day. The texts are written on Wednesday, 14 March 2018."""

import pytest

from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis, TimePrecision

ANCHOR = PartialDate(2018, 3, 14)


def only(text: str, anchor: PartialDate | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor=anchor)
    return found


def values(text: str, anchor: PartialDate | None = ANCHOR) -> list[str]:
    return [found.value for found in find_times(text, anchor=anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mission said on Monday", "2018-03-12"),
        ("The mission said Friday", "2018-03-09"),
        ("On Wednesday the mission reported", "2018-03-14"),
        ("Buses would leave for Idlib on Sunday", "2018-03-18"),
        ("The next round is due on Monday.", "2018-03-19"),
        ("a lull starting Tuesday", "2018-03-20"),
        ("The sides are to meet again on Friday", "2018-03-16"),
        ("Talks resume on Thursday in Vienna", "2018-03-15"),
        ("On Friday, the envoy will brief the council.", "2018-03-16"),
        ("An answer by Saturday", "2018-03-17"),
        ("On Friday they could have fired first", "2018-03-09"),
        ("last Wednesday", "2018-03-07"),
        ("next Wednesday", "2018-03-21"),
        ("Friday's raid would not be the last.", "2018-03-09"),
        ("He said the convoy would come, and on Monday it came.", "2018-03-12"),
    ],
)
def test_a_weekday_lies_on_the_side_the_words_speak_of(text: str, value: str) -> None:
    found = only(text)
    assert found.value == value
    assert str(found.start) == str(found.end) == value
    assert found.basis is TimeBasis.ANCHORED


def test_each_weekday_of_a_sentence_has_its_own_side() -> None:
    text = "The army said Tuesday that its troops would withdraw on Saturday."
    assert values(text) == ["2018-03-13", "2018-03-17"]


def test_the_tense_of_another_sentence_or_paragraph_does_not_count() -> None:
    assert values("Talks will follow. On Monday nine died.") == ["2018-03-12"]
    assert values("Talks will follow\n\nMonday: nine dead") == ["2018-03-12"]
    assert values("Monday: nine dead. Talks will follow") == ["2018-03-12"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sunday night", "2018-03-11TNI"),
        ("early on Monday morning", "2018-03-12TMO"),
        ("last night", "2018-03-13TNI"),
        ("this morning", "2018-03-14TMO"),
        ("yesterday evening", "2018-03-13TEV"),
        ("overnight", "2018-03-13TNI"),
        ("tonight", "2018-03-14TNI"),
    ],
)
def test_a_part_of_a_day_keeps_its_part(text: str, value: str) -> None:
    found = only(text)
    assert (found.value, found.kind) == (value, TimeKind.CLOCK)


@pytest.mark.parametrize("text", ["last night", "overnight"])
def test_a_night_ends_on_the_day_of_writing(text: str) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == ("2018-03-13", "2018-03-14")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("today", "2018-03-14", "2018-03-14"),
        ("yesterday", "2018-03-13", "2018-03-13"),
        ("tomorrow", "2018-03-15", "2018-03-15"),
        ("the day after tomorrow", "2018-03-16", "2018-03-16"),
        ("the day before yesterday", "2018-03-12", "2018-03-12"),
        ("last week", "2018-03-05", "2018-03-11"),
        ("next week", "2018-03-19", "2018-03-25"),
        ("this week", "2018-03-12", "2018-03-14"),
        ("It will end this week", "2018-03-12", "2018-03-18"),
        ("last month", "2018-02-01", "2018-02-28"),
        ("early last month", "2018-02-01", "2018-02-09"),
        ("this year", "2018-01-01", "2018-03-14"),
        ("last year", "2017-01-01", "2017-12-31"),
        ("the past year", "2017-03-14", "2018-03-14"),
        ("in the last day", "2018-03-13", "2018-03-14"),
        ("the coming week", "2018-03-19", "2018-03-25"),
        ("last weekend", "2018-03-10", "2018-03-11"),
        ("at the weekend nine died", "2018-03-10", "2018-03-11"),
        ("over the weekend nine died", "2018-03-10", "2018-03-11"),
        ("talks will be held at this weekend", "2018-03-17", "2018-03-18"),
        ("this decade", "2010-01-01", "2018-03-14"),
        ("last century", "1900-01-01", "1999-12-31"),
    ],
)
def test_a_unit_near_the_anchor_has_its_days(text: str, start: str, end: str) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "value", "start", "end", "length"),
    [
        ("over the past 24 hours", "PT24H", "2018-03-13", "2018-03-14", 1),
        ("in the last ten days", "P10D", "2018-03-04", "2018-03-14", 10),
        ("during the past three months", "P3M", "2017-12-14", "2018-03-14", 90),
        ("the next 48 hours", "PT48H", "2018-03-14", "2018-03-16", 2),
        ("the next two to three weeks", "P2W", "2018-03-14", "2018-03-28", 14),
        ("this past two weeks", "P2W", "2018-02-28", "2018-03-14", 14),
    ],
)
def test_a_counted_stretch_ends_or_begins_at_the_anchor(
    text: str, value: str, start: str, end: str, length: float
) -> None:
    found = only(text)
    assert found.kind is TimeKind.PERIOD
    assert (found.value, str(found.start), str(found.end)) == (value, start, end)
    assert found.length_days == length
    assert found.precision is TimePrecision.DAYS


def test_a_counted_stretch_without_anchor_or_number_keeps_its_length() -> None:
    found = only("over the past 24 hours", None)
    assert (found.value, found.start, found.length_days) == ("PT24H", None, 1)
    assert only("the last few days").value == "PXD"


def test_a_preceding_stretch_ends_where_the_one_before_it_began() -> None:
    text = "On 5 March it was nine. In the preceding 24 hours it had been two."
    _, found = find_times(text, anchor=ANCHOR)
    assert (str(found.start), str(found.end)) == ("2018-03-04", "2018-03-05")


@pytest.mark.parametrize(
    ("text", "value", "day"),
    [
        ("two days ago", "2018-03-12", "2018-03-12"),
        ("a week ago", "2018-W10", "2018-03-07"),
        ("a month ago", "2018-02", "2018-02-14"),
        ("three years ago", "2015", "2015-03-14"),
        ("half a year ago", "2017", "2017-09-14"),
        ("a decade ago", "200", "2008-03-14"),
        ("Two days later it was over.", "2018-03-16", "2018-03-16"),
    ],
)
def test_a_length_ago_is_a_day_known_as_finely_as_its_unit(
    text: str, value: str, day: str
) -> None:
    found = only(text)
    assert (found.value, str(found.start), str(found.end)) == (value, day, day)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on 2 March. Three days later it broke.", "2018-03-05"),
        ("It began on 2 March. Two weeks earlier none had signed.", "2018-02-16"),
        ("It began on 2 March, and the following day it broke.", "2018-03-03"),
        ("It began on 2 March and broke the next day.", "2018-03-03"),
        ("It began on 2 March; the same day it broke.", "2018-03-02"),
        ("It began on 2 March. That evening it broke.", "2018-03-02TEV"),
        ("It began on 2 March. The night before, nine died.", "2018-03-01TNI"),
        ("It began on 2 March. The day before, nine died.", "2018-03-01"),
        ("In June 2016 nine died. A year earlier it was two.", "2015-06"),
    ],
)
def test_some_words_count_from_the_date_before_them(text: str, value: str) -> None:
    assert values(text)[1] == value


def test_the_week_before_ends_with_the_day_spoken_of() -> None:
    text = "The truce of 2 March held. In the week before, nine died."
    _, found = find_times(text, anchor=ANCHOR)
    assert (str(found.start), str(found.end)) == ("2018-02-23", "2018-03-02")


def test_the_week_is_the_one_the_heading_names_by_its_days() -> None:
    text = "Week of 3-9 March\n\nOver the week nine died, against two the week before."
    named, week, before = find_times(text, anchor=ANCHOR)
    assert (week.start, week.end) == (named.start, named.end)
    assert (str(before.start), str(before.end)) == ("2018-02-24", "2018-03-02")


def test_the_week_before_without_another_date_ends_at_the_anchor() -> None:
    found = only("Two the week before.")
    assert (str(found.start), str(found.end)) == ("2018-03-07", "2018-03-14")
    assert find_times("Two the week before.", anchor=None) == ()


def test_the_last_full_day_is_over() -> None:
    found = only("In the last full day nine died.")
    assert (str(found.start), str(found.end)) == ("2018-03-12", "2018-03-13")
    assert only("the last two full days", None).start is None


def test_a_year_or_month_told_of_in_the_past_ends_at_the_anchor() -> None:
    assert str(only("In all of 2018 it won nine.").end) == "2018-03-14"
    assert str(only("In March").end) == "2018-03-31"
    assert str(only("It lost nine men in March.").end) == "2018-03-14"
    assert str(only("Votes will be held in 2018.").end) == "2018-12-31"


def test_the_month_after_begins_with_the_day_spoken_of() -> None:
    text = "The truce of 2 January held. In the month after, nine died."
    _, found = find_times(text, anchor=ANCHOR)
    assert (str(found.start), str(found.end)) == ("2018-01-02", "2018-02-02")


def test_a_paragraph_forgets_the_date_before_it() -> None:
    text = "It began on 2 March.\n\nThree days later it broke."
    assert values(text)[1] == "2018-03-17"


def test_a_length_before_something_unknown_stays_a_length() -> None:
    found = only("ten days before the offensive")
    assert (found.text, found.kind) == ("ten days", TimeKind.DURATION)


@pytest.mark.parametrize(
    ("text", "value"),
    [("a few days ago", "PAST_REF"), ("several weeks later", "FUTURE_REF")],
)
def test_a_vague_length_ago_is_only_past_or_future(text: str, value: str) -> None:
    found = only(text)
    assert (found.value, found.start) == (value, None)


def test_a_length_ago_without_anchor_keeps_its_length() -> None:
    found = only("two days ago", None)
    assert (found.value, found.start, found.length_days) == ("P2D", None, 2)


def test_a_length_ago_that_leaves_the_calendar_is_unresolved() -> None:
    found = only("9,000 years ago")
    assert (found.value, found.start) == ("P9000Y", None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("since the start of the year", "2018-01-01", "2018-01-01"),
        ("by the end of the month", "2018-03-31", "2018-03-31"),
        ("until the end of next year", "2019-12-31", "2019-12-31"),
        ("in the middle of last month", "2018-02-10", "2018-02-19"),
        ("at the end of this week", "2018-03-18", "2018-03-18"),
        ("earlier this month", "2018-03-01", "2018-03-14"),
        ("later this year", "2018-03-14", "2018-12-31"),
        ("earlier last year", "2017-01-01", "2017-12-31"),
        ("by year-end", "2018-12-31", "2018-12-31"),
        ("at the end of the quarter", "2017-12-31", "2017-12-31"),
        ("so far this year", "2018-01-01", "2018-03-14"),
    ],
)
def test_a_bound_is_a_day_and_so_far_ends_at_the_anchor(
    text: str, start: str, end: str
) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == (start, end)


def test_a_bound_without_anchor_stays_partial() -> None:
    assert only("by the end of the month", None).start is None
    assert only("earlier this month", None).start is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Nine died in the day", "2018-03-13", "2018-03-14"),
        ("In the course of the day nine villages signed.", "2018-03-13", "2018-03-14"),
        ("It will be signed during the day", "2018-03-14", "2018-03-14"),
        ("Over the week nine died.", "2018-03-12", "2018-03-14"),
        ("Over the month nine died.", "2018-03-01", "2018-03-14"),
    ],
)
def test_a_report_of_the_day_covers_the_day_before_too(
    text: str, start: str, end: str
) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["on Monday night", "yesterday", "last night", "this morning", "on Sunday"],
)
def test_nothing_near_is_resolved_without_an_anchor(text: str) -> None:
    found = only(text, None)
    assert (found.start, found.end) == (None, None)
    assert "X" in found.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("these days", "PRESENT_REF"),
        ("in past years", "PAST_REF"),
        ("in coming weeks", "FUTURE_REF"),
        ("in those years", "PXY"),
    ],
)
def test_units_without_number_are_past_present_or_future(text: str, value: str) -> None:
    assert only(text).value == value


def test_the_year_earlier_quarter_is_that_of_the_quarter_named() -> None:
    text = "The third quarter saw nine. The year-earlier quarter saw two."
    assert values(text) == ["2017-Q3", "2016-Q3"]
    assert values("A year-ago figure, of 2 March 2016")[0] == "2017"
