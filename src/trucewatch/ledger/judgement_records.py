"""Judgements to JSON values and back."""

from dataclasses import fields
from enum import StrEnum
from typing import Any

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import from_record, to_record
from trucewatch.ledger.judgements import (
    TYPES,
    Acceptance,
    Attribution,
    AttributionStatus,
    Explanation,
    ExplanationReason,
    Grade,
    Grading,
    Judgement,
    MatterState,
    NameKind,
    Review,
    Standing,
    Status,
    Verdict,
)

Record = dict[str, Any]

# How the fields that are no plain JSON values are read, by type and field.
_READERS: dict[tuple[str, str], Any] = {
    (Review.type, "verdict"): Verdict,
    (Review.type, "corrected"): from_record,
    (Standing.type, "status"): Status,
    (Attribution.type, "status"): AttributionStatus,
    (Grading.type, "grade"): Grade.parse,
    (Explanation.type, "state"): MatterState,
    (Explanation.type, "reason"): ExplanationReason,
    (Acceptance.type, "kind"): NameKind,
}


def judgement_record(judgement: Judgement) -> Record:
    """Return a judgement as a mapping with its type."""
    values = {f.name: _plain(getattr(judgement, f.name)) for f in fields(judgement)}
    return {"type": judgement.type, **values}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any field of a judgement
    match value:
        case Claim():
            return to_record(value)
        case Grade():
            return str(value)
        case StrEnum():
            return value.value
        case _:
            return value


def read_judgement(record: Record) -> Judgement:
    """Return the judgement a record describes.

    Raises:
        KeyError, ValueError, TypeError: It has another form or an unknown word.
    """
    kind = record["type"]
    values = {
        name: _READERS[kind, name](value)
        if value is not None and (kind, name) in _READERS
        else value
        for name, value in record.items()
        if name != "type"
    }
    return TYPES[kind](**values)
