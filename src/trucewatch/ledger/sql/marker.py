"""The marker: keeps what was worked out from claims, and works out what is missing.

What it writes is derived, like every table but the log, and can be thrown away. Where
the database cannot be written to, the marks are kept in memory instead.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import RLock
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import OperationalError

from trucewatch.claims.record import from_record
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.sql.engine import writing
from trucewatch.ledger.sql.index import portions
from trucewatch.ledger.sql.tables import (
    MARKED,
    claims,
    documents,
    log,
    mark_words,
    markings,
    marks,
)
from trucewatch.values.collecting import collector_paused
from trucewatch.values.progress import Told, quietly

AT_ONCE = 4_000  # log entries whose claims are marked in one transaction


@dataclass(slots=True)
class _State:
    """What is in memory of one marking.

    Attributes:
        edition: Of which edition it is.
        number: Its number in the database, or 0 while it has none.
        done: Up to which entry the claims are marked and, if asked for, read.
        words: The marks of claims by key, where they are read back.
        loose: Numbers of claims by mark, of those that could not be written.
    """

    edition: str
    number: int = 0
    done: int = 0
    words: dict[str, Words] = field(default_factory=dict)
    loose: dict[int, set[int]] = field(default_factory=dict)


class Marker:
    """The marks of claims; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = RLock()
        self._states: dict[str, _State] = {}

    def prepare(
        self, wanted: Sequence[Marking], head: int, told: Told = quietly
    ) -> None:
        """Mark the claims up to ``head``; each is read once for all markings."""
        groups: dict[int, list[Marking]] = {}
        with self._engine.connect() as connection:
            for marking in wanted:
                _, done = _standing(connection, marking)
                groups.setdefault(done, []).append(marking)
        for done, some in groups.items():
            for after in range(done, head, AT_ONCE):
                until = min(head, after + AT_ONCE)
                try:
                    self._mark(some, after, until)
                except OperationalError:  # held by another for long, or only to be read
                    return
                told(until, head)

    def words(self, marking: Marking, head: int) -> Mapping[str, Words]:
        """Return the marks of all claims up to ``head`` that have any, by key."""
        with self._lock:
            return self._brought_up(marking, head).words

    def numbers(
        self, marking: Marking, head: int, words: Collection[str]
    ) -> frozenset[int]:
        """Return the numbers of the claims up to ``head`` that bear a mark."""
        with self._lock:
            state = self._brought_up(marking, head)
        wanted = [number_of(word) for word in words]
        found: set[int] = set()
        for mark in wanted if state.loose else ():
            found |= state.loose.get(mark, set())
        with self._engine.connect() as connection:
            for some in portions(wanted):
                query = (
                    select(marks.c.claim)
                    .where(marks.c.marking == state.number)
                    .where(marks.c.mark.in_(some))
                )
                found.update(connection.execute(query).scalars())
        return frozenset(found)

    def _brought_up(self, marking: Marking, head: int) -> _State:
        state = self._states.get(marking.name)
        if state is None or state.edition != marking.edition:
            state = self._states[marking.name] = _State(marking.edition)
        if state.done < head:
            self.prepare([marking], head)
            with self._engine.connect() as connection:
                state.number, marked = _standing(connection, marking)
            if marking.is_read_back:
                self._read_back(state)
            if marked < head:
                self._keep_loose(marking, state, max(marked, state.done), head)
            state.done = head
        return state

    # --- in the database ------------------------------------------------------------

    def _mark(self, some: Sequence[Marking], after: int, until: int) -> None:
        """Mark the claims of some entries, unless another process has done it."""
        with self._engine.connect() as connection:
            found = list(_worked_out(connection, some, after, until))
        with writing(self._engine).begin() as connection:
            for at, marking in enumerate(some):
                number, done = _standing(connection, marking)
                if done != after:
                    continue
                number = number or _registered(connection, marking)
                mine = [(seq, key, words[at]) for seq, key, words in found]
                _write(connection, number, marking, mine)
                where = markings.c.id == number
                connection.execute(update(markings).where(where).values(done=until))

    def _read_back(self, state: _State) -> None:
        query = (
            select(claims.c.key, mark_words.c.words)
            .select_from(marks)
            .join(claims, claims.c.seq == marks.c.claim)
            .join(
                mark_words,
                and_(
                    mark_words.c.marking == marks.c.marking,
                    mark_words.c.mark == marks.c.mark,
                ),
            )
            .where(marks.c.marking == state.number)
        )
        if state.done:
            query = query.where(claims.c.seq > state.done)
        alone: dict[str, Words] = {}
        with collector_paused(), self._engine.connect() as connection:
            for key, word in connection.execute(query):
                one = alone.setdefault(word, (word,))
                before = state.words.get(key)
                state.words[key] = one if before is None else _with(before, word)

    # --- where nothing can be written -----------------------------------------------

    def _keep_loose(
        self, marking: Marking, state: _State, after: int, head: int
    ) -> None:
        with self._engine.connect() as connection:
            found = _worked_out(connection, [marking], after, head)
            for number, key, (words,) in found:
                for word in words:
                    state.loose.setdefault(number_of(word), set()).add(number)
                if marking.is_read_back and words:
                    state.words[key] = words


