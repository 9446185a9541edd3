"""Comparing a ledger that grows, and asking it again."""

from pathlib import Path

import pytest

from tests.support.made import NOON
from trucewatch.api import Casebook
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.views.comparing import Comparing
from trucewatch.views.surroundings import copies_among

SHELLED = "{}, 4 March 2017\n\n{} said that {} people were killed in Douma on Friday.\n"
ONE = SHELLED.format("Damascus", "The Syrian army", 12)
TWO = SHELLED.format("Beirut", "The Syrian Observatory for Human Rights", 31)
THREE = SHELLED.format("Geneva", "The United Nations", 19)
BULLETIN = (
    "Hmeimim, 9 March 2017\n\nThe Russian reconciliation centre said that 1,341 "
    "settlements had joined. {} A total of 2,477 tonnes of aid and 3,125 families "
    "were counted there.\n"
)


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def from_scratch(casebook: Casebook) -> tuple[Finding, ...]:
    """What comparing everything at once gives."""
    view = casebook.view()
    copies = copies_among(view.documents())
    around = Surroundings(casebook.theatre, view.published, copies)
    return compare_claims(view.claims(), around)


def told(casebook: Casebook) -> tuple[Finding, ...]:
    return tuple(one.finding for one in casebook.contradictions(kinds=["all"]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    put(made, "a.txt", ONE)
    put(made, "b.txt", TWO)
    put(made, "c.txt", BULLETIN.format(""))
    return made


@pytest.fixture(params=["memory", "file"])
def casebook(request: pytest.FixtureRequest, tmp_path: Path) -> Casebook:
    if request.param == "memory":
        return Casebook(MemoryLedger(), clock=lambda: NOON)
    return Casebook.open(tmp_path / "case.db", clock=lambda: NOON)


def test_what_is_told_is_what_comparing_everything_at_once_gives(
    casebook: Casebook, folder: Path
) -> None:
    casebook.take_in([folder])
    assert told(casebook) == from_scratch(casebook) != ()


def test_a_ledger_that_grew_is_told_as_if_compared_from_scratch(
    casebook: Casebook, folder: Path
) -> None:
    casebook.take_in([folder])
    told(casebook)
    put(folder, "d.txt", THREE)
    # the same bulletin in other words: only its figures show that it is one
    put(folder, "e.txt", BULLETIN.format("That is what it announced at noon."))
    casebook.take_in([folder])
    assert told(casebook) == from_scratch(casebook)


def test_asked_again_nothing_is_compared_anew(casebook: Casebook, folder: Path) -> None:
    casebook.take_in([folder])
    first = told(casebook)
    steps: list[tuple[int, int]] = []
    again = casebook.contradictions(kinds=["all"], told=lambda *s: steps.append(s))
    assert tuple(one.finding for one in again) == first
    assert steps == []


def test_whoever_opens_a_ledger_next_goes_on_from_what_was_found(
    folder: Path, tmp_path: Path
) -> None:
    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        casebook.take_in([folder])
        first = told(casebook)
    steps: list[tuple[int, int]] = []
    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        again = casebook.contradictions(kinds=["all"], told=lambda *s: steps.append(s))
        assert tuple(one.finding for one in again) == first
        assert steps == []
        assert Comparing(casebook).is_quick(casebook.view())


def test_copies_are_looked_for_anew_where_only_some_were_known(
    folder: Path, tmp_path: Path
) -> None:
    put(folder, "d.txt", f"Copied from a wire.\n{ONE}")
    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        casebook.take_in([folder])
        Comparing(casebook).compared(casebook.view(), {})
    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        assert told(casebook) == from_scratch(casebook)


def test_the_register_of_disagreements_is_made_of_the_same_findings(
    casebook: Casebook, folder: Path
) -> None:
    casebook.take_in([folder])
    found = {one.finding.matter for one in casebook.contradictions()}
    register, rows = casebook.register("disagreements")
    assert found == {r["matter"]["value"] for r in register.records(rows)}


def test_preparing_tells_how_far_it_is(casebook: Casebook, folder: Path) -> None:
    casebook.take_in([folder])
    steps: list[tuple[int, int]] = []
    casebook.prepare(lambda *step: steps.append(step))
    assert all(done == total for done, total in steps)
    casebook.prepare(lambda *step: steps.append(step))
    assert len(steps) <= 1
