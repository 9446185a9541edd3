"""Which places a count holds for: beside it, in its clause, or taken over."""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from trucewatch.claims.places import PlaceUse
from trucewatch.reading.counts import Count
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form

Uses = tuple[PlaceUse, ...]

# Costs of what stands between a count and a place, in tokens; tuned on half A.
COMMA, CLAUSE, NUMBER = 3.0, 7.0, 5.0
UNLED = 6.0  # a name without preposition is seldom where something happened
WIDE = 8.0  # a country, where something narrower is named too
FAR = 45.0

_HEADS = frozenset((Form.TITLE, Form.HEADING))
_OFTEN = 2  # mentions that make a place a document's topic

_BESIDE = frozenset(("(", "–", "—", "-", ":", "|", "…", ".", "="))
_SKIPPED = frozenset(
    ("each", "of", "them", "apiece", "alone", "only", "mostly", "more", "all",
     "again", "both", "others", "were", "was", "came", "cases", "times", "people",
     "killed", "wounded", "respectively")
)  # fmt: skip
_LISTING = frozenset((",", "and", "or", "&", ";", "/"))
_CLAUSE = frozenset((";", ":", "–", "—", "while", "but", "after", "whereas"))


class Whereabouts:
    """Gives every count of one reading its places."""

    def __init__(self, reading: Reading, uses: Uses) -> None:
        self.reading, self.uses = reading, uses
        self.tokens = reading.tokens
        self.firsts = [use.first for use in uses]
        self.starts_of_numbers = {c.number.first for c in reading.counts}
        self.by_sentence: dict[int, list[PlaceUse]] = defaultdict(list)
        for use in uses:
            self.by_sentence[self._sentence_of(use)].append(use)
        self.beside: dict[int, Uses] = {}
        self.taken: dict[int, int] = {}
        for i, count in enumerate(reading.counts):
            found = self._beside(count)
            if found:
                self.beside[i] = found
                for use in found:
                    self.taken[use.first] = i

    def _sentence_of(self, use: PlaceUse) -> int:
        starts = [s.first for s in self.reading.sentences]
        at = bisect_left(starts, use.first + 1) - 1
        return max(at, 0)

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
        found = [self.uses[position]]
        low = self.tokens.low
        for use in self.uses[position + 1 :]:
            between = low[found[-1].after : use.first]
            if use.first >= limit or not between:
                break
            own = [w for w in between if w not in _LISTING]
            if any(w not in self._generic for w in own) or len(between) == len(own):
                break
            if (
                low[use.after : use.after + 1] == ["("]
                and low[use.after + 1 : use.after + 2][:1]
                and low[use.after + 1][0].isdecimal()
            ):
                break
            found.append(use)
        return tuple(found)

    _generic = frozenset(
        ("in", "the", "at", "of", "province", "provinces", "near", "towns",
         "villages", "town", "village", "city", "district", "rural", "area", "areas",
         "governorate", "both", "around")
    )  # fmt: skip

    # -- in the clause, or taken over --------------------------------------------

    def of(self, index: int, *, inherits: bool) -> Uses:
        """Return the places of the count at ``index`` of the reading's counts.

        Args:
            index: Which count.
            inherits: Whether places of earlier sentences, headings and the title
                reach it; running totals of a whole conflict take none.
        """
        if index in self.beside:
            return self.beside[index]
        count = self.reading.counts[index]
        near = self._nearest(index, count)
        if near:
            return near
        if not inherits:
            return ()
        if count.whole is not None and count.whole in self.beside:
            return self.beside[count.whole]
        if count.whole is not None and count.whole < index and count.how != "elided":
            return self.of(count.whole, inherits=inherits)
        return self._from_above(count)

    def _nearest(self, index: int, count: Count) -> Uses:
        best: tuple[float, PlaceUse] | None = None
        for use in self.by_sentence.get(count.sentence, ()):
            holder = self.taken.get(use.first)
            if holder is not None and holder != index and self._is_part(holder, index):
                continue
            cost = self._cost(count, use)
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
        return (
            bool(between)
            and all(w in _LISTING or w in self._generic for w in between)
            and any(w in _LISTING for w in between)
            and self.uses[left].first not in self.taken
        )

    def _is_part(self, holder: int, index: int) -> bool:
        """Say whether a place's own count is a part beside another's total."""
        held, other = self.reading.counts[holder], self.reading.counts[index]
        return (
            held.how in ("elided", "times", "act", "label") or held.unit == other.unit
        )

    def _cost(self, count: Count, use: PlaceUse) -> float:
        low = self.tokens.low
        if use.first >= count.after:
            between = range(count.after, use.lead)
        else:
            between = range(use.after, count.first)
        cost = 0.0
        for i in between:
            word = low[i]
            if word == ",":
                cost += COMMA
            elif word in _CLAUSE:
                cost += CLAUSE
            elif i in self.starts_of_numbers:
                cost += NUMBER
            else:
                cost += 1.0
        if not use.led and use.first != self.reading.sentences[count.sentence].first:
            cost += UNLED
        if use.entries and all(e.sort == "country" for e in use.entries):
            cost += WIDE
        return cost

    def _from_above(self, count: Count) -> Uses:
        """Take the place of an earlier sentence, an intro, a heading or the title."""
        sentences = self.reading.sentences
        own = sentences[count.sentence]
        for index in range(count.sentence - 1, -1, -1):
            other = sentences[index]
            behind = own.paragraph - other.paragraph
            heads = other.form in (Form.HEADING, Form.INTRO, Form.TITLE)
            listed = own.form in (Form.ITEM, Form.ROW)
            if not heads and (behind > 1 if listed else behind > 0):
                continue
            uses = [
                u
                for u in self.by_sentence.get(index, ())
                if (u.led or heads) and u.first not in self.taken
            ]
            if uses:
                position = bisect_left(self.firsts, uses[0].first)
                return self._listed(position, other.after)
            if heads and other.form is Form.HEADING and behind > 1:
                break
        return self.topic

    @cached_property
    def topic(self) -> Uses:
        """The place a document is about: its title's, or the one it names most."""
        sentences = self.reading.sentences
        body = 0
        while body < len(sentences) and sentences[body].form in _HEADS:
            uses = self.by_sentence.get(body)
            if uses:
                position = bisect_left(self.firsts, uses[0].first)
                return self._listed(position, sentences[body].after)
            body += 1
        named: dict[str, list[PlaceUse]] = defaultdict(list)
        for use in self.uses:
            if use.entries and use.first not in self.taken:
                named[use.entries[0].label].append(use)
        most = max(
            named.values(), key=lambda uses: (len(uses), -uses[0].first), default=[]
        )
        if len(most) >= _OFTEN:
            return (most[0],)
        for index in (body, body + 1):
            led = [use for use in self.by_sentence.get(index, ()) if use.led]
            if led:
                return (led[0],)
        return ()
