"""The cabinet: what a ledger in a database lays before a view.

It is shared by all views of one ledger and safe to use from several threads.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from threading import RLock
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    delete,
    func,
    insert,
    select,
)
from sqlalchemy.exc import OperationalError

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.entry import (
    DocumentEntry,
    Entry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
)
from trucewatch.ledger.erasing import erased_identity
from trucewatch.ledger.finding import hits
from trucewatch.ledger.holdings import HeldClaim, Hit, Tally, Voices, WorkedOut
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.records import read_entry, to_time
from trucewatch.ledger.sql import search
from trucewatch.ledger.sql.drawers import PARSED_CLAIMS, Drawers, Filed
from trucewatch.ledger.sql.engine import writing
from trucewatch.ledger.sql.index import portions
from trucewatch.ledger.sql.marker import Marker
from trucewatch.ledger.sql.shelf import Shelf
from trucewatch.ledger.sql.tables import claims, judgements, kept, log, readings
from trucewatch.ledger.sql.tallying import latest, losses, tally
from trucewatch.ledger.words import asked
from trucewatch.values.progress import Told, quietly

FOUND_AT_ONCE = 100  # entries that full-text search reads in one go


class Cabinet:
    """Documents, claims and judgements as views ask for them; see ``Holdings``."""

    def __init__(self, engine: Engine, *, parsed_claims: int = PARSED_CLAIMS) -> None:
        self._engine = engine
        self._limit = parsed_claims
        self._lock = RLock()
        self.forget()

    def forget(self) -> None:
        """Let go of everything kept in memory."""
        with self._lock:
            self._head = 0
            self._drawers = Drawers(lambda row: self.load([row])[0], self._limit)
            self._shelf = Shelf()
            self._marker = Marker(self._engine)
            self._judgements: list[JudgementEntry] = []

    def cut(self, known_on: dt.datetime | None) -> int:
        """Return the number of the last entry known at ``known_on``."""
        with self._lock, self._engine.connect() as connection:
            self._catch_up(connection)
            if known_on is None:
                return self._head
            query = select(log.c.seq).where(log.c.known <= to_time(known_on))
            last = query.order_by(log.c.known.desc(), log.c.seq.desc()).limit(1)
            return connection.execute(last).scalar() or 0

    def _catch_up(self, connection: Connection) -> None:
        """Bring all that is kept to the end of the log.

        Every view begins with it, and what comes later cannot change what the view
        shows, so that nothing else needs to ask how long the log has become.
        """
        head = connection.execute(select(func.max(log.c.seq))).scalar() or 0
        if head == self._head:
            return
        if self._head and self._is_erased_since(connection):
            self.forget()  # what is kept may hold words that are no longer there
        self._drawers.catch_up(connection, self._head)
        self._shelf.catch_up(connection, self._head)
        query = _bodies(judgements).where(log.c.seq > self._head)
        new = _entries(connection, query.order_by(log.c.seq))
        self._judgements += [e for e in new if isinstance(e, JudgementEntry)]
        self._head = head

    def _is_erased_since(self, connection: Connection) -> bool:
        query = (
            select(log.c.seq)
            .where(log.c.entry == "erasure", log.c.seq > self._head)
            .limit(1)
        )
        return connection.execute(query).first() is not None

    # --- claims ---------------------------------------------------------------------

    def held(
        self, cut: int, kinds: Collection[str] | None, document: str | None
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut``, in ``order``, each once."""
        with self._lock:
            if document is None:
                wanted = sorted(self._drawers.kinds if kinds is None else kinds)
                if not self._drawers.are_open(wanted):
                    with self._engine.connect() as connection:
                        self._catch_up(connection)
                        self._drawers.open(connection, wanted, self._head)
                return self._drawers.rows(wanted, cut)
            with self._engine.connect() as connection:
                self._catch_up(connection)
                rows = self._drawers.of_document(connection, document)
            seen = (row for row in rows if row.covers(cut))
            return [row for row in seen if kinds is None or row.kind in kinds]

    def held_claim(self, cut: int, key: str) -> HeldClaim | None:
        """Return a claim recorded by ``cut``, whether still seen or superseded."""
        with self._lock:
            row = self._one(key)
            return row if row is not None and row.seq <= cut else None

    def is_seen(self, cut: int, key: str) -> bool:
        """Say whether a claim is seen at ``cut``."""
        with self._lock:
            row = self._one(key)
            return row is not None and row.covers(cut)

    def _one(self, key: str) -> Filed | None:
        row = self._drawers.filed(key)
        if row is None:
            with self._engine.connect() as connection:
                self._catch_up(connection)
                row = self._drawers.find(connection, key)
        return row

    def load(self, rows: Sequence[HeldClaim]) -> list[Claim]:
        """Return the claims behind rows, read in one go."""
        with self._lock, self._engine.connect() as connection:
            return self._drawers.load(connection, rows)

    def prepare(self, markings: Sequence[Marking], told: Told = quietly) -> None:
        """Put marks on the claims that have none yet, while others go on looking."""
        with self._lock:
            marker, head = self._marker, self._head
        marker.prepare(markings, head, told)

    def marks(self, cut: int, marking: Marking) -> Mapping[str, Words]:
        """Return what a marking puts on claims recorded by ``cut``, and maybe more."""
        with self._lock:
            marker, head = self._marker, self._head
        # Reading marks back takes a while, in which others go on looking.
        return marker.words(marking, max(cut, head))

    def marked(
        self, cut: int, marking: Marking, words: Collection[str]
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that bear one of these marks, in order."""
        with self._lock:
            marker, head = self._marker, self._head
        numbers = marker.numbers(marking, max(cut, head), words)
        with self._lock, self._engine.connect() as connection:
            self._catch_up(connection)
            rows = self._drawers.numbered(connection, numbers)
            return [row for row in rows if row.covers(cut)]

    def kinds(self, cut: int) -> frozenset[str]:
        """Return the claim types recorded by ``cut``."""
        with self._lock:
            kinds = self._drawers.kinds.items()
            return frozenset(kind for kind, first in kinds if first <= cut)

    def chains(self, cut: int) -> Collection[Voices]:
        """Return the distinct chains of the claims recorded by ``cut``."""
        with self._lock:
            chains = self._drawers.chains.values()
            return [voices for since, voices in chains if since <= cut]

    def tally(self, cut: int) -> Tally:
        """Return how many claims are seen at ``cut``."""
        with self._lock, self._engine.connect() as connection:
            self._catch_up(connection)
            chains = self._drawers.chains.copy()
        # Counting takes the database a while, in which others go on looking.
        with self._engine.connect() as connection:
            return tally(connection, chains, cut)

    def keyed(self, cut: int, keys: Collection[str]) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that have one of these keys, in order."""
        found: list[Filed] = []
        for some in portions(keys):
            found += self._like(cut, claims.c.key.in_(some))
        return sorted(found, key=lambda row: row.order)

    def losses(self, cut: int) -> Counter[str]:
        """Return how many gaps of each kind there are."""
        with self._engine.connect() as connection:
            return losses(connection, cut)

    def announced(self, cut: int, day: str) -> Sequence[HeldClaim]:
        """Return the claims seen that look ahead to a day from this one on."""
        rows = self._like(cut, claims.c.ahead & (claims.c.starts >= day))
        return sorted(rows, key=lambda row: (row.starts or "", row.order))

    def latest(self, cut: int, count: int) -> Sequence[HeldClaim]:
        """Return so many of the claims seen, the latest they are about first."""
        with self._engine.connect() as connection:
            numbers = list(connection.execute(latest(cut, count)).scalars())
        rows = [row for some in portions(numbers) for row in self._numbered(cut, some)]
        return sorted(rows, key=lambda r: (r.starts or "", r.order), reverse=True)

    def _numbered(self, cut: int, numbers: Collection[int]) -> list[Filed]:
        return self._like(cut, claims.c.seq.in_(numbers))

    def recent(self, cut: int, after: int) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` recorded after an entry, in ``order``."""
        return self._like(cut, claims.c.seq > after)

    def _like(self, cut: int, condition: ColumnElement[bool]) -> list[Filed]:
        with self._lock, self._engine.connect() as connection:
            self._catch_up(connection)
            rows = self._drawers.like(connection, condition)
        return [row for row in rows if row.covers(cut)]

    # --- documents, judgements, gaps ------------------------------------------------

    def documents(self, cut: int) -> Sequence[DocumentEntry]:
        """Return each document as known at ``cut``, sorted by key."""
        with self._lock, self._engine.connect() as connection:
            return self._shelf.documents(connection, cut)

    def document(self, cut: int, key: str) -> Document | None:
        """Return one document as known at ``cut``, or None."""
        with self._lock, self._engine.connect() as connection:
            entry = self._shelf.document(connection, cut, key)
        return entry.document if entry else None

    def published(self, cut: int) -> Mapping[str, str | None]:
        """Return the day each document was published, by its key."""
        with self._lock:
            return self._shelf.published(cut)

    def versions(self, cut: int) -> Mapping[str, str]:
        """Return the version before each document known that has one, by its key."""
        with self._lock:
            return self._shelf.versions(cut)

    def judgements(self, cut: int) -> Sequence[JudgementEntry]:
        """Return the judgements recorded by ``cut``, in the order they were made."""
        with self._lock:
            return [e for e in self._judgements if e.stamp.seq <= cut]

    def readings(self, cut: int, document: str | None) -> Sequence[ReadingEntry]:
        """Return the standing readings at ``cut``, of one document or of all."""
        place = [readings.c.document, readings.c.reader]
        last = _last_of(readings, place, cut).where(readings.c.stands)
        if document is not None:  # inside, or the last ones of all are looked for
            last = last.where(readings.c.document == document)
        query = _bodies(readings).where(readings.c.seq.in_(last))
        query = query.order_by(readings.c.document, readings.c.reader)
        return [e for e in self._read(query) if isinstance(e, ReadingEntry)]

    def erased(self) -> frozenset[str]:
        """Return the keys of documents erased and not taken in again."""
        prefix = erased_identity("d_")
        query = select(log.c.identity).where(log.c.entry == "erased").distinct()
        with self._lock, self._engine.connect() as connection:
            self._catch_up(connection)
            keys = [
                identity.removeprefix(erased_identity(""))
                for identity in connection.execute(query).scalars()
                if identity.startswith(prefix)
            ]
            here = self._shelf.published(self._head)
        return frozenset(key for key in keys if key not in here)

    def keep(self, worked_out: WorkedOut) -> None:
        """Keep a result, unless the database is busy or only to be read."""
        try:
            with writing(self._engine).begin() as connection:
                gone = delete(kept).where(kept.c.name == worked_out.name)
                connection.execute(gone)
                connection.execute(insert(kept), worked_out._asdict())
        except OperationalError:
            return

    def kept(self, name: str, edition: str) -> WorkedOut | None:
        """Return the result of a name, if one of this edition is kept."""
        query = select(kept).where(kept.c.name == name, kept.c.edition == edition)
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else WorkedOut(*row)

    def stray_gaps(self, cut: int) -> Sequence[GapEntry]:
        """Return the gaps of what never became a document."""
        query = (
            select(log.c.body)
            .where(log.c.entry == "gap")
            .where(log.c.seq <= cut)
            .order_by(log.c.seq)
        )
        return [e for e in self._read(query) if isinstance(e, GapEntry)]

    def find(self, cut: int, query: str) -> Iterator[Hit]:
        """Yield the documents and claims that have all words of ``query``."""
        words = asked(query)
        while True:
            with self._engine.connect() as connection:
                numbers = search.find(connection, words, cut, FOUND_AT_ONCE)
                found = select(log.c.body).where(log.c.seq.in_(numbers))
                entries = _entries(connection, found.order_by(log.c.seq.desc()))
            yield from hits(entries, words)
            if len(numbers) < FOUND_AT_ONCE:
                return
            cut = numbers[-1] - 1

    def _read(self, query: Select[Any]) -> list[Entry]:
        with self._engine.connect() as connection:
            return _entries(connection, query)


def _bodies(table: Any) -> Select[Any]:  # noqa: ANN401 - a derived table
    return select(log.c.body).join(table, table.c.seq == log.c.seq)


def _last_of(table: Any, columns: list[Any], cut: int) -> Select[Any]:  # noqa: ANN401
    return select(func.max(table.c.seq)).where(table.c.seq <= cut).group_by(*columns)


def _entries(connection: Connection, query: Select[Any]) -> list[Entry]:
    bodies = connection.execute(query).scalars()
    return [read_entry(json.loads(body)) for body in bodies]
