"""Laws of the ledger, over whatever is taken in and judged in whatever order."""

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.claims import by_reader
from tests.support.strategies import SOURCES, Deed, Taking, days, deeds, takings
from trucewatch.claims.record import to_record
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.jsonl import read_lines, write_lines
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.verification import verify
from trucewatch.ledger.view import LedgerView

standpoints = st.builds(
    Standpoint,
    as_of=st.sampled_from([None, dt.date(2016, 5, 15), dt.date(2016, 6, 1)]),
    known_on=st.none() | days,
)


def ledger_of(done: Iterable[Deed], ledger: Ledger | None = None) -> Ledger:
    ledger = MemoryLedger() if ledger is None else ledger
    for deed in done:
        deed.apply(ledger)
    return ledger


def seen(view: LedgerView) -> str:
    """All that a view shows, byte for byte."""
    claims = view.claims()
    shown = {
        "claims": [to_record(claim) for claim in claims],
        "since": [str(view.known_since(claim.key)) for claim in claims],
        "grades": [str(view.grade(claim.key)) for claim in claims],
        "statuses": [view.status(claim.key) for claim in claims],
        "documents": [repr(document) for document in view.documents()],
        "gaps": [repr(gap) for gap in view.gaps()],
        "judgements": [repr(entry) for entry in view.judgements()],
        "names": view.names(),
        "kinds": sorted(view.kinds()),
        "found": sorted(view.search("one")),
    }
    return json.dumps(shown, ensure_ascii=False)


def content(ledger: Ledger) -> str:
    """What a ledger holds and shows, whenever it learned of it."""
    view = ledger.view()
    return json.dumps(
        [
            [to_record(claim) for claim in view.claims()],
            [repr(entry.document) for entry in view.document_entries()],
            sorted(repr(gap) for gap in view.gaps()),
        ]
    )


@given(deeds, deeds)
def test_appending_never_changes_what_was_there(
    before: list[Deed], after: list[Deed]
) -> None:
    ledger = ledger_of(before)
    lines, head = list(ledger.lines()), ledger.head()
    ledger_of(after, ledger)
    assert list(ledger.lines())[: len(lines)] == lines
    assert verify(ledger, head).is_sound


@pytest.mark.slow
@given(deeds, deeds, standpoints)
def test_what_was_known_on_a_day_is_unchanged_by_later_entries(
    before: list[Deed], after: list[Deed], standpoint: Standpoint
) -> None:
    ledger = ledger_of(before)
    now = ledger.head().known
    assume(now is not None and standpoint.known_on is not None)
    assert now is not None
    assert standpoint.known_on is not None
    assume(standpoint.known_on < now)
    then = seen(ledger.view(standpoint))
    ledger_of(after, ledger)
    assert seen(ledger.view(standpoint)) == then


@given(deeds, deeds, standpoints)
def test_a_view_taken_before_shows_the_same_after(
    before: list[Deed], after: list[Deed], standpoint: Standpoint
) -> None:
    ledger = ledger_of(before)
    then, untouched = ledger.view(standpoint), seen(ledger.view(standpoint))
    ledger_of(after, ledger)
    assert seen(then) == untouched


@given(st.lists(takings(), max_size=6), st.randoms(use_true_random=False))
def test_any_order_of_shards_gives_the_same_content(
    done: list[Taking], random: object
) -> None:
    once = list({taking.document.key: taking for taking in done}.values())
    shuffled = once.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert content(ledger_of(once)) == content(ledger_of(shuffled))


@given(takings(), st.permutations(["0.1.0", "0.2.0", "0.10.0"]))
def test_the_newest_reader_counts_in_whatever_order_they_read(
    taking: Taking, versions: list[str]
) -> None:
    shown = []
    for order in (sorted(versions), versions):
        ledger = MemoryLedger()
        for version in order:
            reader = f"rules {version}"
            claims = taking.claims[: len(version) - 4]
            ours = tuple(by_reader(claim, reader) for claim in claims)
            replace(taking, claims=ours, reader=reader).apply(ledger)
        shown.append([claim.key for claim in ledger.view().claims()])
    assert shown[0] == shown[1]


@given(st.lists(takings(), max_size=6), st.integers(0, 6))
def test_merging_shards_gives_what_taking_in_at_once_gives(
    done: list[Taking], cut: int
) -> None:
    once = list({taking.document.key: taking for taking in done}.values())
    merged = MemoryLedger()
    for shard in (once[:cut], once[cut:]):
        merged.take_in(ledger_of(shard).entries())
    assert content(merged) == content(ledger_of(once))


@given(deeds, st.sampled_from(SOURCES))
def test_according_to_a_source_shows_only_that_source(
    done: list[Deed], source: str
) -> None:
    ledger = ledger_of(done)
    try:
        view = ledger.view(Standpoint(according_to=source))
    except UnknownNameError:
        assert not any(source in ids(claim) for claim in ledger.view().claims())
        return
    everything = {claim.key: claim for claim in ledger.view().claims()}
    shown = {claim.key for claim in view.claims()}
    assert shown == {key for key, claim in everything.items() if source in ids(claim)}


def ids(claim: object) -> set[str]:
    return {link.id or link.text for link in claim.chain}  # type: ignore[attr-defined]


@given(deeds, takings())
def test_taking_in_twice_adds_nothing(done: list[Deed], taking: Taking) -> None:
    ledger = ledger_of([*done, taking])
    head = ledger.head()
    taking.apply(ledger)
    assert ledger.head() == head


@given(deeds)
def test_taking_over_a_log_twice_adds_nothing(done: list[Deed]) -> None:
    ledger = ledger_of(done)
    head = ledger.head()
    assert ledger.take_in(list(ledger.entries())) == 0
    assert ledger.head() == head


@given(deeds)
def test_an_export_reads_back_exactly(done: list[Deed]) -> None:
    ledger = ledger_of(done)
    lines = list(write_lines(ledger))
    copy = MemoryLedger()
    copy.take_in(read_lines(lines, "export"))
    assert list(copy.entries()) == list(ledger.entries())
    assert list(write_lines(copy)) == lines
    assert seen(copy.view()) == seen(ledger.view())


@given(deeds)
def test_every_quotation_stands_in_its_document(done: list[Deed]) -> None:
    view = ledger_of(done).view()
    for claim in view.claims():
        document = view.document(claim.document)
        assert document is not None
        assert claim.span.of(document.text) == claim.quote


@settings(max_examples=40, deadline=None)
@given(deeds, st.lists(standpoints, max_size=3))
def test_a_database_shows_what_memory_shows(
    done: list[Deed], points: list[Standpoint]
) -> None:
    memory = ledger_of(done)
    with TemporaryDirectory() as folder:
        database = open_ledger(Path(folder) / "a.ledger")
        ledger_of(done, database)
        assert list(database.lines()) == list(memory.lines())
        for point in (EVERYTHING, *points):
            assert seen(database.view(point)) == seen(memory.view(point))
        database.rebuild()
        for point in (EVERYTHING, *points):
            assert seen(database.view(point)) == seen(memory.view(point))
        database.close()
