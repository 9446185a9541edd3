"""Every store a ledger can be kept in; the contract holds for each alike."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.opening import open_ledger

MakeLedger = Callable[[], Ledger]


@pytest.fixture(params=["memory", "sqlite"])
def make_ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeLedger]:
    """Make empty ledgers of one store, closed after the test."""
    made: list[Ledger] = []

    def make() -> Ledger:
        ledger: Ledger
        if request.param == "memory":
            ledger = MemoryLedger()
        else:
            ledger = open_ledger(tmp_path / f"{len(made)}.ledger")
        made.append(ledger)
        return ledger

    yield make
    for ledger in made:
        ledger.close()


@pytest.fixture
def ledger(make_ledger: MakeLedger) -> Ledger:
    """An empty ledger."""
    return make_ledger()
