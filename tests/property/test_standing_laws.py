"""Laws of standing findings: brought up to date, they are what there is to find."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_ledger_laws import ledger_of, standpoints
from tests.support.statements import AROUND
from tests.support.strategies import Deed, deeds
from trucewatch.comparison.comparing import MatterIndex
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.standing import Standing
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView

groupings = st.sampled_from(["none", "two", "all"])


def copies_of(view: LedgerView, grouping: str) -> dict[str, str]:
    """Some documents of a view taken for copies of the first."""
    keys = list(view.document_keys)
    some = {"none": 0, "two": 2, "all": len(keys)}[grouping]
    return dict.fromkeys(keys[:some], keys[0]) if keys and some > 1 else {}


def at_once(view: LedgerView, copies: dict[str, str]) -> tuple[Finding, ...]:
    index = MatterIndex(Surroundings(AROUND.theatre, view.published, copies))
    index.add(view.claims())
    return index.findings()


def look_thrice(
    ledger: Ledger, steps: list[tuple[list[Deed], str]], point: Standpoint
) -> None:
    standing = Standing(AROUND.theatre)
    for done, grouping in steps:
        ledger_of(done, ledger)
        view = ledger.view(point)
        copies = copies_of(view, grouping)
        assert standing.look(view, copies) == at_once(view, copies)
        kept = standing.as_text()
        standing = Standing(AROUND.theatre)
        standing.resume(kept, ledger.view(point))
        assert standing.findings() == at_once(view, copies)


@given(
    st.lists(st.tuples(deeds, groupings), min_size=2, max_size=3),
    standpoints | st.just(EVERYTHING),
)
def test_findings_brought_up_to_date_are_those_of_comparing_at_once(
    steps: list[tuple[list[Deed], str]], point: Standpoint
) -> None:
    look_thrice(MemoryLedger(), steps, point)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(deeds, groupings), min_size=2, max_size=3),
    standpoints | st.just(EVERYTHING),
)
def test_findings_over_a_database_are_those_of_comparing_at_once(
    steps: list[tuple[list[Deed], str]], point: Standpoint
) -> None:
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "a.ledger")
        look_thrice(ledger, steps, point)
        ledger.close()
