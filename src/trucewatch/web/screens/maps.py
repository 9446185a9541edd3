"""Map and timeline: one brush over both, and a table that says the same."""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.lanes import timeline
from trucewatch.web.mapping import (
    HEIGHT,
    WIDTH,
    Drawing,
    countries_of,
    features_of,
    holdings,
    spots,
)
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.screens.claims import chosen_rows
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)])
QUESTIONS = ("find", "kind", "speaker", "from", "to")
SPOTS_DRAWN = 400
SPEAKERS = 60
KEYS = 40  # claims named for a spot; the table has all


@router.get("/map", tags=["screens"])
def draw(visit: Visiting) -> Response:
    """Show the map and the lanes of what the address asks for."""
    rows, bounded = bounded_rows(visit)
    claims = read(visit, rows)
    found, elsewhere = spots(claims)
    countries = countries_of(found)
    drawing = Drawing(countries, found)
    whose = visit.asked("control")
    controlled = [c for c in claims if c.kind == "ARE.control"]
    held = [c for c in controlled if (c.speaker or "") == whose] if whose else []
    page = paged(
        [c for c in claims if c.places], visit.number("page"), visit.bench.bounds.page
    )
    return visit.page(
        "map",
        drawing=drawing,
        spots=[s for s in found if drawing.inside(s)][:SPOTS_DRAWN],
        outside=sum(not drawing.inside(s) for s in found),
        elsewhere=elsewhere.most_common(12),
        holdings=holdings(held, visit.casebook.label),
        whose=whose,
        controllers=Counter(c.speaker or "" for c in controlled).most_common(SPEAKERS),
        lanes=timeline(rows, _lane_of(visit.asked("lanes")), visit.casebook.label),
        countries=countries,
        width=WIDTH,
        height=HEIGHT,
        table=visit.asked("show") == "table",
        page=page,
        bounded=bounded,
        types=api.claim_types(),
    )


def bounded_rows(visit: Visit) -> tuple[list[Any], bool]:
    """Return the rows asked for, the latest ones where there are many."""
    rows = chosen_rows(visit)
    latest = visit.bench.bounds.latest
    if len(rows) <= latest:
        return rows, False
    newest = sorted(rows, key=lambda r: (r.starts or "", r.order))[-latest:]
    return newest, True


def read(visit: Visit, rows: list[Any]) -> tuple[api.Claim, ...]:
    """Return the claims of the rows, kept while one looks around."""
    asked = tuple(visit.asked(name) for name in QUESTIONS)
    found: tuple[api.Claim, ...] = visit.bench.kept(
        visit.view, ("map", asked), lambda: visit.view.readings(rows)
    ).value
    return found


def _lane_of(by: str) -> Callable[[Any], str]:
    if by == "publisher":
        return lambda row: (
            (row.voices[0].id or row.voices[0].text or "") if row.voices else ""
        )
    return lambda row: row.speaker or ""


@router.get("/api/map", tags=["records"])
def points(visit: Visiting) -> Response:
    """Return the places of what the address asks for, as GeoJSON."""
    rows, _ = bounded_rows(visit)
    asked = tuple(visit.asked(name) for name in QUESTIONS)

    def make() -> bytes:
        found, _ = spots(read(visit, rows))
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
