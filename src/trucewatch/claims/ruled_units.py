"""What a figure counts, by the rules: its noun, what befell those counted, its list."""

from collections.abc import Sequence

from trucewatch.claims.interceptions import Interceptions
from trucewatch.claims.lines_above import LinesAbove
from trucewatch.claims.scene import Scene
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.governing import Governing, counted_unit
from trucewatch.reading.sentences import Form

_LISTED = frozenset((",", "and", "or"))


class RuledUnits:
    """Says what the counts of one reading are counted in, in their order."""

    def __init__(self, scene: Scene, above: LinesAbove, known: Sequence[str]) -> None:
        """Take a scene.

        Args:
            scene: The scene.
            above: What the lines above say.
            known: Units of the counts before the one asked for, growing.
        """
        self.scene, self.above, self.known = scene, above, known
        self.reading = scene.reading
        self.interceptions = Interceptions(scene)

    def of(self, index: int) -> str:
        """Return the unit of a count by the rules."""
        count = self.reading.counts[index]
        governing = self.scene.governing(index)
        unit = self.interceptions.launched(counted_unit(count, governing), index)
        if unit == "persons" and _is_cut_off(governing):
            return unit
        if count.how in ("elided", "earlier") and count.whole is not None:
            parent = self.reading.counts[count.whole]
            if unit == count.unit and parent.noun is not None:
                return self.known[count.whole]
        elif count.how == "part" and count.whole is not None:
            above, fates = self.known[count.whole], unit_words().of_unit
            if above in fates and unit == count.unit and unit not in fates:
                return above  # "120 casualties, including 55 deaths" keeps its own
        elif self._shares_fate(index, count, unit):
            return self.known[index - 1]
        elif self._takes_unit_from_list(count, unit):
            return self._unit_above(count, unit)
        return unit

    def _shares_fate(self, index: int, count: Count, unit: str) -> bool:
        """Say whether persons stand in one list with others something befell.

        "Nine South Africans, three Malawians and one Uruguayan".
        """
        words = unit_words()
        if not index or unit != count.unit or unit not in words.groups_of_people:
            return False
        before = self.reading.counts[index - 1]
        if before.sentence != count.sentence or (
            self.known[index - 1] not in words.of_unit
        ):
            return False
        between = self.reading.tokens.low[before.after : count.first]
        return 0 < len(between) <= len(_LISTED) and _LISTED.issuperset(between)

    def _takes_unit_from_list(self, count: Count, unit: str) -> bool:
        """Say whether an item's persons may have their fate from the list's intro."""
        if count.noun is None or "person" not in count.noun.tags or unit != count.unit:
            return False
        if unit in unit_words().of_unit:
            return False
        form = self.reading.sentences[count.sentence].form
        return form in (Form.ITEM, Form.ROW)

    def _unit_above(self, count: Count, unit: str) -> str:
        """Let the intro of a list say what befell the persons its items count."""
        words = unit_words()
        for act in self.above.acts(count.sentence):
            if act in words.persons:
                return words.persons[act]
        return unit


def _is_cut_off(governing: Sequence[Governing]) -> bool:
    """Say whether those counted go without what others got: "275 have had nothing"."""
    return bool(governing) and "BLOCK" in governing[0].act.classes
