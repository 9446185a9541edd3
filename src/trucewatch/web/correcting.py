"""Correcting: a form of fields becomes a claim record, each field with its words."""

from collections.abc import Mapping
from typing import Any

from trucewatch import api
from trucewatch.values.quantities import whole
from trucewatch.values.stances import Assertion, Polarity, Quantifier

CHOICES = {
    "polarity": [one.value for one in Polarity],
    "assertion": [one.value for one in Assertion],
    "quantifier": [one.value for one in Quantifier],
}
# What a complaint of the grounding gate begins with, and the field it is about.
COMPLAINTS = (
    ("the number", "number"),
    ("no number", "number"),
    ("what is counted", "unit"),
    ("the place", "place"),
    ("the speaker", "speaker"),
    ("the time", "time"),
    ("a stated time", "time"),
    ("the document negates", "polarity"),
    ("the document does not negate", "polarity"),
    ("the document hedges", "assertion"),
    ("the document's", "time"),
    ("the document says", "number"),
    ("the quote", "quote"),
    ("the span", "quote"),
)


def fields_of(claim: api.Claim) -> dict[str, str]:
    """Return the fields of a claim's form as text."""
    quantity = claim.quantity
    numbers = {
        "words": "",
        "value": "",
        "low": "",
        "high": "",
        "quantifier": "",
        "unit": "",
    }
    if quantity is not None:
        numbers = {
            "words": quantity.text,
            "value": _text(quantity.value),
            "low": _text(quantity.low),
            "high": _text(quantity.high),
            "quantifier": quantity.quantifier.value,
            "unit": quantity.unit,
        }
    last = claim.chain[-1] if claim.chain else None
    return {
        "kind": claim.kind,
        "variant": claim.variant or "",
        "polarity": claim.polarity.value,
        "assertion": claim.assertion.value,
        **numbers,
        "speaker": (last.text or "") if last else "",
        "place": claim.places[0].text if claim.places else "",
        "start": claim.time.start or "",
        "end": claim.time.end or "",
    }


def supports(claim: api.Claim) -> dict[str, str]:
    """Return the words of the document that each field rests on."""
    last = claim.chain[-1] if claim.chain else None
    said = f"{last.text or ''} {last.cue or ''}".strip() if last else ""
    grounds = ", ".join(sorted({name for name, _ in claim.grounds}))
    return {
        "quote": claim.quote,
        "number": claim.quantity.text if claim.quantity else "",
        "speaker": said,
        "place": ", ".join(place.text for place in claim.places),
        "time": claim.time.text or claim.time.basis.value,
        "also": grounds,
    }


def changed_record(
    claim: api.Claim, fields: Mapping[str, str], text: str
) -> dict[str, Any]:
    """Return the record of a claim with the fields of a form put in.

    Fields that the form leaves as they were keep their words and spans.

    Args:
        claim: The claim as it reads now.
        fields: The form; what it does not name stays.
        text: The document's text.
    """
    record = api.to_record(claim)
    now = fields_of(claim)
    asked = now | {k: v.strip() for k, v in fields.items() if k in now}
    for name in ("kind", "polarity", "assertion"):
        record[name] = asked[name]
    record["variant"] = asked["variant"] or None
    near = claim.span.start
    numbers = ("words", "value", "low", "high", "quantifier", "unit")
    if any(asked[n] != now[n] for n in numbers):
        record["quantity"] = _quantity(record["quantity"], asked, text, near)
    if asked["speaker"] != now["speaker"] and asked["speaker"]:
        record["chain"] = _chain(record["chain"], asked["speaker"], text, near)
    if asked["place"] != now["place"]:
        record["places"] = _places(asked["place"], text, near)
    if (asked["start"], asked["end"]) != (now["start"], now["end"]):
        record["time"] |= {"from": asked["start"] or None, "to": asked["end"] or None}
    return record


def by_field(complaints: tuple[str, ...]) -> dict[str, str]:
    """Return the gate's complaints by the field they are about."""
    found: dict[str, str] = {}
    for complaint in complaints:
        begins = (f for start, f in COMPLAINTS if complaint.startswith(start))
        found.setdefault(next(begins, "other"), complaint)
    return found


def _text(number: float | None) -> str:
    return "" if number is None else f"{number}"


def _number(text: str) -> int | float | None:
    if not text:
        return None
    try:
        return whole(float(text.replace(",", "")))
    except (ValueError, OverflowError):
        return None


def _locate(words: str, text: str, near: int) -> list[int]:
    """Return where words stand, the place nearest to the quote.

    Words that stand nowhere get a span of their own length at the quote: the gate then
    says that they do not stand there.
    """
    places = []
    at = text.find(words)
    while at >= 0 and words:
        places.append(at)
        at = text.find(words, at + 1)
    start = min(places, key=lambda place: abs(place - near), default=near)
    return [start, start + max(1, len(words))]


def _quantity(
    old: dict[str, Any] | None, asked: Mapping[str, str], text: str, near: int
) -> dict[str, Any] | None:
    if not asked["words"] and not asked["value"]:
        return None
    words = asked["words"] or asked["value"]
    value = _number(asked["value"])
    low, high = _number(asked["low"]), _number(asked["high"])
    quantifier = asked["quantifier"] or Quantifier.EXACT.value
    if quantifier in {Quantifier.EXACT.value, Quantifier.ABOUT.value}:
        low, high = value, value
    return {
        "value": value,
        "low": low,
        "high": high,
        "quantifier": quantifier,
        "unit": asked["unit"],
        "aggregation": (old or {}).get("aggregation", "period_unstated"),
        "text": words,
        "span": _locate(words, text, near),
    }


def _chain(
    old: list[dict[str, Any]], words: str, text: str, near: int
) -> list[dict[str, Any]]:
    link = {
        "part": "speaker",
        "id": None,
        "text": words,
        "span": _locate(words, text, near),
        "cue": old[-1]["cue"] if old else None,
    }
    keeps = old[:-1] if old and old[-1]["part"] != "publisher" else old
    return [*keeps, link]


def _places(words: str, text: str, near: int) -> list[dict[str, Any]]:
    if not words:
        return []
    resolutions = [r for r in api.find_place(words).values() if r.chosen is not None]
    found = resolutions[0] if resolutions else None
    known = found.chosen if found else None
    return [
        {
            "role": "at",
            "id": known.id if known else None,
            "name": known.label if known else None,
            "text": words,
            "span": _locate(words, text, near),
            "lat": known.lat if known else None,
            "lon": known.lon if known else None,
            "precision": found.precision.value if found else "unresolved",
            "candidates": len(found.candidates) if found else 0,
        }
    ]
