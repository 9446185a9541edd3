"""Drawers: the claims views look at, kept in memory between questions.

A claim never changes once recorded, so the rows of a claim type are read from the
database once, kept in order, and only brought up to date with what was appended since.
A view from any standpoint is then a walk over them. The claims behind the rows are
parsed when asked for; above a limit those of types not asked for lately are let go.
"""

import datetime as dt
import gc
import json
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import from_record
from trucewatch.ledger.holdings import HeldClaim, Voice, Voices
from trucewatch.ledger.records import from_time
from trucewatch.ledger.sql.index import portions
from trucewatch.ledger.sql.tables import chains, claims, log, spells

PARSED_CLAIMS = 250_000  # two to three kB each, so half a gigabyte with all looked at
_IN_ORDER = attrgetter("order")

Condition = ColumnElement[bool]


class Filed(HeldClaim):
    """A held claim whose row was read, and the claim behind it perhaps not yet.

    Attributes:
        seq: Number of its entry in the log.
        spells: What it is seen for: by reader and first entry, the first entry that it
            is no longer seen from, or None.
        parsed: The claim, or None while nobody asked.
    """

    __slots__ = ("drawers", "parsed", "seq", "spells")

    def __init__(
        self, row: Row[Any], voices: Voices, known: dt.datetime, drawers: "Drawers"
    ) -> None:
        self.seq: int = row.seq
        self.order = (row.document, row.start, row.stop, row.key)
        self.kind = row.kind
        self.voices = voices
        self.starts = row.starts
        self.ahead = row.ahead
        self.known = known
        self.drawers = drawers
        self.spells: dict[tuple[str, int], int | None] = {}
        self.parsed: Claim | None = None

    @property
    def claim(self) -> Claim:
        """The claim itself, read from the log when first asked for."""
        return self.parsed or self.drawers.parse(self)

    def covers(self, cut: int) -> bool:
        """Say whether the claim is seen when ``cut`` is the last entry."""
        for (_, since), until in self.spells.items():
            if since <= cut and (until is None or until > cut):
                return True
        return False


