"""How a number was counted, as far as that decides what it is compared with."""

from trucewatch.claims.types import claim_type
from trucewatch.comparison import meanings
from trucewatch.comparison.facets import Count, Facet
from trucewatch.values.stances import Aggregation

# One operation, or one joining, is known by its day without a place.
TIED_BY_DAY = frozenset({"output", "party_status", "local_truce"})


# What is sent and stopped in one operation, known by its day, wherever it came down.
_SENT = frozenset({"missiles_launched", "missiles_intercepted", "missiles", "uavs"})


_RUNNING = frozenset({Aggregation.SINCE_DATE, Aggregation.CUMULATIVE_TOTAL})


def is_operation(facet: Facet) -> bool:
    """Say whether a number is of what was sent, or stopped, in one operation."""
    return facet.unit in _SENT and facet.family in {"output", "incident"}


def counted_as(facet: Facet) -> Count | None:
    """Return how a number was counted; where the text is silent, what is usual.

    A bare number of a kind whose numbers belong to a counter stays unstated: nothing
    says whether it is of the day or of the war. Several violations are no one event.
    """
    kind = claim_type(facet.claim.kind)
    allowed, usual = kind.aggregations, kind.aggregations[:1]
    if is_operation(facet) and facet.count in {Count.EVENT, Count.UNSTATED}:
        return Count.EVENT
    if facet.family == "custody" and meanings.is_held(facet.claim.quote):
        return _as_held(facet)
    if facet.count is Count.EVENT and kind.counted:
        return Count.EVENT if Aggregation.PER_EVENT in allowed else Count.PERIOD
    if facet.count is Count.RUNNING and not _RUNNING & {*allowed}:
        return Count.LEVEL if Aggregation.STOCK in allowed else Count.EVENT
    if facet.count is Count.PERIOD:
        return _of_one_event(facet) or _as_level(facet) or Count.PERIOD
    if facet.count is not Count.UNSTATED:
        return facet.count
    if usual == (Aggregation.PER_EVENT,) and not kind.counted:
        return _as_standing(facet) or Count.EVENT
    return Count.LEVEL if usual == (Aggregation.STOCK,) else Count.UNSTATED


def _of_one_event(facet: Facet) -> Count | None:
    """Say whether a day's figure for a town is as good as one event's.

    "12 were killed in the shelling of Douma on Friday" and "12 died there on Friday"
    answer one question. Breaches and fire are counted day by day, by definitions.
    """
    kind = claim_type(facet.claim.kind)
    day = facet.start is not None and facet.start == facet.end
    town = not facet.coarse and facet.family != "incident"
    town = town or facet.family in TIED_BY_DAY
    single = Aggregation.PER_EVENT in kind.aggregations
    return Count.EVENT if day and town and single else None


def _as_standing(facet: Facet) -> Count | None:
    """Say whether people are told of as they are now, of whom no day is told.

    "30,000 are displaced" is how things stand; who fled on a day is another count.
    """
    allowed = claim_type(facet.claim.kind).aggregations
    stock = Aggregation.STOCK in allowed and facet.start is None
    return Count.LEVEL if stock else None


def _as_held(facet: Facet) -> Count | None:
    """Return a level for whoever is held, on whatever day that is told."""
    counts = {Count.EVENT, Count.PERIOD, Count.UNSTATED}
    return Count.LEVEL if facet.count in counts else facet.count


def _as_level(facet: Facet) -> Count | None:
    """Say whether numbers of a kind are levels, which no period sums up."""
    allowed = claim_type(facet.claim.kind).aggregations
    level = Aggregation.STOCK in allowed and Aggregation.PER_PERIOD not in allowed
    return Count.LEVEL if level else None
