"""Clock times. The texts are written on Wednesday, 14 March 2018."""

import pytest

from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimePrecision

ANCHOR = PartialDate(2018, 3, 14)


def only(text: str, anchor: PartialDate | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor=anchor)
    return found


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [
        ("at 07:00 a shell fell", "07:00", "07:00"),
        ("at 7:05:30 a shell fell", "7:05:30", "07:05"),
        ("by 10.00 p.m. it was over", "10.00 p.m.", "22:00"),
        ("by 10 p.m., it was over", "10 p.m.", "22:00"),
        ("by 5:45pm it was over", "5:45pm", "17:45"),
        ("at 12 a.m. it began", "12 a.m.", "00:00"),
        ("at 12 PM it began", "12 PM", "12:00"),
        ("at 1640 hrs it began", "1640 hrs", "16:40"),
        ("at 0600 hours it began", "0600 hours", "06:00"),
        ("at 0600h it began", "0600h", "06:00"),
        ("at 0615 GMT it began", "0615 GMT", "06:15"),
        ("at 16:40 Moscow time it began", "16:40 Moscow time", "16:40"),
        ("at 1640 local time it began", "1640 local time", "16:40"),
        ("at noon it began", "noon", "12:00"),
        ("at nine o'clock it began", "nine o'clock", "09:00"),
        ("at 11 o'clock it began", "11 o'clock", "11:00"),
    ],
)
def test_a_bare_clock_time_is_of_the_day_of_writing(
    text: str, words: str, clock: str
) -> None:
    found = only(text)
    assert (found.text, found.kind) == (words, TimeKind.CLOCK)
    assert found.value == f"2018-03-14T{clock}"
    assert str(found.start) == str(found.end) == f"2018-03-14T{clock}"
    assert found.precision is TimePrecision.INSTANT


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6 a.m. on Nov. 9", "2017-11-09T06:00"),
        ("at 6 a.m. on 9 November 2016", "2016-11-09T06:00"),
        ("06:30, 9 November 2016", "2016-11-09T06:30"),
        ("06:30 on 2016-11-09", "2016-11-09T06:30"),
        ("06:30 on 09.11.2016", "2016-11-09T06:30"),
        ("5 p.m. EST, Nov. 9", "2017-11-09T17:00"),
        ("noon on Monday", "2018-03-12T12:00"),
        ("Monday at 10 p.m.", "2018-03-12T22:00"),
        ("yesterday at 10 p.m.", "2018-03-13T22:00"),
        ("00.00 today", "2018-03-14T00:00"),
        ("9 a.m. local time Tuesday", "2018-03-13T09:00"),
    ],
)
def test_a_clock_time_and_its_day_are_one_expression(text: str, value: str) -> None:
    found = only(text)
    assert (found.text, found.value) == (text.removeprefix("at "), value)


def test_midnight_is_written_24_and_begins_the_day_named() -> None:
    found = only("midnight on Friday")
    assert found.value == "2018-03-09T24:00"
    assert str(found.start) == "2018-03-09T00:00"


def test_a_bare_clock_time_is_of_the_day_spoken_of() -> None:
    text = "The lull of 2 March began at 07:00."
    assert find_times(text, anchor=ANCHOR)[1].value == "2018-03-02T07:00"


def test_a_clock_time_without_any_day_stays_partial() -> None:
    found = only("at 07:00", None)
    assert (found.value, found.start) == ("XXXX-XX-XXT07:00", None)
    assert only("at 07:00 on Friday", None).value == "XXXX-WXX-5T07:00"


@pytest.mark.parametrize("text", ["a score of 3:75", "at 31:20 of the tape", "29 p.m."])
def test_what_no_clock_shows_is_no_clock_time(text: str) -> None:
    assert find_times(text, anchor=ANCHOR) == ()
