"""Units a figure may be counted in, and what is weighed for each."""

import pytest

from trucewatch.claims import unit_scoring
from trucewatch.claims.counting import Counting
from trucewatch.claims.scene import Scene
from trucewatch.claims.scoring import Scorer
from trucewatch.claims.unit_scoring import (
    UnitCandidate,
    Units,
    is_open,
    said_features,
    told_by_words,
)
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


def unread(text: str) -> Counting:
    day = PartialDate.parse("2016-05-18")
    document = Document(text, publisher="RT", published=day)
    return Counting(Scene(read(document, load_theatre("syria_2016"))))


def counting(text: str) -> Counting:
    found = unread(text)
    list(found.drafts())
    return found


def candidates(text: str, index: int) -> dict[str, UnitCandidate]:
    made = counting(text)
    ruled = made.ruling.of(index)
    found = made.weighing.candidates(index, ruled)
    assert found[0].unit == ruled
    return {one.unit: one for one in found}


def weights(monkeypatch: pytest.MonkeyPatch, **given: float) -> None:
    table = Scorer(("fits",), {f"unit={unit}": (w,) for unit, w in given.items()})
    monkeypatch.setattr(unit_scoring, "scorer", lambda _: table)
    monkeypatch.setattr(unit_scoring, "told_by_words", dict)


def test_units_of_figures_nouns_acts_and_headings_are_weighed() -> None:
    text = "Convoys of the week\n\nSix prisoners left. Two shells killed 12 in Homs."
    found = candidates(text, 2)
    assert {"killed", "rounds", "prisoners", "convoys"} <= set(found)
    assert "back=same" in found["rounds"].features
    assert "back=1" in found["prisoners"].features
    assert "head" in found["convoys"].features


def test_usual_units_are_candidates_whatever_stands_around() -> None:
    found = candidates("Four shellings were recorded in Homs, nine in Hama.", 1)
    assert {"killed", "displaced", "violations"} <= set(found)
    assert "usual" in found["displaced"].features


def test_each_unit_is_a_candidate_once() -> None:
    text = "Three mortars were seen. Of the mortars, two had been moved."
    made = counting(text)
    found = made.weighing.candidates(1, made.ruling.of(1))
    assert len({one.unit for one in found}) == len(found)


def test_a_noun_nobody_listed_may_name_persons() -> None:
    found = candidates("Nine falconers urged both sides to talk.", 0)
    assert "ending=ers" in found["persons"].features


@pytest.mark.parametrize(
    ("text", "index", "opened"),
    [
        ("Four shellings were recorded.", 0, False),
        ("Four people came to Homs.", 0, True),
        ("Four shellings were recorded in Homs, nine in Hama.", 1, True),
        ("Of 103 missiles 71 were intercepted.", 1, False),
    ],
)
def test_open_is_what_no_noun_beside_the_figure_tells(
    text: str, index: int, *, opened: bool
) -> None:
    made = counting(text)
    count = made.reading.counts[index]
    assert is_open(count, made.ruling.of(index)) is opened


ELIDED = "Four shellings were recorded in Homs, and six prisoners freed; nine in Hama."


def test_another_unit_must_beat_the_rules_by_a_margin(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ruled = counting(ELIDED).ruling.of(2)
    other = {"shellings", "prisoners"}.difference({ruled}).pop()
    weights(monkeypatch, **{ruled: 1.0, other: 1.5})
    assert counting(ELIDED).units[2] == ruled
    weights(monkeypatch, **{ruled: 1.0, other: 2.5})
    assert counting(ELIDED).units[2] == other


def test_words_of_the_sentence_speak_for_units(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    weights(monkeypatch)
    text = "Four shellings were recorded in Homs, nine trudged to Hama."
    assert counting(text).units[1] != "evacuees"
    told = {"trudged": {"evacuees": 150}}
    monkeypatch.setattr(unit_scoring, "told_by_words", lambda: told)
    assert counting(text).units[1] == "evacuees"


def test_what_words_weigh_is_read_from_the_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = said_features("evacuees", ["trudged"])
    table = Scorer(("fits",), {names[0]: (1.5,), "unit=killed": (1.0,)})
    monkeypatch.setattr(unit_scoring, "scorer", lambda _: table)
    told_by_words.cache_clear()
    try:
        assert told_by_words() == {"trudged": {"evacuees": 150}}
    finally:
        told_by_words.cache_clear()


def test_words_of_a_sentence_leave_out_names_and_figures() -> None:
    made = counting("Trucks took 9 from Homs to Idlib.")
    assert made.weighing.words_of(0) == ["from", "to", "took", "trucks"]


def test_a_count_in_another_unit_is_no_part_of_the_total_the_rules_saw(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Nine shellings were recorded: Homs (4), Hama (5)."
    weights(monkeypatch, shellings=1.0)
    drafts = {d.quantity.value: d for d in unread(text).drafts() if d.quantity}
    assert drafts[4].whole is not None

    def other(_units: Units, index: int, ruled: str) -> str:
        return "prisoners" if index == 1 else ruled

    monkeypatch.setattr(Units, "of", other)
    drafts = {d.quantity.value: d for d in unread(text).drafts() if d.quantity}
    assert drafts[4].whole is None
