"""`trucewatch ingest`."""

from pathlib import Path

from tests.support.shell import Shell
from trucewatch.api import Casebook


def test_documents_go_into_a_new_ledger(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    ran = shell("ingest", tmp_path / "new.db", folder, "--json")
    (summary,) = ran.records()
    assert ran.code == 1
    assert summary["documents"] == 2
    assert summary["claims"] > 0
    assert summary["losses"]["unreadable_file"] == 1


def test_a_second_time_adds_nothing(shell: Shell, folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "new.db"
    shell("ingest", ledger, folder)
    before = shell("status", ledger, "--json").records()
    ran = shell("ingest", ledger, folder)
    assert "2 known already" in ran.err
    assert shell("status", ledger, "--json").records() == before


def test_another_file_is_no_ledger(shell: Shell, folder: Path) -> None:
    ran = shell("ingest", folder / "a.txt", folder)
    assert ran.code == 3
    assert "is no ledger" in ran.err


def test_registers_and_comparison_find_their_marks_ready(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "new.db"
    shell("ingest", ledger, folder)
    with Casebook.open(ledger, create=False) as casebook:
        steps: list[tuple[int, int]] = []
        casebook.prepare(lambda *step: steps.append(step))
    assert steps == []
