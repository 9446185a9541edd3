"""Laws of a glance: what is counted and shown first is what all rows would give."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.property.test_ledger_laws import ledger_of, standpoints
from tests.support.strategies import SOURCES, Deed, deeds
from trucewatch.ledger.entry import ClaimEntry
from trucewatch.ledger.glance import Glimpsed
from trucewatch.ledger.holdings import HeldClaim, tallied
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.view import LedgerView

points = st.lists(standpoints, max_size=2)
DAY = "2016-05-20"


def keys(rows: Iterable[HeldClaim]) -> list[str]:
    return [row.key for row in rows]


def check_glance(view: LedgerView, near: int) -> None:
    """Everything said at a glance follows from the rows of the view."""
    rows = view.rows()
    assert view.tally == tallied(rows)
    assert view.tally.claims == len(rows)
    assert keys(view.in_order()) == keys(rows)
    for start, stop in ((0, 3), (2, 4), (0, len(rows)), (5, 60)):
        glimpsed = Glimpsed(len(rows), view, view.rows, near)
        assert keys(glimpsed[start:stop]) == keys(rows[start:stop])
    glimpsed = Glimpsed(len(rows), view, view.rows, near)
    assert keys(islice(glimpsed, 2)) == keys(rows[:2])
    assert keys(glimpsed) == keys(rows)
    if rows:
        assert glimpsed[-1].key == rows[-1].key
    assert keys(view.rows_of([row.key for row in rows[::-2]])) == keys(
        [row for row in rows if row in rows[::-2]]
    )
    assert view.losses() == Counter(gap.kind.value for gap in view.gaps())
    last = sorted(rows, key=lambda row: (row.starts or "", row.order), reverse=True)
    assert keys(view.latest(3)) == keys(last[:3])
    assert keys(view.latest(60)) == keys(last)
    coming = [row for row in rows if row.ahead and (row.starts or "") >= DAY]
    coming.sort(key=lambda row: (row.starts or "", row.order))
    assert keys(view.announced(DAY)) == keys(coming)


def check_all(ledger: Ledger, points: list[Standpoint], near: int) -> None:
    for point in (Standpoint(), *points):
        check_glance(ledger.view(point), near)


@given(deeds, points, st.integers(0, 9))
def test_a_glance_at_memory_says_what_all_rows_say(
    done: list[Deed], points: list[Standpoint], near: int
) -> None:
    check_all(ledger_of(done), points, near)


@settings(max_examples=40, deadline=None)
@given(deeds, deeds, points, st.integers(0, 9))
def test_a_glance_at_a_database_says_what_all_rows_say(
    before: list[Deed], after: list[Deed], points: list[Standpoint], near: int
) -> None:
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "a.ledger")
        ledger_of(before, ledger)
        check_all(ledger, points, near)
        ledger_of(after, ledger)
        check_all(ledger, points, near)
        ledger.close()


@given(deeds, deeds)
def test_what_is_recent_is_what_was_recorded_after(
    before: list[Deed], after: list[Deed]
) -> None:
    ledger = ledger_of(before)
    cut = ledger.head().size
    ledger_of(after, ledger)
    new = {e.claim.key for e in ledger.entries(cut) if isinstance(e, ClaimEntry)}
    rows = [row for row in ledger.view().rows() if row.key in new]
    assert keys(ledger.view().recent(cut)) == keys(rows)


@given(deeds, st.sampled_from(SOURCES))
def test_a_source_is_tallied_alone(done: list[Deed], source: str) -> None:
    ledger = ledger_of(done)
    if source in ledger.view().names():
        view = ledger.view(Standpoint(according_to=source))
        assert view.tally == tallied(view.rows())
