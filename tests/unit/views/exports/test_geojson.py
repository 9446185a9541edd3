"""Claims as GeoJSON."""

import io
import json
from dataclasses import replace

from tests.support.made import made_claim, made_document
from trucewatch.views.exports.geojson import write


def test_a_place_becomes_a_point_with_longitude_first() -> None:
    document = made_document()
    placed = made_claim(document, "7 people were killed in Nawa", place="Nawa")
    unplaced = made_claim(document, "41 armed groups")
    stream = io.StringIO()
    assert write([placed, unplaced], stream) == 1
    collection = json.loads(stream.getvalue())
    assert collection["unplaced_claims"] == 1
    (feature,) = collection["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [36.0, 32.9]}
    assert feature["properties"]["place"] == "Nawa"
    assert feature["properties"]["quote"] == "7 people were killed in Nawa"
    assert "lat" not in feature["properties"]
    assert "GeoNames" in collection["attribution"]


def test_a_place_without_a_point_is_counted_and_not_drawn() -> None:
    document = made_document()
    claim = made_claim(document, "7 people were killed in Nawa", place="Nawa")
    somewhere = replace(claim.places[0], lat=None, lon=None)
    stream = io.StringIO()
    assert write([replace(claim, places=(somewhere,))], stream) == 0
    collection = json.loads(stream.getvalue())
    assert (collection["features"], collection["unplaced_claims"]) == ([], 1)
