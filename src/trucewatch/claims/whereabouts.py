"""Which places a count holds for: beside it, in its clause, or taken over."""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from trucewatch.claims.places import PlaceUse
from trucewatch.claims.topics import Topics, is_country, joined, listed_from
from trucewatch.reading.counts import Count
from trucewatch.reading.reading import Reading

Uses = tuple[PlaceUse, ...]

# Costs of what stands between a count and a place, in tokens; tuned on half A.
COMMA, CLAUSE, NUMBER = 3.0, 7.0, 2.0
UNLED = 6.0  # a name without preposition is seldom where something happened
WIDE = 8.0  # a country, where something narrower is named too
SPEAKING = 10.0  # part of a speaker's name
VENUE = 30.0  # where parties talked
FAR = 45.0

_BESIDE = frozenset(("(", "–", "—", "-", ":", "|", "…", ".", "="))
_SKIPPED = frozenset(
    ("each", "of", "them", "apiece", "alone", "only", "mostly", "more", "all",
     "again", "both", "others", "were", "was", "came", "cases", "times", "people",
     "killed", "wounded", "respectively")
)  # fmt: skip
CLAUSE_WORDS = frozenset((";", ":", "–", "—", "while", "but", "after", "whereas"))


class Whereabouts:
    """Gives every count of one reading its places."""

    def __init__(self, reading: Reading, uses: Uses) -> None:
        self.reading, self.uses = reading, uses
        self.tokens = reading.tokens
        self.firsts = [use.first for use in uses]
        self.starts_of_numbers = {c.number.first for c in reading.counts}
        self._number_starts = sorted(self.starts_of_numbers)
        self.topics = Topics(reading, uses)
        self.by_sentence = self.topics.of_sentence
        self.beside: dict[int, Uses] = {}
        self.taken: dict[int, int] = {}
        for i, count in enumerate(reading.counts):
            found = self._beside(count)
            if found:
                self.beside[i] = found
                for use in found:
                    self.taken[use.first] = i
        counts = reading.counts
        for i, found in list(self.beside.items()):
            holders = {self.taken[use.first] for use in found}
            if any(counts[holder].whole == i for holder in holders):
                del self.beside[i]  # "14 in the provinces of Hama (8) and Homs (6)"
        self._share()
        self.split = {counts[holder].whole for holder in self.taken.values()}

    def _share(self) -> None:
        """Leave a total the one place that stands between it and its first part.

        In "six ships berthed at Hodeidah: four with fuel" all of it was there.
        """
        counts = self.reading.counts
        held: dict[int, list[int]] = defaultdict(list)
        for first, holder in self.taken.items():
            whole = counts[holder].whole
            if whole is not None:
                held[whole].append(first)
        for whole, firsts in held.items():
            use = self.uses[bisect_left(self.firsts, firsts[0])]
            part = counts[self.taken[use.first]]
            between = counts[whole].after <= use.lead and use.after <= part.first
            if len(firsts) == 1 and use.led and between:
                del self.taken[use.first]

    # -- beside the number -----------------------------------------------------

    def _beside(self, count: Count) -> Uses:
        limit = self.reading.sentences[count.sentence].after
        start = self.reading.sentences[count.sentence].first
        bare = count.how in ("elided", "times", "label", "share", "subject", "act")
        return self._right_of(count, limit, bare=bare) or (
            self._left_of(count, start) if bare else ()
        )

    def _right_of(self, count: Count, limit: int, *, bare: bool) -> Uses:
        at = count.after
        low = self.tokens.low
        for _ in range(4):
            position = bisect_left(self.firsts, at)
            if position == len(self.uses) or self.uses[position].first >= limit:
                return ()
            use = self.uses[position]
            if use.lead <= at <= use.first and use.lead >= count.number.after - 1:
                if use.led or (bare and use.first == at):
                    return self._listed(position, limit)
                return ()
            if at >= limit or low[at] not in _SKIPPED:
                return ()
            at += 1
        return ()

    def _left_of(self, count: Count, start: int) -> Uses:
        at = count.number.first
        text = self.tokens.text
        while at > start and (text[at - 1] in _BESIDE or not text[at - 1].isalnum()):
            if text[at - 1] in (")", '"', "”", ";"):
                return ()
            at -= 1
        position = bisect_left(self.firsts, at) - 1
        if position < 0 or self.uses[position].first < start:
            return ()
        use = self.uses[position]
        if use.after != at:
            return ()
        found = [use]
        while position:
            before = self.uses[position - 1]
            between = self.tokens.low[before.after : found[0].lead]
            if before.first < start or between != ["and"] or before.first in self.taken:
                break
            found.insert(0, before)
            position -= 1
        return tuple(found)

    def _listed(self, position: int, limit: int) -> Uses:
        """Return a place and those listed with it: "in Hama, Homs and Idlib"."""
        return listed_from(self.reading, self.uses, position, limit)

    # -- in the clause, or taken over --------------------------------------------

    def of(self, index: int, *, inherits: bool) -> Uses:
        """Return the places of a count by the rules alone; see `told`."""
        return self.told(index, inherits=inherits)[0]

    def told(self, index: int, *, inherits: bool) -> tuple[Uses, str]:
        """Return the places of the count at ``index``, and where the rules found them.

        Args:
            index: Which count.
            inherits: Whether places of earlier sentences, headings and the title
                reach it; running totals of a whole conflict take none.
        """
        if index in self.beside:
            return self.beside[index], "beside"
        count = self.reading.counts[index]
        if count.how == "earlier" and count.whole is not None:
            return self.told(count.whole, inherits=inherits)
        near = self._nearest(index, count)
        if near:
            return near, "near"
        if not inherits:
            return (), "none"
        if count.whole is not None and count.whole < index:
            return self.of(count.whole, inherits=inherits), "whole"
        if index in self.split:
            return (), "split"  # its parts name their places: it is of all of them
        above = self.topics.above(count.sentence, self.taken)
        if any(self.is_of_part(use, index) for use in above):
            return (), "part"
        return above, "above"

    def is_of_part(self, use: PlaceUse, index: int) -> bool:
        """Say whether a place belongs to a part of the total at ``index``."""
        holder = self.taken.get(use.first)
        return holder is not None and self.reading.counts[holder].whole == index

    def _nearest(self, index: int, count: Count) -> Uses:
        best: tuple[float, PlaceUse] | None = None
        here = self.by_sentence.get(count.sentence, [])
        for use in here:
            if use.first in self.topics.acting:
                continue
            holder = self.taken.get(use.first)
            if count.sentence in self.topics.labels and use is here[0]:
                holder = None  # "West Bank: five killed; since October 238"
            if holder is not None and holder != index and self._is_part(holder, index):
                continue
            cost = self.cost(count, use)
            if best is None or cost < best[0]:
                best = (cost, use)
        if best is None or best[0] > FAR:
            return ()
        position = bisect_left(self.firsts, best[1].first)
        limit = self.reading.sentences[count.sentence].after
        while position and self._joined(position - 1, position):
            position -= 1
        return self._listed(position, limit)

    def _joined(self, left: int, right: int) -> bool:
        between = self.tokens.low[self.uses[left].after : self.uses[right].first]
        return joined(between) and self.uses[left].first not in self.taken

    def _is_part(self, holder: int, index: int) -> bool:
        """Say whether a place's own count is a part beside another's total."""
        held, other = self.reading.counts[holder], self.reading.counts[index]
        return (
            held.how in ("elided", "times", "act", "label") or held.unit == other.unit
        )

    def cost(self, count: Count, use: PlaceUse) -> float:
        """Return how far a place of its sentence stands from a count, in tokens."""
        if use.first >= count.after:
            start, end = count.after, use.lead
        else:
            start, end = use.after, count.first
        cost = self._standing(count, use)
        return cost + self._up_to[end] - self._up_to[start] if end > start else cost

    @cached_property
    def _up_to(self) -> Sequence[float]:
        """What all tokens before one cost, for every token and the end."""
        words = enumerate(self.tokens.low)
        costs = (self._cost_of(i, word) for i, word in words)
        return array("d", accumulate(costs, initial=0.0))

    def _cost_of(self, index: int, word: str) -> float:
        if word == ",":
            return COMMA
        if word in CLAUSE_WORDS:
            return CLAUSE
        return NUMBER if index in self.starts_of_numbers else 1.0

    def numbers_between(self, start: int, end: int) -> int:
        """Return how many figures begin among some tokens."""
        starts = self._number_starts
        return max(bisect_left(starts, end) - bisect_left(starts, start), 0)

    def _standing(self, count: Count, use: PlaceUse) -> float:
        """Return what a place costs by how it stands, wherever the count is."""
        cost = 0.0
        if not use.led and use.first != self.reading.sentences[count.sentence].first:
            cost += UNLED
        if is_country(use):
            cost += WIDE
        if use.first in self.topics.speakers:
            cost += SPEAKING
        if use.first in self.topics.dateline:
            cost += FAR
        if use.first in self.topics.venues:
            cost += VENUE
        return cost
