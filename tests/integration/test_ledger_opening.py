"""Opening a ledger: what is made, what is refused, what is brought up to date."""

import sqlite3
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.support.claims import a_claim, a_document, at
from trucewatch.errors import LedgerFormatError
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql.engine import connect
from trucewatch.ledger.sql.schema import VERSION, fact, prepare

DAY_1 = at("2026-01-01")


def a_ledger(path: Path) -> Path:
    ledger = open_ledger(path)
    document = a_document()
    ledger.append(document, [a_claim(document)], known=DAY_1, author="anna")
    ledger.close()
    return path


def test_a_ledger_is_there_when_opened_again(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a.ledger")
    ledger = open_ledger(path, must_exist=True)
    assert len(ledger.view().claims()) == 1
    ledger.close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    ledger = open_ledger(path)
    assert ledger.head().size == 0
    ledger.close()


def spoilt(path: Path, statement: str) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    return path


def a_foreign_database(folder: Path) -> Path:
    return spoilt(folder / "a.db", "CREATE TABLE notes (text)")


def a_foreign_table_of_that_name(folder: Path) -> Path:
    path = spoilt(folder / "a.db", "CREATE TABLE about (name, value)")
    return spoilt(path, "INSERT INTO about VALUES ('format', 'cook book')")


def a_newer_ledger(folder: Path) -> Path:
    path = a_ledger(folder / "a.ledger")
    return spoilt(path, "UPDATE about SET value = '99' WHERE name = 'version'")


def a_text(folder: Path) -> Path:
    path = folder / "a.txt"
    path.write_text("Not a ledger at all.")
    return path


def a_torn_database(folder: Path) -> Path:
    path = a_ledger(folder / "a.ledger")
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5_000)
    return path


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (a_foreign_database, "is a database, but no ledger"),
        (a_foreign_table_of_that_name, "is a database, but no ledger"),
        (a_newer_ledger, "written by a newer trucewatch"),
        (a_text, "is no ledger"),
        (a_torn_database, "is no ledger|cannot be opened"),
        (lambda folder: folder, "is a folder"),
        (lambda folder: folder / "no" / "a.ledger", "there is no folder"),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_line(
    tmp_path: Path,
    make: object,
    message: str,
) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    with pytest.raises(LedgerFormatError, match=message) as caught:
        open_ledger(path)
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)


def test_a_refused_file_is_left_as_it_was(tmp_path: Path) -> None:
    path = a_text(tmp_path)
    with pytest.raises(LedgerFormatError):
        open_ledger(path)
    assert path.read_text() == "Not a ledger at all."


def test_a_command_that_only_looks_makes_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with pytest.raises(LedgerFormatError, match="no such ledger; `trucewatch ingest`"):
        open_ledger(path, must_exist=True)
    assert not path.exists()


def test_other_databases_are_refused() -> None:
    with pytest.raises(LedgerFormatError, match="postgresql://"):
        open_ledger("mysql://host/name")


def test_a_server_that_does_not_answer_is_one_clear_line() -> None:
    address = "postgresql://tester:secret@127.0.0.1:1/none?connect_timeout=2"
    with pytest.raises(LedgerFormatError, match="cannot be opened") as caught:
        open_ledger(address)
    assert "secret" not in str(caught.value)


def test_without_its_driver_postgresql_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(LedgerFormatError, match=r"install trucewatch\[postgres\]"):
        open_ledger("postgresql://host/name")


def test_a_ledger_opens_and_shows_while_another_writes(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a.ledger")
    with sqlite3.connect(path, isolation_level=None) as writer:
        writer.execute("BEGIN IMMEDIATE")
        ledger = open_ledger(path)
        assert len(ledger.view().claims()) == 1
        ledger.close()
        writer.execute("ROLLBACK")
    writer.close()


def test_an_older_ledger_is_brought_up_step_by_step(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a.ledger")
    done = []

    def first(_: Connection) -> None:
        done.append("first")

    def second(connection: Connection) -> None:
        done.append("second")
        connection.execute(text("CREATE TABLE more (name TEXT)"))

    engine = connect(f"sqlite:///{path}")
    for _ in range(2):
        prepare(
            engine, str(path), VERSION + 2, steps={VERSION: first, VERSION + 1: second}
        )
    assert done == ["first", "second"]
    with engine.connect() as connection:
        assert fact(connection, "version") == str(VERSION + 2)
    engine.dispose()


def test_tables_of_the_first_version_are_derived_anew(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a.ledger")
    with sqlite3.connect(path) as old:
        for column in ("known", "day"):
            old.execute(f"ALTER TABLE claims DROP COLUMN {column}")
        for table in ("marks", "mark_words", "markings"):
            old.execute(f"DROP TABLE {table}")
        old.execute("UPDATE about SET value = '1' WHERE name = 'version'")
    old.close()
    ledger = open_ledger(path)
    assert len(ledger.view().claims()) == 1
    assert len(ledger.view().search("joined")) == 2
    ledger.close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a.ledger")

    def half(connection: Connection) -> None:
        connection.execute(text("DELETE FROM spells"))
        raise RuntimeError

    engine = connect(f"sqlite:///{path}")
    with pytest.raises(RuntimeError):
        prepare(engine, str(path), VERSION + 1, steps={VERSION: half})
    engine.dispose()
    ledger = open_ledger(path)
    assert len(ledger.view().claims()) == 1
    ledger.close()


def test_a_ledger_on_disk_is_set_up_to_lose_nothing(tmp_path: Path) -> None:
    engine = connect(f"sqlite:///{a_ledger(tmp_path / 'a.ledger')}")
    with engine.connect() as connection:
        values = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    full = 2
    assert values == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "busy_timeout": 30_000,
    }
