"""Erasing from the command line: shown first, done with --yes, refused afterwards."""

from pathlib import Path

from tests.support.shell import Shell
from tests.unit.cli.conftest import ONE

WORDS = "Forty armed groups have joined the truce in Aleppo, Syria.\n"


def a_ledger(shell: Shell, tmp_path: Path) -> tuple[Path, Path, str]:
    """A ledger with one document taken from a file, and the document's key."""
    document, ledger = tmp_path / "bulletin.txt", tmp_path / "taken.db"
    document.write_text(WORDS, encoding="utf-8")
    shell("ingest", ledger, document)
    (claim, *_) = shell("claims", ledger, "--json").records()
    return ledger, document, str(claim["document"])


def test_the_first_step_shows_what_would_go_and_erases_nothing(
    shell: Shell, ledger: Path
) -> None:
    before = shell("status", ledger, "--json").out
    ran = shell("erase", ledger, ONE.key, "--reason", "asked")
    assert ran.code == 0
    assert "--yes" in ran.err
    assert "claim" in ran.out
    assert shell("status", ledger, "--json").out == before


def test_the_second_step_erases_and_the_ledger_stays_sound(
    shell: Shell, ledger: Path
) -> None:
    ran = shell("erase", ledger, ONE.key, "--reason", "asked", "--yes", "--json")
    (record,) = ran.records()
    assert record["erased"] is True
    assert record["entries"] == {"document": 1, "claim": 2, "reading": 1}
    assert shell("claims", ledger, "--json").out.count("41 armed groups") == 0
    ran = shell("verify", ledger)
    assert ran.code == 0
    assert f"{ONE.key} was erased" in ran.err


def test_an_erasure_names_who_did_it(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log.jsonl"
    shell("erase", ledger, ONE.key, "--reason", "asked", "--author", "olga", "--yes")
    shell("export", ledger, "--out", log)
    (line,) = [x for x in log.read_text("utf-8").splitlines() if '"erasure"' in x]
    assert '"author":"olga"' in line
    assert '"reason":"asked"' in line


def test_an_erased_file_is_left_out_with_one_clear_line(
    shell: Shell, tmp_path: Path
) -> None:
    ledger, document, key = a_ledger(shell, tmp_path)
    shell("erase", ledger, key, "--reason", "asked", "--yes")
    for again in ([], ["--again"]):
        ran = shell("ingest", ledger, document, *again)
        assert ran.code == 1
        (line,) = [x for x in ran.err.splitlines() if "bulletin.txt" in x]
        assert "erased from this ledger on purpose; --readmit" in line
    assert shell("claims", ledger, "--json").out == ""
    losses = shell("losses", ledger, "--kind", "erased", "--json").records()
    assert [loss["file"] for loss in losses] == ["bulletin.txt"]


def test_an_erased_file_is_taken_in_when_asked(shell: Shell, tmp_path: Path) -> None:
    ledger, document, key = a_ledger(shell, tmp_path)
    before = shell("claims", ledger, "--json").out
    shell("erase", ledger, key, "--reason", "asked", "--yes")
    assert shell("ingest", ledger, document, "--readmit").code == 0
    assert shell("claims", ledger, "--json").out == before
    assert shell("verify", ledger).code == 0


def test_a_backup_from_before_does_not_bring_an_erased_document_back(
    shell: Shell, tmp_path: Path
) -> None:
    ledger, _, key = a_ledger(shell, tmp_path)
    shell("backup", ledger, tmp_path / "old.zip")
    shell("erase", ledger, key, "--reason", "asked", "--yes")
    assert shell("import", ledger, tmp_path / "old.zip").code == 0
    assert shell("claims", ledger, "--json").out == ""
    assert shell("verify", ledger).code == 0
    assert [p for p in Path(f"{ledger}.originals").rglob("*") if p.is_file()] == []


def test_an_unknown_document_cannot_be_erased(shell: Shell, ledger: Path) -> None:
    ran = shell("erase", ledger, "d_0000", "--reason", "asked", "--yes")
    assert ran.code == 2
    assert "no document" in ran.err
