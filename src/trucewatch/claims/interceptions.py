"""Missiles that came in, told from those that were stopped: "71 of 103"."""

from trucewatch.claims.scene import Scene
from trucewatch.reading.counts import Count
from trucewatch.reading.governing import counted_unit

STOPPED, CAME_IN = "missiles_intercepted", "missiles_launched"
_WHOLES = frozenset(("of", "all"))
_SENT = ("rockets", "weapons")  # what may be a missile by another name
_LAUNCHED = (["fired"], ["launched"])
_ENDING = frozenset(("INTERCEPT", "DESTROY"))
_DEFENCE = frozenset(("defence", "defences", "defense", "defenses"))
MISSILES = frozenset((STOPPED, CAME_IN))


def launched(unit: str, count: Count, scene: Scene) -> str:
    """Return the unit of a count of missiles; any other unit stays.

    In "71 of 103" the 103 came in; so did all that a text counts where it says of
    others that they were stopped.

    Args:
        unit: The unit so far.
        count: The count.
        scene: Its scene.
    """
    if unit != STOPPED and unit not in _SENT:
        return unit
    low, first = scene.reading.tokens.low, count.number.core_first
    lead = low[first - 1] if first else ""
    lead = low[first - 2] if lead == "the" and first > 1 else lead
    if _is_destroyed(count, scene, first - 1 if lead == "all" else first):
        return STOPPED
    if unit == STOPPED:
        return CAME_IN if lead in _WHOLES else unit
    missile = count.noun is not None and "missile" in low[count.after - 1]
    sent = missile or low[count.after : count.after + 1] in _LAUNCHED
    return CAME_IN if sent and _is_defended(scene) else unit


def _is_destroyed(count: Count, scene: Scene, at: int) -> bool:
    """Say whether defences did away with what is counted: "destroyed all seven"."""
    acts = (one.act for one in scene.governing(scene.reading.counts.index(count)))
    by = next((a for a in acts if a.after == at and _ENDING & {*a.classes}), None)
    if by is None:
        return False
    return (
        "INTERCEPT" in by.classes or scene.reading.tokens.low[by.first - 1] in _DEFENCE
    )


def _is_defended(scene: Scene) -> bool:
    """Say whether a text tells of missiles or the like that were stopped."""
    return any(
        counted_unit(count, scene.governing(index)) == STOPPED
        for index, count in enumerate(scene.reading.counts)
    )
