"""Deriving: every table but the log, made anew from the log in one go."""

import json
from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, inspect, select

from trucewatch.ledger.entry import Entry
from trucewatch.ledger.records import read_entry
from trucewatch.ledger.sql import search
from trucewatch.ledger.sql.desk import SqlDesk
from trucewatch.ledger.sql.schema import Step
from trucewatch.ledger.sql.tables import DERIVED, log, metadata

AT_ONCE = 1_000  # entries read from the log in one go


def lines_after(connection: Connection, after: int = 0) -> Iterator[str]:
    """Yield the texts of the log's entries after number ``after``."""
    while True:
        query = (
            select(log.c.seq, log.c.body)
            .where(log.c.seq > after)
            .order_by(log.c.seq)
            .limit(AT_ONCE)
        )
        rows = connection.execute(query).all()
        if not rows:
            return
        yield from (row.body for row in rows)
        after = rows[-1].seq


def entries_after(connection: Connection, after: int = 0) -> Iterator[Entry]:
    """Yield the log's entries after number ``after``."""
    return (read_entry(json.loads(line)) for line in lines_after(connection, after))


def derive(connection: Connection) -> None:
    """Throw away all that is derived from the log, and derive it again.

    The tables are dropped and made, so that they have the form of this program.
    """
    there = set(inspect(connection).get_table_names())
    for table in DERIVED:
        if table.name in there:
            table.drop(connection)
    metadata.create_all(connection)
    search.clear(connection)
    desk = SqlDesk(connection, logging=False)
    for entry in entries_after(connection):
        desk.write(entry)
    desk.close()


def add_tables(connection: Connection) -> None:
    """Make the derived tables that are not there yet; they fill as they are needed."""
    metadata.create_all(connection)


STEPS: Mapping[int, Step] = {1: derive, 2: add_tables}
"""What leads from one version of the tables to the next."""
