"""Web archives (WARC): the pages in them, each with the address it was captured at.

The parser is FastWARC. An archive comes from anywhere, so all of it is bounded: how
many records are looked at, how large one may become when it is unpacked, how long its
headers are. What is no page (pictures, scripts, redirects) is counted and passed over.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from trucewatch.documents.metadata import Metadata
from trucewatch.documents.trouble import Trouble
from trucewatch.values.gaps import Gap, GapKind

ENDINGS = (".warc", ".warc.gz")
MOST_RECORDS = 100_000
MOST_BYTES = 64 * 1024 * 1024  # of one record, unpacked
MOST_HEADER = 64 * 1024
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
_OK = 200
_ADDRESS = re.compile(r"\w+://(?P<host>[\w.-]+)(?::\d+)?(?P<path>[^?#]*)")

NO_READER = Trouble(
    "web archives need the package fastwarc, which is not installed",
    'install it with pip install "trucewatch[warc]"',
)
BROKEN = Trouble("it is no whole web archive", "capture it again, or repair it")
TOO_MANY = Trouble(
    f"it has more than {MOST_RECORDS:,} records; the rest was left out",
    "split it into archives",
)


class Page(NamedTuple):
    """A page in an archive.

    Attributes:
        offset: Where its record begins in the file.
        name: Number of the record and a file name made of its address.
        metadata: Its address.
    """

    offset: int
    name: str
    metadata: Metadata


def is_archive(path: Path) -> bool:
    """Say whether a file's name is that of a web archive."""
    return path.name.lower().endswith(ENDINGS)


def pages_of(path: Path, name: str) -> Iterator[Page | Gap]:
    """Yield the pages of an archive in order, and what was left out.

    Args:
        path: The archive.
        name: Its name, for the loss account.
    """
    passed = [0]
    try:
        yield from _pages(path, name, passed)
    except ModuleNotFoundError:
        yield NO_READER.gap(name)
    except (OSError, ValueError, EOFError) as error:
        yield BROKEN.gap(name, kind=GapKind.SKIPPED_PART, text=str(error))
    if passed[0]:
        what = f"{passed[0]:,} of its records are no page, text or PDF that was found"
        yield Trouble(what, "nothing is to be done").gap(
            name, kind=GapKind.SKIPPED_PART
        )


def _pages(path: Path, name: str, passed: list[int]) -> Iterator[Page | Gap]:
    number = 0
    for number, record in enumerate(_records(path), 1):
        if number > MOST_RECORDS:
            yield TOO_MANY.gap(name, kind=GapKind.SKIPPED_PART)
            return
        suffix = _suffix_of(record)
        if suffix is None:
            passed[0] += 1
            continue
        address = record.headers.get("WARC-Target-URI") or ""
        page = f"{number:05d}_{_name_of(address)}{suffix}"
        yield Page(record.stream_pos, page, Metadata(url=address.strip("<>")))
    if not number:
        yield BROKEN.gap(name)


def page_bytes(path: Path, offset: int) -> bytes:
    """Return the bytes of the page in the record that begins at an offset.

    Raises:
        OSError: The archive cannot be read, or not there.
    """
    for record in _records(path, offset):
        data: bytes = record.reader.read(MOST_BYTES + 1)
        return data
    return b""


def _records(path: Path, offset: int = 0) -> Iterator[Any]:
    from fastwarc.warc import (  # noqa: PLC0415 - an extra
        ArchiveIterator,
        WarcRecordType,
    )

    with path.open("rb") as stream:
        stream.seek(offset)
        yield from ArchiveIterator(
            stream,
            record_types=WarcRecordType.response | WarcRecordType.resource,
            parse_http=True,
            auto_decode="all",
            max_header_len=MOST_HEADER,
        )


def _suffix_of(record: Any) -> str | None:  # noqa: ANN401 - of FastWARC
    """Return the suffix of what a record holds, or None where it is no page."""
    if record.is_http:
        found = record.http_headers.status_code == _OK
        kind = record.http_content_type if found else None
    else:
        kind = record.headers.get("Content-Type")
    return _SUFFIXES.get((kind or "").partition(";")[0].strip().lower())


def _name_of(address: str) -> str:
    """Return a file name made of an address: its host and the last part of its path."""
    match = _ADDRESS.match(address.strip("<>"))
    if match is None:
        return "page"
    last = [part for part in match["path"].split("/") if part][-1:]
    stem = re.sub(r"\.[a-z]{2,5}$", "", last[0]) if last else ""
    plain = re.sub(r"[^\w.-]+", "_", f"{match['host']}_{stem}")
    return plain.strip("_.")[-60:]