def _with(words: Words, word: str) -> Words:
    return words if word in words else tuple(sorted((*words, word)))


def number_of(word: str) -> int:
    """Return the number a mark is kept under."""
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest(), signed=True)


def _standing(connection: Connection, marking: Marking) -> tuple[int, int]:
    """Return a marking's number and how far it has come; zeros if it is not there."""
    query = select(markings).where(markings.c.name == marking.name)
    row = connection.execute(query).one_or_none()
    if row is None or row.edition != marking.edition:
        return 0, 0
    return row.id, row.done


def _registered(connection: Connection, marking: Marking) -> int:
    """Enter a marking in the place of an older edition; return its number."""
    old = select(markings.c.id).where(markings.c.name == marking.name)
    number = connection.execute(old).scalar()
    if number is not None:
        for table in MARKED:
            column = table.c.id if table is markings else table.c.marking
            connection.execute(delete(table).where(column == number))
    top = connection.execute(select(func.max(markings.c.id))).scalar() or 0
    row = {"id": top + 1, "name": marking.name, "edition": marking.edition, "done": 0}
    connection.execute(insert(markings), row)
    return int(top) + 1


def _worked_out(
    connection: Connection, some: Sequence[Marking], after: int, until: int
) -> Iterator[tuple[int, str, list[Words]]]:
    """Yield number, key and the marks, one by one marking, of some entries' claims.

    A document that was entered again may have another day of publication: its claims
    get the marks of both, for the past is looked at with what was known then.
    """
    new = documents.c.seq.between(after + 1, until)
    redated = select(documents.c.key).where(new)
    wanted: ColumnElement[bool] = or_(
        claims.c.seq.between(after + 1, until),
        and_(claims.c.seq <= after, claims.c.document.in_(redated)),
    )
    kinds = [marking.kinds for marking in some if marking.kinds is not None]
    if len(kinds) == len(some):
        wanted &= claims.c.kind.in_(sorted(frozenset().union(*kinds)))
    query = (
        select(claims.c.seq, claims.c.document, log.c.body)
        .join(log, log.c.seq == claims.c.seq)
        .where(wanted)
    )
    days: dict[str, set[str | None]] = {}
    of_these = select(claims.c.document).where(wanted)
    told = select(documents.c.key, documents.c.published)
    for key, day in connection.execute(told.where(documents.c.key.in_(of_these))):
        days.setdefault(key, set()).add(day)
    for seq, document, body in connection.execute(query):
        claim = from_record(json.loads(body)["claim"])
        dated = sorted(days.get(document, {None}), key=str)
        yield seq, claim.key, [marking.marks_on(claim, dated) for marking in some]


def _write(
    connection: Connection,
    number: int,
    marking: Marking,
    found: list[tuple[int, str, Words]],
) -> None:
    rows = [
        {"marking": number, "mark": number_of(word), "claim": seq}
        for seq, _, words in found
        for word in words
    ]
    _add(connection, marks, rows)
    if marking.is_read_back:
        texts = {word for _, _, words in found for word in words}
        _add(
            connection,
            mark_words,
            [{"marking": number, "mark": number_of(w), "words": w} for w in texts],
        )


_INSERT: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def _add(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows that are not there yet."""
    if rows:
        statement = _INSERT[connection.dialect.name](table).on_conflict_do_nothing()
        connection.execute(statement, rows)
