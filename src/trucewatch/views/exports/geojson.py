"""Claims as GeoJSON (RFC 7946): one point per claim and place that has one."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.views.exports.handout import ATTRIBUTION
from trucewatch.views.exports.table import row_of

HOLDS = "a point for each claim and place: for maps"
LOSES = "claims without a located place, whose number is given as unplaced_claims"
MEDIA_TYPE = "application/geo+json"
_PLACE_COLUMNS = ("place", "place_id", "place_role", "lat", "lon", "place_precision")


def write(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write claims as one FeatureCollection; return how many had a place to show."""
    features: list[dict[str, Any]] = []
    placed = unplaced = 0
    for claim in claims:
        found = list(_features(claim))
        features += found
        placed += bool(found)
        unplaced += not found
    collection = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "loses": LOSES,
        "unplaced_claims": unplaced,
        "features": features,
    }
    json.dump(collection, stream, ensure_ascii=False)
    stream.write("\n")
    return placed


def _features(claim: Claim) -> Iterator[dict[str, Any]]:
    row = {key: v for key, v in row_of(claim).items() if key not in _PLACE_COLUMNS}
    for place in claim.places:
        if place.lat is None or place.lon is None:
            continue
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": row | _place(place),
        }


def _place(place: ClaimPlace) -> dict[str, Any]:
    return {
        "place": place.name or place.text,
        "place_id": place.id,
        "place_role": place.role.value,
        "place_precision": place.precision.value,
        "candidates": place.candidates,
    }
