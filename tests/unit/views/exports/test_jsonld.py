"""Claims as JSON-LD."""

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import UNSTATED, Claim, Role
from trucewatch.views.exports.jsonld import node_of, write

DOCUMENT = made_document()
NAWA = "7 people were killed in Nawa"


def test_a_claim_is_a_node_with_its_words_speaker_and_number() -> None:
    quantity = made_quantity(DOCUMENT, "7", unit="killed")
    claim = made_claim(DOCUMENT, NAWA, quantity=quantity, place="Nawa")
    stream = io.StringIO()
    assert write([claim], stream) == 1
    graph: dict[str, Any] = json.loads(stream.getvalue())
    about, node = graph["@graph"]
    assert "spans" in about["description"]
    assert (node["@id"], node["text"]) == (f"tw:{claim.key}", NAWA)
    assert node["author"]["@id"] == "tw:ru_crc"
    assert node["tw:quantity"]["value"] == 7
    assert node["contentLocation"][0]["geo"]["longitude"] == 36.0
    assert graph["@context"]["tw"].startswith("urn:")


def test_what_a_claim_does_not_say_has_no_property() -> None:
    claim = Claim(DOCUMENT.key, made_claim(DOCUMENT, NAWA).span, NAWA, "CAS.casualties")
    node = node_of(claim)
    assert not {"author", "temporalCoverage", "contentLocation", "about"} & set(node)
    assert "publisher" not in node["appearance"]


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2016-05-22", "2016-05-22", "2016-05-22"),
        ("2016-05", None, "2016-05/.."),
        (None, "2016-06", "../2016-06"),
    ],
)
def test_an_open_end_is_said_so(start: str | None, end: str | None, said: str) -> None:
    claim = made_claim(DOCUMENT, NAWA)
    time = replace(UNSTATED, start=start, end=end)
    assert node_of(replace(claim, time=time))["temporalCoverage"] == said


def test_who_takes_part_has_a_key_where_a_theatre_knows_them() -> None:
    known, unknown = Role("actor", "isil", "ISIS", None), Role("actor", None, "x", None)
    about = node_of(made_claim(DOCUMENT, NAWA, roles=(known, unknown)))["about"]
    assert [one.get("@id") for one in about] == ["tw:isil", None]


def test_a_place_without_a_point_has_no_coordinates() -> None:
    claim = made_claim(DOCUMENT, NAWA, place="Nawa")
    nowhere = replace(claim.places[0], id=None, lat=None, lon=None)
    (place,) = node_of(replace(claim, places=(nowhere,)))["contentLocation"]
    assert set(place) == {"@type", "name"}
