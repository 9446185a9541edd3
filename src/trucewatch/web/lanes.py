"""Lanes: a timeline as SVG, one lane for each source, never merged."""

import datetime as dt
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from trucewatch.errors import PartialDateError
from trucewatch.values.dates import PartialDate

MOST_LANES = 10
BINS = 120
WIDTH, LEFT, LANE = 900, 190, 22
TOP = 22


@dataclass(frozen=True, slots=True)
class Lane:
    """What one source says, over time.

    Attributes:
        key: The source.
        label: Its name.
        y: Where the lane is drawn.
        bars: Where each bar is, how high, its first day and how many claims it has.
        total: Claims in the lane.
    """

    key: str
    label: str
    y: int
    bars: list[tuple[float, float, str, int]]
    total: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes with their common scale.

    Attributes:
        lanes: The lanes, the fullest first.
        first: First day drawn, or None when nothing has a day.
        last: Last day drawn.
        bar: Width of a bar.
        step: Days in a bar.
        undated: Claims without a day.
    """

    lanes: list[Lane]
    first: dt.date | None
    last: dt.date | None
    bar: float
    step: int
    undated: int
    width: int = WIDTH
    left: int = LEFT

    @property
    def height(self) -> int:
        """Height of the drawing."""
        return TOP + LANE * len(self.lanes) + 8


@functools.lru_cache(maxsize=10_000)
def day_of(text: str | None) -> dt.date | None:
    """Return the first day that a date of partial precision can mean, or None."""
    try:
        return PartialDate.parse(text).first_day if text else None
    except PartialDateError:
        return None


def timeline(
    rows: Iterable[Any], lane_of: Callable[[Any], str], label: Callable[[str], str]
) -> Timeline:
    """Return the lanes of claims.

    Args:
        rows: Claims, unread.
        lane_of: Gives the lane of a claim.
        label: Gives the name of a lane.
    """
    placed: defaultdict[str, Counter[dt.date]] = defaultdict(Counter)
    undated = 0
    for row in rows:
        day = day_of(row.starts)
        if day is None:
            undated += 1
            continue
        placed[lane_of(row)][day] += 1
    days = [day for counts in placed.values() for day in counts]
    if not days:
        return Timeline([], None, None, 0, 1, undated)
    first, last = min(days), max(days)
    step = -(-((last - first).days + 1) // BINS)
    bins = (last - first).days // step + 1
    bar = (WIDTH - LEFT - 8) / bins
    ranked = sorted(placed.items(), key=lambda p: (-p[1].total(), p[0]))[:MOST_LANES]
    lanes = [
        Lane(
            key,
            label(key),
            TOP + number * LANE,
            _bars(counts, first, step, bar),
            counts.total(),
        )
        for number, (key, counts) in enumerate(ranked)
    ]
    return Timeline(lanes, first, last, round(bar, 2), step, undated)


def _bars(
    counts: Counter[dt.date], first: dt.date, step: int, bar: float
) -> list[tuple[float, float, str, int]]:
    bins: Counter[int] = Counter()
    for day, number in counts.items():
        bins[(day - first).days // step] += number
    most = max(bins.values())
    return [
        (
            round(LEFT + place * bar, 1),
            round(3 + (LANE - 7) * number / most, 1),
            str(first + dt.timedelta(days=place * step)),
            number,
        )
        for place, number in sorted(bins.items())
    ]
