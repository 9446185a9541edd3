"""Claims as JSON-LD, one way to write RDF: schema.org's ``Claim`` and its neighbours.

The context stands in the file, so nothing has to be fetched to read it. What schema.org
has no word for keeps the name of the claim record, under a prefix of ours.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.values.quantities import Quantity
from trucewatch.views.exports.handout import ATTRIBUTION

HOLDS = "schema.org's Claim, one graph with its context inside: for RDF tools"
LOSES = (
    "the chain of speakers but for its ends, spans but that of the quote, how a time "
    "and a place are known"
)
MEDIA_TYPE = "application/ld+json"
PREFIX = "urn:trucewatch:"
CONTEXT = {"@vocab": "https://schema.org/", "tw": PREFIX}


def write(claims: Iterable[Claim], stream: TextIO) -> int:
    """Write claims as one graph; return how many there were."""
    graph = [node_of(claim) for claim in claims]
    told = [told_of(LOSES), *graph]
    json.dump({"@context": CONTEXT, "@graph": told}, stream, ensure_ascii=False)
    stream.write("\n")
    return len(graph)


def told_of(loses: str) -> dict[str, Any]:
    """Return the node that says what a graph loses and whose places it names."""
    node = {"@id": "tw:export", "@type": "Dataset"}
    return node | {"description": f"Loses {loses}.", "creditText": ATTRIBUTION}


def node_of(claim: Claim) -> dict[str, Any]:
    """Return a claim as a node; what it does not say has no property."""
    node = {
        "@id": f"tw:{claim.key}",
        "@type": "Claim",
        "text": claim.quote,
        "additionalType": f"tw:{claim.kind}",
        "author": _author(claim),
        "appearance": _document(claim),
        "temporalCoverage": _time(claim),
        "contentLocation": [_place(place) for place in claim.places],
        "about": [
            {"@type": "Thing", "@id": f"tw:{role.id}", "name": role.text}
            if role.id
            else {"@type": "Thing", "name": role.text}
            for role in claim.roles
        ],
        "tw:quantity": _quantity(claim.quantity),
        "tw:polarity": claim.polarity.value,
        "tw:assertion": claim.assertion.value,
        "tw:tense": claim.tense.value,
        "tw:rule": claim.rule,
        "tw:reader": claim.reader,
    }
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _author(claim: Claim) -> dict[str, Any] | None:
    if not claim.chain:
        return None
    last = claim.chain[-1]
    named = {"@type": "Organization", "name": last.text or last.id}
    return named | ({"@id": f"tw:{last.id}"} if last.id else {})


def _document(claim: Claim) -> dict[str, Any]:
    first = claim.chain[0] if claim.chain else None
    publisher = None if first is None else first.text or first.id
    node = {
        "@id": f"tw:{claim.document}",
        "@type": "CreativeWork",
        "name": claim.source_file,
        "publisher": publisher,
        "tw:characters": f"{claim.span.start}-{claim.span.end}",
    }
    return {name: value for name, value in node.items() if value is not None}


def _time(claim: Claim) -> str | None:
    start, end = claim.time.start, claim.time.end
    if start is None and end is None:
        return None
    # ISO 8601-2 writes an open end as two points
    return start if start == end else f"{start or '..'}/{end or '..'}"


def _place(place: ClaimPlace) -> dict[str, Any]:
    node: dict[str, Any] = {"@type": "Place", "name": place.name or place.text}
    if place.id:
        node["@id"] = f"tw:{place.id}"
    if place.lat is not None and place.lon is not None:
        point = {"latitude": place.lat, "longitude": place.lon}
        node["geo"] = {"@type": "GeoCoordinates", **point}
    return node


def _quantity(quantity: Quantity | None) -> dict[str, Any] | None:
    if quantity is None:
        return None
    node = {
        "@type": "QuantitativeValue",
        "value": quantity.value,
        "minValue": quantity.low,
        "maxValue": quantity.high,
        "unitText": quantity.unit,
        "tw:aggregation": quantity.aggregation.value,
        "tw:words": quantity.text,
    }
    return {name: value for name, value in node.items() if value is not None}
