"""The brief as a value."""

import pytest

from tests.support.made import made_claim, made_document
from trucewatch.errors import ValueFormError
from trucewatch.views.brief import (
    Brief,
    Group,
    Part,
    PartKind,
    Section,
    claims_named,
    count,
    figure,
    name,
    note,
    words,
)


def section(*parts: Part) -> Section:
    return Section("aid", "Aid", "", (Group("", (parts,)),))


def test_our_own_words_hold_no_digit() -> None:
    with pytest.raises(ValueFormError, match="59 groups"):
        words("59 groups")


@pytest.mark.parametrize("kind", [PartKind.FIGURE, PartKind.QUOTE, PartKind.NOTE])
def test_figures_quotes_and_notes_need_a_claim(kind: PartKind) -> None:
    with pytest.raises(ValueFormError):
        Part(kind, "59")


def test_what_we_count_ourselves_is_told_apart_from_figures() -> None:
    assert count(1200) == Part(PartKind.COUNT, "1,200")


def test_claims_are_named_once_in_the_order_of_the_text() -> None:
    one = section(figure("5", "c_b"), words(" tonnes"), note("c_b"), note("c_a"))
    assert claims_named((one, section(figure("6", "c_a")))) == ("c_b", "c_a")


def test_the_key_changes_with_the_content_and_only_with_it() -> None:
    document = made_document()
    claim = made_claim(document, "41 armed groups")
    briefs = [
        Brief("A", (), (section(name(text), note(claim.key)),), ())
        for text in ("one", "one", "two")
    ]
    assert briefs[0].key == briefs[1].key
    assert briefs[0].key != briefs[2].key
