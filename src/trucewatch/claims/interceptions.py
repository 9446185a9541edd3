"""Missiles that came in, told from those that were stopped: "71 of 103"."""

from trucewatch.claims.scene import Scene
from trucewatch.reading.counts import Count
from trucewatch.reading.governing import counted_unit

STOPPED, CAME_IN = "missiles_intercepted", "missiles_launched"
_WHOLES = frozenset(("of", "all"))


def launched(unit: str, count: Count, scene: Scene) -> str:
    """Return the unit of a count of missiles; any other unit stays.

    In "71 of 103" the 103 came in; so did all that a text counts where it says of
    others that they were stopped.

    Args:
        unit: The unit so far.
        count: The count.
        scene: Its scene.
    """
    if unit not in (STOPPED, "rockets"):
        return unit
    low, first = scene.reading.tokens.low, count.number.first
    lead = low[first - 1] if first else ""
    lead = low[first - 2] if lead == "the" and first > 1 else lead
    if unit == STOPPED:
        return CAME_IN if lead in _WHOLES else unit
    missile = count.noun is not None and "missile" in low[count.after - 1]
    return CAME_IN if missile and _is_defended(scene) else unit


def _is_defended(scene: Scene) -> bool:
    """Say whether a text tells of missiles or the like that were stopped."""
    return any(
        counted_unit(count, scene.governing(index)) == STOPPED
        for index, count in enumerate(scene.reading.counts)
    )
