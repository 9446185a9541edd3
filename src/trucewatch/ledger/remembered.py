"""What a ledger in memory lays before a view."""

import datetime as dt
import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.entry import (
    DocumentEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
)
from trucewatch.ledger.finding import answers, hits
from trucewatch.ledger.holdings import (
    HeldClaim,
    Hit,
    Tally,
    Voices,
    WorkedOut,
    tallied,
)
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.shelves import Shelves
from trucewatch.ledger.words import asked
from trucewatch.values.progress import Told

_E = TypeVar("_E", DocumentEntry, ReadingEntry)


class MemoryHoldings:
    """What a ledger in memory lays before a view; see ``Holdings``."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves

    def cut(self, known_on: dt.datetime | None) -> int:
        """Return the number of the last entry known at ``known_on``."""
        times = self._shelves.times
        return len(times) if known_on is None else bisect_right(times, known_on)

    def held(
        self, cut: int, kinds: Collection[str] | None, document: str | None
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut``, in ``order``, each once."""
        rows = [
            held
            for key, (seq, held) in self._shelves.held.items()
            if seq <= cut
            and (kinds is None or held.kind in kinds)
            and (document is None or held.document == document)
            and self.is_seen(cut, key)
        ]
        return sorted(rows, key=lambda row: row.order)

    def held_claim(self, cut: int, key: str) -> HeldClaim | None:
        """Return a claim recorded by ``cut``, whether still seen or superseded."""
        seq, held = self._shelves.held.get(key, (0, None))
        return held if seq <= cut else None

    def is_seen(self, cut: int, key: str) -> bool:
        """Say whether a claim is seen at ``cut``."""
        spells = self._shelves.spells.get(key, {})
        return any(
            spell.covers(cut) for of_reader in spells.values() for spell in of_reader
        )

    def kinds(self, cut: int) -> frozenset[str]:
        """Return the claim types recorded by ``cut``."""
        return frozenset(held.kind for held in self._recorded(cut))

    def chains(self, cut: int) -> Collection[Voices]:
        """Return the distinct chains of the claims recorded by ``cut``."""
        return {held.voices for held in self._recorded(cut)}

    def documents(self, cut: int) -> Sequence[DocumentEntry]:
        """Return each document as known at ``cut``, sorted by key."""
        entries = (
            self._last(cut, entries)
            for _, entries in sorted(self._shelves.documents.items())
        )
        return [entry for entry in entries if entry is not None]

    def document(self, cut: int, key: str) -> Document | None:
        """Return one document as known at ``cut``, or None."""
        entry = self._last(cut, self._shelves.documents.get(key, []))
        return entry.document if entry else None

    def published(self, cut: int) -> Mapping[str, str | None]:
        """Return the day each document was published, by its key."""
        documents = [entry.document for entry in self.documents(cut)]
        return {d.key: str(d.published) if d.published else None for d in documents}

    def judgements(self, cut: int) -> Sequence[JudgementEntry]:
        """Return the judgements recorded by ``cut``, in the order they were made."""
        return [e for e in self._shelves.judgements if e.stamp.seq <= cut]

    def load(self, rows: Sequence[HeldClaim]) -> list[Claim]:
        """Return the claims behind rows."""
        return [row.claim for row in rows]

    def prepare(self, markings: Sequence[Marking], told: Told) -> None:
        """Do nothing: what claims are at hand are marked when that is asked for."""

    def marks(self, cut: int, marking: Marking) -> Mapping[str, Words]:
        """Return what a marking puts on claims recorded by ``cut``, and maybe more."""
        del cut
        key = (marking.name, marking.edition)
        known = self._shelves.marks.setdefault(key, {})
        for claim_key, (_, held) in self._shelves.held.items():
            if claim_key not in known:
                known[claim_key] = self._words(marking, held.claim)
        return known

    def _words(self, marking: Marking, claim: Claim) -> Words:
        """The marks of a claim, by whatever day its document was ever given."""
        entries = self._shelves.documents[claim.document]
        days = [str(day) if (day := e.document.published) else None for e in entries]
        return marking.marks_on(claim, dict.fromkeys(days))

    def marked(
        self, cut: int, marking: Marking, words: Collection[str]
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that bear one of these marks, in order."""
        wanted, known = frozenset(words), self.marks(cut, marking)
        rows = self.held(cut, None, None)
        return [row for row in rows if not wanted.isdisjoint(known.get(row.key, ()))]

    def readings(self, cut: int, document: str | None) -> Sequence[ReadingEntry]:
        """Return the standing readings at ``cut``, of one document or of all."""
        standing = (
            self._last(cut, entries)
            for place, entries in sorted(self._shelves.readings.items())
            if document is None or place[0] == document
        )
        return [entry for entry in standing if entry is not None]

    def keep(self, worked_out: WorkedOut) -> None:
        """Keep a result in the place of an earlier one of its name."""
        self._shelves.kept[worked_out.name] = worked_out

    def kept(self, name: str, edition: str) -> WorkedOut | None:
        """Return the result of a name, if one of this edition is kept."""
        found = self._shelves.kept.get(name)
        return found if found is not None and found.edition == edition else None

    def stray_gaps(self, cut: int) -> Sequence[GapEntry]:
        """Return the gaps of what never became a document."""
        return [e for e in self._shelves.stray if e.stamp.seq <= cut]

    def tally(self, cut: int) -> Tally:
        """Return how many claims are seen at ``cut``."""
        return tallied(self.held(cut, None, None))

    def keyed(self, cut: int, keys: Collection[str]) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that have one of these keys, in order."""
        found = {
            key: self.held_claim(cut, key) for key in keys if self.is_seen(cut, key)
        }
        return sorted((r for r in found.values() if r), key=lambda row: row.order)

    def losses(self, cut: int) -> Counter[str]:
        """Return how many gaps of each kind there are."""
        gaps = [gap for reading in self.readings(cut, None) for gap in reading.gaps]
        gaps += [entry.gap for entry in self.stray_gaps(cut)]
        return Counter(gap.kind.value for gap in gaps)

    def announced(self, cut: int, day: str) -> Sequence[HeldClaim]:
        """Return the claims seen that look ahead to a day from this one on."""
        rows = self.held(cut, None, None)
        coming = [row for row in rows if row.ahead and (row.starts or "") >= day]
        return sorted(coming, key=lambda row: (row.starts or "", row.order))

    def latest(self, cut: int, count: int) -> Sequence[HeldClaim]:
        """Return so many of the claims seen, the latest they are about first."""
        rows = self.held(cut, None, None)
        return heapq.nlargest(count, rows, key=lambda r: (r.starts or "", r.order))

    def recent(self, cut: int, after: int) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` recorded after an entry, in ``order``."""
        new = {key for key, (seq, _) in self._shelves.held.items() if seq > after}
        return [row for row in self.held(cut, None, None) if row.key in new]

    def versions(self, cut: int) -> Mapping[str, str]:
        """Return the version before each document known that has one, by its key."""
        entries = self.documents(cut)
        return {e.document.key: e.version_of for e in entries if e.version_of}

    def erased(self) -> frozenset[str]:
        """Return the keys of documents erased and not taken in again."""
        return frozenset(self._shelves.erased - self._shelves.documents.keys())

    def find(self, cut: int, query: str) -> Iterator[Hit]:
        """Yield the documents and claims that have all words of ``query``."""
        words = asked(query)
        log = reversed(self._shelves.log[:cut])
        yield from hits((entry for entry in log if answers(entry, words)), words)

    def _recorded(self, cut: int) -> Iterator[HeldClaim]:
        return (held for seq, held in self._shelves.held.values() if seq <= cut)

    @staticmethod
    def _last(cut: int, entries: Sequence[_E]) -> _E | None:
        """The last of ``entries`` that counts at ``cut``."""
        before = [entry for entry in entries if entry.stamp.seq <= cut]
        return before[-1] if before else None
