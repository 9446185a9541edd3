"""Originals in a folder: files that appear whole, and errors that say what to do."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from trucewatch.documents.store import FolderOriginals
from trucewatch.errors import CustodyError
from trucewatch.values.keys import bytes_key

DATA = b"\x00captured bytes\xff"
DIGEST = sha256(DATA).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "a.db.originals"


@pytest.fixture
def store(folder: Path) -> FolderOriginals:
    return FolderOriginals(folder)


def file_of(folder: Path) -> Path:
    return folder / DIGEST[:2] / DIGEST[2:]


def test_the_same_bytes_are_one_file(store: FolderOriginals, folder: Path) -> None:
    store.put(DATA)
    store.put(DATA)
    assert [p for p in folder.rglob("*") if p.is_file()] == [file_of(folder)]


def test_a_changed_original_is_noticed(store: FolderOriginals, folder: Path) -> None:
    store.put(DATA)
    file_of(folder).write_bytes(b"something else")
    with pytest.raises(CustodyError, match=r"was changed since; restore it"):
        store.get(DIGEST)


def test_putting_again_makes_good_what_was_changed(
    store: FolderOriginals, folder: Path
) -> None:
    store.put(DATA)
    file_of(folder).write_bytes(DATA[:-1])
    assert not store.holds(DATA)
    store.put(DATA)
    assert store.get(DIGEST) == DATA


def test_a_folder_that_cannot_be_made_is_an_error_with_path_and_remedy(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CustodyError, match=r"file.*cannot be kept.*free space"):
        FolderOriginals(tmp_path / "file").put(DATA)


def test_a_write_that_fails_leaves_nothing_behind(
    store: FolderOriginals, folder: Path
) -> None:
    (file_of(folder) / "folder").mkdir(parents=True)
    with pytest.raises(CustodyError, match="cannot be kept"):
        store.put(DATA)
    assert not store.holds(b"other")
    assert not list(folder.rglob(".part-*"))


@pytest.mark.skipif(os.geteuid() == 0, reason="a superuser may read everything")
def test_a_file_that_must_not_be_read_says_so(
    store: FolderOriginals, folder: Path
) -> None:
    store.put(DATA)
    file_of(folder).chmod(0)
    with pytest.raises(CustodyError, match="cannot be read"):
        store.get(DIGEST)


def test_a_folder_in_place_of_an_original_cannot_be_read(
    store: FolderOriginals, folder: Path
) -> None:
    file_of(folder).mkdir(parents=True)
    with pytest.raises(CustodyError, match="cannot be read"):
        store.get(DIGEST)


def test_what_is_no_original_is_passed_over(
    store: FolderOriginals, folder: Path
) -> None:
    store.put(DATA)
    (folder / DIGEST[:2] / ".part-1").write_bytes(b"half")
    (folder / "README").write_text("about")
    assert list(store.digests()) == [DIGEST]


def test_removing_takes_what_was_left_half_written_too(
    store: FolderOriginals, folder: Path
) -> None:
    store.put(DATA)
    (folder / DIGEST[:2] / f".part-{DIGEST[2:]}-x").write_bytes(DATA[:3])
    assert store.remove(bytes_key("d", DATA))
    assert [p for p in folder.rglob("*") if p.is_file()] == []


def test_an_original_that_cannot_be_removed_says_so(
    store: FolderOriginals, folder: Path
) -> None:
    (file_of(folder) / "folder").mkdir(parents=True)
    with pytest.raises(CustodyError, match="cannot be removed"):
        store.remove(bytes_key("d", DATA))


@pytest.mark.parametrize("key", ["", "d_", "d_../..", "../x", "d_*", "c_0123456789"])
def test_a_key_leads_nowhere_but_to_originals(store: FolderOriginals, key: str) -> None:
    store.put(DATA)
    assert store.find(key) is None
    assert not store.remove(key)
    assert store.get(DIGEST) == DATA
