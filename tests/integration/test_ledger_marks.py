"""Marks in a database: kept, renewed with their edition, done without if need be."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.claims import a_claim, a_document, at
from trucewatch.claims.claim import Claim
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql import SqlLedger

DAY_1, DAY_2 = at("2026-01-01"), at("2026-01-02")
KIND = "PTY.accession"


def by_day(claim: Claim, published: str | None) -> Iterator[str]:
    yield f"{claim.kind} {published}"


DAYS = Marking("days", "1", frozenset({KIND}), by_day)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document of one claim."""
    ledger = open_ledger(tmp_path / "a.ledger")
    take_in(ledger, "2016-05-10")
    ledger.close()
    return tmp_path / "a.ledger"


def take_in(ledger: SqlLedger, published: str) -> None:
    document = a_document("One joined.", published=published, source_file=None)
    ledger.append(
        document, [a_claim(document, "One joined", kind=KIND)], known=DAY_1, author="a"
    )


def words(ledger: SqlLedger, marking: Marking = DAYS) -> list[tuple[str, ...]]:
    return list(ledger.view().marks(marking).values())


def test_marks_outlive_the_program_that_made_them(path: Path) -> None:
    first = open_ledger(path)
    assert words(first) == [(f"{KIND} 2016-05-10",)]
    first.close()

    def nothing(_claim: Claim, _published: str | None) -> Iterator[str]:
        message = "the claim was marked already"
        raise AssertionError(message)

    again = open_ledger(path)
    assert words(again, replace(DAYS, words_of=nothing)) == [(f"{KIND} 2016-05-10",)]
    again.close()


def test_another_edition_is_worked_out_anew(path: Path) -> None:
    def other(claim: Claim, _published: str | None) -> Iterator[str]:
        yield claim.quote

    ledger = open_ledger(path)
    assert words(ledger) == [(f"{KIND} 2016-05-10",)]
    changed = replace(DAYS, edition="2", words_of=other)
    assert words(ledger, changed) == [("One joined",)]
    assert ledger.view().marked(changed, [f"{KIND} 2016-05-10"]) == []
    ledger.close()


def test_a_document_dated_anew_is_found_by_both_days(path: Path) -> None:
    ledger = open_ledger(path)
    assert len(words(ledger)) == 1
    take_in(ledger, "2016-06-01")
    for day in ("2016-05-10", "2016-06-01"):
        assert len(ledger.view().marked(DAYS, [f"{KIND} {day}"])) == 1
    ledger.close()


def test_where_nothing_can_be_written_marks_are_kept_in_memory(path: Path) -> None:
    ledger = open_ledger(path)
    with ledger._engine.connect() as connection:  # noqa: SLF001 - to lock it
        connection.execute(text("PRAGMA query_only = ON"))
    assert words(ledger) == [(f"{KIND} 2016-05-10",)]
    (row,) = ledger.view().marked(DAYS, [f"{KIND} 2016-05-10"])
    assert row.kind == KIND
    ledger.view().keep("findings", "1", "[]")
    assert ledger.view().kept("findings", "1") is None
    ledger.close()


def test_a_kept_result_is_of_its_edition_and_goes_with_a_rebuild(path: Path) -> None:
    ledger = open_ledger(path)
    ledger.view().keep("findings", "1", "[]")
    found = ledger.view().kept("findings", "1")
    assert found is not None
    assert (found.body, found.cut) == ("[]", ledger.head().size)
    assert ledger.view().kept("findings", "2") is None
    ledger.rebuild()
    assert ledger.view().kept("findings", "1") is None
    ledger.close()
