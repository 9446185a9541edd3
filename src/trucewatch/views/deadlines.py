"""Deadlines: ultimatums and offers that run out, with the day they do.

The day is the last one a claim names; where it names a length only ("72 hours"), it is
worked out from the day the claim is about, else from the day of its document, and said
to be.
"""

import datetime as dt
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.errors import PartialDateError
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import Aggregation

KINDS = ("TLK.demand", "TLK.proposal", "INS.term", "INS.entry_into_force")
HOURS = {"hours": 1, "days": 24, "weeks": 168, "months": 720}
_LENGTHS = frozenset({Aggregation.DEADLINE, Aggregation.DURATION})
_DAY = 24


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing that runs out.

    Attributes:
        claim: The claim it stands in.
        day: The day it runs out.
        is_worked_out: Whether the day was worked out from a length of time.
    """

    claim: Claim
    day: dt.date
    is_worked_out: bool


def deadlines(
    claims: Iterable[Claim], published: Mapping[str, str]
) -> tuple[Deadline, ...]:
    """Return what runs out, the earliest first.

    Args:
        claims: Claims of the types in ``KINDS``; others have no deadline.
        published: The day of each document, by its key, where it is known.
    """
    found = [
        deadline
        for claim in claims
        if claim.kind in KINDS
        and (deadline := _deadline(claim, published.get(claim.document))) is not None
    ]
    return tuple(sorted(found, key=lambda d: (d.day, d.claim.document, d.claim.span)))


def _deadline(claim: Claim, published: str | None) -> Deadline | None:
    said = _day(published)
    quantity = claim.quantity
    is_length = quantity is not None and quantity.aggregation in _LENGTHS
    if is_length and quantity is not None and quantity.unit in HOURS:
        start = _day(claim.time.start) or said
        if start is None or quantity.value is None:
            return None
        length = quantity.value * HOURS[quantity.unit]
        ends = start.last_day + dt.timedelta(days=math.ceil(length / _DAY))
        return Deadline(claim, ends, is_worked_out=True)
    end = _day(claim.time.end)
    named = claim.time.text is not None
    if end is None or not named or claim.kind not in {"TLK.demand", "TLK.proposal"}:
        return None
    if said is not None and end.last_day < said.first_day:
        return None  # it speaks of what was demanded before
    return Deadline(claim, end.last_day, is_worked_out=False)


def last_day(text: str) -> dt.date | None:
    """Return the last day a date of partial precision can mean, or None."""
    found = _day(text)
    return None if found is None else found.last_day


def _day(text: str | None) -> PartialDate | None:
    try:
        return None if text is None else PartialDate.parse(text)
    except PartialDateError:
        return None
