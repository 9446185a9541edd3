"""Laws of registers: what is kept and made a part at a time is what there is."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.property.test_ledger_laws import ledger_of
from tests.support.reckoning import reckoned
from tests.support.statements import AROUND
from tests.support.strategies import SOURCES, Deed, days, deeds, judgings
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.differing import difference
from trucewatch.ledger.holdings import tallied
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.registers.grouping import Subject
from trucewatch.registers.register import Row
from trucewatch.registers.registry import REGISTERS

SUBJECTS = [r for r in REGISTERS.values() if isinstance(r, Subject)]
standpoints = st.builds(
    Standpoint,
    as_of=st.sampled_from([None, dt.date(2016, 5, 15), dt.date(2016, 6, 1)]),
    known_on=st.none() | days,
    according_to=st.none() | st.sampled_from(SOURCES),
    min_independent=st.sampled_from([1, 1, 2]),
)


def rows_of(ledger: Ledger, name: str, point: Standpoint) -> Sequence[Row] | str:
    """The rows of a register; where nobody is called so, that."""
    try:
        view = ledger.view(point)
    except UnknownNameError as error:
        return str(error)
    return list(REGISTERS[name].build(view, AROUND.theatre))


def check_all(ledger: Ledger, point: Standpoint) -> None:
    try:
        view = ledger.view(point)
    except UnknownNameError:
        return
    for subject in SUBJECTS:
        rows = subject.build(view, AROUND.theatre)
        plain = reckoned(subject, view, AROUND.theatre)
        assert list(rows) == plain
        assert len(rows) == len(plain)
        for at in range(len(plain)):
            assert rows[at] == plain[at]
        assert rows[1:3] == plain[1:3]


@given(deeds, st.lists(standpoints, min_size=1, max_size=3))
def test_rows_made_a_part_at_a_time_are_the_rows_there_are(
    done: list[Deed], points: list[Standpoint]
) -> None:
    ledger = ledger_of(done)
    for point in points:
        check_all(ledger, point)


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(deeds, deeds, st.lists(standpoints, min_size=1, max_size=3))
def test_rows_kept_in_a_database_are_the_rows_there_are(
    before: list[Deed], after: list[Deed], points: list[Standpoint]
) -> None:
    with TemporaryDirectory() as folder:
        ledger = open_ledger(Path(folder) / "a.ledger")
        ledger_of(before, ledger)
        check_all(ledger, EVERYTHING)
        ledger_of(after, ledger)
        for point in (EVERYTHING, *points):
            check_all(ledger, point)
        before_rebuilding = rows_of(ledger, "parties", points[0])
        ledger.rebuild()
        assert rows_of(ledger, "parties", points[0]) == before_rebuilding
        ledger.close()


@pytest.mark.slow
@settings(deadline=None)
@given(deeds, deeds, standpoints, st.sampled_from(sorted(REGISTERS)))
def test_a_register_as_known_on_a_day_is_unchanged_by_later_entries(
    before: list[Deed], after: list[Deed], point: Standpoint, name: str
) -> None:
    ledger = ledger_of(before)
    now = ledger.head().known
    assume(now is not None and point.known_on is not None)
    assert now is not None
    assert point.known_on is not None
    assume(point.known_on < now)
    then = rows_of(ledger, name, point)
    ledger_of(after, ledger)
    assert rows_of(ledger, name, point) == then


def check_renewed(before: list[Deed], after: list[Deed], point: Standpoint) -> None:
    """Rows gone on from are those that are made of everything."""
    ledger = ledger_of(before)
    try:
        past = ledger.view(point)
    except UnknownNameError:
        return
    known = {
        name: register.build(past, AROUND.theatre)
        for name, register in REGISTERS.items()
    }
    ledger_of(after, ledger)
    view = ledger.view(point)
    change = difference(past, view)
    if change is None:
        return
    for name, register in REGISTERS.items():
        rows = register.renewed(known[name], view, AROUND.theatre, change)
        assert list(rows) == list(register.build(view, AROUND.theatre)), name
    assert view.tally == past.tally.less(tallied(change.gone)).more(
        tallied(change.come)
    )


@settings(max_examples=60, deadline=None)
@given(deeds, deeds, standpoints)
def test_rows_gone_on_from_are_the_rows_there_are(
    before: list[Deed], after: list[Deed], point: Standpoint
) -> None:
    assume(point.known_on is None)
    check_renewed(before, after, point)


@settings(max_examples=60, deadline=None)
@given(deeds.filter(bool), st.lists(judgings(), min_size=1, max_size=5))
def test_rows_after_judgements_are_the_rows_there_are(
    before: list[Deed], after: list[Deed]
) -> None:
    check_renewed(before, after, EVERYTHING)
