"""The day of a text that says nothing of its own day."""

import pytest

from trucewatch.reading.times import find_times, infer_anchor
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Friday they signed a paper dated March 9, 2018.", "2018-03-09"),
        ("A paper dated March 9, 2018, was read out on Saturday.", "2018-03-10"),
        ("A paper dated March 9, 2018, was read out on Sunday.", "2018-03-11"),
        ("A paper dated March 9, 2018, was read out on Thursday.", "2018-03-09"),
        ("Friday 9 March 2018: the speech of last Sunday", "2018-03-09"),
        ("Friday 9 March 2018: they will meet on Sunday.", "2018-03-09"),
        ("Done on 2018-03-09. On Friday they fired.", "2018-03-09"),
        ("Done at 7 a.m. on 9 March 2018. On Friday they fired.", "2018-03-09"),
        ("Week of 3-9 March 2018. On Friday they fired.", "2018-03-09"),
        ("Nothing on 1 May 2014; on Friday 9 March 2018 all.", "2018-03-09"),
    ],
)  # fmt: skip
def test_the_latest_full_date_and_the_weekdays_told_of_give_the_day(
    text: str, day: str
) -> None:
    assert str(infer_anchor(text)) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On Friday they signed.",
        "They signed on March 9, 2018.",
        "They signed on Friday, March 9.",
        "They signed on March 9, 2018 and will meet on Sunday.",
    ],
)
def test_without_a_full_date_and_a_weekday_nothing_is_inferred(text: str) -> None:
    assert infer_anchor(text) is None


def test_what_rests_on_an_inferred_day_says_so() -> None:
    text = "On Friday they signed a paper of March 9, 2018. On Saturday they broke it."
    friday, paper, saturday = find_times(text, anchor=None)
    assert (friday.value, friday.basis) == ("2018-03-09", TimeBasis.INFERRED)
    assert (paper.value, paper.basis) == ("2018-03-09", TimeBasis.STATED)
    assert (saturday.value, saturday.basis) == ("2018-03-10", TimeBasis.INFERRED)


def test_a_given_anchor_is_not_overruled() -> None:
    text = "On Friday they signed a paper of March 9, 2018."
    (friday, _) = find_times(text, anchor=PartialDate(2018, 3, 20))
    assert (friday.value, friday.basis) == ("2018-03-16", TimeBasis.ANCHORED)
