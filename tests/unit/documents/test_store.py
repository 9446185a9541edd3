"""Originals are kept once, whole, and can be checked."""

from hashlib import sha256
from pathlib import Path

import pytest

from trucewatch.documents.store import OriginalStore
from trucewatch.errors import DocumentError

DATA = b"\x00captured bytes\xff"


def test_what_was_put_is_got_by_its_hash(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path / "originals")
    digest = store.put(DATA)
    assert digest == sha256(DATA).hexdigest()
    assert store.get(digest) == DATA
    assert digest in store


def test_the_same_bytes_are_kept_once(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    store.put(DATA)
    store.put(DATA)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_an_unknown_hash_is_an_error_with_advice(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    assert "0" * 64 not in store
    with pytest.raises(DocumentError, match=r"no original 000.*take the document in"):
        store.get("0" * 64)


def test_a_changed_original_is_noticed(tmp_path: Path) -> None:
    store = OriginalStore(tmp_path)
    digest = store.put(DATA)
    (tmp_path / digest[:2] / digest).write_bytes(b"something else")
    with pytest.raises(DocumentError, match="was changed on the disk"):
        store.get(digest)


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DocumentError, match="cannot be kept"):
        OriginalStore(tmp_path / "file").put(DATA)


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    digest = sha256(DATA).hexdigest()
    (tmp_path / digest[:2] / digest / "folder").mkdir(parents=True)
    store = OriginalStore(tmp_path)
    with pytest.raises(DocumentError, match="cannot be kept"):
        store.put(DATA)
    assert digest not in store
    assert not list(tmp_path.rglob(".part-*"))
