"""The view: a ledger looked at from a standpoint. Registers get this and nothing else.

A view is fixed when it is made: entries that come later do not change it. It shows the
claims that the standpoint lets through, with accepted corrections applied, rejected and
retracted ones left out, and accepted names filled in.
"""

import datetime as dt
from collections import ChainMap
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.errors import UnknownClaimError
from trucewatch.ledger.counting import Counting
from trucewatch.ledger.entry import DocumentEntry
from trucewatch.ledger.glance import Glance
from trucewatch.ledger.holdings import (
    ClaimInHand,
    HeldClaim,
    Hit,
    Holdings,
    Voices,
    WorkedOut,
)
from trucewatch.ledger.judgements import (
    Grade,
)
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.naming import UNNAMED, Naming
from trucewatch.ledger.sieve import Sieve
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.voices import chosen, known_names
from trucewatch.values.gaps import Gap
from trucewatch.values.progress import Told, quietly

HITS_AT_ONCE = 100  # of full-text search, that are looked at in one go


class LedgerView(Glance):
    """What is seen of a ledger from one standpoint; reads only.

    Attributes:
        standpoint: From where one looks.
        cut: Number of the last log entry that counts; with the standpoint it tells
            whether anything can have changed.
    """

    def __init__(
        self, holdings: Holdings, standpoint: Standpoint, cut: int | None = None
    ) -> None:
        """Take the standpoint.

        Args:
            holdings: What the ledger lays before the view.
            standpoint: From where one looks.
            cut: Number of the last entry that counts, where later ones are known.

        Raises:
            UnknownNameError: ``according_to`` names no source of the ledger.
        """
        self.standpoint = standpoint
        known = holdings.cut(standpoint.known_on)
        self.cut = known if cut is None else min(cut, known)
        self._holdings = holdings
        self._counting = Counting(holdings.judgements(self.cut))
        self._naming = Naming(self._counting.aliases())
        self._corrected = {
            key: held
            for key, claim in self._counting.corrections().items()
            if (held := self._correct(key, claim)) is not None
        }
        self._sieve = Sieve(
            standpoint, self._counting, self._choose_voices(), lambda: self.published
        )

    def _choose_voices(self) -> frozenset[Voices] | None:
        if self.standpoint.according_to is None:
            return None
        chains = set(self._holdings.chains(self.cut))
        chains |= {held.voices for held in self._corrected.values()}
        return chosen(self.standpoint, chains, self._counting.aliases())

    def _correct(self, key: str, claim: Claim) -> HeldClaim | None:
        """The corrected claim under the key of the original, if that is held."""
        original = self._holdings.held_claim(self.cut, key)
        if original is None:
            return None
        return ClaimInHand(rekeyed(claim, key), original.known)

    # --- claims ---------------------------------------------------------------------

    def rows(
        self,
        kind: str | None = None,
        *,
        kinds: Collection[str] | None = None,
        document: str | None = None,
        speaker: str | None = None,
    ) -> list[HeldClaim]:
        """Return what ``claims`` returns, with each claim still unread.

        Names accepted by judgements are not filled in here; ``reading`` does it.
        """
        if kind is None and kinds is None and document is None and speaker is None:
            return self._all.copy()
        wanted = self._wanted(kind, kinds)
        rows = self._candidates(wanted, document)
        if speaker is not None:
            rows = [row for row in rows if row.speaker == speaker]
        return self._sieve.let_through(rows)

    @cached_property
    def _all(self) -> list[HeldClaim]:
        return self._sieve.let_through(self._candidates(None, None))

    def claims(
        self,
        kind: str | None = None,
        *,
        kinds: Collection[str] | None = None,
        document: str | None = None,
        speaker: str | None = None,
    ) -> tuple[Claim, ...]:
        """Return the claims seen, ordered by document, span and key.

        Args:
            kind: A claim type (``PTY.accession``) or family (``PTY``), or None for all.
            kinds: Several of them, or None.
            document: Key of the only document wanted, or None.
            speaker: Identifier or words of who vouches last, or None.
        """
        rows = self.rows(kind, kinds=kinds, document=document, speaker=speaker)
        return self.readings(rows)

    def readings(self, rows: Sequence[HeldClaim]) -> tuple[Claim, ...]:
        """Return the claims of rows, with names accepted by judgements filled in.

        Of many rows this is far quicker than ``reading`` one by one.
        """
        return tuple(map(self._naming.apply, self._holdings.load(rows)))

    def reading(self, row: HeldClaim) -> Claim:
        """Return the claim of one row, with names accepted by judgements filled in."""
        return self._naming.apply(row.claim)

    def claim(self, key: str) -> Claim:
        """Return one claim as it reads now, seen from here or not.

        Raises:
            UnknownClaimError: No claim with that key was known.
        """
        held = self._corrected.get(key)
        return self._naming.apply(held.claim if held else self.original(key))

    def original(self, key: str) -> Claim:
        """Return one claim as its reader made it, before any correction.

        Raises:
            UnknownClaimError: No claim with that key was known.
        """
        return self._held(key).claim

    def known_since(self, key: str) -> dt.datetime:
        """Return when the ledger first learned of a claim.

        Raises:
            UnknownClaimError: No claim with that key was known.
        """
        return self._held(key).known

    def is_seen(self, key: str) -> bool:
        """Say whether a claim is among those seen from here."""
        held = self._corrected.get(key) or self._holdings.held_claim(self.cut, key)
        return (
            held is not None
            and self._holdings.is_seen(self.cut, key)
            and bool(self._sieve.let_through([held]))
        )

    def kinds(self) -> frozenset[str]:
        """Return the claim types the ledger held at the time asked for."""
        corrected = {held.kind for held in self._corrected.values()}
        return self._holdings.kinds(self.cut) | corrected

    def names(self) -> list[str]:
        """Return the identifiers and names of all who speak, sorted."""
        return known_names(self._holdings.chains(self.cut))

    def _held(self, key: str) -> HeldClaim:
        held = self._holdings.held_claim(self.cut, key)
        if held is None:
            raise UnknownClaimError(key)
        return held

    def _wanted(
        self, kind: str | None, kinds: Collection[str] | None
    ) -> frozenset[str] | None:
        """Exact claim types for what was asked; a family stands for all of its own."""
        if kind is None and kinds is None:
            return None
        asked = {*(kinds or ()), *((kind,) if kind else ())}
        return frozenset(
            known
            for known in self.kinds()
            if known in asked or known.partition(".")[0] in asked
        )

    def _candidates(
        self, kinds: frozenset[str] | None, document: str | None
    ) -> list[HeldClaim]:
        held = self._holdings.held(self.cut, kinds, document)
        if not self._corrected:
            return list(held)
        # A correction may have moved a claim into or out of the kinds asked for.
        rows = [row for row in held if row.key not in self._corrected]
        rows += [
            row
            for key, row in self._corrected.items()
            if (kinds is None or row.kind in kinds)
            and (document is None or row.document == document)
            and self._holdings.is_seen(self.cut, key)
        ]
        return sorted(rows, key=lambda row: row.order)

    def earlier(self, cut: int) -> "LedgerView":
        """Return the same view without the entries after number ``cut``."""
        return LedgerView(self._holdings, self.standpoint, cut)

    def keep(self, name: str, edition: str, body: str) -> None:
        """Keep a result worked out from this view, for going on from there."""
        self._holdings.keep(WorkedOut(name, edition, self.cut, body))

    def kept(self, name: str, edition: str) -> WorkedOut | None:
        """Return a result kept under a name, which may count more or fewer entries."""
        return self._holdings.kept(name, edition)

    # --- marks ----------------------------------------------------------------------

    def prepare(self, markings: Sequence[Marking], told: Told = quietly) -> None:
        """Work out marks beforehand, each claim read once for all.

        Args:
            markings: Which ones.
            told: Told how many entries are done.
        """
        self._holdings.prepare(markings, told)

    def marks(self, marking: Marking) -> Mapping[str, Words]:
        """Return what a marking puts on claims as they read from here, by key."""
        found = self._holdings.marks(self.cut, marking)
        if not self.reworded:
            return found
        return ChainMap(dict(self._marks_reworded(marking)), dict(found))

    def marked(self, marking: Marking, words: Collection[str]) -> list[HeldClaim]:
        """Return the claims seen from here that bear one of these marks, in order."""
        rows = [
            row
            for row in self._holdings.marked(self.cut, marking, words)
            if row.key not in self.reworded
        ]
        if self.reworded:
            wanted = frozenset(words)
            rows += [
                self.reworded[key]
                for key, mine in self._marks_reworded(marking)
                if not wanted.isdisjoint(mine) and self._holdings.is_seen(self.cut, key)
            ]
            rows.sort(key=lambda row: row.order)
        return self._sieve.let_through(rows)

    def _marks_reworded(self, marking: Marking) -> Iterator[tuple[str, Words]]:
        for key, row in self.reworded.items():
            published = self.published.get(row.document)
            yield key, marking.marks(self.reading(row), published)

    @cached_property
    def reworded(self) -> Mapping[str, HeldClaim]:
        """The claims that read otherwise from here than their reader made them."""
        names = self._naming.names
        named = self._holdings.marked(self.cut, UNNAMED, names) if names else ()
        return {row.key: row for row in named} | self._corrected

    # --- documents ------------------------------------------------------------------

    @cached_property
    def versions(self) -> Mapping[str, str]:
        """The version before each document that has one, by its key."""
        return self._holdings.versions(self.cut)

    def documents(self) -> tuple[Document, ...]:
        """Return the documents known, by publication day, file name and key."""
        return tuple(
            sorted(
                (entry.document for entry in self.document_entries()),
                key=lambda d: (str(d.published or ""), d.source_file or "", d.key),
            )
        )

    @cached_property
    def published(self) -> Mapping[str, str]:
        """The days of publication known, as precise as known, by document key.

        Far quicker than looking at the documents themselves.
        """
        days = self._holdings.published(self.cut)
        return {key: day for key, day in days.items() if day}

    @cached_property
    def document_keys(self) -> tuple[str, ...]:
        """Keys of the documents known, without looking at the documents."""
        return tuple(self._holdings.published(self.cut))

    @property
    def erased(self) -> frozenset[str]:
        """Keys of documents erased by now, whatever the standpoint."""
        return self._holdings.erased()

    def document_entries(self) -> tuple[DocumentEntry, ...]:
        """Return the documents with when they became known, by key."""
        return tuple(self._holdings.documents(self.cut))

    def document(self, key: str) -> Document | None:
        """Return one document as known at the time asked for, or None."""
        return self._holdings.document(self.cut, key)

    def theatres(self, document: str | None = None) -> dict[str, str]:
        """Return with what each document was read, by its key, where that was noted.

        Args:
            document: Key of the only document wanted, or None for all.
        """
        readings = self._holdings.readings(self.cut, document)
        return {one.document: one.theatre for one in readings if one.theatre}

    def gaps(self, document: str | None = None) -> tuple[Gap, ...]:
        """Return the loss account: what was seen and not turned into a claim."""
        gaps = [
            gap
            for reading in self._holdings.readings(self.cut, document)
            for gap in reading.gaps
        ]
        if document is None:
            gaps += [entry.gap for entry in self._holdings.stray_gaps(self.cut)]
        return tuple(gaps)

    # --- grades and search ---------------------------------------------------------

    def grade(self, key: str) -> Grade:
        """Return the grade of a claim: its own, its speaker's letter, or F6."""
        return self._grade(self._corrected.get(key) or self._held(key))

    def grade_of(self, row: HeldClaim) -> Grade:
        """Return the grade of a claim at hand, which is not read for it."""
        return self._grade(self._corrected.get(row.key) or row)

    def _grade(self, row: HeldClaim) -> Grade:
        return self._counting.grade(row.key, row.speaker, row.kind)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return what full-text search finds among what is seen from here.

        Args:
            query: Words; all of them must occur.
            limit: Most hits returned.
        """
        found: dict[str, Hit] = {}
        hits = self._holdings.find(self.cut, query)
        while len(found) < limit and (some := list(islice(hits, HITS_AT_ONCE))):
            seen = self._shown(some)
            for hit in some:
                if hit.key in seen and len(found) < limit:
                    found.setdefault(hit.key, hit)
        return tuple(found.values())

    def _shown(self, hits: Sequence[Hit]) -> frozenset[str]:
        """The keys of those hits that may be shown from here."""
        claims = [hit.key for hit in hits if hit.kind == "claim"]
        known = self._holdings.published(self.cut)
        seen = {hit.key for hit in hits if hit.kind != "claim"} & known.keys()
        return frozenset(seen | {row.key for row in self.rows_of(claims)})


def rekeyed(claim: Claim, key: str) -> Claim:
    """Return ``claim`` under another key: a correction keeps its original's key."""
    return replace(claim, key=key)
