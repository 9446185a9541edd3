import datetime as dt

import pytest

from trucewatch.errors import StandpointError, UnknownNameError
from trucewatch.ledger.judgements import UNGRADED, Grade
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint

NAMES = ("ru_crc", "AFP", "Gen. Kuralenko")


def test_nothing_asked_means_everything() -> None:
    assert Standpoint.parse() == EVERYTHING == Standpoint()
    assert EVERYTHING.min_grade == UNGRADED


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016", dt.date(2016, 12, 31)),
        ("2016-02", dt.date(2016, 2, 29)),
        ("2016-05-23", dt.date(2016, 5, 23)),
    ],
)
def test_as_of_means_the_last_day_a_date_can_mean(text: str, day: dt.date) -> None:
    assert Standpoint.parse(as_of=text).as_of == day


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-01-31", "2026-01-31T23:59:59.999999+00:00"),
        ("2026-01", "2026-01-31T23:59:59.999999+00:00"),
        ("2026-01-31T12:00", "2026-01-31T12:00:00+00:00"),
        ("2026-01-31T12:00:30Z", "2026-01-31T12:00:30+00:00"),
        ("2026-01-31T12:00+02:00", "2026-01-31T10:00:00+00:00"),
    ],
)
def test_known_on_means_the_end_of_a_day_or_the_time_given(
    text: str, instant: str
) -> None:
    parsed = Standpoint.parse(known_on=text).known_on
    assert parsed == dt.datetime.fromisoformat(instant)
    assert parsed is not None
    assert parsed.tzinfo is dt.UTC


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"as_of": "May"}, r"as-of: cannot use 'May'; write 2016, 2016-05"),
        ({"known_on": "yesterday"}, r"known-on: cannot use 'yesterday'; write"),
        ({"min_grade": "Z9"}, r"min-grade: cannot use 'Z9'; write A1 to F6"),
        ({"min_independent": 0}, r"min-independent: cannot use '0'; give 1 or more"),
    ],
)
def test_what_cannot_be_read_says_which_and_how(
    asked: dict[str, str], message: str
) -> None:
    with pytest.raises(StandpointError, match=message):
        Standpoint.parse(**asked)  # type: ignore[arg-type]


def test_a_time_of_knowledge_needs_a_zone() -> None:
    naive = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the point of the test
    with pytest.raises(StandpointError, match="with its zone"):
        Standpoint(known_on=naive)


def test_a_least_grade_is_read() -> None:
    assert Standpoint.parse(min_grade="b2").min_grade == Grade("B", 2)


@pytest.mark.parametrize(
    "name", ["ru_crc", "RU_CRC", "afp", "Kuralenko", "speaker:AFP", "publisher:AFP"]
)
def test_a_known_source_may_be_named_in_part(name: str) -> None:
    assert Standpoint.parse(according_to=name, names=NAMES).according_to == name


def test_an_unknown_source_is_told_near_ones() -> None:
    with pytest.raises(
        UnknownNameError, match="no source 'ru_crk'; did you mean ru_crc"
    ):
        Standpoint.parse(according_to="ru_crk", names=NAMES)


def test_without_known_names_the_ledger_decides() -> None:
    assert Standpoint.parse(according_to="anybody").according_to == "anybody"
    assert Standpoint.parse(according_to="").according_to is None


def test_a_party_brings_its_spokesmen() -> None:
    spokesmen = {"russia": {"ru_mod", "ru_crc"}}
    point = Standpoint.parse(according_to="russia", names=NAMES, spokesmen=spokesmen)
    assert point.voices == ("ru_crc", "ru_mod")
