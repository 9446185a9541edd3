"""The log: how a store of any kind numbers, times and admits entries.

``LogLedger`` holds the rules that do not depend on where a ledger is kept. A store
gives it a ``Desk`` to write at: what is written at one desk becomes durable together,
with all that it changes in what is seen, or not at all.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import Protocol

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.documents.store import Originals
from trucewatch.errors import ErasedDocumentError, UnknownNameError
from trucewatch.ledger.admission import Draft, Receipt, admit, check_judgement, in_utc
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    ErasureEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
    Stamp,
    Tombstone,
)
from trucewatch.ledger.erasing import (
    Erasure,
    erased_identity,
    is_buried,
    tombstones,
)
from trucewatch.ledger.holdings import Holdings
from trucewatch.ledger.judgements import AuthorRole, Judgement, facet
from trucewatch.ledger.records import entry_record, gap_record
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.ledger.visibility import Index, is_said_already
from trucewatch.ledger.warding import is_erased, is_of_erased
from trucewatch.values.gaps import Gap
from trucewatch.values.keys import content_key


class Desk(Index, Protocol):
    """Where entries are weighed against what is there, and written."""

    def bury(self, stones: Sequence[Tombstone]) -> None:
        """Put tombstones in the place of entries, and derive all else from the log."""

    def end(self) -> tuple[int, dt.datetime | None]:
        """Return number and time of the last entry, counting those just written."""

    def write(self, entry: Entry) -> int:
        """Write one entry and its effects; return how many sightings it ended."""

    def last_judgement(
        self, judgement: Judgement, author: str, role: AuthorRole
    ) -> JudgementEntry | None:
        """Return the author's last judgement on the same target, type and facet."""


VIEWS = 12  # that are kept, the latest asked for


class LogLedger(ABC):
    """What every store does alike; see ``trucewatch.ledger.ledger.Ledger``."""

    originals: Originals

    def __init__(self) -> None:
        self._views: dict[Standpoint, LedgerView] = {}

    @abstractmethod
    def _desk(self) -> AbstractContextManager[Desk]:
        """Open a desk; leaving it without an error makes what was written durable."""

    @abstractmethod
    def _holdings(self) -> Holdings:
        """Return what is laid before a view."""

    @abstractmethod
    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the log from the entry after number ``after``."""

    @abstractmethod
    def lines(self, after: int = 0) -> Iterator[str]:
        """Yield the log as the very texts that are hashed, one per entry."""

    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen from a standpoint.

        Raises:
            UnknownNameError: ``according_to`` names no source of this ledger.
        """
        holdings = self._holdings()
        if standpoint.known_on is not None:
            return LedgerView(holdings, standpoint)
        # A view never changes, so one that nothing came after is as good as new. Of
        # the past it may be otherwise: something can have been erased.
        known = self._views.get(standpoint)
        if known is None or known.cut != holdings.cut(None):
            if len(self._views) >= VIEWS:
                self._views.clear()
            known = self._views[standpoint] = LedgerView(holdings, standpoint)
        return known

    def append(  # noqa: PLR0913 - see Ledger.append
        self,
        document: Document,
        claims: Sequence[Claim],
        gaps: Sequence[Gap] = (),
        *,
        known: dt.datetime,
        author: str,
        reader: str = "",
        theatre: str = "",
        readmit: bool = False,
    ) -> Receipt:
        """Take in one read document, whole or not at all; twice adds nothing."""
        known = in_utc(known)
        with self._desk() as desk:
            if not readmit and is_erased(document.key, desk):
                raise ErasedDocumentError(document.key)
            admission = admit(
                document, claims, gaps, desk, reader=reader, theatre=theatre
            )
            superseded = _enter(desk, admission.drafts, known, author)
            known = max(known, desk.end()[1] or known)
        return admission.receipt(known, superseded)

    def note(self, gaps: Sequence[Gap], *, known: dt.datetime, author: str) -> int:
        """Record what never became a document; return how many were new."""
        known = in_utc(known)
        with self._desk() as desk:
            keyed = {content_key("g", gap_record(gap)): gap for gap in gaps}
            fresh = [gap for key, gap in keyed.items() if not desk.holds(key)]
            _enter(desk, (partial(GapEntry, gap=gap) for gap in fresh), known, author)
        return len(fresh)

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
        with self._desk() as desk:
            check_judgement(judgement, desk)
            last = desk.last_judgement(judgement, author, role)
            if last is not None and last.judgement == judgement:
                return last
            entry = JudgementEntry(_stamp(desk, known, author), judgement, role)
            desk.write(entry)
        return entry

    def weigh_erasure(self, document: str) -> Erasure:
        """Return what erasing a document would take away."""
        stones = tuple(tombstones(self.lines(), document))
        original = self.originals.find(document)
        if not (stones or original or is_buried(document, self.lines())):
            known = self.view().document_keys
            raise UnknownNameError("document", document, known)
        return Erasure(document, stones, original)

    def erase(
        self, document: str, *, reason: str, known: dt.datetime, author: str
    ) -> Erasure:
        """Erase a document from the log, from all derived of it, and its original."""
        known = in_utc(known)
        with self._desk() as desk:
            erasure = self.weigh_erasure(document)
            if erasure.stones:
                desk.write(erasure.entry(_stamp(desk, known, author), reason))
                desk.bury(erasure.stones)
        # The log first: stopped in between, the next time finishes the work.
        self.originals.remove(document)
        self._sweep()
        return erasure

    @abstractmethod
    def _sweep(self) -> None:
        """Leave nothing of what was erased where it no longer belongs to anything."""

    def take_in(self, entries: Iterable[Entry]) -> int:
        """Take over entries of another ledger in their order; return the new ones."""
        taken = 0
        with self._desk() as desk:
            is_copy = desk.end()[0] == 0
            for entry in entries:
                if is_copy or not _has(desk, entry):
                    stamp = _stamp(desk, entry.stamp.known, entry.stamp.author)
                    stamp = replace(stamp, made=entry.stamp.made)
                    desk.write(replace(entry, stamp=stamp))
                    taken += 1
        return taken


