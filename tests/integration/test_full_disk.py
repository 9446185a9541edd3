"""A disk without room: one clear line, and everything that was good stays."""

import sqlite3
from pathlib import Path

import pytest

from tests.support.claims import a_document, at
from trucewatch.api import Casebook
from trucewatch.errors import CustodyError
from trucewatch.ledger.opening import open_ledger

WORDS = "{} armed groups have joined the truce in Aleppo, Syria.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    for number in range(6):
        (made / f"{number}.txt").write_text(WORDS.format(40 + number), "utf-8")
    return made


def test_a_ledger_that_cannot_grow_says_what_to_do_and_keeps_what_it_had(
    tmp_path: Path,
) -> None:
    path = tmp_path / "case.db"
    ledger = open_ledger(path)
    first = a_document("One.")
    ledger.append(first, [], known=at("2026-01-01"), author="anna")
    ledger.close()
    ledger = open_ledger(path)
    with ledger._engine.connect() as connection:  # noqa: SLF001 - SQLite's own full disk
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CustodyError, match=r"case\.db.*full.*free space"):
        ledger.append(
            a_document("Two. " * 9_000), [], known=at("2026-01-01"), author="anna"
        )
    assert [d.key for d in ledger.view().documents()] == [first.key]


def test_originals_that_cannot_be_kept_stop_the_run_before_the_log_says_so(
    tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "case.db"
    with Casebook.open(path) as casebook:
        casebook.take_in([folder / "0.txt"])
        before = casebook.ledger.head()
        # A file in the place of every folder that originals could go to.
        kept = Path(f"{path}.originals")
        for number in range(256):
            if not (kept / f"{number:02x}").exists():
                (kept / f"{number:02x}").write_text("in the way")
        with pytest.raises(CustodyError, match=r"case\.db\.originals.*free space"):
            casebook.take_in([folder])
        assert casebook.ledger.head() == before
        for file in kept.glob("??"):
            if file.is_file():
                file.unlink()
        assert casebook.take_in([folder]).documents == 5
        assert casebook.verify().is_sound


def test_a_log_that_cannot_be_written_leaves_the_ledger_as_it_was(
    tmp_path: Path, folder: Path
) -> None:
    path = tmp_path / "case.db"
    with Casebook.open(path) as casebook:
        casebook.take_in([folder / "0.txt"])
        other = sqlite3.connect(path)
        refuse = "BEGIN SELECT RAISE(FAIL, 'no room'); END"
        other.execute(f"CREATE TRIGGER no BEFORE INSERT ON log {refuse}")
        with pytest.raises(Exception, match="no room"):
            casebook.take_in([folder])
        other.execute("DROP TRIGGER no")
        other.close()
        found = casebook.verify()
        assert (found.is_sound, found.originals, len(found.unclaimed)) == (True, 1, 1)
        assert casebook.take_in([folder]).documents == 5
        assert casebook.verify().unclaimed == ()
