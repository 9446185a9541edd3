"""Map and timeline: one brush over both, and a table that says the same."""

import gzip
import heapq
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.areas import Area
from trucewatch.web.lanes import Timeline, timeline
from trucewatch.web.mapping import (
    HEIGHT,
    WIDTH,
    Drawing,
    Holding,
    Spot,
    countries_of,
    features_of,
    holdings,
    spots,
)
from trucewatch.web.narrowing import (
    LATEST,
    QUESTIONS,
    asked_of,
    chosen_rows,
    latest_of,
    publisher_of,
)
from trucewatch.web.paging import paged
from trucewatch.web.parties import side_of
from trucewatch.web.people import Role
from trucewatch.web.theatres import choices, theatres_of
from trucewatch.web.visit import Visit, Visiting, needs, shared

router = APIRouter(dependencies=[needs(Role.READER)])
SPOTS_DRAWN = 250
SPEAKERS = 60
LANES = {
    "": "by speaker",
    "publisher": "by publisher",
    "party": "by party that speaks",
    "actor": "by party that acts",
}
# Roles of whoever does what is claimed, as claims/types.tsv names them.
ACTING = (
    *("actor", "attacker", "violator", "holder", "gainer", "joiner", "group", "force"),
    *("provider", "demander", "requester", "organiser", "backer", "operator"),
)
CONTROL = "ARE.control"
HELD = 2_000  # statements of one source that are drawn
KEYS = 40  # claims named for a spot; the table has all


@router.get("/map", tags=["screens"])
@shared
def draw(visit: Visiting) -> Response:
    """Show the map and the lanes of what the address asks for."""
    rows = chosen_rows(visit)
    ground = api.ground_of(visit.view)
    asked, area = asked_of(visit), Area.parse(visit.asked("area"))
    questions = {name: visit.asked(name) for name in QUESTIONS}
    found, elsewhere, countries, drawing = visit.bench.kept(
        visit.view, ("drawn", asked), lambda: drawn(rows, ground, area)
    ).value
    whose = visit.asked("control")
    placed = visit.bench.kept(
        visit.view, ("placed", asked), lambda: [r for r in rows if ground.get(r.key)]
    ).value
    page = paged(placed, visit.number("page"), visit.bench.bounds.page)
    page = replace(page, items=visit.view.readings(page.items))
    return visit.page(
        "map",
        drawing=drawing,
        spots=[s for s in found if drawing.inside(s)][:SPOTS_DRAWN],
        outside=sum(not drawing.inside(s) for s in found),
        elsewhere=elsewhere.most_common(12),
        area=area,
        claims=len(rows),
        points=visit.to("/api/map", **questions),
        listed=visit.to("/claims", **questions),
        taken=visit.to("/export", **questions),
        holdings=held_by(visit, rows, whose) if whose else [],
        whose=whose,
        controllers=controllers(visit, rows),
        lanes=visit.bench.kept(
            visit.view,
            ("lanes", asked, visit.asked("lanes")),
            lambda: lanes(visit, rows),
        ).value,
        all_lanes=LANES,
        theatres=list(choices(visit)),
        finding=theatres_of(visit) is None,
        countries=countries,
        width=WIDTH,
        height=HEIGHT,
        table=visit.asked("show") == "table",
        page=page,
        bounded=visit.asked("lanes") == "actor" and len(rows) > LATEST,
        latest=LATEST,
        types=api.claim_types(),
    )


def drawn(
    rows: Sequence[Any], ground: Mapping[str, Sequence[str]], area: Area | None = None
) -> tuple[list[Spot], Counter[str], list[str], Drawing]:
    """Return the spots, what has no point, the countries, and the drawing."""
    found, elsewhere = spots(rows, ground)
    countries = countries_of(found)
    frame = area.corners if area else ()
    return found, elsewhere, countries, Drawing(countries, found, frame)


def controllers(visit: Visit, rows: Sequence[Any]) -> list[tuple[str, int]]:
    """Return who speaks of control, with the number of claims."""
    asked = asked_of(visit)

    def count() -> list[tuple[str, int]]:
        speakers = Counter(r.speaker or "" for r in rows if r.kind == CONTROL)
        return speakers.most_common(SPEAKERS)

    return visit.bench.kept(visit.view, ("controllers", asked), count).value


def held_by(visit: Visit, rows: Sequence[Any], whose: str) -> list[Holding]:
    """Return what one source says of who holds what, the latest first."""
    said = [r for r in rows if r.kind == CONTROL and (r.speaker or "") == whose]
    last = heapq.nlargest(HELD, said, key=lambda r: (r.starts or "", r.order))
    return holdings(visit.view.readings(last), visit.casebook.label)


def lanes(visit: Visit, rows: Sequence[Any]) -> Timeline:
    """Return the lanes that the address asks for.

    Who acts is told by the claims themselves: of these the latest are read.
    """
    by = visit.asked("lanes")
    if by == "actor":
        rows = latest_of(rows)
    claims = visit.view.readings(rows) if by == "actor" else ()
    known = visit.casebook.theatre
    name = visit.casebook.label
    acting = {c.key: acting_in(c) for c in claims}
    lane_of: dict[str, Callable[[Any], str]] = {
        "publisher": publisher_of,
        "party": lambda row: side_of(row.speaker or "", known),
        "actor": lambda row: side_of(acting.get(row.key, ""), known),
    }
    unknown = {"party": "no party known", "actor": "nobody known acts"}

    def label(key: str) -> str:
        return name(key) if key else unknown.get(by, "nobody named")

    return timeline(rows, lane_of.get(by, lambda row: row.speaker or ""), label)


def acting_in(claim: api.Claim) -> str:
    """Return the key of who acts in a claim, or empty."""
    known = [role.id for role in claim.roles if role.id and role.role in ACTING]
    return known[0] if known else ""


@router.get("/api/map", tags=["records"])
def points(visit: Visiting) -> Response:
    """Return the places of what the address asks for, as GeoJSON."""
    rows = chosen_rows(visit)
    asked = asked_of(visit)

    def make() -> bytes:
        found, _ = spots(rows, api.ground_of(visit.view))
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [s.lon, s.lat]},
                "properties": {
                    "id": s.id,
                    "name": s.name,
                    "precision": s.precision,
                    "ring_km": s.ring_km,
                    "count": len(s.claims),
                    "speakers": len(s.speakers),
                    "claims": ",".join(s.claims[:KEYS]),
                },
            }
            for s in found
        ]
        collection = {"type": "FeatureCollection", "features": features}
        return gzip.compress(json.dumps(collection, ensure_ascii=False).encode())

    body = visit.bench.kept(visit.view, ("points", asked), make).value
    return Response(
        body,
        media_type="application/geo+json",
        headers={"Content-Encoding": "gzip", "Vary": "Accept-Encoding"},
    )


@router.get("/api/outlines/{country}", tags=["records"])
def outlines(country: str) -> dict[str, Any]:
    """Return the outlines of a country's first-level divisions, as GeoJSON."""
    code = country if country.isalpha() and len(country) == len("SY") else ""
    return {"type": "FeatureCollection", "features": features_of(code)}
