"""Originals: every store keeps captured bytes once, unchanged, and hands them back."""

from hashlib import sha256

import pytest

from tests.support.claims import a_document, at
from trucewatch.errors import CustodyError
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.verification import Verification, verify
from trucewatch.values.keys import bytes_key

DATA, OTHER = b"\x00captured bytes\xff", b"other bytes"
DIGEST = sha256(DATA).hexdigest()
KEY = bytes_key("d", DATA)


def test_what_was_put_is_got_by_its_hash(ledger: Ledger) -> None:
    assert ledger.originals.put(DATA) == DIGEST
    assert ledger.originals.get(DIGEST) == DATA
    assert ledger.originals.holds(DATA)


def test_putting_twice_keeps_one(ledger: Ledger) -> None:
    ledger.originals.put(DATA)
    ledger.originals.put(DATA)
    assert list(ledger.originals.digests()) == [DIGEST]


def test_digests_are_sorted(ledger: Ledger) -> None:
    kept = [ledger.originals.put(bytes([n])) for n in range(9)]
    assert list(ledger.originals.digests()) == sorted(kept)


def test_what_was_never_put_is_an_error_with_advice(ledger: Ledger) -> None:
    assert not ledger.originals.holds(DATA)
    with pytest.raises(CustodyError, match=r"no such original; take the document in"):
        ledger.originals.get(DIGEST)


def test_an_original_is_found_by_the_key_of_its_document(ledger: Ledger) -> None:
    ledger.originals.put(OTHER)
    assert ledger.originals.find(KEY) is None
    ledger.originals.put(DATA)
    assert ledger.originals.find(KEY) == DIGEST


def test_what_was_removed_is_gone(ledger: Ledger) -> None:
    ledger.originals.put(DATA)
    ledger.originals.put(OTHER)
    assert ledger.originals.remove(KEY)
    assert not ledger.originals.remove(KEY)
    assert not ledger.originals.holds(DATA)
    assert ledger.originals.holds(OTHER)


def test_where_an_original_is_names_its_hash(ledger: Ledger) -> None:
    assert DIGEST[2:] in ledger.originals.where(DIGEST)


# ── verification ─────────────────────────────────────────────────────────────────────


def checked(ledger: Ledger) -> Verification:
    return verify(ledger, originals=ledger.originals)


def with_document(ledger: Ledger) -> Ledger:
    document = a_document(DATA.decode("latin-1"), key=KEY)
    ledger.append(document, [], known=at("2026-01-01"), author="anna")
    return ledger


def test_a_document_with_its_original_is_sound(ledger: Ledger) -> None:
    ledger.originals.put(DATA)
    found = checked(with_document(ledger))
    assert (found.is_sound, found.originals, found.unclaimed) == (True, 1, ())


def test_a_document_without_its_original_is_a_fault(ledger: Ledger) -> None:
    (fault,) = checked(with_document(ledger)).faults
    assert fault.kind is FaultKind.MISSING
    assert KEY in fault.why
    assert "trucewatch ingest" in fault.why


def test_an_original_of_no_document_is_named_and_no_fault(ledger: Ledger) -> None:
    ledger.originals.put(DATA)
    found = checked(ledger)
    assert (found.is_sound, found.originals, found.unclaimed) == (True, 0, (DIGEST,))


def test_without_asking_only_the_log_is_verified(ledger: Ledger) -> None:
    assert verify(with_document(ledger)).is_sound