class Drawers:
    """The rows of claims, one drawer per claim type, filled when first opened.

    Not safe to share between threads by itself; the cabinet takes care of that.

    Attributes:
        chains: The chains of speakers by number, with the entry that first had each.
        kinds: The claim types, with the entry that first had each.
    """

    def __init__(self, read_one: Callable[["Filed"], Claim], limit: int) -> None:
        """Make empty drawers.

        Args:
            read_one: Called for a claim that is asked for by itself; calls ``load``.
            limit: How many parsed claims are kept.
        """
        self._read_one = read_one
        self._limit = limit
        self._drawers: OrderedDict[str, list[Filed]] = OrderedDict()
        self._by_key: dict[str, Filed] = {}
        self._by_seq: dict[int, Filed] = {}
        self._parsed: dict[str, int] = {}
        self.chains: dict[int, tuple[int, Voices]] = {}
        self.kinds: dict[str, int] = {}

    # --- keeping up with the log ----------------------------------------------------

    def catch_up(self, connection: Connection, since: int) -> None:
        """Take in what was appended after entry ``since``."""
        for row in connection.execute(select(chains).where(chains.c.since > since)):
            voices = tuple(Voice(*voice) for voice in json.loads(row.voices))
            self.chains[row.id] = (row.since, voices)
        kinds = (
            select(claims.c.kind, func.min(claims.c.seq))
            .where(claims.c.seq > since)
            .group_by(claims.c.kind)
        )
        for kind, first in connection.execute(kinds):
            self.kinds.setdefault(kind, first)
        if self._drawers:
            new = claims.c.kind.in_(list(self._drawers)) & (claims.c.seq > since)
            self._file(self._read(connection, new))
            changed = or_(spells.c.since > since, spells.c.until > since)
            self._add_spells(connection, select(spells).where(changed))

    def are_open(self, kinds: Collection[str]) -> bool:
        """Say whether the drawers of all these claim types have been filled."""
        return all(kind in self._drawers for kind in kinds)

    def open(self, connection: Connection, kinds: Collection[str], head: int) -> None:
        """Fill the drawers of claim types nobody has asked for yet, up to ``head``."""
        missing = [kind for kind in kinds if kind not in self._drawers]
        if missing:
            self._drawers.update((kind, []) for kind in missing)
            wanted = claims.c.kind.in_(missing) & (claims.c.seq <= head)
            with _collector_paused():
                self._file(self._read(connection, wanted))
                self._add_spells(connection, _spells_of(wanted))

    def _file(self, rows: Iterable[Filed]) -> None:
        touched = set()
        for row in rows:
            self._drawers[row.kind].append(row)
            self._by_key[row.key] = row
            self._by_seq[row.seq] = row
            touched.add(row.kind)
        for kind in touched:
            self._drawers[kind].sort(key=_IN_ORDER)

    def _add_spells(self, connection: Connection, query: Select[Any]) -> None:
        for claim, reader, since, until in connection.execute(query):
            filed = self._by_seq.get(claim)
            if filed is not None:
                filed.spells[reader, since] = until

    def _read(self, connection: Connection, condition: Condition) -> list[Filed]:
        query = (
            select(claims, log.c.known)
            .join(log, log.c.seq == claims.c.seq)
            .where(condition)
        )
        times: dict[str, dt.datetime] = {}
        rows = []
        for row in connection.execute(query):
            if row.known not in times:
                times[row.known] = from_time(row.known)
            voices = self.chains[row.chain][1]
            rows.append(Filed(row, voices, times[row.known], self))
        return rows

    # --- looking --------------------------------------------------------------------

    def rows(self, kinds: Collection[str], cut: int) -> list[Filed]:
        """Return the rows of opened drawers that are seen at ``cut``, in order."""
        for kind in kinds:
            self._drawers.move_to_end(kind)
        rows = [row for kind in kinds for row in self._drawers[kind] if row.covers(cut)]
        if len(kinds) > 1:
            rows.sort(key=_IN_ORDER)
        return rows

    def of_document(self, connection: Connection, document: str) -> list[Filed]:
        """Return all rows of one document, in order, without opening drawers."""
        rows = self._straight(connection, claims.c.document == document)
        return sorted(rows, key=_IN_ORDER)

    def filed(self, key: str) -> Filed | None:
        """Return the row of one claim from an open drawer, or None."""
        return self._by_key.get(key)

    def find(self, connection: Connection, key: str) -> Filed | None:
        """Return the row of one claim, wherever it is, or None."""
        rows = self._straight(connection, claims.c.key == key)
        return rows[0] if rows else None

    def _straight(self, connection: Connection, condition: Condition) -> list[Filed]:
        """Rows from the database, but the drawer's own where one is open."""
        rows = self._read(connection, condition)
        by_seq = {row.seq: self._by_seq.get(row.seq, row) for row in rows}
        query = _spells_of(condition)
        for claim, reader, since, until in connection.execute(query):
            by_seq[claim].spells[reader, since] = until
        return list(by_seq.values())

    # --- the claims behind the rows -------------------------------------------------

    def parse(self, row: Filed) -> Claim:
        """Read the claim behind one row."""
        return self._read_one(row)

    def load(self, connection: Connection, rows: Sequence[HeldClaim]) -> list[Claim]:
        """Return the claims behind rows, read in one go where they are not yet."""
        unread = {
            row.seq: row
            for row in rows
            if isinstance(row, Filed) and row.parsed is None
        }
        with _collector_paused():
            for some in portions(unread):
                query = select(log.c.seq, log.c.body).where(log.c.seq.in_(some))
                for seq, body in connection.execute(query):
                    unread[seq].parsed = from_record(json.loads(body)["claim"])
        for row in unread.values():
            self._parsed[row.kind] = self._parsed.get(row.kind, 0) + 1
        claims = [row.claim for row in rows]
        self._let_go()
        return claims

    def _let_go(self) -> None:
        """Above the limit, forget the claims of types not asked for lately."""
        excess = sum(self._parsed.values()) - self._limit
        for kind, rows in list(self._drawers.items())[:-1]:
            if excess <= 0:
                return
            excess -= self._parsed.pop(kind, 0)
            for row in rows:
                row.parsed = None


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Make many lasting objects without the cycle collector walking them over and over.

    None of them is in a cycle; at two hundred thousand claims the walks cost more than
    the reading itself.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _spells_of(condition: Condition) -> Select[Any]:
    return select(spells).join(claims, claims.c.seq == spells.c.claim).where(condition)
