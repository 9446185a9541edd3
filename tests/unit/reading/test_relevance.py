"""Whether a text speaks of armed conflict at all."""

import pytest

from trucewatch.reading.relevance import BRIEF, ENOUGH, SHORT, speaks_of_conflict

FILLER = "The market closed higher on good sales of cars and phones. "
OTHER = FILLER * (SHORT // len(FILLER.split()) + 1)


HALF_A_PAGE = FILLER * (BRIEF // len(FILLER.split()) + 2)


def test_a_brief_text_is_always_read() -> None:
    assert speaks_of_conflict("Seven cases in the past day, it said.")


def test_a_short_text_needs_one_word_of_conflict() -> None:
    assert BRIEF < len(HALF_A_PAGE.split()) < SHORT
    assert not speaks_of_conflict(HALF_A_PAGE)
    assert speaks_of_conflict(HALF_A_PAGE + "The truce held.")


def test_a_long_text_about_other_things_is_not_read() -> None:
    assert not speaks_of_conflict(OTHER)


def test_a_long_text_in_other_letters_is_not_taken_for_a_short_one() -> None:
    assert not speaks_of_conflict("рынок закрылся ростом " * SHORT)


@pytest.mark.parametrize(
    "words", ["the truce held and gunmen left", "Cease-fire! SHELLING went on"]
)
def test_a_long_text_with_several_words_of_conflict_is_read(words: str) -> None:
    assert speaks_of_conflict(OTHER + words)


def test_one_word_of_conflict_said_often_is_not_enough() -> None:
    assert ENOUGH > 1
    assert not speaks_of_conflict(
        OTHER + "The missile film sold well, all missiles did. " * 5
    )


def test_a_very_long_text_needs_more_words_of_conflict() -> None:
    few = "The truce held and gunmen left. "
    assert not speaks_of_conflict(OTHER * 6 + few)
    assert speaks_of_conflict(OTHER * 6 + few + "Shelling of the besieged hit troops.")
