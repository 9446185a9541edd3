"""Drawers: the rows of claims views look at, kept in memory between questions.

A claim never changes once recorded, so the rows of a claim type are read from the
database once, kept in order, and only brought up to date with what was appended since.
A view from any standpoint is then a walk over them. The claims behind the rows are
parsed when asked for, and the latest asked for are kept.
"""

import json
from bisect import insort
from collections.abc import Callable, Collection, Iterator, Sequence
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import from_record
from trucewatch.ledger.holdings import HeldClaim, Voice, Voices
from trucewatch.ledger.records import from_time
from trucewatch.ledger.sql.index import portions
from trucewatch.ledger.sql.kept import Kept
from trucewatch.ledger.sql.tables import chains, claims, log, spells
from trucewatch.values.collecting import collector_paused

PARSED_CLAIMS = 6_000  # two to three kB each
FETCHED = 2_000  # rows of the database
FEW = 500  # new rows that are put in their places one by one
_IN_ORDER = attrgetter("order")

Condition = ColumnElement[bool]
Kinds = tuple[str, ...]
Spell = tuple[str, int, int | None]  # reader, first entry, first no longer seen from


class Filed(HeldClaim):
    """A held claim whose row was read, and the claim behind it perhaps not yet.

    Attributes:
        seq: Number of its entry in the log.
        spells: What it is seen for.
    """

    __slots__ = ("drawers", "seq", "spells")

    seq: int
    spells: tuple[Spell, ...]
    drawers: "Drawers"

    @property
    def claim(self) -> Claim:
        """The claim itself, read from the log when first asked for."""
        return self.drawers.parse(self)

    def covers(self, cut: int) -> bool:
        """Say whether the claim is seen when ``cut`` is the last entry."""
        for _, since, until in self.spells:
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
        self._parsed: Kept[str, Claim] = Kept(limit)
        self._open: set[str] = set()
        self._by_key: dict[str, Filed] = {}
        self._orders: dict[Kinds, list[Filed]] = {}
        self._texts: dict[str, str] = {}
        self._spells: dict[tuple[Spell, ...], tuple[Spell, ...]] = {}
        # While nothing was ever superseded or outdated from the start, all that was
        # begun by a cut is seen there.
        self._has_ended, self._last_begun, self._bare = False, 0, 0
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
        if self._open:
            new = claims.c.kind.in_(list(self._open)) & (claims.c.seq > since)
            self._file(self._read(connection, new))
            changed = or_(spells.c.since > since, spells.c.until > since)
            self._add_spells(connection, changed)

    def are_open(self, kinds: Collection[str]) -> bool:
        """Say whether the drawers of all these claim types have been filled."""
        return self._open.issuperset(kinds)

    def open(self, connection: Connection, kinds: Collection[str], head: int) -> None:
        """Fill the drawers of claim types nobody has asked for yet, up to ``head``."""
        missing = [kind for kind in kinds if kind not in self._open]
        if missing:
            self._open.update(missing)
            wanted = claims.c.seq <= head
            if set(missing) != set(self.kinds):
                wanted &= claims.c.kind.in_(missing)
            with collector_paused():
                rows = self._read(connection, wanted)
                self._file(rows)
                by_number = {row.seq: row for row in rows}
                of_these = None if set(missing) == set(self.kinds) else wanted
                for number, *spell in _spells_by_number(connection, of_these, head):
                    row = by_number.get(number)
                    if row is not None:
                        self._bare -= not row.spells
                        self._note(row, tuple(spell))

    def _file(self, rows: Sequence[Filed]) -> None:
        self._by_key.update((row.key, row) for row in rows)
        self._bare += len(rows)
        touched = {row.kind for row in rows}
        for kinds in list(self._orders):
            if touched.isdisjoint(kinds):
                continue
            if len(rows) > FEW:
                del self._orders[kinds]
                continue
            for row in rows:
                if row.kind in kinds:
                    insort(self._orders[kinds], row, key=_IN_ORDER)

    def _add_spells(self, connection: Connection, condition: Condition) -> None:
        for key, *spell in connection.execute(_spells_of(condition)):
            filed = self._by_key.get(key)
            if filed is not None:
                self._bare -= not filed.spells
                self._note(filed, tuple(spell))

    def _note(self, filed: Filed, spell: Spell) -> None:
        """Add a spell to a row's, or replace what was known of it."""
        mine: tuple[Spell, ...] = (spell,)
        if filed.spells:
            others = tuple(s for s in filed.spells if s[:2] != spell[:2])
            mine = (*others, spell)
        filed.spells = self._spells.setdefault(mine, mine)
        self._has_ended = self._has_ended or spell[2] is not None
        self._last_begun = max(self._last_begun, spell[1])

    def _read(self, connection: Connection, condition: Condition) -> list[Filed]:
        same, times = self._texts.setdefault, {}
        rows = []
        for values in _fetched(connection, select(*_COLUMNS).where(condition)):
            row = Filed()
            (
                row.seq,
                row.key,
                document,
                kind,
                chain,
                row.start,
                row.stop,
                day,
                starts,
                row.ahead,
                known,
            ) = values
            row.document, row.kind = same(document, document), same(kind, kind)
            row.voices = self.chains[chain][1]
            row.day = day and same(day, day)
            row.starts = starts and same(starts, starts)
            if known not in times:
                times[known] = from_time(known)
            row.known = times[known]
            row.drawers, row.spells = self, ()
            rows.append(row)
        return rows

    # --- looking --------------------------------------------------------------------

    def rows(self, kinds: Collection[str], cut: int) -> list[Filed]:
        """Return the rows of opened drawers that are seen at ``cut``, in order."""
        rows = self._in_order(tuple(kinds))
        if not self._has_ended and not self._bare and self._last_begun <= cut:
            return rows.copy()
        return [row for row in rows if row.covers(cut)]

    def _in_order(self, kinds: Kinds) -> list[Filed]:
        if kinds not in self._orders:
            wanted = frozenset(kinds)
            rows = [row for row in self._by_key.values() if row.kind in wanted]
            rows.sort(key=_IN_ORDER)
            self._orders[kinds] = rows
        return self._orders[kinds]

    def of_document(self, connection: Connection, document: str) -> list[Filed]:
        """Return all rows of one document, in order, without opening drawers."""
        return self.like(connection, claims.c.document == document)

    def like(self, connection: Connection, condition: Condition) -> list[Filed]:
        """Return all rows of claims like that, in order, without opening drawers."""
        return sorted(self._straight(connection, condition), key=_IN_ORDER)

    def numbered(self, connection: Connection, numbers: Collection[int]) -> list[Filed]:
        """Return the rows of the claims with these numbers, in order."""
        rows = []
        for some in portions(numbers):
            rows += self._straight(connection, claims.c.seq.in_(some))
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
        read = self._read(connection, condition)
        rows = {row.key: self._by_key.get(row.key, row) for row in read}
        for key, *spell in connection.execute(_spells_of(condition)):
            self._note(rows[key], tuple(spell))
        return list(rows.values())

    # --- the claims behind the rows -------------------------------------------------

    def parse(self, row: Filed) -> Claim:
        """Return the claim behind one row."""
        return self._parsed.get(row.key) or self._read_one(row)

    def load(self, connection: Connection, rows: Sequence[HeldClaim]) -> list[Claim]:
        """Return the claims behind rows, read in one go where they are not yet."""
        found = {row.key: self._parsed.get(row.key) for row in rows}
        unread = {
            row.seq: row.key
            for row in rows
            if isinstance(row, Filed) and found[row.key] is None
        }
        with collector_paused():
            for some in portions(unread):
                query = select(log.c.seq, log.c.body).where(log.c.seq.in_(some))
                for seq, body in connection.execute(query):
                    claim = from_record(json.loads(body)["claim"])
                    found[unread[seq]] = claim
                    self._parsed.put(unread[seq], claim)
        return [found[row.key] or row.claim for row in rows]


_COLUMNS = (
    claims.c.seq,
    claims.c.key,
    claims.c.document,
    claims.c.kind,
    claims.c.chain,
    claims.c.start,
    claims.c.stop,
    claims.c.day,
    claims.c.starts,
    claims.c.ahead,
    claims.c.known,
)


def _fetched(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """Yield the rows of a query, fetched many at a time: one by one takes twice."""
    for part in connection.execute(query).partitions(FETCHED):
        yield from part


def _spells_by_number(
    connection: Connection, condition: Condition | None, head: int
) -> Iterator[Any]:
    """Yield number of the claim and spell, of claims like that or of all up to one."""
    query = select(spells.c.claim, spells.c.reader, spells.c.since, spells.c.until)
    if condition is None:
        query = query.where(spells.c.claim <= head)
    else:
        numbers = select(claims.c.seq).where(condition)
        query = query.where(spells.c.claim.in_(numbers))
    return _fetched(connection, query)


def _spells_of(condition: Condition) -> Select[Any]:
    return (
        select(claims.c.key, spells.c.reader, spells.c.since, spells.c.until)
        .join(claims, claims.c.seq == spells.c.claim)
        .where(condition)
    )
