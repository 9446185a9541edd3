from collections.abc import Callable
from itertools import pairwise

import pytest

from trucewatch.reading.entities import find_entities
from trucewatch.reading.entity_words import Sort
from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]


def entities(reading: Reading) -> list[tuple[str, Sort]]:
    text = reading.document.text
    return [(one.span.of(text), one.sort) for one in find_entities(reading)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He met Lt. Gen. Karl J. Brandt there.", "Lt. Gen. Karl J. Brandt"),
        ("It was Col. Otto “Red” Lund on watch.", "Col. Otto “Red” Lund"),
        ("They saw the Minister for Trade there.", "the Minister for Trade"),
        ("They saw Interior Minister Ana Roth there.", "Interior Minister Ana Roth"),
        ("Later Ana Roth left.", "Ana Roth"),
        ("They heard the mission's spokesman there.", "the mission's spokesman"),
        ("They saw a wounded soldier there.", "soldier"),
        ("It was she.", "she"),
    ],
)
def test_a_person_is_told_by_title_office_or_noun(
    reading_of: Read, text: str, expected: str
) -> None:
    assert (expected, Sort.PERSON) in entities(reading_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It asked the Ministry of Public Works today.",
            "the Ministry of Public Works",
        ),
        ("It joined the 5th Fleet today.", "the 5th Fleet"),
        ("It asked the JOC today.", "the JOC"),
        ("They fought enemy fighters today.", "enemy fighters"),
        ("They fought ISIL fighters today.", "ISIL fighters"),
        ("It struck the local militia today.", "the local militia"),
        ("Today we left.", "we"),
        ("Today Jordan promised help.", "Jordan"),
    ],
)
def test_a_body_is_told_by_name_or_noun(
    reading_of: Read, text: str, expected: str
) -> None:
    assert (expected, Sort.BODY) in entities(reading_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They crossed the Tabor River today.", "the Tabor River"),
        ("They left Homs, Syria today.", "Homs, Syria"),
        ("They held the northern city today.", "the northern city"),
        ("They were hit in Jordan today.", "Jordan"),
        ("They were hit in Iraq and Jordan today.", "Jordan"),
        ("They burnt rebel-held buildings today.", "rebel-held buildings"),
    ],
)
def test_a_place_is_told_by_name_or_noun(
    reading_of: Read, text: str, expected: str
) -> None:
    assert (expected, Sort.PLACE) in entities(reading_of(text))


@pytest.mark.parametrize(
    "text", ["On Monday it rained.", "It cost more.", "There was no rain in May."]
)
def test_days_and_plain_words_are_no_entities(reading_of: Read, text: str) -> None:
    assert entities(reading_of(text)) == []


def test_a_surname_is_the_person_named_in_full_before(reading_of: Read) -> None:
    reading = reading_of("Gen. Karl Brandt spoke. Then Brandt left.")
    assert ("Brandt", Sort.PERSON) in entities(reading)


def test_a_phrase_ends_where_its_name_begins(reading_of: Read) -> None:
    found = entities(reading_of("They fought the armed group Liwa Sahab today."))
    assert ("the armed group", Sort.BODY) in found


def test_a_name_is_told_apart_from_a_phrase(reading_of: Read) -> None:
    found = find_entities(reading_of("The JOC met the militia."))
    assert [one.named for one in found] == [True, False]


def test_entities_never_overlap(reading_of: Read) -> None:
    text = (
        "Gen. Karl Brandt, head of the Joint Mission in Homs, Syria, met U.S. troops."
    )
    found = find_entities(reading_of(text))
    assert all(a.after <= b.first for a, b in pairwise(found))
