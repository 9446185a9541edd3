"""Timelines with one lane for each source."""

import datetime as dt
from dataclasses import dataclass

import pytest

from trucewatch.web.lanes import BINS, LANE, LEFT, MOST_LANES, TOP, day_of, timeline


@dataclass(frozen=True, slots=True)
class Row:
    speaker: str
    starts: str | None


def lanes_of(*rows: Row) -> list[tuple[str, int]]:
    drawn = timeline(rows, lambda row: row.speaker, str.upper)
    return [(lane.label, lane.total) for lane in drawn.lanes]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2016-05-23", dt.date(2016, 5, 23)),
        ("2016-05", dt.date(2016, 5, 1)),
        ("2016", dt.date(2016, 1, 1)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_drawn_at_its_first_day(
    text: str | None, day: dt.date | None
) -> None:
    assert day_of(text) == day


def test_each_source_has_its_lane_the_fullest_first() -> None:
    first, second = Row("a", "2016-05-01"), Row("b", "2016-05-01")
    assert lanes_of(first, second, second) == [("B", 2), ("A", 1)]


def test_claims_without_a_day_are_counted_and_not_drawn() -> None:
    drawn = timeline([Row("a", None), Row("a", "2016-05-01")], lambda r: r.speaker, str)
    assert (drawn.undated, drawn.lanes[0].total) == (1, 1)


def test_nothing_dated_is_an_empty_timeline() -> None:
    drawn = timeline([Row("a", None)], lambda r: r.speaker, str)
    assert (drawn.lanes, drawn.first, drawn.undated) == ([], None, 1)


def test_only_the_fullest_lanes_are_drawn() -> None:
    rows = [Row(f"s{number:02}", "2016-05-01") for number in range(MOST_LANES + 3)]
    drawn = timeline(rows, lambda r: r.speaker, str)
    assert len(drawn.lanes) == MOST_LANES
    assert drawn.height == TOP + LANE * MOST_LANES + 8


def test_long_times_are_put_together_in_bars() -> None:
    rows = [Row("a", "2016-01-01"), Row("a", "2016-01-02"), Row("a", "2016-12-31")]
    drawn = timeline(rows, lambda r: r.speaker, str)
    assert drawn.step == -(-366 // BINS)
    first, last = drawn.lanes[0].bars
    assert (first[0], first[2], first[3]) == (LEFT, "2016-01-01", 2)
    assert last[3] == 1
