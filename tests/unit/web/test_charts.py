"""Charts of series, drawn without a script."""

import datetime as dt

import pytest

from trucewatch.web.charts import (
    BOTTOM,
    HEIGHT,
    LEFT,
    RIGHT,
    TOP,
    WIDTH,
    Point,
    ceiling,
    draw,
)


def a_point(day: str, value: float) -> Point:
    return Point(dt.date.fromisoformat(day), value, str(value), ("c_1",), "")


@pytest.mark.parametrize(
    ("value", "top"), [(0, 1), (1, 1), (7, 8), (10, 10), (11, 20), (61, 80), (430, 500)]
)
def test_a_scale_ends_with_a_round_number(value: float, top: float) -> None:
    assert ceiling(value) == top


def test_a_chart_begins_at_zero_and_spans_its_days() -> None:
    drawn = draw([a_point("2016-05-01", 0), a_point("2016-05-11", 8)])
    (x1, y1, _), (x2, y2, _) = drawn.dots
    assert (x1, y1) == (LEFT, HEIGHT - BOTTOM)
    assert (x2, y2) == (WIDTH - RIGHT, TOP)


def test_a_point_halfway_is_drawn_halfway() -> None:
    drawn = draw(
        [a_point("2016-05-01", 0), a_point("2016-05-06", 4), a_point("2016-05-11", 8)]
    )
    _, (x, y, _), _ = drawn.dots
    assert (x, y) == ((LEFT + WIDTH - RIGHT) / 2, (TOP + HEIGHT - BOTTOM) / 2)


def test_one_statement_is_a_chart_too() -> None:
    drawn = draw([a_point("2016-05-01", 5)])
    assert len(drawn.dots) == 1
    assert drawn.first == drawn.last


def test_the_grid_names_the_scale() -> None:
    drawn = draw([a_point("2016-05-01", 4000)])
    assert [label for _, label in drawn.rows] == [
        "0",
        "1,000",
        "2,000",
        "3,000",
        "4,000",
    ]
