"""Which columns a table shows, as its address has it."""

import pytest

from trucewatch.web.columns import COLUMNS, USUAL, choices, shown


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("", USUAL),
        ("words,grade", ("words", "grade")),
        ("grade,words,grade", ("grade", "words")),
        ("nothing,words", ("words",)),
        ("nothing", USUAL),
    ],
)
def test_an_address_names_its_columns(asked: str, names: tuple[str, ...]) -> None:
    assert shown(asked) == names


def test_every_column_can_be_shown_and_hidden_again() -> None:
    for place, choice in enumerate(choices(USUAL)):
        other = choices(shown(choice.others))[place]
        assert other.is_shown is not choice.is_shown
        assert shown(other.others) == USUAL


def test_the_usual_columns_need_no_words_in_the_address() -> None:
    more = shown(choices(USUAL)[list(COLUMNS).index("rule")].others)
    assert "rule" in more
    assert choices(more)[list(COLUMNS).index("rule")].others == ""


def test_the_last_column_cannot_be_hidden() -> None:
    assert shown(choices(("words",))[2].others) == ("words",)
