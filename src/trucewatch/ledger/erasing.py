"""Erasing: which entries hold words of a document, and what is put in their place.

Erasure is the one exception to a log that only grows, because the law may ask for it.
Words go, places stay: a tombstone says that an entry was there, when and of what type,
and keeps its Merkle leaf, so that the log hashes to what it always did. The erasure
itself is an entry, and names every tombstone by its hash: no other may stand in a log.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trucewatch.ledger.entry import ErasureEntry, Stamp, Tombstone
from trucewatch.ledger.records import (
    Record,
    canonical,
    entry_record,
    from_time,
    leaf_hash,
)

_JUDGEMENT = '"entry":"judgement"'


@dataclass(frozen=True, slots=True)
class Erasure:
    """What erasing a document takes away, or took.

    Attributes:
        document: Key of the document.
        stones: What stands, or would stand, in the place of its entries.
        original: SHA-256 of its captured bytes, or None where none are kept.
    """

    document: str
    stones: tuple[Tombstone, ...]
    original: str | None

    @property
    def counts(self) -> dict[str, int]:
        """How many entries of each type."""
        return dict(Counter(stone.was for stone in self.stones))

    def entry(self, stamp: Stamp, reason: str) -> ErasureEntry:
        """Return the entry that says that it was done."""
        erased = tuple((stone.stamp.seq, stone_hash(stone)) for stone in self.stones)
        return ErasureEntry(stamp, self.document, reason, self.original, erased)


def tombstones(lines: Iterable[str], document: str) -> Iterator[Tombstone]:
    """Yield a tombstone for every entry of a log that holds words of a document.

    These are the records of the document, its claims, what its readers left out, and
    judgements on any of them, which may quote it.

    Args:
        lines: The log, from its first entry.
        document: Key of the document.
    """
    keys = {document}
    for line in lines:
        if document not in line and _JUDGEMENT not in line:
            continue
        record = json.loads(line)
        key = _key(record, document, keys)
        if key is None:
            continue
        keys.add(key)
        stamp = Stamp(
            record["seq"],
            from_time(record["known"]),
            from_time(record["made"]),
            record["author"],
        )
        leaf = leaf_hash(line).hex()
        yield Tombstone(stamp, record["entry"], document, key, leaf)


def _key(record: Record, document: str, keys: set[str]) -> str | None:
    """The key of what an entry is of, or None where it is not of the document."""
    match record["entry"]:
        case "document" if record["document"]["document"] == document:
            return document
        case "claim" if record["claim"]["document"] == document:
            return str(record["claim"]["claim"])
        case "reading" if record["document"] == document:
            return document
        case "gap" if record["gap"]["document"] == document:
            return document
        case "judgement":
            judgement = record["judgement"]
            corrected = judgement.get("corrected") or {}
            if judgement["target"] in keys or corrected.get("document") == document:
                return str(judgement["target"])
        case _:
            pass
    return None


def is_buried(document: str, lines: Iterable[str]) -> bool:
    """Say whether a log has tombstones of a document."""
    return any(
        document in line and json.loads(line)["entry"] == "erasure" for line in lines
    )


def stone_text(stone: Tombstone) -> str:
    """Return the canonical text of a tombstone."""
    return canonical(entry_record(stone))


def stone_hash(stone: Tombstone) -> str:
    """Return the hash by which an erasure names a tombstone, hexadecimal."""
    return leaf_hash(stone_text(stone)).hex()


def erased_identity(key: str) -> str:
    """Return the identity of a tombstone: which key it says was erased."""
    return f"erased:{key}"
