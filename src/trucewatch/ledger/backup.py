"""Backup: a whole ledger in one file, its log and all its originals, and back.

The file is a ZIP archive of ``log.jsonl`` (see ``trucewatch.ledger.jsonl``) and one
member for each original, named by its SHA-256. The same ledger gives the same bytes.
"""

import io
import tempfile
import zipfile
import zlib
from pathlib import Path
from typing import NamedTuple

from trucewatch.documents.store import MAKE_ROOM, MAX_FILE_BYTES, digest_of, digits_of
from trucewatch.errors import CustodyError, LedgerFormatError
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.ledger.jsonl import read_lines, write_lines
from trucewatch.ledger.ledger import Ledger
from trucewatch.values.keys import KEY_DIGITS

LOG = "log.jsonl"
ORIGINALS = "originals/"


class Backup(NamedTuple):
    """What a backup holds.

    Attributes:
        originals: How many captured documents.
        faults: Originals that could not be read, and are not in it.
    """

    originals: int
    faults: tuple[Fault, ...]


def write_backup(ledger: Ledger, path: Path) -> Backup:
    """Write a ledger with its originals into one file, whole or not at all.

    Args:
        ledger: The ledger; what arrives meanwhile may be left out.
        path: The file; one that is there already is replaced when all is written.

    Raises:
        CustodyError: It cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        part = Path(name)
        try:
            with open(handle, "wb") as file, _archive(file) as archive:  # noqa: PTH123 - a handle
                _write_log(archive, ledger)
                made = _write_originals(archive, ledger)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        what = f"the backup cannot be written ({error.strerror})"
        raise CustodyError(str(path), what, MAKE_ROOM) from error
    return made


def _archive(file: io.BufferedIOBase) -> zipfile.ZipFile:
    return zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)


def _write_log(archive: zipfile.ZipFile, ledger: Ledger) -> None:
    # A member made by name alone has no date, so that backups can be compared.
    info = zipfile.ZipInfo(LOG)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w", force_zip64=True) as member:
        for line in write_lines(ledger):
            member.write(line.encode())


def _write_originals(archive: zipfile.ZipFile, ledger: Ledger) -> Backup:
    faults: list[Fault] = []
    count = 0
    for digest in ledger.originals.digests():
        try:
            data = ledger.originals.get(digest)
        except CustodyError as error:
            faults.append(Fault(FaultKind.ALTERED, 0, str(error)))
            continue
        info = zipfile.ZipInfo(f"{ORIGINALS}{digest}")
        info.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(info, data)
        count += 1
    return Backup(count, tuple(faults))


def is_backup(path: Path) -> bool:
    """Say whether a file may be a backup."""
    return zipfile.is_zipfile(path)


def restore(ledger: Ledger, path: Path) -> int:
    """Take over a backup; return how many entries were new.

    Originals are kept before the log that needs them; every one is checked.

    Args:
        ledger: The ledger; an empty one becomes an exact copy.
        path: The backup.

    Raises:
        LedgerFormatError: It is no backup, or was cut short or changed.
        CustodyError: An original cannot be kept.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            _restore_originals(archive, ledger, str(path))
            with archive.open(LOG) as member:
                lines = io.TextIOWrapper(member, encoding="utf-8", newline="\n")
                return ledger.take_in(read_lines(lines, str(path)))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        why = f"is no backup, or was changed ({error})"
        raise LedgerFormatError(str(path), why) from error


def _restore_originals(archive: zipfile.ZipFile, ledger: Ledger, where: str) -> None:
    erased = {digits_of(document) for document in ledger.view().erased}
    for info in archive.infolist():
        if info.filename == LOG:
            continue
        name = info.filename.removeprefix(ORIGINALS)
        if info.file_size > MAX_FILE_BYTES:
            raise LedgerFormatError(where, f"{info.filename} is too large")
        data = archive.read(info)
        if digest_of(data) != name:
            raise LedgerFormatError(where, f"{info.filename} is not what its name says")
        if name[:KEY_DIGITS] not in erased:
            ledger.originals.put(data)
