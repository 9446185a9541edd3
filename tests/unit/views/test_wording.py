"""Numbers, times, places and speakers in words."""

from dataclasses import replace

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import ClaimTime
from trucewatch.values.quantities import Number
from trucewatch.values.stances import Quantifier, TimeBasis, TimePrecision
from trucewatch.views.wording import (
    number_text,
    place_text,
    speaker_text,
    time_text,
)


@pytest.mark.parametrize(
    ("value", "low", "high", "quantifier", "expected"),
    [
        (59, 59, 59, Quantifier.EXACT, "59"),
        (1283, 1283, 1283, Quantifier.EXACT, "1,283"),
        (64.1, 64.1, 64.1, Quantifier.EXACT, "64.1"),
        (6000, 6000, None, Quantifier.AT_LEAST, "at least 6,000"),
        (20, None, 20, Quantifier.AT_MOST, "at most 20"),
        (300, None, 300, Quantifier.NEARLY, "nearly 300"),
        (30, 30, 30, Quantifier.ABOUT, "about 30"),
        (0, 0, 0, Quantifier.NONE, "0"),
        (None, 300, 500, Quantifier.EXACT, "300 to 500"),
        (12, 10, 15, Quantifier.ABOUT, "12 (10 to 15)"),
        (None, 24, None, Quantifier.AT_LEAST, "at least 24"),
    ],
)
def test_a_number_keeps_how_exactly_it_is_meant(
    value: Number | None,
    low: Number | None,
    high: Number | None,
    quantifier: Quantifier,
    expected: str,
) -> None:
    quantity = made_quantity(
        made_document(), "41", value=value, low=low, high=high, quantifier=quantifier
    )
    assert number_text(quantity) == expected


def test_words_that_give_no_number_stay_words() -> None:
    several = made_quantity(made_document("Several groups left."), "Several", low=1)
    assert number_text(replace(several, low=None)) == "Several"
    assert number_text(None) is None


@pytest.mark.parametrize(
    ("start", "end", "basis", "expected"),
    [
        ("2016-05-23", "2016-05-23", TimeBasis.STATED, "2016-05-23"),
        ("2016-05", "2016-05", TimeBasis.INFERRED, "2016-05, inferred"),
        ("2016-05-01", "2016-05-23", TimeBasis.STATED, "2016-05-01 to 2016-05-23"),
        (None, "2016-05-23", TimeBasis.STATED, "until 2016-05-23"),
        (
            "2016-05-23",
            None,
            TimeBasis.ANCHORED,
            "since 2016-05-23, dated by the document",
        ),
        (None, None, TimeBasis.UNSTATED, "last week"),
    ],
)
def test_a_time_says_what_it_rests_on(
    start: str | None, end: str | None, basis: TimeBasis, expected: str
) -> None:
    time = ClaimTime(start, end, TimePrecision.DAY, basis, "last week", None)
    assert time_text(time) == expected


def test_places_are_named_once() -> None:
    document = made_document()
    claim = made_claim(document, "7 people were killed in Nawa", place="Nawa")
    assert place_text(claim) == "Nawa"
    assert place_text(made_claim(document, "7 people")) is None


def test_the_last_of_the_chain_speaks() -> None:
    document = made_document()
    assert speaker_text(made_claim(document, "7 people")) == "the centre"
    unnamed = made_claim(document, "7 people", speaker_text=None)
    assert speaker_text(unnamed) == "ru_crc"
