"""Many documents over one process or several."""

import os
from pathlib import Path

import pytest

from trucewatch.documents.sources import Source
from trucewatch.intake.files import Item
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.runner import FILES_PER_PROCESS, processes_for, read_many
from trucewatch.values.gaps import Gap, GapKind


def items(count: int) -> list[Item]:
    return [Source(Path(f"{n}.txt"), f"{n}.txt") for n in range(count)]


def note_name(item: Item) -> Outcome:
    """A reader that only says which file it was given."""
    return Outcome(item.file if isinstance(item, Gap) else item.name)


def die_of_five(item: Item) -> Outcome:
    """A reader whose process dies of the file 5.txt, as by a crash in C."""
    outcome = note_name(item)
    if outcome.name == "5.txt":
        os._exit(9)
    return outcome


@pytest.mark.parametrize("processes", [1, 2])
def test_outcomes_come_in_the_order_of_the_files(processes: int) -> None:
    names = [o.name for o in read_many(items(41), note_name, processes=processes)]
    assert names == [f"{n}.txt" for n in range(41)]


def test_a_worker_that_dies_costs_one_file_only() -> None:
    outcomes = list(read_many(items(12), die_of_five, processes=2))
    assert [o.name for o in outcomes] == [f"{n}.txt" for n in range(12)]
    (lost,) = [o for o in outcomes if o.gaps]
    assert lost.name == "5.txt"
    assert lost.gaps[0].kind is GapKind.UNREADABLE_FILE
    assert "worker" in lost.gaps[0].why


def test_a_run_can_be_left_half_way() -> None:
    run = read_many(items(200), note_name, processes=2)
    assert next(run).name == "0.txt"
    run.close()  # type: ignore[attr-defined]


def test_nothing_to_read_gives_nothing() -> None:
    assert list(read_many([], note_name, processes=2)) == []


def test_few_files_are_not_worth_a_process() -> None:
    assert processes_for(0) == 1
    assert processes_for(FILES_PER_PROCESS) == 1
    assert processes_for(10**6) == os.cpu_count()
