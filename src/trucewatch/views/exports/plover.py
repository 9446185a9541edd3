"""Claims as PLOVER events, JSON Lines: who did what to whom, when and where.

The field names are those of the manual's chapter "JSON Data Fields" (Open Event Data
Alliance, at commit 5e0c24f); one claim makes one record, and its key is the identifier.
Fields of ours go by the name ``trucewatch``, as the manual lets providers add some.
"""

import json
from typing import Any, TextIO

from trucewatch.claims.claim import Claim, ClaimPlace, Role
from trucewatch.errors import PartialDateError
from trucewatch.ledger.holdings import is_ahead
from trucewatch.values.dates import PartialDate
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import Assertion, Polarity, Tense
from trucewatch.views.exports.crosswalk import (
    actors,
    code_of,
    codebook,
    is_many,
    recipients,
)
from trucewatch.views.exports.handout import Handout

SUFFIX = "plover.jsonl"
MEDIA_TYPE = "application/x-ndjson"
HOLDS = "one PLOVER event a line (JSON Lines), for each claim that is one"
LOSES = (
    "the chain of speakers but for its ends, the assertion in all its shades, units "
    "but the killed, wounded and detained, all places but the first, spans but that "
    "of the quote; claims that are no event, counts over a period and what has no date"
)
Record = dict[str, Any]
_UNSURE = frozenset({Assertion.POSSIBLE, Assertion.CONDITIONAL, Assertion.PREDICTED})


def write(handout: Handout, stream: TextIO) -> int:
    """Write events, one a line; return how many there were."""
    written = 0
    for claim in handout:
        record = record_of(claim, handout)
        if isinstance(record, str):
            handout.leave_out(record)
            continue
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        written += 1
    return written


def record_of(claim: Claim, handout: Handout) -> Record | str:
    """Return the record of a claim, or why it makes none."""
    code = code_of(claim, "plover", handout)
    days = _days(claim)
    if code is None:
        return "of a type that is no event there"
    if is_many(claim):
        return "counted over a period, or a state"
    if days is None:
        return "without a date"
    event, mode, contexts = coded(code, ahead=is_ahead(claim))
    place = claim.places[0] if claim.places else None
    record = {
        "id": claim.key,
        "has_event": True,
        **days,
        "actor": [_entity(role, handout) for role in actors(claim)],
        "recipient": [_entity(role, handout) for role in recipients(claim)],
        "event": [event],
        "mode": mode,
        "context": [*contexts, *_auxiliary(claim, event)],
        "quad_code": codebook("plover")["quad"][event],
        "event_loc": None if place is None else _place(place, handout),
        "event_text": [claim.quote],
        **_sizes(claim.quantity),
        "text_info": {"start": claim.span.start, "end": claim.span.end},
        "cite_info": _citation(claim, handout),
        "coder": claim.reader,
        "coded_date": handout.known_since(claim.key)[: len("2016-05-23")],
        "trucewatch": _ours(claim),
    }
    return {name: value for name, value in record.items() if value not in (None, [])}


def coded(code: str, *, ahead: bool) -> tuple[str, list[str], list[str]]:
    """Return event, modes and contexts of a code such as ``ASSAULT:aerial``.

    Args:
        code: Event, with a mode or a context of the manual.
        ahead: Whether it is only announced, which makes another event of some.
    """
    book = codebook("plover")
    event, _, detail = code.partition(":")
    if ahead and event in book["ahead"]:
        event = book["ahead"][event]
    mode = [detail] if detail in book["modes"].get(event, ()) else []
    return event, mode, [detail] if detail in book["contexts"] else []


def _auxiliary(claim: Claim, event: str) -> list[str]:
    """The four contexts by which the manual tells apart what is no plain event."""
    ahead = is_ahead(claim) and event not in codebook("plover")["announcing"]
    found = {
        "historical": claim.tense is Tense.HISTORICAL,
        "future": ahead and claim.assertion not in _UNSURE,
        "hypothetical": claim.assertion in _UNSURE,
        "negation": claim.polarity is Polarity.NEGATED
        or claim.assertion is Assertion.DENIED,
    }
    return [name for name, holds in found.items() if holds]


def _days(claim: Claim) -> dict[str, str] | None:
    """First and last day, as whole days; None where neither is known."""
    start, end = claim.time.start, claim.time.end
    try:
        first = PartialDate.parse(start or end or "").first_day
        last = PartialDate.parse(end or start or "").last_day
    except PartialDateError:
        return None
    days = {"date": str(first)}
    return days if last == first else days | {"enddate": str(last)}


def _entity(role: Role, handout: Handout) -> Record:
    known = handout.theatre.actors.get(role.id)
    found = {
        "code": known.country if known else None,
        "entity_text": role.text,
        "identifier_id": role.id,
        "identifier_text": handout.name(role.id, role.text) if role.id else None,
    }
    return {name: value for name, value in found.items() if value}


def _place(place: ClaimPlace, handout: Handout) -> Record:
    known = handout.theatre.places.get(place.id)
    is_geonames = known is not None and known.source == "geonames"
    found = {
        "geonameid": known.source_id if known and is_geonames else None,
        "name": place.name or place.text,
        "latitude": place.lat,
        "longitude": place.lon,
        "country code": known.country if known else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _sizes(quantity: Quantity | None) -> Record:
    names = codebook("plover")["sizes"]
    if quantity is None or quantity.unit not in names or quantity.value is None:
        return {}
    return {"size": {names[quantity.unit]: quantity.value}}


def _citation(claim: Claim, handout: Handout) -> Record:
    document = handout.document(claim.document)
    found = {
        "citation": claim.document,
        "url": document and document.url,
        "title": document and document.title,
        "publication": document and document.publisher,
        "coder": claim.reader,
        "codebook": "plover 5e0c24f; crosswalk of trucewatch",
    }
    return {name: value for name, value in found.items() if value}


def _ours(claim: Claim) -> Record:
    quantity = claim.quantity
    found = {
        "claim": claim.key,
        "kind": claim.kind,
        "speaker": claim.speaker,
        "assertion": claim.assertion.value,
        "polarity": claim.polarity.value,
        "value": quantity and quantity.value,
        "unit": quantity and quantity.unit,
    }
    return {name: value for name, value in found.items() if value is not None}
