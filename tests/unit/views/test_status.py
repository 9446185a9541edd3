"""The state of a ledger at a glance."""

from dataclasses import replace

from tests.support.made import made_claim, made_document, made_ledger, made_quantity
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.views.status import status_of

DOCUMENT = made_document()
UNDATED = replace(made_document("Nothing is dated here.", file="b.txt"), published=None)
JOINED = made_claim(DOCUMENT, "41 armed groups", quantity=made_quantity(DOCUMENT, "41"))
KILLED = made_claim(DOCUMENT, "7 people were killed", "CAS.casualties")
MORE = made_claim(DOCUMENT, "people were killed", "CAS.casualties", speaker="sohr")
GAP = Gap(GapKind.UNPLACED, "bulletin.txt", DOCUMENT.key, None, "Xyz", "unknown")


def test_claims_are_counted_by_type_and_speaker_the_most_frequent_first() -> None:
    ledger = made_ledger((DOCUMENT, (JOINED, KILLED, MORE)), (UNDATED, ()))
    status = status_of(ledger.view(), ledger.head())
    assert (status.documents, status.undated, status.claims) == (2, 1, 3)
    assert list(status.by_kind.items()) == [("CAS.casualties", 2), ("PTY.accession", 1)]
    assert status.by_speaker == {"ru_crc": 2, "sohr": 1}
    assert status.first_published == status.last_published == "2016-05-23"


def test_losses_and_the_end_of_the_log_are_given() -> None:
    ledger = made_ledger((DOCUMENT, (JOINED,)), gaps=(GAP,))
    status = status_of(ledger.view(), ledger.head())
    assert status.losses == {"unplaced": 1}
    assert status.entries == ledger.head().size
    assert status.known == "2026-11-01T12:00:00+00:00"


def test_an_empty_ledger_has_a_status_too() -> None:
    ledger = made_ledger()
    status = status_of(ledger.view(), ledger.head())
    assert (status.documents, status.known, status.first_published) == (0, None, None)
