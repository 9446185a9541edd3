"""Whether two figures under one key can be of one and the same thing."""

from trucewatch.comparison import meanings, numbers
from trucewatch.comparison.counted import TIED_BY_DAY, counted_as, is_operation
from trucewatch.comparison.facets import OF_PEOPLE, Count, Facet
from trucewatch.values.stances import Assertion, Quantifier

_OF_OPERATIONS = frozenset(
    {"missiles_launched", "missiles_intercepted", "missiles", "sorties", "strikes"}
)


def same_thing(a: Facet, b: Facet) -> bool:
    """Say whether two facets under one key can speak of one and the same thing."""
    if _set_apart(a, b) or _untold_where(a, b):
        return False
    if is_operation(a) and a.areas != b.areas:
        return _place_exceeds_whole(a, b)
    if bool(a.objects) != bool(b.objects) and a.family in OF_PEOPLE:
        return _part_exceeds_whole(a, b)
    if a.root == b.root and (a.headline or b.headline):
        return False  # arithmetic compares head and body
    if a.document == b.document:
        return True
    if a.family == "output" and a.unit not in _OF_OPERATIONS:
        return False  # a force destroys many things in a day
    # Much happens in a province on one day; only a named actor ties two events. What a
    # force says of one operation (missiles fired, intercepted) is tied by day and unit.
    event = counted_as(a) is Count.EVENT and a.family not in TIED_BY_DAY
    return not (event and a.coarse and not a.doers & b.doers)


def _set_apart(a: Facet, b: Facet) -> bool:
    """Say whether two figures are told to be of different things or parties."""
    if a.claim.part_of == b.claim.key or b.claim.part_of == a.claim.key:
        return True
    if Assertion.DENIED in {a.claim.assertion, b.claim.assertion}:
        return True  # "none of them is confirmed" answers a count, and is none
    if meanings.is_another(a.claim) or meanings.is_another(b.claim):
        return True
    if meanings.is_some_of_them(a.claim) or meanings.is_some_of_them(b.claim):
        return True
    if a.root == b.root and (_sums_up(a, b) or _sums_up(b, a)):
        return True
    return _disjoint(a.camps, b.camps) or _disjoint(a.objects, b.objects)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and not one & other


def _sums_up(whole: Facet, part: Facet) -> bool:
    """Say whether a story's own "over 120" sums up what its sources tell singly."""
    quantity = whole.claim.quantity
    bound = quantity is not None and quantity.quantifier is Quantifier.AT_LEAST
    if not bound or not whole.own_voice or part.own_voice:
        return False
    return (whole.low or 0) > (part.high or 0)


def of_some_only(a: Facet, b: Facet) -> bool:
    """Say whether a zero is of some only: "no soldier died" leaves the others open."""
    if a.family not in OF_PEOPLE or a.objects & b.objects:
        return False
    return any(f.high == 0 and not meanings.of_anybody(f.claim.quote) for f in (a, b))


def _part_exceeds_whole(a: Facet, b: Facet) -> bool:
    """Say whether a figure for some ("civilians") is above one for all of them."""
    if a.objects and b.objects:
        return False
    some, everyone = (a, b) if a.objects else (b, a)
    part, whole = numbers.interval(some), numbers.interval(everyone)
    return part is not None and whole is not None and part[0] > whole[1]


def _place_exceeds_whole(a: Facet, b: Facet) -> bool:
    """Say whether a figure for one place is above that for all of an operation."""
    for some, everything in ((a, b), (b, a)):
        inside = not everything.areas or everything.areas <= some.wider
        part, whole = numbers.interval(some), numbers.interval(everything)
        if inside and part is not None and whole is not None and part[0] > whole[1]:
            return True
    return False


def _untold_where(a: Facet, b: Facet) -> bool:
    """Say whether figures of people have no place, and nothing else ties them.

    Each side tells of its own dead, and many hold prisoners.
    """
    if a.areas or b.areas:
        return False
    if a.family == "casualties":
        return not a.objects & b.objects
    if a.family != "custody":
        return False
    held = counted_as(a) is Count.LEVEL and a.document != b.document
    return not a.camps & b.camps and (held or not a.objects & b.objects)
