"""Missiles that came in, told from those that were stopped: "71 of 103"."""

from functools import cached_property

from trucewatch.claims.scene import Scene
from trucewatch.reading.governing import counted_unit

STOPPED, CAME_IN = "missiles_intercepted", "missiles_launched"
_WHOLES = frozenset(("of", "all"))
_SENT = ("rockets", "weapons")  # what may be a missile by another name
_LAUNCHED = (["fired"], ["launched"])
_ENDING = frozenset(("INTERCEPT", "DESTROY"))
_DEFENCE = frozenset(("defence", "defences", "defense", "defenses"))
MISSILES = frozenset((STOPPED, CAME_IN))


class Interceptions:
    """Tells the missiles of one scene that came in from those that were stopped."""

    def __init__(self, scene: Scene) -> None:
        """Take a scene."""
        self.scene, self.reading = scene, scene.reading

    def launched(self, unit: str, index: int) -> str:
        """Return the unit of a count of missiles; any other unit stays.

        In "71 of 103" the 103 came in; so did all that a text counts where it says of
        others that they were stopped.

        Args:
            unit: The unit so far.
            index: Which of the reading's counts.
        """
        if unit != STOPPED and unit not in _SENT:
            return unit
        count = self.reading.counts[index]
        low, first = self.reading.tokens.low, count.number.core_first
        lead = low[first - 1] if first else ""
        lead = low[first - 2] if lead == "the" and first > 1 else lead
        if self._is_destroyed(index, first - 1 if lead == "all" else first):
            return STOPPED
        if unit == STOPPED:
            return CAME_IN if lead in _WHOLES else unit
        missile = count.noun is not None and "missile" in low[count.after - 1]
        sent = missile or low[count.after : count.after + 1] in _LAUNCHED
        return CAME_IN if sent and self._is_defended else unit

    def _is_destroyed(self, index: int, at: int) -> bool:
        """Say whether defences did away with what is counted: "destroyed all seven"."""
        acts = (one.act for one in self.scene.governing(index))
        by = next((a for a in acts if a.after == at and _ENDING & {*a.classes}), None)
        if by is None:
            return False
        low = self.reading.tokens.low
        return "INTERCEPT" in by.classes or low[by.first - 1] in _DEFENCE

    @cached_property
    def _is_defended(self) -> bool:
        """Whether the text tells of missiles or the like that were stopped."""
        return any(
            counted_unit(count, self.scene.governing(index)) == STOPPED
            for index, count in enumerate(self.reading.counts)
        )
