"""The exchange format: a whole ledger as JSON Lines, and back, exactly.

The first line says what the file is, then comes one line per entry (the very bytes
whose hash is in the Merkle tree), and the last line is the head, so that a file that
was cut short or changed on the way is noticed. See ``docs/reference/ledger-format.md``.
"""

import json
from collections.abc import Iterable, Iterator

from trucewatch.errors import LedgerFormatError
from trucewatch.ledger.entry import Entry
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import Record, leaf_of, read_entry

FORMAT = "trucewatch ledger"
VERSION = 1


def write_lines(ledger: Ledger) -> Iterator[str]:
    """Yield the lines of an export, each ending in a line feed.

    Args:
        ledger: The ledger; entries that arrive meanwhile are left out.
    """
    head = ledger.head()
    yield _line({"format": FORMAT, "version": VERSION})
    for _, text in zip(range(head.size), ledger.lines(), strict=False):
        yield text + "\n"
    yield _line({"size": head.size, "root": head.root})


def read_lines(lines: Iterable[str], where: str) -> Iterator[Entry]:
    """Yield the entries of an export, for ``Ledger.take_in``.

    Args:
        lines: The lines of the file, split at line feeds only and read as UTF-8.
        where: The file, for messages.

    Raises:
        LedgerFormatError: The file is something else, was cut short or changed; raised
            when the line is reached, so what took the entries in must be undone.
    """
    numbered = enumerate(lines, start=1)
    _check_first(next(numbered, (1, ""))[1], where)
    frontier = Frontier()
    head: Record | None = None
    for number, line in numbered:
        if head is not None:
            raise LedgerFormatError(where, f"line {number}: comes after the last line")
        record = _parse(line, number, where)
        if "root" in record:
            head = record
            continue
        frontier = frontier.grown([leaf_of(line.rstrip("\n"))])
        entry = _entry(record, number, where)
        if entry.stamp.seq != frontier.size:
            why = f"line {number}: entry {frontier.size} is missing"
            raise LedgerFormatError(where, why)
        yield entry
    _check_head(head, frontier, where)


def _line(record: Record) -> str:
    return json.dumps(record, separators=(",", ":")) + "\n"


def _check_first(line: str, where: str) -> None:
    record = _parse(line or "{}", 1, where)
    if record.get("format") != FORMAT:
        raise LedgerFormatError(
            where, "line 1: is no ledger export; `trucewatch export` writes one"
        )
    if record.get("version") != VERSION:
        raise LedgerFormatError(
            where, f"line 1: version {record.get('version')} is not known; upgrade"
        )


def _check_head(head: Record | None, frontier: Frontier, where: str) -> None:
    if head is None:
        raise LedgerFormatError(where, "was cut short: its last line is missing")
    if (head["size"], head["root"]) != (frontier.size, frontier.root):
        raise LedgerFormatError(
            where, "was changed: its entries do not hash to its end"
        )


def _parse(line: str, number: int, where: str) -> Record:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise LedgerFormatError(where, f"line {number}: not JSON ({error})") from error
    if not isinstance(record, dict):
        raise LedgerFormatError(where, f"line {number}: not a record")
    return record


def _entry(record: Record, number: int, where: str) -> Entry:
    try:
        return read_entry(record)
    except (KeyError, ValueError, TypeError) as error:
        why = f"line {number}: not an entry ({type(error).__name__}: {error})"
        raise LedgerFormatError(where, why) from error
