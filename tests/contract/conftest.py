"""Every store a ledger can be kept in; the contract holds for each alike."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.postgres import VARIABLE, a_server
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql.engine import connect

MakeLedger = Callable[[], Ledger]
REQUIRED = "TRUCEWATCH_REQUIRE_POSTGRES"
STORES = ("memory", "sqlite", pytest.param("postgresql", marks=pytest.mark.slow))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL database that may be emptied."""
    with a_server() as address:
        if address is None:
            why = f"no PostgreSQL server: install one, or name it in {VARIABLE}"
            if os.environ.get("CI") == "true" or os.environ.get(REQUIRED):
                pytest.fail(why)
            pytest.skip(why)
        yield address


class PostgresMaker:
    """Makes ledgers in one database, each in a schema of its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.count = 0

    def __call__(self) -> Ledger:
        name = f"ledger_{self.count}"
        self.count += 1
        engine = connect(self.address)
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA IF EXISTS {name} CASCADE"))
            connection.execute(text(f"CREATE SCHEMA {name}"))
        engine.dispose()
        joint = "&" if "?" in self.address else "?"
        path = f"{joint}options=-csearch_path%3D{name}"
        return open_ledger(self.address + path)


@pytest.fixture(params=STORES)
def make_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeLedger]:
    """Make empty ledgers of one store, closed after the test."""
    made: list[Ledger] = []
    makers: dict[str, MakeLedger] = {
        "memory": MemoryLedger,
        "sqlite": lambda: open_ledger(tmp_path / f"{len(made)}.ledger"),
    }
    if request.param == "postgresql":
        makers["postgresql"] = PostgresMaker(request.getfixturevalue("postgres"))

    def make() -> Ledger:
        made.append(makers[request.param]())
        return made[-1]

    yield make
    for ledger in made:
        ledger.close()


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Ledger:
    """An empty ledger."""
    return make_ledger()
