"""Claims: a table one can narrow down by what a claim is, who says it, and when."""

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.areas import Area
from trucewatch.web.columns import COLUMNS, choices, shown
from trucewatch.web.narrowing import FACETED, QUESTIONS, chosen_rows, facets, months
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.theatres import theatres_of
from trucewatch.web.visit import Visiting, needs, shared

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])


@router.get("/claims")
@shared
def claims(visit: Visiting) -> Response:
    """Show the claims seen from here, a page at a time."""
    rows = chosen_rows(visit)
    page = paged(rows, visit.number("page"), visit.bench.bounds.page)
    asked = {name: visit.asked(name) for name in QUESTIONS}
    columns = shown(visit.asked("columns"))
    return visit.page(
        "claims",
        page=page,
        claims=visit.view.readings(page.items),
        asked=asked,
        area=Area.parse(visit.asked("area")),
        columns=columns,
        titles=COLUMNS,
        choices=choices(columns),
        facets=facets(visit),
        months=months(visit),
        latest=FACETED,
        types=api.claim_types(),
        finding=theatres_of(visit) is None,
        taken=visit.to("/export", **asked),
    )
