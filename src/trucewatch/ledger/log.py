"""The log: how a store of any kind numbers, times and admits entries.

``LogLedger`` holds the rules that do not depend on where a ledger is kept. A store adds
the look-ups of ``Index``, and ``_write``, which makes a run of entries and what they
change in what is seen durable together or not at all.
"""

import datetime as dt
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.errors import UnknownClaimError
from trucewatch.ledger.admission import Draft, Receipt, admit, in_utc
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
    Stamp,
    reader_name,
)
from trucewatch.ledger.judgements import AuthorRole, Judgement, Review, facet
from trucewatch.ledger.ledger import Head
from trucewatch.ledger.records import Record, entry_record, gap_record
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.ledger.visibility import Index
from trucewatch.values.gaps import Gap
from trucewatch.values.keys import content_key


class LogLedger(Index):
    """What every store does alike; see ``trucewatch.ledger.ledger.Ledger``."""

    # --- what a store provides ------------------------------------------------------

    @abstractmethod
    def head(self) -> Head:
        """Return how long the log is and what it hashes to."""

    @abstractmethod
    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen from a standpoint."""

    @abstractmethod
    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the log from the entry after number ``after``."""

    @abstractmethod
    def _transaction(self) -> AbstractContextManager[None]:
        """Make all that is written inside durable together, or none of it."""

    @abstractmethod
    def _write(self, entry: Entry) -> int:
        """Write one entry and its effects; return how many sightings it ended."""

    @abstractmethod
    def _holds(self, identity: str) -> bool:
        """Say whether an entry of that identity was ever written."""

    @abstractmethod
    def _last_judgement(
        self, judgement: Judgement, author: str, role: AuthorRole
    ) -> JudgementEntry | None:
        """Return the author's last judgement on the same target, type and facet."""

    # --- what is alike --------------------------------------------------------------

    def append(
        self,
        document: Document,
        claims: Sequence[Claim],
        gaps: Sequence[Gap] = (),
        *,
        known: dt.datetime,
        author: str,
        reader: str = "",
    ) -> Receipt:
        """Take in one read document, whole or not at all; twice adds nothing."""
        known = in_utc(known)
        with self._transaction():
            admission = admit(document, claims, gaps, reader, self)
            superseded = self._enter(admission.drafts, known, author)
        return admission.receipt(known, superseded)

    def note(self, gaps: Sequence[Gap], *, known: dt.datetime, author: str) -> int:
        """Record what never became a document; return how many were new."""
        known = in_utc(known)
        with self._transaction():
            fresh = {
                key: gap
                for gap in gaps
                if not self._holds(key := content_key("g", gap_record(gap)))
            }
            drafts = [_gap_draft(gap) for gap in fresh.values()]
            self._enter(drafts, known, author)
        return len(drafts)

    def judge(
        self,
        judgement: Judgement,
        *,
        known: dt.datetime,
        author: str,
        role: AuthorRole = AuthorRole.CODER,
    ) -> JudgementEntry:
        """Record a judgement; one like the author's last on this changes nothing."""
        known = in_utc(known)
        with self._transaction():
            if isinstance(judgement, Review) and self.claim(judgement.target) is None:
                raise UnknownClaimError(judgement.target)
            last = self._last_judgement(judgement, author, role)
            if last is not None and last.judgement == judgement:
                return last
            stamp = self._stamp(known, author)
            entry = JudgementEntry(stamp, judgement, role)
            self._write(entry)
        return entry

    def take_in(self, entries: Iterable[Entry]) -> int:
        """Take over entries of another ledger in their order; return the new ones."""
        taken = 0
        with self._transaction():
            is_copy = self.head().size == 0
            for entry in entries:
                if is_copy or not self._has(entry):
                    stamp = self._stamp(entry.stamp.known, entry.stamp.author)
                    made = replace(stamp, made=entry.stamp.made)
                    self._write(replace(entry, stamp=made))
                    taken += 1
        return taken

    def _enter(self, drafts: Iterable[Draft], known: dt.datetime, author: str) -> int:
        return sum(self._write(draft(self._stamp(known, author))) for draft in drafts)

    def _stamp(self, known: dt.datetime, author: str) -> Stamp:
        """The next stamp: the ledger's own clock never runs backwards."""
        head = self._end()
        known = max(known, head[1] or known)
        return Stamp(head[0] + 1, known, known, author)

    @abstractmethod
    def _end(self) -> tuple[int, dt.datetime | None]:
        """Return number and time of the last entry, written or about to be."""

    def _has(self, entry: Entry) -> bool:
        match entry:
            case ClaimEntry(claim=claim):
                return self.claim(claim.key) is not None
            case DocumentEntry(document=document):
                same = self.document(document.key) == document
            case ReadingEntry():
                same = self._reads_alike(entry)
            case _:
                same = False
        return same or self._holds(identity(entry))

    def _reads_alike(self, entry: ReadingEntry) -> bool:
        standing = self.reading(entry.document, reader_name(entry.reader))
        return standing is not None and (
            (standing.reader, standing.claims, standing.gaps)
            == (entry.reader, entry.claims, entry.gaps)
        )


def _gap_draft(gap: Gap) -> Callable[[Stamp], Entry]:
    return lambda stamp: GapEntry(stamp, gap)


def identity(entry: Entry) -> str:
    """Return what makes an entry the same entry in any ledger it is copied to."""
    match entry:
        case ClaimEntry(claim=claim):
            return claim.key
        case GapEntry(gap=gap):
            return content_key("g", gap_record(gap))
        case _:
            return record_identity(entry_record(entry))


def record_identity(record: Record) -> str:
    """Return the identity of a document, reading or judgement from its record."""
    kept = {name: v for name, v in record.items() if name not in ("seq", "known")}
    return content_key("e", kept)


def same_seat(first: Judgement, second: Judgement) -> bool:
    """Say whether the one judgement takes the place of the other."""
    return (first.type, first.target, facet(first)) == (
        second.type,
        second.target,
        facet(second),
    )
