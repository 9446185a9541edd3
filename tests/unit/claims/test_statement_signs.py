"""Signs: classes of words by which a clause shows what it may state."""

import pytest

from trucewatch.claims.statement_signs import has_sign, signs_of


def classes(text: str) -> set[str]:
    low = text.split()
    return {name for _, name in signs_of(low, 0, len(low))}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("lapses", "END"),
        ("lapsed", "END"),
        ("withdrew", "LEAVE"),
        ("sat down", "MEET"),
        ("put off", "DELAY"),
    ],
)
def test_a_word_is_known_in_its_forms_and_in_phrases(text: str, name: str) -> None:
    assert name in classes(text)


def test_a_phrase_that_goes_beyond_the_clause_is_no_sign() -> None:
    assert not [name for _, name in signs_of(["sat", "down"], 1, 2)]


def test_a_sign_says_where_its_word_stands() -> None:
    assert (1, "END") in signs_of(["it", "expires"], 0, 2)


def test_most_words_are_signs_of_nothing() -> None:
    assert not has_sign("festival")
