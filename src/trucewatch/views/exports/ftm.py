"""Claims as FollowTheMoney entities, JSON Lines: events, documents, bodies, addresses.

The shape and the names are those of the published model (followthemoney 4.11), which
Aleph and OpenSanctions read: an entity has an identifier, a schema, and properties
whose values are lists of text. Each entity comes once, before whatever refers to it.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.claims.types import claim_types
from trucewatch.documents.document import Document
from trucewatch.values.keys import content_key
from trucewatch.values.stances import Assertion, Polarity
from trucewatch.views.exports.handout import Handout
from trucewatch.views.wording import number_text

SUFFIX = "ftm.jsonl"
MEDIA_TYPE = "application/x-ndjson"
HOLDS = "FollowTheMoney entities, one a line: for Aleph and its kin"
LOSES = (
    "the chain of speakers but for its ends, what part each body plays and whoever no "
    "theatre knows, numbers and firmness as fields (they stand in the summary), spans, "
    "judgements and the second clock but for its day"
)
Entity = dict[str, Any]
LONGEST = 380  # characters of a name, of which the model takes 384
_DAY = len("2016-05-23")
_SCHEMA = {"state": "PublicBody", "organ": "PublicBody", "people": "LegalEntity"}


def write(handout: Handout, stream: TextIO) -> int:
    """Write entities, one a line; return how many there were."""
    seen: set[str] = set()
    for claim in handout:
        for entity in entities_of(claim, handout):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                stream.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return len(seen)


def entities_of(claim: Claim, handout: Handout) -> Iterator[Entity]:
    """Yield what a claim refers to, then the claim as an event."""
    document = handout.document(claim.document)
    source = _document(claim, document)
    bodies = [*_bodies(claim, handout)]
    addresses = [_address(place, handout) for place in claim.places]
    yield from (source, *bodies, *addresses)
    yield entity(
        claim.key,
        "Event",
        name=clipped(claim.quote),
        description=claim.quote,
        summary=_summary(claim, handout),
        keywords=[claim.kind, claim.variant],
        startDate=_day(claim.time.start),
        endDate=_day(claim.time.end),
        location=[place.name or place.text for place in claim.places],
        addressEntity=[address["id"] for address in addresses],
        country=[_country(place, handout) for place in claim.places],
        involved=[body["id"] for body in bodies],
        proof=source["id"],
        publisher=document and document.publisher,
        sourceUrl=document and document.url,
        recordId=claim.key,
        retrievedAt=handout.known_since(claim.key)[:_DAY],
    )


def entity(key: str, schema: str, **properties: Any) -> Entity:  # noqa: ANN401
    """Return an entity; what has no value has no property, and values are lists.

    Args:
        key: Its identifier.
        schema: Name of its schema, such as ``Event``.
        properties: Texts, numbers or lists of them by the name of the property.
    """
    lists = {
        name: value if isinstance(value, list) else [value]
        for name, value in properties.items()
    }
    held = {
        name: [str(one) for one in dict.fromkeys(values) if one not in (None, "")]
        for name, values in lists.items()
    }
    kept = {name: values for name, values in held.items() if values}
    return {"id": linked(key), "schema": schema, "properties": kept}


def linked(key: str) -> str:
    """Return a key as the model takes it for an identifier, which has no low line."""
    return key.replace("_", "-")


def clipped(text: str) -> str:
    """Return a text short enough for a name, with a mark where it goes on."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _document(claim: Claim, known: Document | None) -> Entity:
    key = claim.document
    if known is None:
        return entity(key, "Article", name=key, fileName=claim.source_file or key)
    name = known.source_file or claim.source_file or key
    return entity(
        key,
        "Article",
        name=clipped(known.title or name),
        title=known.title,
        fileName=name,
        publisher=known.publisher,
        publishedAt=_day(str(known.published or "")),
        mimeType=known.media_type,
        encoding=known.encoding,
        sourceUrl=known.url,
    )


def _bodies(claim: Claim, handout: Handout) -> Iterator[Entity]:
    """Yield the actors of the theatres that take part."""
    for role in claim.roles:
        actor = handout.theatre.actors.get(role.id)
        if actor is not None:
            schema = _SCHEMA.get(actor.sort, "Organization")
            country = (actor.country or "").lower()
            yield entity(f"tw-{actor.id}", schema, name=actor.label, country=country)


def _address(place: ClaimPlace, handout: Handout) -> Entity:
    name = place.name or place.text
    return entity(
        f"tw-{place.id}" if place.id else content_key("p", place.text),
        "Address",
        name=name,
        full=name,
        country=_country(place, handout),
        latitude=place.lat,
        longitude=place.lon,
        remarks=f"known as finely as: {place.precision.value}",
    )


def _country(place: ClaimPlace, handout: Handout) -> str:
    known = handout.theatre.places.get(place.id)
    return "" if known is None else known.country.lower()


def _summary(claim: Claim, handout: Handout) -> str:
    """Return in one line what the fields of an event have no room for."""
    kind = claim_types().get(claim.kind)
    last = claim.chain[-1] if claim.chain else None
    quantity = claim.quantity
    parts = [
        claim.kind if kind is None else kind.description.partition(".")[0],
        f"said by {handout.name(last.id, last.text) or 'nobody named'}" if last else "",
        quantity and f"{number_text(quantity)} {quantity.unit}",
        quantity and quantity.aggregation.value.replace("_", " "),
        claim.assertion.value if claim.assertion is not Assertion.ASSERTED else "",
        "negated" if claim.polarity is Polarity.NEGATED else "",
    ]
    return "; ".join(part for part in parts if part)


def _day(time: str | None) -> str | None:
    """Return a day of partial precision; the model's times of day need seconds."""
    return time[:_DAY] if time else None
