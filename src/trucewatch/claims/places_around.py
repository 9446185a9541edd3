"""The places around a figure: its sentence's, those above it, the document's."""

from bisect import bisect_left
from collections import defaultdict
from functools import cached_property

from trucewatch.claims.places import PlaceUse
from trucewatch.claims.topics import HEADS, is_country
from trucewatch.claims.whereabouts import Whereabouts
from trucewatch.reading.counts import Count

Uses = tuple[PlaceUse, ...]
Group = tuple[Uses, str]  # places listed together, and where they stand

_BACK = 12  # sentences looked back over
_HEADS = 4  # headings further up
_NAMES = 2  # that nothing leads in, of an earlier sentence of the paragraph
_OFTEN = 3  # places named most often
_MOST = 6  # places looked at outside the sentence, nearest first


class PlacesAround:
    """Lists the places that the counts of one reading may hold for.

    Attributes:
        weak_firsts: First tokens of names that nothing leads in.
        labels: Those of them that open their sentence, as labels do, by its index.
    """

    def __init__(self, whereabouts: Whereabouts, weak: Uses = ()) -> None:
        """Take what the rules know, and names that may be places besides."""
        self.whereabouts = whereabouts
        self.topics = whereabouts.topics
        self.reading = whereabouts.reading
        self._relations: dict[tuple[str, str, bool, bool], str] = {}
        self._weak: dict[int, list[PlaceUse]] = defaultdict(list)
        for use in weak:
            self._weak[self.topics.sentence_of(use)].append(use)
        self.weak_firsts = {use.first for use in weak}
        self.labels = {
            position: uses[0]
            for position, uses in self._weak.items()
            if not uses[0].entries and uses[0].first == self._first(position)
        }

    def _first(self, position: int) -> int:
        return self.reading.sentences[position].first

    def key(self, use: PlaceUse) -> str:
        """Return what makes two uses name one place."""
        if use.entries:
            return use.entries[0].id
        return use.span.of(self.reading.document.text).lower()

    def groups(self, index: int, ruled: Uses) -> list[Group]:
        """Return the places a figure may hold for, and where each stands.

        Args:
            index: Which of the reading's counts.
            ruled: What the rules took; it comes first.
        """
        count = self.reading.counts[index]
        limit = self.reading.sentences[count.sentence].after
        found: list[Group] = []
        if ruled:
            found.append((ruled, self.where(count, ruled[0])))
        covered: set[int] = {use.first for use in ruled}
        # A total holds for all its parts' places, not for one of them.
        covered.update(self._of_parts.get(index, ()))
        acting = self.topics.acting
        for use in self.topics.of_sentence.get(count.sentence, ()):
            if use.first not in covered and use.first not in acting:
                uses = self.topics.listed(use, limit)
                covered.update([one.first for one in uses])
                found.append((uses, "own"))
        for use in self._weak.get(count.sentence, ()):
            if use.first not in covered and use.first not in acting:
                covered.add(use.first)
                found.append(((use,), "own"))
        keys = self._earlier(count, covered, found)
        found += self._of_document(covered, keys)
        return found

    @cached_property
    def _of_parts(self) -> dict[int, list[int]]:
        """First tokens of the places of parts, by their totals."""
        found: dict[int, list[int]] = defaultdict(list)
        for first, holder in self.whereabouts.taken.items():
            whole = self.reading.counts[holder].whole
            if whole is not None:
                found[whole].append(first)
        return found

    @cached_property
    def _heads(self) -> list[int]:
        """Indices of the titles, headings and intros that name places."""
        named = sorted({*self.topics.of_sentence, *self._weak})
        return [i for i in named if self.reading.sentences[i].form in HEADS]

    def _above(self, index: int) -> list[int]:
        """Return the sentences whose places a sentence may take, nearest first."""
        far = max(index - _BACK, 0)
        end = bisect_left(self._heads, far)
        near = self._heads[max(end - _HEADS, 0) : end]
        return [
            *range(index - 1, far - 1, -1),
            *near[::-1],
            *self._heads[: min(end, 1)],
        ]

    def _named(self, position: int) -> tuple[PlaceUse, ...] | list[PlaceUse]:
        """Return the places of a sentence; those of a head include weak ones."""
        named = self.topics.of_sentence.get(position, ())
        if position in self._weak and self.reading.sentences[position].form in HEADS:
            return [*named, *self._weak[position]]
        return tuple(named)

    def _earlier(self, count: Count, covered: set[int], found: list[Group]) -> set[str]:
        """Add the places of sentences above; return what they are known by."""
        sentences = self.reading.sentences
        keys: set[str] = set()
        given, own = 0, sentences[count.sentence].paragraph
        acting = self.topics.acting
        for position in self._above(count.sentence):
            other = sentences[position]
            heads = other.form in HEADS
            weak: Uses = ()
            if not heads and other.paragraph == own and position in self._weak:
                weak = tuple(self._weak[position][-_NAMES:])
            label = () if weak else self._label(count, position)
            for use in (*self._named(position), *label, *weak):
                if use.first in covered or use.first in acting:
                    continue
                if given >= _MOST and not heads:
                    continue
                uses = self.topics.listed(use, other.after)
                covered.update([one.first for one in uses])
                key = self.key(uses[0])
                if key in keys and not heads:
                    continue
                keys.add(key)
                given += 1
                found.append((uses, self.where(count, uses[0])))
        return keys

    @cached_property
    def _about(self) -> list[tuple[int, str, Group]]:
        """What the document is about, unless it is that of some figure."""
        return self._of_none(self.topic)

    @cached_property
    def _often(self) -> list[tuple[int, str, Group]]:
        """The places it names most often, at their first mention."""
        named: dict[str, list[PlaceUse]] = defaultdict(list)
        barred = self.topics.speakers | self.topics.acting
        for use in self.topics.uses:
            if use.first not in barred:
                named[self.key(use)].append(use)
        ranked = sorted(named.values(), key=lambda uses: (-len(uses), uses[0].first))
        return [
            (uses[0].first, self.key(uses[0]), ((uses[0],), "often"))
            for uses in ranked[:_OFTEN]
        ]

    @cached_property
    def _loose(self) -> list[tuple[int, str, Group]]:
        """The countries it names otherwise than as places, likewise."""
        return self._of_none(self.topics.loose)

    def _of_none(self, uses: Uses) -> list[tuple[int, str, Group]]:
        barred = self.whereabouts.taken.keys() | self.topics.acting
        some = [use for use in uses if use.first not in barred]
        return [(use.first, self.key(use), ((use,), "loose")) for use in some]

    def _of_document(self, covered: set[int], keys: set[str]) -> list[Group]:
        found = []
        for first, key, group in self._about:
            if first not in covered and key not in keys:
                covered.add(first)
                keys.add(key)
                found.append(group)
        for first, key, group in self._often:
            if first not in covered and key not in keys:
                keys.add(key)
                found.append(group)
        found += [
            group
            for first, key, group in self._loose
            if first not in covered and key not in keys
        ]
        return found

    def _label(self, count: Count, position: int) -> Uses:
        """Return the label that an earlier sentence of a figure's line has."""
        label, sentences = self.labels.get(position), self.reading.sentences
        same = sentences[position].line == sentences[count.sentence].line
        return (label,) if label is not None and same else ()

    @cached_property
    def topic(self) -> Uses:
        """The places the document is about."""
        return self.topics.topic

    def where(self, count: Count, use: PlaceUse) -> str:
        """Return where a place stands, seen from a figure."""
        position = self.topics.sentence_of(use)
        own = self.reading.sentences[count.sentence]
        other = self.reading.sentences[position]
        if position == count.sentence:
            return "own"
        if position > count.sentence:
            return "later"
        if other.form in HEADS:
            return other.form.value
        if other.line == own.line and (
            position in self.topics.labels or self.labels.get(position) is use
        ):
            return "label"
        behind = own.paragraph - other.paragraph
        return "para" if behind == 0 else f"back{min(behind, 3)}"

    def relation(self, use: PlaceUse, other: PlaceUse) -> str:
        """Say how a place lies to another: wider, narrower, beside, abroad."""
        if not (use.entries and other.entries):
            same = self.key(use) == self.key(other)
            return "same" if same else "unknown"
        mine, theirs = use.entries[0].id, other.entries[0].id
        if mine == theirs:
            return "same"
        pair = mine, theirs, is_country(use), is_country(other)
        if pair not in self._relations:
            self._relations[pair] = self._related(*pair)
        return self._relations[pair]

    def _related(self, mine: str, theirs: str, *whole: bool) -> str:
        places = self.reading.theatre.places
        one, other = places.get(mine), places.get(theirs)
        if one is None or other is None:
            return "unknown"
        within = one.country == other.country
        if other.admin1 == mine or (whole[0] and within):
            return "wider"
        if one.admin1 == theirs or (whole[1] and within):
            return "narrower"
        return "beside" if within else "abroad"
