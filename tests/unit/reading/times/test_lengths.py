"""Lengths of time. The texts are written on Wednesday, 14 March 2018."""

import pytest

from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis

ANCHOR = PartialDate(2018, 3, 14)


def only(text: str, anchor: PartialDate | None = ANCHOR) -> TimeExpression:
    (found,) = find_times(text, anchor=anchor)
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "days"),
    [
        ("a 72-hour truce", "72-hour", "PT72H", 3),
        ("a three-month lull", "three-month", "P3M", 90),
        ("it held for 10 days", "10 days", "P10D", 10),
        ("for twenty-four hours", "twenty-four hours", "PT24H", 1),
        ("one hundred and twenty days", "one hundred and twenty days", "P120D", 120),
        ("for a hundred days", "a hundred days", "P100D", 100),
        ("two thousand years", "two thousand years", "P2000Y", 730_000),
        ("1,200 days of war", "1,200 days", "P1200D", 1200),
        ("six full weeks", "six full weeks", "P6W", 42),
        ("half a year", "half a year", "P6M", 182.5),
        ("half an hour", "half an hour", "PT30M", 0.5 / 24),
        ("a year and a half", "a year and a half", "P1Y6M", 547.5),
        ("three and a half hours", "three and a half hours", "PT3H30M", 3.5 / 24),
        ("2 1/2 years", "2 1/2 years", "P2Y6M", 912.5),
        ("1/2 year", "1/2 year", "P6M", 182.5),
        ("3.5 hours", "3.5 hours", "PT3H30M", 3.5 / 24),
        ("3,5 hours", "3,5 hours", "PT3H30M", 3.5 / 24),
        ("two fortnights", "two fortnights", "P4W", 28),
        ("nearly two decades", "two decades", "P20Y", 7304),
        ("two to three weeks", "two to three weeks", "P2W", 14),
        ("six or seven months", "six or seven months", "P6M", 180),
        ("between six and eight weeks", "six and eight weeks", "P6W", 42),
        ("a couple of days", "a couple of days", "P2D", 2),
        ("a day-long halt", "a day-long", "P1D", 1),
        ("weeks-long halts", "weeks-long", "PXW", None),
        ("the five-year-long war", "five-year-long", "P5Y", 1825),
        ("several weeks", "several weeks", "PXW", None),
        ("a few minutes", "a few minutes", "PTXM", None),
        ("it dragged on for years", "years", "PXY", None),
        ("the years that followed", "the years", "PXY", None),
        ("a weekend of calm", "a weekend", "P1WE", 2),
    ],
)
def test_a_length_keeps_its_number_and_unit(
    text: str, words: str, value: str, days: float | None
) -> None:
    found = only(text)
    assert (found.text, found.value) == (words, value)
    assert found.length_days == (None if days is None else pytest.approx(days))
    assert found.kind is TimeKind.DURATION
    assert (found.start, found.end) == (None, None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Nine breaches in a day", "2018-03-13", "2018-03-14"),
        ("Nine breaches in one day", "2018-03-13", "2018-03-14"),
        ("Nine breaches over twenty-four hours", "2018-03-13", "2018-03-14"),
        ("Nine people died in a 24 hour period.", "2018-03-13", "2018-03-14"),
        ("In four days nine people were killed", "2018-03-10", "2018-03-13"),
        ("They must leave within 48 hours", "2018-03-14", "2018-03-16"),
        ("They agreed to leave within 48 hours", "2018-03-14", "2018-03-16"),
        ("Within a day monitors recorded 12 shots", "2018-03-13", "2018-03-14"),
        ("Nine people were killed within two days", "2018-03-12", "2018-03-13"),
        ("within two months", "2018-03-14", "2018-05-14"),
    ],
)
def test_a_length_with_in_or_within_lies_beside_the_anchor(
    text: str, start: str, end: str
) -> None:
    found = only(text)
    assert (str(found.start), str(found.end)) == (start, end)
    assert found.basis is TimeBasis.ANCHORED


@pytest.mark.parametrize(
    "text",
    [
        "It will be over in a day",
        "In four days",
        "It was cleared within 48 hours",
        "Nine people were killed within 48 hours of the signing",
        "a truce of 48 hours",
        "it was prolonged by two days",
    ],
)
def test_a_length_has_no_place_where_the_words_give_none(text: str) -> None:
    assert only(text).start is None


def test_a_length_beside_no_anchor_has_no_place() -> None:
    assert only("within 48 hours", None).start is None


@pytest.mark.parametrize(
    "text",
    [
        "a 25-year-old man",
        "a man, 52 years old",
        "half of them under 18 years of age",
        "a girl aged seven years",
        "a nine-month-old child",
    ],
)
def test_an_age_is_no_length_of_the_report(text: str) -> None:
    assert only(text).kind is TimeKind.AGE


def test_a_fraction_is_no_length() -> None:
    assert find_times("Three-quarters of the wheat is gone.", anchor=ANCHOR) == ()
