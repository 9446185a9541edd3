"""Signed manifests: every change of a byte is noticed, in ledger, originals or file."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.claims import a_claim, a_document, a_gap, at
from trucewatch.api import Casebook, make_key
from trucewatch.errors import CustodyError, LedgerFormatError, MissingPartError
from trucewatch.ledger.faults import FaultKind
from trucewatch.ledger.judgements import Review, Verdict
from trucewatch.ledger.opening import open_ledger

DAY_1, DAY_2 = at("2026-01-01"), at("2026-01-02")
FIRST, SECOND = a_document("Nine fell in Homs."), a_document("Two convoys left.")
EVERY = 3  # of the bytes of a log: the others differ from these in nothing


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with something of everything."""
    path = tmp_path / "case.db"
    ledger = open_ledger(path)
    for document, quote in ((FIRST, "Nine fell"), (SECOND, "Two convoys")):
        ledger.originals.put(document.text.encode())
        claim = a_claim(document, quote, value=2)
        gap = a_gap("17", document.key)
        ledger.append(document, [claim], [gap], known=DAY_1, author="anna")
        ledger.judge(Review(claim.key, Verdict.ACCEPTED), known=DAY_1, author="boris")
    ledger.close()
    return path


@pytest.fixture
def key(tmp_path: Path) -> Path:
    make_key(tmp_path / "key")
    return tmp_path / "key"


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    with Casebook.open(path, clock=lambda: DAY_2, author="olga") as casebook:
        yield casebook


@pytest.fixture
def signed(casebook: Casebook, key: Path, tmp_path: Path) -> Path:
    file = tmp_path / "manifest.json"
    file.write_text(casebook.manifest(key), encoding="utf-8")
    return file


def public(key: Path) -> Path:
    return key.with_name(f"{key.name}.pub")


def kinds(casebook: Casebook, manifest: Path, key: Path | None) -> set[FaultKind]:
    faults = casebook.verify(manifest, key and public(key)).faults
    return {fault.kind for fault in faults}


