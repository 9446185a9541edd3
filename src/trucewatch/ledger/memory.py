"""A ledger in memory: the smallest true store; for tests and for looking at folders."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TypeVar

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.documents.store import MemoryOriginals
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    ErasureEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
    Tombstone,
    reader_name,
)
from trucewatch.ledger.finding import answers, hits
from trucewatch.ledger.holdings import ClaimInHand, HeldClaim, Hit, Holdings, Voices
from trucewatch.ledger.judgements import AuthorRole, Judgement
from trucewatch.ledger.ledger import Head
from trucewatch.ledger.log import Desk, LogLedger, identity, same_seat
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import canonical, entry_record, leaf_of
from trucewatch.ledger.shelves import Shelves, Spell
from trucewatch.ledger.visibility import effects, is_outdated
from trucewatch.ledger.words import asked

_E = TypeVar("_E", DocumentEntry, ReadingEntry)


class MemoryLedger(LogLedger):
    """A ledger kept in lists and dictionaries.

    Attributes:
        originals: The captured bytes of its documents.
    """

    def __init__(self) -> None:
        self.originals = MemoryOriginals()
        self._shelves = Shelves()

    def head(self) -> Head:
        """Return how long the log is and what it hashes to."""
        frontier = Frontier().grown(leaf_of(line) for line in self.lines())
        times = self._shelves.times
        return Head(frontier.size, frontier.root, times[-1] if times else None)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the log from the entry after number ``after``."""
        yield from self._shelves.log[after:]

    def lines(self, after: int = 0) -> Iterator[str]:
        """Yield the log as the very texts that are hashed, one per entry."""
        return (canonical(entry_record(entry)) for entry in self.entries(after))

    def rebuild(self) -> None:
        """Throw away all that is derived from the log, and derive it again."""
        self._derive(self._shelves.log)

    def close(self) -> None:
        """Do nothing: memory is let go of by itself."""

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        size = len(self._shelves.log)
        desk = MemoryDesk(self._shelves)
        try:
            yield desk
            if desk.buried:
                log = self._shelves.log
                self._derive([desk.buried.get(e.stamp.seq, e) for e in log])
        except BaseException:
            self._derive(self._shelves.log[:size])
            raise

    def _derive(self, log: Iterable[Entry]) -> None:
        """Derive everything again from a log."""
        shelves = Shelves()
        desk = MemoryDesk(shelves)
        for entry in log:
            desk.write(entry)
        self._shelves = shelves

    def _sweep(self) -> None:
        """Do nothing: what was derived anew is all there is."""

    def _holdings(self) -> Holdings:
        return MemoryHoldings(self._shelves)


