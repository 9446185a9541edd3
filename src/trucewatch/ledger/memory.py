"""A ledger in memory: the smallest true store; for tests and for looking at folders."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

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
from trucewatch.ledger.holdings import (
    ClaimInHand,
    Holdings,
)
from trucewatch.ledger.judgements import AuthorRole, Judgement
from trucewatch.ledger.ledger import Head
from trucewatch.ledger.log import Desk, LogLedger, identity, same_seat
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import canonical, entry_record, leaf_of
from trucewatch.ledger.remembered import MemoryHoldings
from trucewatch.ledger.shelves import Shelves, Spell
from trucewatch.ledger.visibility import effects, is_outdated


class MemoryLedger(LogLedger):
    """A ledger kept in lists and dictionaries.

    Attributes:
        originals: The captured bytes of its documents.
    """

    def __init__(self) -> None:
        self.originals = MemoryOriginals()
        super().__init__()
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
        self._views.clear()
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
