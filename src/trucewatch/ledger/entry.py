"""Entries: what the ledger's log is made of, each with the time it became known.

Every entry has a sequence number (from 1, without holes), ``known`` (when *this* ledger
learned it, never earlier than the entry before), ``made`` (when it was first recorded
in any ledger) and an author. ``made`` differs from ``known`` only for entries taken
over from another ledger, and is what lets the same entry be recognised.
"""

import datetime as dt
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.judgements import AuthorRole, Judgement
from trucewatch.values.gaps import Gap


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom an entry was made.

    Attributes:
        seq: Place in this ledger's log, from 1.
        known: When this ledger learned of it (UTC).
        made: When it was first recorded anywhere (UTC).
        author: Who recorded it.
    """

    seq: int
    known: dt.datetime
    made: dt.datetime
    author: str


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document was captured, or what is known of it changed.

    Attributes:
        stamp: When and by whom.
        document: The document as known from here on.
        version_of: Key of the document this is a newer version of, or None.
    """

    stamp: Stamp
    document: Document
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim became known; the claim itself names its reader and rule."""

    stamp: Stamp
    claim: Claim


@dataclass(frozen=True, slots=True)
class ReadingEntry:
    """A reader went through a document: all it found, and all it left out.

    The newest reading of a reader stands; claims that only its older readings have
    are superseded from here on and stay known for the time before.

    Attributes:
        stamp: When and by whom.
        document: Key of the document.
        reader: Name and version of the reader, such as ``rules 0.1.0``.
        claims: Keys of its claims, sorted.
        gaps: What it saw and did not use.
        theatre: What it knew beforehand: name of the theatre, with the countries it
            was loaded for where it chose them; empty where nobody noted it.
    """

    stamp: Stamp
    document: str
    reader: str
    claims: tuple[str, ...]
    gaps: tuple[Gap, ...] = ()
    theatre: str = ""

    @property
    def finding(self) -> tuple[str, tuple[str, ...], tuple[Gap, ...], str]:
        """What tells two readings of one document apart, whenever they were made."""
        return (self.reader, self.claims, self.gaps, self.theatre)


@dataclass(frozen=True, slots=True)
class GapEntry:
    """Something that never became a document, such as an unreadable file."""

    stamp: Stamp
    gap: Gap


@dataclass(frozen=True, slots=True)
class JudgementEntry:
    """Somebody decided something."""

    stamp: Stamp
    judgement: Judgement
    role: AuthorRole


@dataclass(frozen=True, slots=True)
class ErasureEntry:
    """A document was erased from the log, as the law may ask.

    Attributes:
        stamp: When and by whom.
        document: Key of the document.
        reason: Why, in the words of who did it.
        original: SHA-256 of its captured bytes, or None where none were kept.
        erased: Number of each entry erased, and the hash of what stands there now.
    """

    stamp: Stamp
    document: str
    reason: str
    original: str | None
    erased: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stands where an entry was erased: that it was there, and no word of it.

    Attributes:
        stamp: When and by whom the erased entry was made.
        was: Its type.
        document: Key of the erased document.
        key: Key of what it was of: the claim, the document, what was judged.
        leaf: Its Merkle leaf, hexadecimal, so that the log hashes to what it did.
    """

    stamp: Stamp
    was: str
    document: str
    key: str
    leaf: str


Entry = (
    DocumentEntry
    | ClaimEntry
    | ReadingEntry
    | GapEntry
    | JudgementEntry
    | ErasureEntry
    | Tombstone
)


def reader_name(reader: str) -> str:
    """Return a reader without its version: ``rules 0.1.0`` is ``rules``."""
    name, _, version = reader.rpartition(" ")
    return name if name and version[:1].isdigit() else reader


def reader_version(reader: str) -> tuple[int, ...]:
    """Return a reader's version as numbers to compare: ``rules 0.1.0`` is (0, 1, 0)."""
    version = reader[len(reader_name(reader)) :]
    digits = "".join(c if c.isdigit() else " " for c in version)
    return tuple(int(part) for part in digits.split())
