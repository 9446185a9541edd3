"""The ledger in a database; the same for a SQLite file and a PostgreSQL server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from sqlalchemy import Engine, select

from trucewatch.ledger.entry import Entry
from trucewatch.ledger.holdings import Holdings
from trucewatch.ledger.ledger import Head
from trucewatch.ledger.log import Desk, LogLedger
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import from_time
from trucewatch.ledger.sql.cabinet import Cabinet
from trucewatch.ledger.sql.deriving import STEPS, derive, entries_after, lines_after
from trucewatch.ledger.sql.desk import SqlDesk
from trucewatch.ledger.sql.engine import writing
from trucewatch.ledger.sql.schema import fact, prepare
from trucewatch.ledger.sql.tables import log


class SqlLedger(LogLedger):
    """A ledger in a database, made or brought up to date when opened.

    It may be used from several threads, and the database from several processes;
    writers wait for each other.
    """

    def __init__(self, engine: Engine, where: str) -> None:
        """Open a ledger.

        Args:
            engine: From ``trucewatch.ledger.sql.engine.connect``.
            where: Its file or address, for messages.

        Raises:
            LedgerFormatError: Something else is there, or a ledger of a newer program.
        """
        prepare(engine, where, steps=STEPS)
        self._engine = engine
        self._writing = RLock()
        self._cabinet = Cabinet(engine)

    def head(self) -> Head:
        """Return how long the log is and what it hashes to."""
        with self._engine.connect() as connection:
            frontier = Frontier.from_text(fact(connection, "frontier"))
            query = select(log.c.known).where(log.c.seq == frontier.size)
            known = connection.execute(query).scalar()
        return Head(frontier.size, frontier.root, from_time(known) if known else None)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the log from the entry after number ``after``."""
        with self._engine.connect() as connection:
            yield from entries_after(connection, after)

    def lines(self, after: int = 0) -> Iterator[str]:
        """Yield the log as the very texts that are hashed, one per entry."""
        with self._engine.connect() as connection:
            yield from lines_after(connection, after)

    def rebuild(self) -> None:
        """Throw away all that is derived from the log, and derive it again."""
        with self._writing, writing(self._engine).begin() as connection:
            derive(connection)
        self._cabinet.forget()

    def close(self) -> None:
        """Let go of files and connections."""
        self._cabinet.forget()
        self._engine.dispose()

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        with self._writing, writing(self._engine).begin() as connection:
            desk = SqlDesk(connection)
            yield desk
            desk.close()

    def _holdings(self) -> Holdings:
        return self._cabinet
