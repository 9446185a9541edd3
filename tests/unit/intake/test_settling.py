"""A document that names no place follows what its folder is about."""

from pathlib import Path

import pytest

from tests.support.made import NOON
from trucewatch.claims.claim import Claim
from trucewatch.documents.sources import Source
from trucewatch.intake.files import FileReader
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.runs import Intake, read
from trucewatch.intake.settling import read_settled
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.values.gaps import Gap, GapKind

SYRIA = "Shelling killed {} people in Aleppo and Idlib, Syria, the Observatory said.\n"
DONBAS = "Shelling killed {} people in Donetsk and Luhansk, Ukraine, it was said.\n"
SILENT = "Government forces fired {} rockets at the village.\n"


def sources(folder: Path, *texts: str) -> list[Source]:
    folder.mkdir(exist_ok=True)
    found = []
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text.format(number + 3), encoding="utf-8")
        found.append(Source(path, f"{folder.name}/{path.name}"))
    return found


def actors(outcomes: list[Outcome]) -> dict[str, set[str | None]]:
    """Whom the claims of each file are about, by identifier."""
    return {
        outcome.name: {role.id for claim in claims_of(outcome) for role in claim.roles}
        for outcome in outcomes
    }


def claims_of(outcome: Outcome) -> tuple[Claim, ...]:
    return outcome.taken.claims if outcome.taken else ()


def test_a_silent_document_is_read_as_what_its_folder_is_about(tmp_path: Path) -> None:
    items = sources(tmp_path / "a", SILENT, SYRIA, SYRIA)
    alone = actors(list(read_settled(items[:1], FileReader())))
    together = actors(list(read_settled(items, FileReader())))
    assert "sy_army" not in alone["a/0.txt"]
    assert "sy_army" in together["a/0.txt"]


def test_the_ledger_notes_with_what_each_document_was_read(tmp_path: Path) -> None:
    sources(tmp_path / "a", SILENT, SYRIA, "Kabul, Afghanistan: 3 people were killed.")
    ledger = MemoryLedger()
    Intake(ledger, lambda: NOON, "mira").take_in([tmp_path / "a"], processes=1)
    view = ledger.view()
    noted = view.theatres()
    by_file = {d.source_file: noted[d.key] for d in view.documents()}
    assert by_file == {"0.txt": "world", "1.txt": "syria_2016", "2.txt": "world AF"}
    assert view.theatres(view.documents()[0].key) == {view.documents()[0].key: "world"}


def test_whoever_waits_comes_last_and_nothing_is_lost(tmp_path: Path) -> None:
    items = sources(tmp_path / "a", SILENT, SYRIA, SYRIA)
    gap = Gap(GapKind.UNREADABLE_FILE, "b.doc", None, None, "", "of another type")
    found = [o.name for o in read_settled([gap, *items], FileReader())]
    assert found == ["b.doc", "a/1.txt", "a/2.txt", "a/0.txt"]


def test_a_folder_that_does_not_agree_leaves_it_as_it_is(tmp_path: Path) -> None:
    items = sources(tmp_path / "a", SILENT, SYRIA, DONBAS)
    assert "sy_army" not in actors(list(read_settled(items, FileReader())))["a/0.txt"]


def test_each_folder_speaks_for_itself(tmp_path: Path) -> None:
    items = [
        *sources(tmp_path / "a", SILENT, SYRIA),
        *sources(tmp_path / "b", SILENT, DONBAS),
    ]
    found = actors(list(read_settled(items, FileReader())))
    assert ("sy_army" in found["a/0.txt"], "sy_army" in found["b/0.txt"]) == (
        True,
        False,
    )


def test_with_a_theatre_asked_for_nobody_waits(tmp_path: Path) -> None:
    items = sources(tmp_path / "a", SILENT, SYRIA)
    found = list(read_settled(items, FileReader("syria_2016")))
    assert [o.name for o in found] == ["a/0.txt", "a/1.txt"]


def test_what_the_ledger_knows_has_a_say(tmp_path: Path) -> None:
    known = sources(tmp_path / "a", SYRIA, SYRIA)
    (tmp_path / "a" / "late.txt").write_text(SILENT.format(9), encoding="utf-8")
    late = Source(tmp_path / "a" / "late.txt", "late.txt")
    (outcome,) = read_settled([late], FileReader(), known=known)
    assert "sy_army" in actors([outcome])["late.txt"]


@pytest.mark.slow
def test_several_processes_settle_alike(tmp_path: Path) -> None:
    items = sources(tmp_path / "a", SILENT, SYRIA, SYRIA, SILENT)
    alone = list(read_settled(items, FileReader()))
    assert list(read_settled(items, FileReader(), processes=2)) == alone


def test_a_run_and_an_intake_settle_alike(tmp_path: Path) -> None:

    sources(tmp_path / "a", SILENT, SYRIA, SYRIA)
    ledger = MemoryLedger()
    Intake(ledger, lambda: NOON, "anna").take_in([tmp_path / "a"])
    run = read([tmp_path / "a"])
    assert {c.key for c in run} == {c.key for c in ledger.view().claims()}
