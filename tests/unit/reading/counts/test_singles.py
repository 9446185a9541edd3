"""Ones by article, pronoun or ordinal, by class of wording."""

from collections.abc import Callable

import pytest

from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]


def counted(reading: Reading) -> list[tuple[float | None, str]]:
    return [(c.number.value, c.unit) for c in reading.counts]


@pytest.mark.parametrize(
    "text",
    [
        "A woman born near the bridge was wounded.",
        "The shell hit a bus, killing its driver.",
        "The patrol leader (see 3) died of it.",
        "A farmer of the next village was shot dead.",
        "The blast injured her sister.",
    ],
)
def test_one_person_something_befell_is_one(reading_of: Read, text: str) -> None:
    assert [c.number.value for c in reading_of(text).counts] == [1]


def test_persons_listed_with_one_share_what_befell_them(reading_of: Read) -> None:
    reading = reading_of("Gunmen kidnapped two drivers and a nurse.")
    assert [c.number.value for c in reading.counts] == [2, 1]


@pytest.mark.parametrize(
    "text",
    [
        "A farmer spoke to the patrol.",
        "The police were wounded in their pride.",
        "A soldier said that the wounded were many.",
        "The driver's road is a death trap.",
        "A death was told.",
    ],
)
def test_one_person_whom_nothing_befell_is_no_count(
    reading_of: Read, text: str
) -> None:
    assert reading_of(text).counts == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the third such attack since May.", (3, "attacks")),
        ("The commission held its 12th session.", (12, "meetings")),
        ("The truce was broken for the fourth time.", (4, "violations")),
        ("This is the fifth time the truce has been broken.", (5, "violations")),
    ],
)
def test_an_ordinal_counts_where_it_sums_up(
    reading_of: Read, text: str, expected: tuple[float, str]
) -> None:
    assert counted(reading_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The third round of talks opens.",
        "On the fourth day it rained.",
        "A third opinion was heard.",
        "After the fifth attack they left.",
        "For the third time he smiled.",
    ],
)
def test_an_ordinal_that_only_orders_counts_nothing(
    reading_of: Read, text: str
) -> None:
    assert reading_of(text).counts == ()


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Two men died on the spot and a third in hospital.", "persons"),
        ("Three corridors lead west, a fourth in the north.", "corridors"),
    ],
)
def test_one_more_of_those_just_counted_is_one(
    reading_of: Read, text: str, unit: str
) -> None:
    assert counted(reading_of(text))[-1] == (1, unit)