def _enter(desk: Desk, drafts: Iterable[Draft], known: dt.datetime, author: str) -> int:
    return sum(desk.write(draft(_stamp(desk, known, author))) for draft in drafts)


def _stamp(desk: Desk, known: dt.datetime, author: str) -> Stamp:
    """The next stamp. The ledger's own clock never runs backwards.

    Otherwise an entry could slip in before a day that somebody has already asked about.
    """
    seq, last = desk.end()
    now = known if last is None else max(known, last)
    return Stamp(seq + 1, now, known, author)


def _has(desk: Desk, entry: Entry) -> bool:
    if is_of_erased(entry, desk):
        return True
    match entry:
        case ClaimEntry(claim=claim):
            return bool(desk.holding([claim.key]))
        case DocumentEntry(document=document):
            if desk.document(document.key) == document:
                return True
        case ReadingEntry():
            if is_said_already(entry, desk):
                return True
        case _:
            pass
    return desk.holds(identity(entry))


def identity(entry: Entry) -> str:
    """Return what makes an entry the same entry in any ledger it is copied to."""
    match entry:
        case ClaimEntry(claim=claim):
            return claim.key
        case GapEntry(gap=gap):
            return content_key("g", gap_record(gap))
        case Tombstone(key=key):
            return erased_identity(key)
        case DocumentEntry() | ReadingEntry() | JudgementEntry() | ErasureEntry():
            record = entry_record(entry)
            kept = {k: v for k, v in record.items() if k not in ("seq", "known")}
            return content_key("e", kept)


def same_seat(first: Judgement, second: Judgement) -> bool:
    """Say whether the one judgement takes the place of the other."""
    return (first.type, first.target, facet(first)) == (
        second.type,
        second.target,
        facet(second),
    )
