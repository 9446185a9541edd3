"""Whether two numbers can both be right, given how exactly each was meant."""

from collections.abc import Iterable, Sequence

from trucewatch.comparison.facets import Facet
from trucewatch.values.quantities import Number, Quantity
from trucewatch.values.stances import Quantifier

# "Some 30" covers 29 to 31. Wider would let "about 300,000" agree with "275,000", which
# annotators of the development gold call a contradiction.
ABOUT = 0.05
# "Nearly 900" may be 10 % short of it.
NEARLY = 0.10
# What rounding to a unit and back may change ("56 square miles", 145 km2).
ROUNDING = 0.005

# Two numbers of one thing differ by less than this factor, unless one of them is zero.
SCALE = 10

Interval = tuple[float, float]
_LOOSE = frozenset({Quantifier.ABOUT, Quantifier.SOME})


def interval(facet: Facet) -> Interval | None:
    """Return the range of values a facet's number allows, or None when it has none."""
    quantity = facet.claim.quantity
    if quantity is None:
        return None
    low, high = facet.low, facet.high
    if low is None and high is None:
        return None
    if quantity.quantifier is Quantifier.NEARLY and high is not None:
        low = high * (1 - NEARLY)
    bottom = 0.0 if low is None else low
    top = float("inf") if high is None else high
    margin = ABOUT if quantity.quantifier in _LOOSE else 0.0
    return bottom * (1 - margin), top * (1 + margin)


def compatible(a: Interval, b: Interval) -> bool:
    """Say whether some value lies in both ranges.

    Whole numbers are compared as they are; measured ones up to the rounding of units.
    """
    low, high = max(a[0], b[0]), min(a[1], b[1])
    measured = not (low.is_integer() and (high.is_integer() or high == float("inf")))
    return low <= high * (1 + ROUNDING if measured else 1)


def agree(a: Facet, b: Facet) -> bool:
    """Say whether the numbers of two facets can both be right."""
    left, right = interval(a), interval(b)
    return left is None or right is None or compatible(left, right)


def near(a: Facet, b: Facet) -> bool:
    """Say whether two numbers can be answers to one question: none, or one scale.

    Nobody counts ten times what others count; such a number is of something else.
    """
    one, other = middle(a), middle(b)
    if one is None or other is None or 0 in {one, other}:
        return True
    return max(one, other) < SCALE * min(one, other)


def middle(facet: Facet) -> float | None:
    """Return the one number that stands for a facet: its value, or the middle."""
    if facet.low is None or facet.high is None:
        return facet.high if facet.low is None else facet.low
    return (facet.low + facet.high) / 2


def clusters(facets: Sequence[Facet]) -> list[list[Facet]]:
    """Group facets into answers: within a group every number fits the first one's.

    The most exact numbers come first, so that "over 30" joins 32 rather than the
    other way round.
    """
    groups: list[list[Facet]] = []
    for facet in sorted(facets, key=_exactness):
        for group in groups:
            if all(agree(facet, member) for member in group):
                group.append(facet)
                break
        else:
            groups.append([facet])
    return groups


def _exactness(facet: Facet) -> tuple[float, str]:
    found = interval(facet)
    width = float("inf") if found is None else found[1] - found[0]
    return width, facet.claim.key


def total(facets: Iterable[Facet]) -> Interval | None:
    """Return the range their sum can lie in, or None when one has no number."""
    low = high = 0.0
    for facet in facets:
        found = interval(facet)
        if found is None:
            return None
        low, high = low + found[0], high + found[1]
    return low, high


def worded(facet: Facet) -> str:
    """Return a facet's number as prose has it, without its unit."""
    quantity = facet.claim.quantity
    return "no number" if quantity is None else phrase(quantity)


def phrase(quantity: Quantity) -> str:
    """Return a number as it was meant: "at least 30", "80 to 100", "none"."""
    if quantity.quantifier is Quantifier.NONE:
        return "none"
    low, high = quantity.low, quantity.high
    if quantity.value is None and low is not None and high is not None:
        return f"{shown(low)} to {shown(high)}"
    given = (n for n in (quantity.value, low, high) if n is not None)
    number = next(given, None)
    if number is None:
        return quantity.text
    return f"{_LEADS.get(quantity.quantifier, '')}{shown(number)}"


_LEADS = {
    Quantifier.ABOUT: "about ",
    Quantifier.SOME: "some ",
    Quantifier.AT_LEAST: "at least ",
    Quantifier.AT_MOST: "at most ",
    Quantifier.NEARLY: "nearly ",
}


def shown(number: Number) -> str:
    """Return a number with thousands separated, as prose has it."""
    return f"{number:,.10g}" if isinstance(number, float) else f"{number:,}"
