"""Erasure in a file: no trace on the disk, in caches or by a forger's hand."""

import json
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from tests.support.claims import a_claim, a_document, at
from trucewatch.errors import CustodyError
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.records import canonical, leaf_hash
from trucewatch.ledger.sql import SqlLedger, store
from trucewatch.ledger.verification import verify

DAY_1, DAY_2 = at("2026-01-01"), at("2026-01-02")
GONE = a_document("Zebulon Quorn hid nine men in Xandria.")
STAYS = a_document("Two convoys left for Homs.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    ledger = open_ledger(path)
    for document, quote in ((GONE, "nine men"), (STAYS, "Two convoys")):
        ledger.originals.put(document.text.encode())
        claim = a_claim(document, quote, value=1)
        ledger.append(document, [claim], known=DAY_1, author="anna")
    ledger.view().search("Zebulon")
    ledger.rebuild()  # leaves pages behind that nothing uses any more
    ledger.close()
    return path


def erase(ledger: SqlLedger) -> None:
    ledger.erase(GONE.key, reason="asked", known=DAY_2, author="olga")


def files_with(word: bytes, folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if word.lower() in path.read_bytes().lower()]


@pytest.mark.parametrize("word", [b"Zebulon", b"Xandria", b"nine men"])
def test_no_word_is_left_in_any_file(path: Path, word: bytes) -> None:
    assert files_with(word, path.parent) != []
    ledger = open_ledger(path)
    erase(ledger)
    assert files_with(word, path.parent) == []
    ledger.close()
    assert files_with(word, path.parent) == []


def test_another_program_that_looks_forgets_the_words(path: Path) -> None:
    looking, erasing = open_ledger(path), open_ledger(path)
    assert looking.view().document(GONE.key) is not None
    assert len(looking.view().claims()) == 2
    erase(erasing)
    view = looking.view()
    assert view.document(GONE.key) is None
    assert [claim.document for claim in view.claims()] == [STAYS.key]
    looking.close()
    erasing.close()


def test_traces_that_cannot_be_swept_are_said_and_swept_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = open_ledger(path)

    def refuse(_engine: object) -> None:
        raise DatabaseError("VACUUM", {}, sqlite3.OperationalError("locked"))

    with monkeypatch.context() as patched:
        patched.setattr(store, "sweep", refuse)
        with pytest.raises(CustodyError, match=r"traces.*locked.*erase again"):
            erase(ledger)
    assert ledger.view().document(GONE.key) is None
    erase(ledger)
    assert files_with(b"Zebulon", path.parent) == []
    ledger.close()


# ── forgery ──────────────────────────────────────────────────────────────────────────


def change(path: Path, seq: int, body: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute("UPDATE log SET body = ? WHERE seq = ?", [body, seq])
    connection.close()


def body_of(path: Path, entry: str) -> tuple[int, str]:
    connection = sqlite3.connect(path)
    row = connection.execute(
        "SELECT seq, body FROM log WHERE entry = ? ORDER BY seq", [entry]
    ).fetchone()
    connection.close()
    return int(row[0]), str(row[1])


def faults_of(path: Path) -> set[FaultKind]:
    ledger = open_ledger(path)
    found = {fault.kind for fault in verify(ledger).faults}
    ledger.close()
    return found


@pytest.fixture
def erased(path: Path) -> Path:
    ledger = open_ledger(path)
    erase(ledger)
    ledger.close()
    return path


def test_an_entry_hidden_under_a_tombstone_of_ones_own_is_noticed(path: Path) -> None:
    seq, body = body_of(path, "claim")
    record = json.loads(body)
    head = {name: record[name] for name in ("seq", "known", "made", "author")}
    stone = head | {
        "entry": "erased",
        "was": "claim",
        "document": GONE.key,
        "key": record["claim"]["claim"],
        "leaf": leaf_hash(body).hex(),
    }
    change(path, seq, canonical(stone))
    assert faults_of(path) == {FaultKind.ERASURE}, "the root alone does not tell"


def test_a_tombstone_that_was_changed_is_noticed(erased: Path) -> None:
    seq, body = body_of(erased, "erased")
    other = body.replace('"author":"anna"', '"author":"anja"')
    assert other != body
    change(erased, seq, other)
    assert faults_of(erased) == {FaultKind.ERASURE}


def test_words_put_back_in_the_place_of_a_tombstone_are_noticed(path: Path) -> None:
    seq, body = body_of(path, "document")
    ledger = open_ledger(path)
    erase(ledger)
    ledger.close()
    change(path, seq, body)
    assert FaultKind.ERASURE in faults_of(path)


@pytest.mark.parametrize("leaf", ["", "zz", "00"])
def test_a_tombstone_with_a_broken_leaf_is_noticed(erased: Path, leaf: str) -> None:
    seq, body = body_of(erased, "erased")
    change(erased, seq, canonical(json.loads(body) | {"leaf": leaf}))
    assert {FaultKind.ROOT, FaultKind.ERASURE} <= faults_of(erased)
