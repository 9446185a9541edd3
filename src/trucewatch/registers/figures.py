"""Figures in cells: low, best and high of what claims say, never averaged or summed."""

from collections.abc import Sequence
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.comparison.numbers import phrase
from trucewatch.registers.desk import Desk
from trucewatch.registers.names import Names
from trucewatch.registers.register import EMPTY, Cell
from trucewatch.registers.statuses import status_of
from trucewatch.values.quantities import Number, Quantity
from trucewatch.values.stances import Quantifier


class Spread(NamedTuple):
    """What claims on one number amount to.

    Attributes:
        low: The lowest bound that anybody gives.
        best: The one value, where all who give one give the same; else empty.
        high: The highest bound that anybody gives.
    """

    low: Cell = EMPTY
    best: Cell = EMPTY
    high: Cell = EMPTY


def spread(desk: Desk, claims: Sequence[Claim]) -> Spread:
    """Return low, best and high of the claims' numbers."""
    counted = [(c, c.quantity) for c in claims if c.quantity is not None]
    behind = [c for c, _ in counted]
    lows = [n for _, q in counted if (n := lower(q)) is not None]
    highs = [n for _, q in counted if (n := upper(q)) is not None]
    values = {q.value for _, q in counted if q.value is not None}
    one = values.pop() if len(values) == 1 else None
    return Spread(
        desk.cell(min(lows, default=None), behind),
        desk.cell(one, behind),
        desk.cell(max(highs, default=None), behind),
    )


def lower(quantity: Quantity) -> Number | None:
    """Return the least that a quantity allows, or None where it is open."""
    if quantity.low is None and quantity.quantifier is Quantifier.NONE:
        return 0
    return quantity.low


def upper(quantity: Quantity) -> Number | None:
    """Return the most that a quantity allows, or None where it is open."""
    if quantity.high is None and quantity.quantifier is Quantifier.NONE:
        return 0
    return quantity.high


def telling(names: Names, claim: Claim, plain: str) -> tuple[str, ...]:
    """Return what one telling of something is told apart from others by.

    Args:
        names: Names things as the theatre does.
        claim: The claim.
        plain: Its status where it is plainly asserted.

    Returns:
        Type with variant, area, day, status, and figure or place in the text.
    """
    return (
        " ".join(filter(None, [claim.kind, claim.variant])),
        names.area(claim),
        claim.time.end or claim.document,
        status_of(claim, plain),
        worded(claim) or str(claim.span.start),
    )


def worded(claim: Claim) -> str | None:
    """Return a claim's number and unit as prose has them, or None without a number."""
    quantity = claim.quantity
    if quantity is None:
        return None
    if quantity.quantifier is Quantifier.NONE:
        return f"no {quantity.unit}"
    return f"{phrase(quantity)} {quantity.unit}"


def unit_of(claim: Claim) -> str | None:
    """Return what a claim counts, or None without a number."""
    return None if claim.quantity is None else claim.quantity.unit


def counted_over(claim: Claim) -> str | None:
    """Return over what a claim's number was counted, or None without a number."""
    return None if claim.quantity is None else claim.quantity.aggregation.value
