"""Originals by hash: the captured bytes of every document, kept once and unchanged.

The name of an original is the whole SHA-256 of its bytes, so what is read back can be
checked, and the same bytes are kept once however often they come. The key of a document
begins with the same digits, so that each finds the other.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from trucewatch.errors import CustodyError

MAX_FILE_BYTES = 64 * 1024 * 1024  # a thousand times the longest report

_DIGEST = re.compile(r"[0-9a-f]{64}")
_DIGITS = re.compile(r"[0-9a-f]{8,64}")
TAKE_AGAIN = "take the document in again with `trucewatch ingest`"
RESTORE = (
    "restore it from a backup, or take the document in again with "
    "`trucewatch ingest --again`"
)
MAKE_ROOM = (
    "free space on the disk or correct its permissions, then run the command again; "
    "what was taken in before stays"
)


class Originals(Protocol):
    """Captured bytes, addressed by their SHA-256."""

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256 in hexadecimal digits.

        What is returned is safe on the disk; the same bytes are kept once, and bytes
        that were changed since are made good.

        Raises:
            CustodyError: They cannot be kept.
        """

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            CustodyError: There are none, or they were changed since.
        """

    def holds(self, data: bytes) -> bool:
        """Say whether bytes are kept, without reading what is kept."""

    def find(self, document: str) -> str | None:
        """Return the SHA-256 of a document's original by its key, or None."""

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of all that is kept, sorted."""

    def remove(self, document: str) -> bool:
        """Remove a document's original for good; return whether there was one."""

    def where(self, digest: str) -> str:
        """Return where an original is, or would be, for messages."""


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def digits_of(document: str) -> str:
    """Return the first digits of an original's SHA-256 from its document's key.

    A key that is no digest gets digits that no original has.
    """
    digits = document.removeprefix("d_")
    return digits if _DIGITS.fullmatch(digits) else "none"


def checked(data: bytes | None, digest: str, where: str) -> bytes:
    """Return the bytes of an original if they are what they were.

    Raises:
        CustodyError: There are none, or they were changed since.
    """
    if data is None:
        raise CustodyError(where, "there is no such original", TAKE_AGAIN)
    if digest_of(data) != digest:
        raise CustodyError(where, "the original was changed since", RESTORE)
    return data


class MemoryOriginals:
    """Originals in memory, for ledgers in memory; see ``Originals``."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256."""
        digest = digest_of(data)
        self._kept[digest] = data
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            CustodyError: There are none.
        """
        return checked(self._kept.get(digest), digest, self.where(digest))

    def holds(self, data: bytes) -> bool:
        """Say whether bytes are kept."""
        return digest_of(data) in self._kept

    def find(self, document: str) -> str | None:
        """Return the SHA-256 of a document's original, or None."""
        digits = digits_of(document)
        found = (digest for digest in self._kept if digest.startswith(digits))
        return next(found, None)

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of all that is kept, sorted."""
        yield from sorted(self._kept)

    def remove(self, document: str) -> bool:
        """Remove a document's original; return whether there was one."""
        digest = self.find(document)
        return digest is not None and self._kept.pop(digest, None) is not None

    def where(self, digest: str) -> str:
        """Return where an original is, for messages."""
        return f"memory, {digest}"


class FolderOriginals:
    """Originals as files of a folder; see ``Originals``.

    Attributes:
        folder: Where they are kept; made when the first one comes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256.

        The file appears whole or not at all, also when two processes write it.

        Raises:
            CustodyError: The folder cannot be written.
        """
        digest = digest_of(data)
        path = self._path(digest)
        try:
            if not path.is_file() or path.read_bytes() != data:
                if not path.parent.is_dir():
                    path.parent.mkdir(parents=True, exist_ok=True)
                    _sync(self.folder)
                _write(path, data)
        except OSError as error:
            what = f"the original cannot be kept ({error.strerror})"
            raise CustodyError(str(path), what, MAKE_ROOM) from error
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            CustodyError: There are none, they cannot be read, or were changed since.
        """
        path = self._path(digest)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return checked(None, digest, str(path))
        except OSError as error:
            what = f"the original cannot be read ({error.strerror})"
            raise CustodyError(str(path), what, RESTORE) from error
        return checked(data, digest, str(path))

    def holds(self, data: bytes) -> bool:
        """Say whether bytes are kept: a file of their name and length is there."""
        try:
            return self._path(digest_of(data)).stat().st_size == len(data)
        except OSError:
            return False

    def find(self, document: str) -> str | None:
        """Return the SHA-256 of a document's original, or None."""
        digits = digits_of(document)
        folder = self.folder / digits[:2]
        found = (path.name for path in folder.glob(f"{digits[2:]}*"))
        return next((digits[:2] + n for n in found if _is_digest(digits[:2] + n)), None)

    def digests(self) -> Iterator[str]:
        """Yield the SHA-256 of all that is kept, sorted."""
        for folder in sorted(self.folder.glob("??")):
            names = sorted(folder.name + path.name for path in folder.iterdir())
            yield from (name for name in names if _is_digest(name))

    def remove(self, document: str) -> bool:
        """Remove a document's original; return whether there was one.

        What an interrupted run left of it half-written goes too.

        Raises:
            CustodyError: It cannot be removed.
        """
        digits = digits_of(document)
        folder = self.folder / digits[:2]
        rest = digits[2:]
        paths = [*folder.glob(f"{rest}*"), *folder.glob(f".part-{rest}*")]
        try:
            for path in paths:
                path.unlink()
            if paths:
                _sync(folder)
        except OSError as error:
            what = f"the original cannot be removed ({error.strerror})"
            advice = "correct its permissions, then run the command again"
            raise CustodyError(str(folder), what, advice) from error
        return bool(paths)

    def where(self, digest: str) -> str:
        """Return where an original is, for messages."""
        return str(self._path(digest))

    def _path(self, digest: str) -> Path:
        # two levels, because folders of a million files are slow on many disks
        return self.folder / digest[:2] / digest[2:]


def _is_digest(name: str) -> bool:
    return _DIGEST.fullmatch(name) is not None


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".part-{path.name}-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
        _sync(path.parent)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _sync(folder: Path) -> None:
    """Make a folder's list of names durable, where the system knows such a thing."""
    if not hasattr(os, "O_DIRECTORY"):  # pragma: no cover - not on POSIX
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
