"""The ledger in a database; the same for a SQLite file and a PostgreSQL server."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

from sqlalchemy import Engine, select
from sqlalchemy.exc import DatabaseError, OperationalError

from trucewatch.documents.store import MAKE_ROOM, Originals
from trucewatch.errors import CustodyError
from trucewatch.ledger.entry import Entry
from trucewatch.ledger.holdings import Holdings
from trucewatch.ledger.ledger import Head
from trucewatch.ledger.log import Desk, LogLedger
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import from_time
from trucewatch.ledger.sql.cabinet import Cabinet
from trucewatch.ledger.sql.deriving import STEPS, derive, entries_after, lines_after
from trucewatch.ledger.sql.desk import SqlDesk
from trucewatch.ledger.sql.engine import sweep, writing
from trucewatch.ledger.sql.originals import SqlOriginals
from trucewatch.ledger.sql.schema import fact, prepare
from trucewatch.ledger.sql.tables import log


class SqlLedger(LogLedger):
    """A ledger in a database, made or brought up to date when opened.

    It may be used from several threads, and the database from several processes;
    writers wait for each other.

    Attributes:
        originals: The captured bytes of its documents.
    """

    def __init__(
        self, engine: Engine, where: str, originals: Originals | None = None
    ) -> None:
        """Open a ledger.

        Args:
            engine: From ``trucewatch.ledger.sql.engine.connect``.
            where: Its file or address, for messages.
            originals: Where the captured bytes of its documents are kept; by default
                in the database too.

        Raises:
            LedgerFormatError: Something else is there, or a ledger of a newer program.
        """
        super().__init__()
        prepare(engine, where, steps=STEPS)
        self.originals = originals or SqlOriginals(engine, where)
        self._engine, self._where = engine, where
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
        self._forget()

    def close(self) -> None:
        """Let go of files and connections."""
        self._forget()
        self._engine.dispose()

    def _forget(self) -> None:
        self._views.clear()
        self._cabinet.forget()

    @contextmanager
    def _desk(self) -> Iterator[Desk]:
        try:
            with self._writing, writing(self._engine).begin() as connection:
                desk = SqlDesk(connection)
                yield desk
                desk.close()
                if desk.has_buried:
                    derive(connection)
        except OperationalError as error:
            what = f"it cannot be written ({error.orig})"
            raise CustodyError(self._where, what, MAKE_ROOM) from error

    def _sweep(self) -> None:
        self._cabinet.forget()
        try:
            sweep(self._engine)
        except DatabaseError as error:
            what = f"erased, but traces are left in the file ({error.orig})"
            advice = "close other programs that use it, then erase again"
            raise CustodyError(self._where, what, advice) from error

    def _holdings(self) -> Holdings:
        return self._cabinet
