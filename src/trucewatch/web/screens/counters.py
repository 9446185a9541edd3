"""Counters: who counts what, as a chart and as a table; never summed across bodies."""

import datetime as dt
from typing import Any

from fastapi import APIRouter, Response

from trucewatch.web.charts import Drawn, Point, draw
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.screens.registers import is_bounded, rows_of
from trucewatch.web.visit import Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
ON_A_PAGE = 8


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
def counters(visit: Visiting) -> Response:
    """Show the series, the longest first."""
    kept = rows_of(visit, "counters")
    _, rows = kept.value
    found = visit.bench.kept(visit.view, ("series", kept.cut), lambda: series(rows))
    groups = found.value
    kind = visit.asked("kind")
    if kind:
        groups = [g for g in groups if g[0].kind.value == kind]
    page = paged(groups, visit.number("page"), ON_A_PAGE)
    return visit.page(
        "counters",
        page=page,
        series=[Series(group) for group in page.items],
        tables=visit.asked("show") == "tables",
        kind=kind,
        bounded=is_bounded(visit),
    )


def series(rows: Any) -> list[list[Any]]:  # noqa: ANN401 - rows of the register
    """Return the rows of each series, the longest series first."""
    groups: dict[tuple[str, ...], list[Any]] = {}
    for row in rows:
        key = (
            str(row.kind.value),
            str(row.series.value),
            str(row.unit.value),
            str(row.against.value),
        )
        groups.setdefault(key, []).append(row)
    return sorted(groups.values(), key=lambda g: -len(g))
