"""Whom the words of a role mean."""

import pytest

from tests.support.statements import AROUND, say
from trucewatch.claims.claim import Role
from trucewatch.comparison import meanings


def role(text: str, key: str | None = None) -> Role:
    return Role("actor", key, text, None)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("government aircraft", "government"),
        ("the rebels", "opposition"),
        ("illegal armed groups", "opposition"),
        ("its troops", None),
        ("aircraft", None),
        ("Northern Shield", "northern shield"),
        ("government and opposition forces", None),
        ("government militias", "government"),
    ],
)
def test_a_doer_without_a_name_is_a_camp_or_nobody(
    text: str, meant: str | None
) -> None:
    assert meanings.doer(role(text)) == meant


def test_a_named_doer_is_itself() -> None:
    assert meanings.doer(role("the army", "sy_army")) == "sy_army"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("12 people", None),
        ("at least forty people", None),
        ("seven soldiers", "soldiers"),
        ("31 civilians", "civilians"),
    ],
)
def test_numbers_are_no_part_of_whom_it_concerns(text: str, meant: str | None) -> None:
    assert meanings.concerned(role(text)) == meant


def test_a_force_of_a_state_at_war_may_be_called_the_government() -> None:
    assert {"sy_army", "sy"} <= meanings.camps(["sy_army"], AROUND)


def test_words_name_what_was_hit() -> None:
    assert meanings.sites("two hospitals and a bus were shelled") == {"hospital", "bus"}


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (meanings.goes_on, "the truce remains in force"),
        (meanings.is_kept, "the truce is being observed"),
        (meanings.of_anybody, "nobody was hurt"),
    ],
)
def test_words_tell_how_a_thing_stands(asked: object, words: str) -> None:
    assert callable(asked)
    assert asked(words)
    assert not asked("three towns were mentioned")


def test_another_event_is_set_apart_by_its_words_or_its_teller() -> None:
    assert meanings.is_another(say("sohr", quote="another strike killed two"))
    assert not meanings.is_another(say("sohr", quote="the strike killed two"))
