"""Names: the longest the theatre knows, wherever a capital letter begins one."""

import pytest

from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import find_names
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.theatre import load_theatre


def test_an_acronym_that_spells_a_function_word_is_a_name() -> None:
    theatre = load_theatre("world")
    text = "The US said it, and WHO counted nine, but nobody told us who."
    found = find_names(text, tokenise(text), theatre, lexicon())
    assert [one.span.of(text) for one in found] == ["US", "WHO"]


def names_in(text: str) -> list[tuple[str, frozenset[str]]]:
    theatre = load_theatre("syria_2016")
    return [
        (one.span.of(text), frozenset(entry.id for entry in one.entries))
        for one in find_names(text, tokenise(text), theatre, lexicon())
    ]


def test_a_short_form_in_brackets_stands_for_its_name_afterwards() -> None:
    found = dict(names_in("The Lions of the East Army (LEA) came. LEA's men left."))
    assert found["LEA"] == found["Lions of the East Army"]


@pytest.mark.parametrize(
    "text",
    [
        "The Lions of the East Army (QXZ) came. QXZ left.",
        "The Lions of the East Army (nine men) came. LEA left.",
        "Deir Ezzor (DEZ) slept. DEZ woke.",
        "LEA left.",
    ],
)
def test_brackets_that_do_not_abbreviate_a_party_give_no_short_form(text: str) -> None:
    assert {name for name, _ in names_in(text)}.isdisjoint({"QXZ", "LEA", "DEZ"})
