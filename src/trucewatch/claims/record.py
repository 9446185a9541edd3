"""The public claim record: claims to JSON and back (DESIGN section 3)."""

from typing import Any

from trucewatch.claims.claim import Claim, ClaimPlace, ClaimTime, Role, Vouching
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    Grounding,
    PlacePrecision,
    PlaceRole,
    Polarity,
    Quantifier,
    Tense,
    TimeBasis,
    TimePrecision,
    Voice,
)

Record = dict[str, Any]


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _chain(claim: Claim) -> list[Record]:
    return [
        {
            "part": v.part,
            "id": v.id,
            "text": v.text,
            "span": _span(v.span),
            "cue": v.cue,
        }
        for v in claim.chain
    ]


def _roles(claim: Claim) -> list[Record]:
    return [
        {"role": r.role, "id": r.id, "text": r.text, "span": _span(r.span)}
        for r in claim.roles
    ]


def _places(claim: Claim) -> list[Record]:
    return [
        {
            "role": p.role.value,
            "id": p.id,
            "name": p.name,
            "text": p.text,
            "span": _span(p.span),
            "lat": p.lat,
            "lon": p.lon,
            "precision": p.precision.value,
            "candidates": p.candidates,
        }
        for p in claim.places
    ]


def _time(time: ClaimTime) -> Record:
    return {
        "from": time.start,
        "to": time.end,
        "precision": time.precision.value,
        "basis": time.basis.value,
        "text": time.text,
        "span": _span(time.span),
    }


def _quantity(quantity: Quantity | None) -> Record | None:
    if quantity is None:
        return None
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "quantifier": quantity.quantifier.value,
        "unit": quantity.unit,
        "aggregation": quantity.aggregation.value,
        "text": quantity.text,
        "span": _span(quantity.span),
    }


def to_record(claim: Claim) -> Record:
    """Return the claim as the mapping that is printed as one JSON line."""
    return {
        "claim": claim.key,
        "document": claim.document,
        "source_file": claim.source_file,
        "span": _span(claim.span),
        "quote": claim.quote,
        "kind": claim.kind,
        "variant": claim.variant,
        "voice": claim.voice.value,
        "polarity": claim.polarity.value,
        "assertion": claim.assertion.value,
        "tense": claim.tense.value,
        "chain": _chain(claim),
        "speaker": claim.speaker,
        "roles": _roles(claim),
        "places": _places(claim),
        "time": _time(claim.time),
        "quantity": _quantity(claim.quantity),
        "counter": claim.counter,
        "instrument": claim.instrument,
        "part_of": claim.part_of,
        "reader": claim.reader,
        "rule": claim.rule,
        "grounding": claim.grounding.value,
        "policy": claim.policy,
        "grounds": [[name, span.as_list()] for name, span in claim.grounds],
    }


# Looking a word up is quicker than asking its enumeration, and claims are many.
_AGGREGATION = {word.value: word for word in Aggregation}
_ASSERTION = {word.value: word for word in Assertion}
_GROUNDING = {word.value: word for word in Grounding}
_PLACEPRECISION = {word.value: word for word in PlacePrecision}
_PLACEROLE = {word.value: word for word in PlaceRole}
_POLARITY = {word.value: word for word in Polarity}
_QUANTIFIER = {word.value: word for word in Quantifier}
_TENSE = {word.value: word for word in Tense}
_TIMEBASIS = {word.value: word for word in TimeBasis}
_TIMEPRECISION = {word.value: word for word in TimePrecision}
_VOICE = {word.value: word for word in Voice}


def _read_span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _read_place(p: Record) -> ClaimPlace:
    return ClaimPlace(
        _PLACEROLE[p["role"]],
        p["id"],
        p["name"],
        p["text"],
        _read_span(p["span"]),
        p["lat"],
        p["lon"],
        _PLACEPRECISION[p["precision"]],
        p["candidates"],
    )


def _read_time(t: Record) -> ClaimTime:
    return ClaimTime(
        t["from"],
        t["to"],
        _TIMEPRECISION[t["precision"]],
        _TIMEBASIS[t["basis"]],
        t["text"],
        _read_span(t["span"]),
    )


def _read_quantity(q: Record | None) -> Quantity | None:
    if q is None:
        return None
    return Quantity(
        q["value"],
        q["low"],
        q["high"],
        _QUANTIFIER[q["quantifier"]],
        q["unit"],
        _AGGREGATION[q["aggregation"]],
        q["text"],
        Span(*q["span"]),
    )


def from_record(record: Record) -> Claim:
    """Return the claim a record describes; ``to_record`` gives the record back.

    Raises:
        KeyError, ValueError: The record lacks a field or holds an unknown word; the
            caller knows file and line and says so.
    """
    return Claim(
        document=record["document"],
        source_file=record["source_file"],
        span=Span(*record["span"]),
        quote=record["quote"],
        kind=record["kind"],
        variant=record["variant"],
        voice=_VOICE[record["voice"]],
        polarity=_POLARITY[record["polarity"]],
        assertion=_ASSERTION[record["assertion"]],
        tense=_TENSE[record["tense"]],
        chain=tuple(
            Vouching(v["part"], v["id"], v["text"], _read_span(v["span"]), v["cue"])
            for v in record["chain"]
        ),
        roles=tuple(
            Role(r["role"], r["id"], r["text"], _read_span(r["span"]))
            for r in record["roles"]
        ),
        places=tuple(_read_place(p) for p in record["places"]),
        time=_read_time(record["time"]),
        quantity=_read_quantity(record["quantity"]),
        counter=record["counter"],
        instrument=record["instrument"],
        part_of=record["part_of"],
        reader=record["reader"],
        rule=record["rule"],
        grounding=_GROUNDING[record["grounding"]],
        policy=record["policy"],
        grounds=tuple((name, Span(*span)) for name, span in record["grounds"]),
        key=record["claim"],
    )
