"""Originals by hash: the captured bytes of every document, kept once and unchanged.

The name of a file is the whole SHA-256 of its bytes, so what is read back can be
checked, and the same bytes are kept once however often they come.
"""

import hashlib
import os
import tempfile
from pathlib import Path

from trucewatch.errors import DocumentError


class OriginalStore:
    """A folder of captured bytes, addressed by their SHA-256.

    Attributes:
        folder: Where the originals are kept; made when the first one comes.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, data: bytes) -> str:
        """Keep bytes and return their SHA-256 in hexadecimal digits.

        The file appears whole or not at all, also when two processes write it.

        Raises:
            DocumentError: The folder cannot be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self._path(digest)
        if not path.is_file():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(path, data)
            except OSError as error:
                what = f"the original cannot be kept ({error.strerror})"
                advice = "check the folder's permissions and the space on the disk"
                raise DocumentError(str(self.folder), what, advice) from error
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes with this SHA-256.

        Raises:
            DocumentError: There are none, or they were changed since.
        """
        try:
            data = self._path(digest).read_bytes()
        except OSError as error:
            what = f"there is no original {digest}"
            advice = "take the document in again"
            raise DocumentError(str(self.folder), what, advice) from error
        if hashlib.sha256(data).hexdigest() != digest:
            what = f"the original {digest} was changed on the disk"
            advice = "restore it from a backup"
            raise DocumentError(str(self.folder), what, advice)
        return data

    def __contains__(self, digest: str) -> bool:
        return self._path(digest).is_file()

    def _path(self, digest: str) -> Path:
        # two levels, because folders of a million files are slow on many disks
        return self.folder / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
