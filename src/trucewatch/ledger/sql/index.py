"""What a writer looks up in the database while it weighs an entry."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    JudgementEntry,
    ReadingEntry,
    reader_name,
)
from trucewatch.ledger.judgements import AuthorRole, Judgement
from trucewatch.ledger.log import same_seat
from trucewatch.ledger.records import document_record, read_entry
from trucewatch.ledger.sql.tables import (
    claims,
    documents,
    judgements,
    log,
    readings,
    spells,
)
from trucewatch.ledger.versions import origin_of
from trucewatch.values.keys import content_key

_K = TypeVar("_K", str, int)
MANY = 400  # keys asked for in one statement; SQLite's oldest limit is 999 values


@dataclass(slots=True)
class Written:
    """All that was written since the tables were empty: the rest is not there.

    It spares the look-ups that most entries of a log need and that find nothing.

    Attributes:
        documents: Keys of documents.
        origins: Where they come from.
        newer: Keys of those that are newer versions.
        older: Keys of those that have newer versions.
        readings: Documents with the readers that went through them.
        sighted: Documents whose claims have been seen.
    """

    documents: set[str] = field(default_factory=set)
    origins: set[str] = field(default_factory=set)
    newer: set[str] = field(default_factory=set)
    older: set[str] = field(default_factory=set)
    readings: set[tuple[str, str]] = field(default_factory=set)
    sighted: set[str] = field(default_factory=set)

    def note(self, entry: Entry) -> None:
        """Take note of an entry that is written."""
        match entry:
            case DocumentEntry(document=document, version_of=older):
                self.documents.add(document.key)
                self.origins.add(origin_of(document) or "")
                if older is not None:
                    self.newer.add(document.key)
                    self.older.add(older)
            case ReadingEntry():
                self.readings.add((entry.document, reader_name(entry.reader)))
                self.sighted.add(entry.document)
            case _:
                pass


class SqlIndex:
    """Look-ups inside one transaction; see ``Index`` and ``Desk``."""

    def __init__(self, connection: Connection, written: Written | None = None) -> None:
        self._connection = connection
        self._written = written
        # A claim's number never changes, so it is asked for once, or never for those
        # written at this desk.
        self._numbers: dict[str, int] = {}

    def flush(self) -> None:
        """Write what is pending; there is nothing where one only looks."""

    def claim_numbers(self, keys: Iterable[str]) -> dict[str, int]:
        """Return the numbers of the claims among ``keys`` that are recorded."""
        keys = list(keys)
        for some in portions(key for key in keys if key not in self._numbers):
            query = select(claims.c.key, claims.c.seq).where(claims.c.key.in_(some))
            found = self._connection.execute(query)
            self._numbers.update((key, seq) for key, seq in found)
        return {key: self._numbers[key] for key in keys if key in self._numbers}

    def holds(self, identity: str) -> bool:
        """Say whether an entry of that identity, other than a claim, was written."""
        self.flush()
        query = select(log.c.seq).where(log.c.identity == identity).limit(1)
        return self._connection.execute(query).first() is not None

    def last_judgement(
        self, judgement: Judgement, author: str, role: AuthorRole
    ) -> JudgementEntry | None:
        """Return the author's last judgement on the same target, type and facet."""
        self.flush()
        query = (
            select(log.c.body)
            .join(judgements, judgements.c.seq == log.c.seq)
            .where(judgements.c.target == judgement.target)
            .where(judgements.c.author == author)
            .where(judgements.c.role == role.value)
            .order_by(log.c.seq.desc())
        )
        for body in self._connection.execute(query).scalars():
            entry = read_entry(json.loads(body))
            if isinstance(entry, JudgementEntry) and same_seat(
                entry.judgement, judgement
            ):
                return entry
        return None

    def document(self, key: str) -> Document | None:
        """Return the document as last recorded, or None."""
        if self._written is not None and key not in self._written.documents:
            return None
        self.flush()
        query = (
            select(log.c.body)
            .join(documents, documents.c.seq == log.c.seq)
            .where(documents.c.key == key)
            .order_by(log.c.seq.desc())
            .limit(1)
        )
        entry = self._entry(query)
        return entry.document if isinstance(entry, DocumentEntry) else None

    def recorded(self, document: Document) -> bool:
        """Say whether exactly this record of a document was ever entered."""
        if self._written is not None and document.key not in self._written.documents:
            return False
        self.flush()
        query = (
            select(documents.c.seq)
            .where(documents.c.key == document.key)
            .where(documents.c.digest == digest(document))
        )
        return self._connection.execute(query).first() is not None

    def earlier_version(self, document: Document) -> str | None:
        """Return the key of the document that ``document`` is a newer version of."""
        origin = origin_of(document)
        if origin is None:
            return None
        if self._written is not None and origin not in self._written.origins:
            return None
        self.flush()
        query = (
            select(documents.c.key)
            .where(documents.c.origin == origin)
            .order_by(documents.c.seq.desc())
            .limit(1)
        )
        key: str | None = self._connection.execute(query).scalar()
        return None if key == document.key else key

    def version_of(self, key: str) -> str | None:
        """Return the key of the version before the document ``key``, or None."""
        if self._written is not None and key not in self._written.newer:
            return None
        self.flush()
        query = (
            select(documents.c.version_of)
            .where(documents.c.key == key)
            .where(documents.c.version_of.is_not(None))
            .order_by(documents.c.seq.desc())
        )
        return self._connection.execute(query).scalar()

    def next_version(self, key: str) -> str | None:
        """Return the key of the version after the document ``key``, or None."""
        if self._written is not None and key not in self._written.older:
            return None
        self.flush()
        query = (
            select(documents.c.key)
            .where(documents.c.version_of == key)
            .order_by(documents.c.seq.desc())
        )
        return self._connection.execute(query).scalar()

    def claim(self, key: str) -> Claim | None:
        """Return a claim ever recorded, or None."""
        self.flush()
        query = (
            select(log.c.body)
            .join(claims, claims.c.seq == log.c.seq)
            .where(claims.c.key == key)
        )
        entry = self._entry(query)
        return entry.claim if isinstance(entry, ClaimEntry) else None

    def holding(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of ``keys`` that are of claims ever recorded."""
        return frozenset(self.claim_numbers(keys))

    def reading(self, document: str, reader: str) -> ReadingEntry | None:
        """Return the standing reading of a reader (by name, without version)."""
        if (
            self._written is not None
            and (document, reader) not in self._written.readings
        ):
            return None
        self.flush()
        query = (
            select(log.c.body)
            .join(readings, readings.c.seq == log.c.seq)
            .where(readings.c.document == document)
            .where(readings.c.reader == reader)
            .where(readings.c.stands)
            .order_by(log.c.seq.desc())
            .limit(1)
        )
        entry = self._entry(query)
        return entry if isinstance(entry, ReadingEntry) else None

    def has_read(self, entry: ReadingEntry) -> bool:
        """Say whether such a reading with the same finding was ever recorded."""
        self.flush()
        query = (
            select(log.c.body)
            .join(readings, readings.c.seq == log.c.seq)
            .where(readings.c.document == entry.document)
            .where(readings.c.reader == reader_name(entry.reader))
        )
        bodies = self._connection.execute(query).scalars()
        earlier = (read_entry(json.loads(body)) for body in bodies)
        return any(
            isinstance(other, ReadingEntry) and other.finding == entry.finding
            for other in earlier
        )

    def live(self, document: str) -> Mapping[str, frozenset[str]]:
        """Return the keys of the claims now seen, by reader's name."""
        if self._written is not None and document not in self._written.sighted:
            return {}
        self.flush()
        query = (
            select(spells.c.reader, claims.c.key)
            .join(claims, claims.c.seq == spells.c.claim)
            .where(claims.c.document == document)
            # Worded so that no index is used: nearly every spell has no end.
            .where(func.coalesce(spells.c.until, 0) == 0)
        )
        found: dict[str, set[str]] = {}
        for reader, key in self._connection.execute(query):
            found.setdefault(reader, set()).add(key)
        return {reader: frozenset(keys) for reader, keys in found.items()}

    def _entry(self, query: Any) -> Entry | None:  # noqa: ANN401 - a select
        body = self._connection.execute(query).scalar()
        return None if body is None else read_entry(json.loads(body))


def digest(document: Document) -> str:
    """Return what tells two records of one document apart."""
    return content_key("r", document_record(document))


def portions(keys: Iterable[_K]) -> Iterable[list[_K]]:
    """Return ``keys`` in portions that fit into one statement."""
    keys = list(keys)
    return (keys[at : at + MANY] for at in range(0, len(keys), MANY))
