"""Reports that name the stretch they cover at their head."""

import pytest

from trucewatch.reading.times import covered_until
from trucewatch.values.dates import PartialDate

PUBLISHED = PartialDate.parse("2016-07-05")
BODY = "\n\nThe mission saw 40 violations."


@pytest.mark.parametrize(
    ("head", "end"),
    [
        ("Mission report: sites and access, June 2016", "2016-06-30"),
        ("Quarterly note, April–June 2016", "2016-06-30"),
        ("Weekly, 20 to 26 June 2016", "2016-06-26"),
    ],
)
def test_the_last_day_of_the_stretch_is_told(head: str, end: str) -> None:
    assert str(covered_until(head + BODY, PUBLISHED)) == end


@pytest.mark.parametrize(
    "head",
    [
        "Mission report",
        "The accord of 6 May 2016",
        "What was seen since 6 May 2016",
        "Plans for July 2016",
        "The war of 2011–2015",
        "June 2015: a look back",
        "In June 2016 the mission " + "saw violations " * 10,
        "Forty people fell in June 2016.",
    ],
    ids=["none", "a day", "since", "not over", "years", "long ago", "long", "a stop"],
)
def test_other_heads_tell_no_day(head: str) -> None:
    assert covered_until(head + BODY, PUBLISHED) is None


def test_a_month_of_publication_is_no_day_to_count_from() -> None:
    text = "Mission report, June 2016" + BODY
    assert covered_until(text, PartialDate.parse("2016-07")) is None
