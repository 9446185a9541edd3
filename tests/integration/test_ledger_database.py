"""What only a ledger in a database can do: share a file, rebuild, notice tampering."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.claims import a_claim, a_document, at
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.judgements import Review, Verdict
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql import SqlLedger
from trucewatch.ledger.sql.cabinet import Cabinet
from trucewatch.ledger.sql.engine import connect
from trucewatch.ledger.sql.shelf import Shelf
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.verification import verify
from trucewatch.ledger.view import LedgerView

DAY_1, DAY_2 = at("2026-01-01"), at("2026-01-02")
KINDS = ("PTY.accession", "CAS.killed", "AID.delivery")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the ledger is."""
    return tmp_path / "a.ledger"


@pytest.fixture
def ledger(path: Path) -> Iterator[SqlLedger]:
    """A ledger with three documents of three claims each."""
    ledger = open_ledger(path)
    for number in range(3):
        take_in(ledger, number)
    yield ledger
    ledger.close()


def take_in(ledger: SqlLedger, number: int) -> None:
    document = a_document(f"Bulletin {number}: one fell.", source_file=None)
    claims = [a_claim(document, "one fell", kind=kind, value=number) for kind in KINDS]
    ledger.append(document, claims, known=DAY_1, author="anna")


def test_what_another_process_adds_is_seen(path: Path, ledger: SqlLedger) -> None:
    mine = ledger.view()
    assert len(mine.claims()) == 9
    other = open_ledger(path)
    take_in(other, 7)
    claim = other.view().claims("CAS")[0]
    other.judge(Review(claim.key, Verdict.REJECTED), known=DAY_2, author="olga")
    other.close()
    assert len(ledger.view().claims()) == 11
    assert len(ledger.view(Standpoint(known_on=DAY_1)).claims()) == 12
    assert len(mine.claims()) == 9


def test_a_claim_ended_by_another_process_is_ended_here(
    path: Path, ledger: SqlLedger
) -> None:
    document = ledger.view().documents()[0]
    assert len(ledger.view().claims(document=document.key)) == 3
    ledger.view().claims()
    other = open_ledger(path)
    other.append(document, [], known=DAY_2, author="anna", reader="rules 0.2.0")
    other.close()
    assert len(ledger.view().claims()) == 6
    assert ledger.view().claims(document=document.key) == ()


def test_many_threads_may_write_and_look(ledger: SqlLedger) -> None:
    def work(number: int) -> int:
        take_in(ledger, number)
        return len(ledger.view().claims("PTY"))

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(work, range(10, 40)))
    assert max(seen) == 33
    assert len(ledger.view().claims("PTY")) == 33
    assert verify(ledger).is_sound


def test_two_handles_may_write_in_turn(path: Path, ledger: SqlLedger) -> None:
    other = open_ledger(path)
    with ThreadPoolExecutor(2) as pool:
        for number in range(10, 40):
            pool.submit(take_in, ledger if number % 2 else other, number)
    other.close()
    assert len(ledger.view().documents()) == 33
    assert verify(ledger).is_sound


def test_few_claims_in_memory_show_the_same_as_many(
    path: Path, ledger: SqlLedger
) -> None:
    engine = connect(f"sqlite:///{path}")
    small = LedgerView(Cabinet(engine, parsed_claims=2), Standpoint())
    view = ledger.view()
    for kind in (*KINDS, *KINDS):
        assert small.claims(kind) == view.claims(kind)
    rows = small.rows()
    assert [row.claim for row in rows] == list(view.claims())
    engine.dispose()


def test_few_texts_in_memory_show_the_same_as_many(
    path: Path, ledger: SqlLedger
) -> None:
    cut = ledger.head().size
    everything = ledger.view().document_entries()
    shelf = Shelf(kept_characters=len(everything[0].document.text))
    engine = connect(f"sqlite:///{path}")
    with engine.connect() as connection:
        shelf.catch_up(connection, 0)
        for entry in (*everything, *everything):
            key = entry.document.key
            assert shelf.document(connection, cut, key) == entry
            assert shelf.document(connection, cut, key) == entry
        assert tuple(shelf.documents(connection, cut)) == everything
        assert shelf.document(connection, 0, everything[0].document.key) is None
    engine.dispose()


def test_rebuilding_from_the_log_changes_nothing(ledger: SqlLedger) -> None:
    claim = ledger.view().claims()[0]
    ledger.judge(Review(claim.key, Verdict.REJECTED), known=DAY_2, author="olga")
    before, head = ledger.view().claims(), ledger.head()
    ledger.rebuild()
    assert (ledger.view().claims(), ledger.head()) == (before, head)
    assert len(ledger.view().search("bulletin")) == 3


def test_rebuilding_restores_what_was_derived(path: Path, ledger: SqlLedger) -> None:
    before = ledger.view().claims()
    tamper(path, "DELETE FROM spells")
    tamper(path, "UPDATE claims SET kind = 'X.y'")
    ledger.rebuild()
    assert ledger.view().claims() == before


def tamper(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as connection:
        assert connection.execute(statement).rowcount > 0
    connection.close()


def body_with(old: str, new: str, seq: int) -> str:
    body = f"replace(body, '{old}', '{new}')"
    return f"UPDATE log SET body = {body} WHERE seq = {seq}"  # noqa: S608 - our own


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        (body_with("anna", "olga", 5), [FaultKind.ROOT]),
        (
            body_with('"one fell"', '"two fell"', 3),
            [FaultKind.QUOTE, FaultKind.ROOT],
        ),
        (body_with("{", "", 4), [FaultKind.UNREADABLE, FaultKind.ROOT]),
        (
            body_with('known":"2026', 'known":"2025', 15),
            [FaultKind.CLOCK, FaultKind.ROOT],
        ),
        (body_with('seq":15', 'seq":16', 15), [FaultKind.NUMBER, FaultKind.ROOT]),
        ("UPDATE about SET value = '0' WHERE name = 'frontier'", [FaultKind.ROOT]),
    ],
)
def test_tampering_with_the_file_is_noticed(
    path: Path, ledger: SqlLedger, statement: str, kinds: list[FaultKind]
) -> None:
    assert verify(ledger).is_sound
    tamper(path, statement)
    assert [fault.kind for fault in verify(ledger).faults] == kinds


def test_a_rewritten_file_is_noticed_by_whoever_noted_its_head(
    tmp_path: Path, ledger: SqlLedger
) -> None:
    noted = ledger.head()
    forged = open_ledger(tmp_path / "forged.ledger")
    for number in (2, 1, 0):
        take_in(forged, number)
    assert verify(forged).is_sound
    assert [f.kind for f in verify(forged, noted).faults] == [FaultKind.NOTED]
    forged.close()
