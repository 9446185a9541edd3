"""Days written out in full, in heads of documents and in addresses."""

import pytest

from trucewatch.documents.days import day_in_address, find_days
from trucewatch.values.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2016-07-15", "2016-07-15"),
        ("9 October 2016", "2016-10-09"),
        ("the 9th of October, 2016", "2016-10-09"),
        ("Dec 08,2017", "2017-12-08"),
        ("July 19, 2017", "2017-07-19"),
        ("Sept. 3 2018", "2018-09-03"),
        ("MARCH 1, 2019", "2019-03-01"),
        ("12 mai 2019", "2019-05-12"),
        ("4 de", None),
        ("15Dec16", "2016-12-15"),
        ("23.05.2018", "2018-05-23"),
        ("3/4/2018", "2018-04-03"),
        ("12/31/2018", "2018-12-31"),
        ("May 2023", "2023-05"),
        ("(Dec 1, 2015)", "2015-12-01"),
        ("31 February 2016", None),
        ("May 3000", None),
        ("99 April", None),
        ("resolution 2254", None),
        ("page 3 of 12", None),
    ],
)
def test_a_day_is_read_in_every_common_form(text: str, expected: str | None) -> None:
    days = find_days(text, 0, len(text))
    assert [str(day.dated(None)) for day in days] == ([expected] if expected else [])


def test_a_day_without_a_year_takes_one_from_elsewhere() -> None:
    (day,) = find_days("KYIV, 3 October.", 0, 16)
    assert day.dated(None) is None
    assert day.dated(2018) == PartialDate(2018, 10, 3)


def test_a_day_keeps_its_words() -> None:
    text = "Sheet of 8 December 2016 (daily)"
    (day,) = find_days(text, 0, len(text))
    assert day.span.of(text) == "8 December 2016"


def test_several_days_come_in_order() -> None:
    text = "20 February to 20 May 2019, March 3"
    found = [(day.month, day.day, day.year) for day in find_days(text, 0, len(text))]
    assert found == [(2, 20, None), (5, 20, 2019), (3, 3, None)]


def test_only_the_given_stretch_is_looked_at() -> None:
    text = "1 May 2016 and 2 May 2016"
    (day,) = find_days(text, 11, len(text))
    assert day.day == 2


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example/world/20160308/1035957.html", "2016-03-08"),
        ("https://x.example/2016/05/24/truce", "2016-05-24"),
        ("https://x.example/a-2018-11-09-b", "2018-11-09"),
        ("https://x.example/id/20160231", None),
        ("https://x.example/id/98201603081", None),
        ("https://x.example/2016/05/", None),
    ],
)
def test_addresses_carry_days(url: str, expected: str | None) -> None:
    day = day_in_address(url)
    assert (day and str(day)) == expected
