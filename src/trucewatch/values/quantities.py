"""Quantities: a number with its bounds, its unit and what it was counted over."""

from dataclasses import dataclass

from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation, Quantifier

Number = int | float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted or measured amount as a text gives it.

    Bounds follow the quantifier: exact and about have ``low == high == value``, at
    least has no ``high``, at most and nearly have no ``low``; a stated range has both,
    and ``value`` is None when the text prefers neither end.

    Attributes:
        value: The number as meant, after conversion into ``unit``.
        low: Lower bound, or None when there is none.
        high: Upper bound, or None when there is none.
        quantifier: How exactly the number is meant.
        unit: Canonical unit, or the counted noun's plural lemma.
        aggregation: Over what it was counted.
        text: The words of the number as written.
        span: Where these words stand.
    """

    value: Number | None
    low: Number | None
    high: Number | None
    quantifier: Quantifier
    unit: str
    aggregation: Aggregation
    text: str
    span: Span


def whole(number: float) -> Number:
    """Return ``number`` as an int where it is one, so that it prints as it reads."""
    return int(number) if float(number).is_integer() else round(float(number), 6)
