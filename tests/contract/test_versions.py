"""New versions of a source document: claims are kept, moved or gone, and say so."""

import pytest

from tests.support.claims import a_claim, a_document, at, by_reader
from trucewatch.documents.document import Document
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import Standpoint

DAY_1, DAY_2, DAY_3 = at("2026-01-01"), at("2026-01-02"), at("2026-01-03")
PAGE = "https://wire.example/truce"
BEFORE = a_document("Nine fell. Six left. Ten rose.", url=PAGE)
AFTER = a_document("Nine fell. Updated: Ten rose.", url=PAGE)


def claims_of(document: Document, *quotes: str) -> list[object]:
    return [a_claim(document, quote, kind="CAS.killed") for quote in quotes]


def take_in(ledger: Ledger) -> tuple[dict[str, str], dict[str, str]]:
    """Both versions, in order; keys of their claims by quote."""
    old = [a_claim(BEFORE, q) for q in ("Nine fell", "Six left", "Ten rose")]
    new = [a_claim(AFTER, q) for q in ("Nine fell", "Ten rose")]
    ledger.append(BEFORE, old, known=DAY_1, author="anna")
    receipt = ledger.append(AFTER, new, known=DAY_2, author="anna")
    assert receipt.version_of == BEFORE.key
    assert receipt.reanchored is not None
    keys = {claim.quote: claim.key for claim in old}
    assert receipt.reanchored.kept == (keys["Nine fell"],)
    assert receipt.reanchored.moved == (keys["Ten rose"],)
    assert receipt.reanchored.gone == (keys["Six left"],)
    return keys, {claim.quote: claim.key for claim in new}


def test_a_newer_version_tells_what_was_kept_moved_and_gone(ledger: Ledger) -> None:
    take_in(ledger)


def test_what_a_newer_version_still_says_is_seen_once(ledger: Ledger) -> None:
    old, new = take_in(ledger)
    seen = {claim.key for claim in ledger.view().claims()}
    assert seen == {old["Six left"], new["Nine fell"], new["Ten rose"]}
    then = ledger.view(Standpoint(known_on=DAY_1))
    assert {claim.key for claim in then.claims()} == set(old.values())


def test_reading_an_older_version_again_brings_nothing_back(ledger: Ledger) -> None:
    _, new = take_in(ledger)
    again = [
        by_reader(a_claim(BEFORE, quote), "rules 0.2.0")
        for quote in ("Nine fell", "Six left")
    ]
    ledger.append(BEFORE, again, known=DAY_3, author="anna")
    seen = {claim.key for claim in ledger.view().claims()}
    assert seen == {again[1].key, new["Nine fell"], new["Ten rose"]}


def test_both_versions_stay_documents(ledger: Ledger) -> None:
    take_in(ledger)
    entries = {e.document.key: e for e in ledger.view().document_entries()}
    assert entries[AFTER.key].version_of == BEFORE.key
    assert entries[BEFORE.key].version_of is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (a_document("One.", source_file=None), a_document("Two.", source_file=None)),
        (a_document("One.", url=PAGE), a_document("Two.", url=PAGE + "/2")),
        (a_document("One.", source_file="a"), a_document("Two.", source_file="b")),
    ],
    ids=["of no origin", "of other addresses", "of other files"],
)
def test_documents_of_other_origin_are_no_versions(
    ledger: Ledger, first: Document, second: Document
) -> None:
    ledger.append(first, [], known=DAY_1, author="anna")
    receipt = ledger.append(second, [], known=DAY_2, author="anna")
    assert receipt.version_of is None
    assert receipt.reanchored is None


def test_a_file_with_other_bytes_is_a_newer_version(ledger: Ledger) -> None:
    first, second = (a_document(t, source_file="a.txt") for t in ("One.", "Two."))
    ledger.append(first, [], known=DAY_1, author="anna")
    receipt = ledger.append(second, [], known=DAY_2, author="anna")
    assert receipt.version_of == first.key
