"""Claims as flat rows: the columns every table-like export shares."""

from trucewatch.claims.claim import Claim
from trucewatch.values.spans import Span

Value = str | int | float | None
Row = dict[str, Value]
_WHERE = ("place", "place_id", "place_role", "lat", "lon", "place_precision")
_HOW_MANY = ("value", "low", "high", "quantifier", "unit", "aggregation")

LOSES = (
    "the chain of speakers but for its ends, all places but the first, all roles but "
    "their words, and the spans of everything but the quote"
)


def row_of(claim: Claim) -> Row:
    """Return the flat row of a claim; a missing value is None."""
    return {
        "claim": claim.key,
        "document": claim.document,
        "source_file": claim.source_file,
        "span_start": claim.span.start,
        "span_end": claim.span.end,
        "quote": claim.quote,
        "kind": claim.kind,
        "variant": claim.variant,
        "voice": claim.voice.value,
        "polarity": claim.polarity.value,
        "assertion": claim.assertion.value,
        "tense": claim.tense.value,
        **_who(claim),
        **_where(claim),
        "from": claim.time.start,
        "to": claim.time.end,
        "time_precision": claim.time.precision.value,
        "time_basis": claim.time.basis.value,
        **_how_many(claim),
        "counter": claim.counter,
        "instrument": claim.instrument,
        "part_of": claim.part_of,
        "reader": claim.reader,
        "rule": claim.rule,
    }


def _who(claim: Claim) -> Row:
    first = claim.chain[0] if claim.chain else None
    last = claim.chain[-1] if claim.chain else None
    roles = (f"{role.role}: {role.id or role.text}" for role in claim.roles)
    return {
        "publisher": None if first is None else first.id or first.text,
        "speaker": claim.speaker,
        "speaker_text": None if last is None else last.text,
        "roles": "; ".join(roles) or None,
    }


def _where(claim: Claim) -> Row:
    if not claim.places:
        return dict.fromkeys(_WHERE)
    place = claim.places[0]
    return {
        "place": place.name or place.text,
        "place_id": place.id,
        "place_role": place.role.value,
        "lat": place.lat,
        "lon": place.lon,
        "place_precision": place.precision.value,
    }


def _how_many(claim: Claim) -> Row:
    quantity = claim.quantity
    if quantity is None:
        return dict.fromkeys(_HOW_MANY)
    return {
        "value": quantity.value,
        "low": quantity.low,
        "high": quantity.high,
        "quantifier": quantity.quantifier.value,
        "unit": quantity.unit,
        "aggregation": quantity.aggregation.value,
    }


COLUMNS = tuple(row_of(Claim(document="", span=Span(0, 1), quote="", kind="")))