def test_a_ledger_that_is_what_it_was_fits_its_manifest(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    assert casebook.verify(signed, public(key)).faults == ()


def test_a_ledger_that_has_grown_still_fits(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    more = a_document("Three rose.")
    casebook.ledger.originals.put(more.text.encode())
    casebook.ledger.append(more, [], known=DAY_2, author="anna")
    assert casebook.verify(signed, public(key)).faults == ()


def test_a_ledger_from_which_a_document_was_erased_still_fits(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    casebook.erase(FIRST.key, reason="asked")
    assert casebook.verify(signed, public(key)).faults == ()


def test_a_ledger_that_was_written_anew_does_not_fit(
    casebook: Casebook, signed: Path, key: Path, tmp_path: Path
) -> None:
    with Casebook.open(tmp_path / "other.db") as other:
        other.ledger.append(SECOND, [], known=DAY_1, author="anna")
        assert other.verify().faults != casebook.verify().faults
        assert FaultKind.NOTED in kinds(other, signed, key)


def test_an_original_that_went_missing_is_noticed(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    casebook.ledger.originals.remove(FIRST.key)
    assert kinds(casebook, signed, key) == {FaultKind.NOTED, FaultKind.MISSING}


# ── every byte ───────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_every_changed_byte_of_the_log_is_noticed(
    path: Path, casebook: Casebook, signed: Path, key: Path
) -> None:
    connection = sqlite3.connect(path)
    missed = []
    for seq, body in connection.execute("SELECT seq, body FROM log").fetchall():
        for place in range(seq % EVERY, len(body), EVERY):
            other = chr(ord(body[place]) ^ 1)
            changed = body[:place] + other + body[place + 1 :]
            with connection:
                connection.execute(
                    "UPDATE log SET body = ? WHERE seq = ?", [changed, seq]
                )
            if FaultKind.NOTED not in kinds_quickly(casebook, signed):
                missed.append((seq, place))
        with connection:
            connection.execute("UPDATE log SET body = ? WHERE seq = ?", [body, seq])
    connection.close()
    assert missed == []
    assert kinds(casebook, signed, key) == set()


def kinds_quickly(casebook: Casebook, manifest: Path) -> set[FaultKind]:
    """What holding the log against a manifest finds, unreadable entries included."""
    found = casebook.verify(manifest)
    return {fault.kind for fault in found.faults}


@pytest.mark.slow
def test_every_changed_byte_of_an_original_is_noticed(
    path: Path, casebook: Casebook, signed: Path, key: Path
) -> None:
    for file in Path(f"{path}.originals").rglob("*"):
        data = file.read_bytes() if file.is_file() else b""
        for place in range(len(data)):
            other = bytes([data[place] ^ 1])
            file.write_bytes(data[:place] + other + data[place + 1 :])
            assert FaultKind.ALTERED in kinds(casebook, signed, key)
        if data:
            file.write_bytes(data)
    assert kinds(casebook, signed, key) == set()


@pytest.mark.slow
def test_every_changed_byte_of_a_manifest_is_noticed(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    data = signed.read_bytes()
    for place in range(len(data)):
        other = bytes([data[place] ^ 1])
        signed.write_bytes(data[:place] + other + data[place + 1 :])
        try:
            found = kinds(casebook, signed, key)
        except LedgerFormatError:
            continue
        assert FaultKind.SIGNATURE in found, data[max(0, place - 20) : place + 5]


@pytest.mark.parametrize("added", [" ", "\n", "{}"])
def test_nothing_can_be_added_to_a_manifest(
    casebook: Casebook, signed: Path, added: str
) -> None:
    signed.write_text(signed.read_text("utf-8") + added, encoding="utf-8")
    with pytest.raises(LedgerFormatError):
        casebook.verify(signed)


def test_a_broken_erasure_does_not_hide_what_else_is_wrong(
    path: Path, casebook: Casebook, signed: Path
) -> None:
    casebook.erase(FIRST.key, reason="asked")
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(
            "UPDATE log SET body = substr(body, 2) WHERE entry = 'erasure'"
        )
    connection.close()
    found = kinds(casebook, signed, None)
    assert {FaultKind.UNREADABLE, FaultKind.ROOT, FaultKind.NOTED} <= found


# ── keys ─────────────────────────────────────────────────────────────────────────────


def test_a_manifest_of_another_signer_is_noticed(
    casebook: Casebook, signed: Path, tmp_path: Path
) -> None:
    make_key(tmp_path / "other")
    (fault,) = casebook.verify(signed, public(tmp_path / "other")).faults
    assert "another key" in fault.why


def test_an_unsigned_manifest_is_enough_without_a_key_and_not_with_one(
    casebook: Casebook, key: Path, tmp_path: Path
) -> None:
    file = tmp_path / "manifest.json"
    file.write_text(casebook.manifest(), encoding="utf-8")
    assert casebook.verify(file).faults == ()
    (fault,) = casebook.verify(file, public(key)).faults
    assert "is not signed" in fault.why


def test_only_the_owner_may_read_a_key(key: Path) -> None:
    assert key.stat().st_mode & 0o077 == 0


def test_a_key_is_never_overwritten(key: Path) -> None:
    before = key.read_bytes()
    with pytest.raises(CustodyError, match="cannot be written"):
        make_key(key)
    assert key.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no secret key"),
        (b"not a key", "no secret key"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_key_signs_nothing(
    casebook: Casebook, tmp_path: Path, content: bytes | None, why: str
) -> None:
    file = tmp_path / "no key"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CustodyError, match=why):
        casebook.manifest(file)


def test_a_secret_key_is_no_public_one(
    casebook: Casebook, signed: Path, key: Path
) -> None:
    with pytest.raises(CustodyError, match=r"no public key.*\.pub"):
        casebook.verify(signed, key)


def test_keys_of_another_kind_or_with_a_password_are_refused(
    casebook: Casebook, signed: Path, tmp_path: Path
) -> None:
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric import (  # noqa: PLC0415
        ed25519,
        x25519,
    )

    def secret(key: ed25519.Ed25519PrivateKey | x25519.X25519PrivateKey) -> bytes:
        return key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(b"word")
            if isinstance(key, ed25519.Ed25519PrivateKey)
            else serialization.NoEncryption(),
        )

    other = x25519.X25519PrivateKey.generate()
    file = tmp_path / "other"
    file.write_bytes(secret(ed25519.Ed25519PrivateKey.generate()))
    with pytest.raises(CustodyError, match="protected by a password"):
        casebook.manifest(file)
    file.write_bytes(secret(other))
    with pytest.raises(CustodyError, match="no Ed25519 key"):
        casebook.manifest(file)
    file.write_bytes(
        other.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )
    with pytest.raises(CustodyError, match="no Ed25519 key"):
        casebook.verify(signed, file)


def test_without_the_extra_it_says_what_to_install(
    casebook: Casebook, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "trucewatch.ledger.signing", raising=False)
    monkeypatch.setitem(sys.modules, "cryptography.exceptions", None)
    with pytest.raises(MissingPartError, match=r"trucewatch\[sign\]"):
        casebook.manifest(key)
