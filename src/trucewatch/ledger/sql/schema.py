"""Opening: a ledger of this version is used, an older one brought up to date.

The log keeps its form; what is derived from it is thrown away and rebuilt where its
form has changed. A step is a function from one version of the tables to the next, and
nearly always the same one (``docs/decisions/0021-ledger-migrations.md``).
"""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Engine, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from trucewatch.errors import LedgerFormatError
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.sql import search
from trucewatch.ledger.sql.engine import writing
from trucewatch.ledger.sql.tables import about, metadata

FORMAT = "trucewatch ledger"
VERSION = 3

Step = Callable[[Connection], None]  # from the version it is keyed by to the next


def prepare(
    engine: Engine,
    where: str,
    version: int = VERSION,
    *,
    steps: Mapping[int, Step],
) -> None:
    """Make the tables of a new ledger, or bring those of an old one up to date.

    Args:
        engine: Where the ledger is, or shall be.
        where: Its file or address, for messages.
        version: The version of the tables this program works with.
        steps: What leads from one version to the next.

    Raises:
        LedgerFormatError: Something else is there, or a ledger of a newer program.
    """
    try:
        with engine.connect() as connection:
            if _is_ready(connection, version):
                return
        with writing(engine).begin() as connection:
            if _is_new(connection, where):
                _create(connection, version)
            else:
                _bring_up(connection, where, version, steps)
    except OperationalError as error:
        raise LedgerFormatError(where, f"cannot be opened ({error.orig})") from error
    except DatabaseError as error:
        raise LedgerFormatError(where, f"is no ledger ({error.orig})") from error


def _is_ready(connection: Connection, version: int) -> bool:
    """Whether nothing is to do; only looks, so that readers never wait for writers."""
    if about.name not in inspect(connection).get_table_names():
        return False
    facts = _facts(connection)
    return facts.get("format") == FORMAT and facts.get("version") == str(version)


def _facts(connection: Connection) -> dict[str, str]:
    rows = connection.execute(select(about.c.name, about.c.value))
    return {row.name: row.value for row in rows}


def _is_new(connection: Connection, where: str) -> bool:
    names = inspect(connection).get_table_names()
    if about.name in names:
        return False
    if names:
        raise LedgerFormatError(where, "is a database, but no ledger; choose another")
    return True


def _create(connection: Connection, version: int) -> None:
    metadata.create_all(connection)
    search.create(connection)
    facts = {
        "format": FORMAT,
        "version": str(version),
        "frontier": Frontier().as_text(),
    }
    rows = [{"name": name, "value": value} for name, value in facts.items()]
    connection.execute(insert(about), rows)


def _bring_up(
    connection: Connection, where: str, version: int, steps: Mapping[int, Step]
) -> None:
    facts = _facts(connection)
    if facts.get("format") != FORMAT:
        raise LedgerFormatError(where, "is a database, but no ledger; choose another")
    found = int(facts["version"])
    if found > version:
        raise LedgerFormatError(
            where, f"was written by a newer trucewatch (tables {found}); upgrade"
        )
    for number in range(found, version):
        steps[number](connection)
    if found != version:
        set_fact(connection, "version", str(version))


def fact(connection: Connection, name: str, *, lock: bool = False) -> str:
    """Return what the ledger says of itself, and hold it against other writers."""
    query = select(about.c.value).where(about.c.name == name)
    value: str = connection.execute(
        query.with_for_update() if lock else query
    ).scalar_one()
    return value


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Set what the ledger says of itself."""
    connection.execute(update(about).where(about.c.name == name).values(value=value))
