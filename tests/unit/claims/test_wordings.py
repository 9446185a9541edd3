"""What stands around a count and tells of its claim type."""

import pytest

from trucewatch.claims.counting import Counting
from trucewatch.claims.kind_scoring import Wording
from trucewatch.claims.scene import Scene
from trucewatch.claims.wordings import stem
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


def wordings(text: str) -> list[Wording]:
    found: list[Wording] = []

    def typed(wording: Wording) -> str:
        found.append(wording)
        return wording.ruled

    day = PartialDate.parse("2016-05-18")
    document = Document(text, publisher="RT", published=day)
    scene = Scene(read(document, load_theatre("syria_2016")))
    list(Counting(scene, typed=typed).drafts())
    return found


@pytest.mark.parametrize(
    ("words", "left"),
    [
        (("seized", "seizing"), "seiz"),
        (("convoy", "convoys"), "convoy"),
        (("bus", "buses"), "bus"),
        (("red",), "red"),
    ],
)
def test_inflected_forms_have_one_stem(words: tuple[str, ...], left: str) -> None:
    assert {stem(word) for word in words} == {left}


def test_the_clause_ends_where_a_mark_divides() -> None:
    text = "As shells fell, troops seized 12 lorries in the town, the office said."
    (wording,) = wordings(text)
    assert wording.clause == (("troop", "seiz"), ("in", "the", "town"))


def test_acts_have_their_words_and_side() -> None:
    (wording,) = wordings("Troops seized 12 lorries near Homs.")
    assert ("left", "seiz") in {(act.side, act.words) for act in wording.acts}


def test_the_figure_before_and_those_beside_are_told() -> None:
    text = "They brought 12 lorries and 40 tents to Homs. Aid workers met 9 buses."
    first, second, third = wordings(text)
    assert (first.before, first.siblings) == ("", ("tents",))
    assert second.before == f"{first.ruled}+beside"
    assert (third.before, third.siblings) == (second.ruled, ())
