"""Counters: who counts what, as a chart and as a table; never summed across bodies."""

import datetime as dt
from typing import Any

from fastapi import APIRouter, Response

from trucewatch.web.charts import Drawn, Point, draw
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visiting, needs, shared

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
ON_A_PAGE = 8
MOST_SHOWN = 400  # statements of a series


class Series:
    """One counter of one body.

    Attributes:
        rows: Its statements, by day.
        chart: Their drawing, or None where no number has a day.
    """

    def __init__(self, rows: list[Any]) -> None:
        self.rows = rows
        self.chart: Drawn | None = None
        points = [p for row in rows if (p := point_of(row)) is not None]
        if points:
            self.chart = draw(sorted(points, key=lambda p: p.day))

    @property
    def first(self) -> Any:  # noqa: ANN401 - a row of the register
        """The first statement."""
        return self.rows[0]


def point_of(row: Any) -> Point | None:  # noqa: ANN401 - a row of the register
    """Return a statement as a point, or None without a day or a number."""
    try:
        day = dt.date.fromisoformat(str(row.date.value))
    except ValueError:
        return None
    value = row.value.value
    if not isinstance(value, int | float):
        return None
    words = str(row.stated.value or value)
    return Point(day, float(value), words, row.value.claims, str(row.state.value or ""))


@router.get("/counters")
@shared
def counters(visit: Visiting) -> Response:
    """Show the series, the longest first."""
    _, rows = visit.bench.register(visit.view, "counters")
    found = visit.bench.kept(visit.view, "series", lambda: series(rows))
    groups = found.value
    kind = visit.asked("kind")
    if kind:
        groups = [g for g in groups if g.is_running == (kind == "running")]
    page = paged(groups, visit.number("page"), ON_A_PAGE)
    return visit.page(
        "counters",
        page=page,
        series=[Series(last_of(rows, group)) for group in page.items],
        tables=visit.asked("show") == "tables",
        kind=kind,
    )


def last_of(rows: Any, group: Any) -> list[Any]:  # noqa: ANN401 - of the register
    """Return the rows of a series, the last ones of a very long one."""
    found: list[Any] = rows[max(group.start, group.stop - MOST_SHOWN) : group.stop]
    return found


def series(rows: Any) -> list[Any]:  # noqa: ANN401 - rows of the register
    """Return where the series stand among the rows, the longest first."""
    return sorted(rows.series(), key=lambda g: g.start - g.stop)