class MemoryDesk:
    """Where entries are written to a ledger in memory; see ``Desk``."""

    def __init__(self, shelves: Shelves) -> None:
        self._shelves = shelves
        self.buried: dict[int, Tombstone] = {}

    def bury(self, stones: Sequence[Tombstone]) -> None:
        """Put tombstones in the place of entries once the desk is left."""
        self.buried.update((stone.stamp.seq, stone) for stone in stones)

    def end(self) -> tuple[int, dt.datetime | None]:
        """Return number and time of the last entry."""
        times = self._shelves.times
        return len(times), times[-1] if times else None

    def holds(self, identity: str) -> bool:
        """Say whether an entry of that identity was written."""
        return identity in self._shelves.identities

    def last_judgement(
        self, judgement: Judgement, author: str, role: AuthorRole
    ) -> JudgementEntry | None:
        """Return the author's last judgement on the same target, type and facet."""
        for entry in reversed(self._shelves.judgements):
            if (entry.stamp.author, entry.role) == (author, role) and same_seat(
                entry.judgement, judgement
            ):
                return entry
        return None

    def write(self, entry: Entry) -> int:
        """Write one entry and its effects; return how many sightings it ended."""
        shelves = self._shelves
        changes = effects(entry, self)
        shelves.log.append(entry)
        shelves.times.append(entry.stamp.known)
        shelves.identities.add(identity(entry))
        self._keep(entry)
        seq = entry.stamp.seq
        for reader, key in changes.ended:
            shelves.spells[key][reader][-1].until = seq
            shelves.live[shelves.held[key][1].document][reader].discard(key)
        for reader, key in changes.begun:
            shelves.spells[key][reader].append(Spell(seq))
            shelves.live[shelves.held[key][1].document][reader].add(key)
        return len(changes.ended)

    def _keep(self, entry: Entry) -> None:
        match entry:
            case DocumentEntry():
                self._keep_document(entry)
            case ClaimEntry(claim=claim):
                held = ClaimInHand(claim, entry.stamp.known)
                self._shelves.held[claim.key] = (entry.stamp.seq, held)
            case ReadingEntry():
                self._keep_reading(entry)
            case GapEntry():
                self._shelves.stray.append(entry)
            case JudgementEntry():
                self._shelves.judgements.append(entry)
            case Tombstone(document=document):
                self._shelves.erased.add(document)
            case ErasureEntry():
                pass  # the log alone holds it

    def _keep_document(self, entry: DocumentEntry) -> None:
        document = entry.document
        if document.key in self._shelves.documents:  # maybe of another day
            self._shelves.marks.clear()
        self._shelves.documents[document.key].append(entry)
        self._shelves.versions.add(document, entry.version_of)

    def _keep_reading(self, entry: ReadingEntry) -> None:
        place = (entry.document, reader_name(entry.reader))
        if is_outdated(entry, self.reading(*place)):
            self._shelves.outdated[place].append(entry)
        else:
            self._shelves.readings[place].append(entry)

    # --- Index ----------------------------------------------------------------------

    def document(self, key: str) -> Document | None:
        """Return the document as last recorded, or None."""
        entries = self._shelves.documents.get(key)
        return entries[-1].document if entries else None

    def recorded(self, document: Document) -> bool:
        """Say whether exactly this record of a document was ever entered."""
        entries = self._shelves.documents.get(document.key, ())
        return any(entry.document == document for entry in entries)

    def earlier_version(self, document: Document) -> str | None:
        """Return the key of the document that ``document`` is a newer version of."""
        return self._shelves.versions.earlier(document)

    def version_of(self, key: str) -> str | None:
        """Return the key of the version before the document ``key``, or None."""
        return self._shelves.versions.before.get(key)

    def next_version(self, key: str) -> str | None:
        """Return the key of the version after the document ``key``, or None."""
        return self._shelves.versions.after.get(key)

    def claim(self, key: str) -> Claim | None:
        """Return a claim ever recorded, or None."""
        held = self._shelves.held.get(key)
        return held[1].claim if held else None

    def holding(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of ``keys`` that are of claims ever recorded."""
        return frozenset(key for key in keys if key in self._shelves.held)

    def reading(self, document: str, reader: str) -> ReadingEntry | None:
        """Return the standing reading of a reader (by name, without version)."""
        entries = self._shelves.readings.get((document, reader))
        return entries[-1] if entries else None

    def has_read(self, entry: ReadingEntry) -> bool:
        """Say whether such a reading with the same finding was ever recorded."""
        place = (entry.document, reader_name(entry.reader))
        shelves = self._shelves
        earlier = [*shelves.readings[place], *shelves.outdated[place]]
        return any(other.finding == entry.finding for other in earlier)

    def live(self, document: str) -> Mapping[str, frozenset[str]]:
        """Return the keys of the claims now seen, by reader's name."""
        readers = self._shelves.live.get(document, {})
        return {reader: frozenset(keys) for reader, keys in readers.items()}


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

    def prepare(self, markings: Sequence[Marking]) -> None:
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

    def stray_gaps(self, cut: int) -> Sequence[GapEntry]:
        """Return the gaps of what never became a document."""
        return [e for e in self._shelves.stray if e.stamp.seq <= cut]

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
