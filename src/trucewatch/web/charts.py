"""Charts: series of numbers as SVG, drawn here so that no script is needed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 180
LEFT, RIGHT, TOP, BOTTOM = 64, 16, 16, 28
TICKS = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One statement of a series.

    Attributes:
        day: The day it is stated for.
        value: The number.
        words: The number as worded.
        claims: Keys of the claims behind it.
        state: How it stands to the statement before.
    """

    day: dt.date
    value: float
    words: str
    claims: tuple[str, ...]
    state: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart ready for the page, in units of its own drawing.

    Attributes:
        line: Points of the line through the statements.
        dots: Where each statement is, with the statement.
        rows: Height and label of each line of the grid.
        first: First day.
        last: Last day.
    """

    line: str
    dots: list[tuple[float, float, Point]]
    rows: list[tuple[float, str]]
    first: dt.date
    last: dt.date
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    bottom: int = HEIGHT - BOTTOM


def draw(points: Sequence[Point]) -> Drawn:
    """Return the chart of a series; it begins at zero.

    Args:
        points: The statements, by day; one at least.
    """
    first, last = points[0].day, points[-1].day
    days = max(1, (last - first).days)
    top = ceiling(max(point.value for point in points))
    across, up = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM

    def place(point: Point) -> tuple[float, float]:
        x = LEFT + across * (point.day - first).days / days
        y = TOP + up * (1 - point.value / top)
        return round(x, 1), round(y, 1)

    dots = [(*place(point), point) for point in points]
    rows = [
        (round(TOP + up * (1 - n / TICKS), 1), f"{top * n / TICKS:,.10g}")
        for n in range(TICKS + 1)
    ]
    return Drawn(" ".join(f"{x},{y}" for x, y, _ in dots), dots, rows, first, last)


def ceiling(value: float) -> float:
    """Return the round number at or above a value that a scale ends with."""
    step = 1.0
    while step * 10 < value:
        step *= 10
    for factor in (1, 2, 4, 5, 8, 10):
        if step * factor >= value:
            return step * factor
    return value or 1.0
