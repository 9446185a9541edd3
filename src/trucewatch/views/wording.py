"""How numbers, times, places and speakers are worded, the same in every view."""

from trucewatch.claims.claim import Claim, ClaimTime
from trucewatch.values.quantities import Number, Quantity
from trucewatch.values.stances import Quantifier, TimeBasis

_BEFORE = {
    Quantifier.EXACT: "",
    Quantifier.ABOUT: "about ",
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.NEARLY: "nearly ",
    Quantifier.MOST: "most ",
    Quantifier.ALL: "all ",
    Quantifier.NONE: "",
    Quantifier.SOME: "",
}
_BASIS = {
    TimeBasis.STATED: "",
    TimeBasis.ANCHORED: ", dated by the document",
    TimeBasis.INFERRED: ", inferred",
    TimeBasis.UNSTATED: "",
}


def plain_number(number: Number) -> str:
    """Return a number with separators for thousands, as in ``1,283`` or ``64.1``."""
    return f"{number:,}"


def number_text(quantity: Quantity | None) -> str | None:
    """Return the amount with its quantifier, as in ``at least 6,000``.

    Args:
        quantity: What a claim counts, or None.

    Returns:
        The words; None without a quantity; the words of the text itself where they
        give no number ("several").
    """
    if quantity is None:
        return None
    value, low, high = quantity.value, quantity.low, quantity.high
    if value is None and low is not None and high is not None:
        return f"{plain_number(low)} to {plain_number(high)}"
    number = next((n for n in (value, low, high) if n is not None), None)
    if number is None:
        return quantity.text
    if low is not None and high is not None and low < high:
        return f"{plain_number(number)} ({plain_number(low)} to {plain_number(high)})"
    return _BEFORE[quantity.quantifier] + plain_number(number)


def time_text(time: ClaimTime, *, basis: bool = True) -> str | None:
    """Return what a claim is about in time, or the text's words where undated.

    Args:
        time: The time of a claim.
        basis: Whether to add what the date rests on, unless it is stated.
    """
    start, end = time.start, time.end
    rests_on = _BASIS[time.basis] if basis else ""
    if start is None and end is None:
        return time.text
    if start == end:
        return f"{start}{rests_on}"
    if start is None:
        return f"until {end}{rests_on}"
    if end is None:
        return f"since {start}{rests_on}"
    return f"{start} to {end}{rests_on}"


def place_text(claim: Claim) -> str | None:
    """Return the places of a claim, unresolved ones in the text's own words."""
    names = [place.name or place.text for place in claim.places]
    return ", ".join(dict.fromkeys(names)) or None


def speaker_text(claim: Claim) -> str:
    """Return who vouches for a claim, in words where the document has them."""
    if not claim.chain:
        return "unattributed"
    last = claim.chain[-1]
    named = last.text or last.id or "unattributed"
    return named.removesuffix("'s").removesuffix("’s")
