"""The ledger: what any store of documents, claims and judgements can do.

It only grows. There is no update and no delete here: a correction, a retraction or a
change of mind is a new entry, and what was known on some day stays what was known then.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.documents.store import Originals
from trucewatch.ledger.admission import Receipt
from trucewatch.ledger.entry import Entry, JudgementEntry
from trucewatch.ledger.erasing import Erasure
from trucewatch.ledger.judgements import AuthorRole, Judgement
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.values.gaps import Gap


class Head(NamedTuple):
    """The end of a log: how long it is and what it hashes to.

    Attributes:
        size: Number of entries.
        root: Root of the Merkle tree over them (RFC 6962), hexadecimal.
        known: When the last entry became known, or None for an empty log.
    """

    size: int
    root: str
    known: dt.datetime | None


class Ledger(Protocol):
    """An append-only record of documents, claims and judgements."""

    @property
    def originals(self) -> Originals:
        """The captured bytes of its documents, kept beside the log."""

    def append(  # noqa: PLR0913 - what is read, and how it is entered
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
        """Take in one read document, whole or not at all; twice adds nothing.

        A reader's newer reading of a document supersedes the claims that only its older
        readings have; they stay known for the time before.

        Args:
            document: The document.
            claims: All that the reader found in it.
            gaps: All that it left out.
            known: When this ledger learns of it; never counts as earlier than what
                the ledger already knows.
            author: Who takes it in.
            reader: Name and version of the reader, needed where it found nothing.
            theatre: What it knew beforehand, as ``reference/choice.text_of`` has it.
            readmit: Take it in even where it was erased.

        Raises:
            ZonelessTimeError: ``known`` has no zone.
            ErasedDocumentError: It was erased from this ledger.
        """

    def note(self, gaps: Sequence[Gap], *, known: dt.datetime, author: str) -> int:
        """Record what never became a document; return how many were new."""

    def judge(
        self,
        judgement: Judgement,
        *,
        known: dt.datetime,
        author: str,
        role: AuthorRole = AuthorRole.CODER,
    ) -> JudgementEntry:
        """Record a judgement; one like the author's last on this changes nothing.

        Raises:
            UnknownClaimError: A review of a claim that is not in the ledger.
        """

    def weigh_erasure(self, document: str) -> Erasure:
        """Return what erasing a document would take away; changes nothing.

        Raises:
            UnknownNameError: There is no such document, and never was.
        """

    def erase(
        self, document: str, *, reason: str, known: dt.datetime, author: str
    ) -> Erasure:
        """Erase a document: every word of it in the log, and its original.

        Tombstones stay in the log, which hashes to what it did. Answers about days gone
        by no longer show the document: this is the one change of the past there is.
        Erasing again finishes what was stopped halfway.

        Args:
            document: Key of the document.
            reason: Why; it stays in the log, and should not repeat what was erased.
            known: When.
            author: By whom.

        Raises:
            UnknownNameError: There is no such document, and never was.
            CustodyError: Something cannot be written; erase again when it can.
        """

    def take_in(self, entries: Iterable[Entry]) -> int:
        """Take over entries of another ledger in their order; return how many were new.

        An empty ledger becomes an exact copy. Otherwise nothing comes in of a document
        erased here, and ``known`` is never earlier than
        what this ledger already knows, so that no answer about the past changes.
        """

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the log from the entry after number ``after``."""

    def lines(self, after: int = 0) -> Iterator[str]:
        """Yield the log as the very texts that are hashed, one per entry."""

    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen from a standpoint.

        Raises:
            UnknownNameError: ``according_to`` names no source of this ledger.
        """

    def head(self) -> Head:
        """Return how long the log is and what it hashes to."""

    def rebuild(self) -> None:
        """Make everything derived from the log anew; answers stay the same."""

    def close(self) -> None:
        """Let go of files and connections."""
