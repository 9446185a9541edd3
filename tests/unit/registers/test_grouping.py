"""Rows that are made when they are looked at."""

import pytest

from tests.support.statements import AROUND, number, say, seen
from trucewatch.comparison.disputes import Disputed
from trucewatch.registers.casualties import REGISTER
from trucewatch.registers.counters import REGISTER as COUNTERS
from trucewatch.registers.rows import Rows
from trucewatch.values.stances import Aggregation

CLAIMS = [
    say("sohr", killed=n, at="sy_nawa", on=f"2016-05-{10 + n}") for n in range(1, 6)
]


@pytest.fixture
def rows() -> Rows:
    return REGISTER.build(seen(*CLAIMS), AROUND.theatre)


def test_any_part_of_the_rows_is_what_all_of_them_have_there(rows: Rows) -> None:
    everything = list(rows)
    assert len(rows) == 5
    assert rows[-1] == everything[-1]
    assert rows[1:4] == everything[1:4]
    assert rows[::-2] == everything[::-2]
    assert rows[7:] == []


def test_there_is_no_row_beyond_the_last(rows: Rows) -> None:
    with pytest.raises(IndexError):
        rows[5]


def test_rows_can_be_narrowed_down_to_some_claims(rows: Rows) -> None:
    some = rows.resting_on([CLAIMS[0].key, CLAIMS[2].key, "c_none"])
    assert list(some) == [rows[0], rows[2]]


def test_disputes_known_already_mark_the_cells() -> None:
    disputes = Disputed([CLAIMS[1].key])
    rows = REGISTER.build(seen(*CLAIMS), AROUND.theatre, disputes=disputes)
    assert [row.best.disputed for row in rows] == [False, True, False, False, False]  # type: ignore[attr-defined]


def test_counters_know_where_their_series_are() -> None:
    daily = [
        say(
            "sohr",
            "INC.violation",
            count=number(n, "violations", Aggregation.PER_PERIOD),
            on=f"2016-05-{10 + n}",
        )
        for n in range(1, 4)
    ]
    total = say(
        "ru_crc",
        "PTY.accession",
        count=number(59, "groups", Aggregation.CUMULATIVE_TOTAL),
        on="2016-05-20",
        counter="ru_crc.groups",
    )
    rows = COUNTERS.build(seen(*daily, total), AROUND.theatre)
    first, second = rows.series()
    assert (first.start, first.stop, first.is_running) == (0, 3, False)
    assert (second.start, second.stop, second.is_running) == (3, 4, True)
    assert list(rows.resting_on([total.key])) == [rows[3]]
