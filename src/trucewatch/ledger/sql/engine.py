"""Engines: connections set up so that nothing acknowledged is lost.

SQLite: write-ahead log, full synchronisation, foreign keys, and a busy timeout, so that
a second process waits instead of failing. Writing transactions take the lock at once.
"""

import sqlite3
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url

from trucewatch.errors import LedgerFormatError

BUSY_TIMEOUT_MS = 30_000  # longer than any one document takes to write
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
MAGIC = b"SQLite format 3\0"


def connect(url: str | URL) -> Engine:
    """Return an engine for a database URL, SQLite or PostgreSQL.

    Raises:
        LedgerFormatError: Another kind of database, or its driver is not installed.
    """
    url = make_url(url)
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if url.get_backend_name() != "postgresql":
        raise LedgerFormatError(
            url.render_as_string(), "give a file or a postgresql:// address"
        )
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"))
    except ModuleNotFoundError as error:
        raise LedgerFormatError(
            url.render_as_string(), "install trucewatch[postgres] for PostgreSQL"
        ) from error


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:  # noqa: ANN401 - unused
    # The driver's own idea of when a transaction begins is switched off, see _begin.
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    # Readers of a write-ahead log never wait; writers queue up here, not midway.
    is_writing = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def sweep(engine: Engine) -> None:
    """Rewrite a database without what was deleted from it or changed in it."""
    if engine.dialect.name == "postgresql":
        automatic = engine.execution_options(isolation_level="AUTOCOMMIT")
        with automatic.connect() as connection:
            connection.exec_driver_sql("VACUUM (FULL) log")
            connection.exec_driver_sql("VACUUM (FULL) originals")
        return
    raw = engine.raw_connection()
    try:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.cursor().execute(statement).fetchall()
    finally:
        raw.close()


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write."""
    return engine.execution_options(writes=True)
