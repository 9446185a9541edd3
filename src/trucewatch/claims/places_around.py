"""The places around a figure: its sentence's, those above it, the document's."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from trucewatch.claims.places import PlaceUse
from trucewatch.claims.topics import HEADS, LIST
from trucewatch.claims.whereabouts import Whereabouts
from trucewatch.reading.counts import Count

Uses = tuple[PlaceUse, ...]

_BACK = 12  # sentences looked back over
_HEADS = 4  # headings further up
_MOST = 6  # places looked at outside the sentence, nearest first


class PlacesAround:
    """Lists the places that the counts of one reading may hold for.

    Attributes:
        weak_firsts: First tokens of names that nothing leads in.
    """

    def __init__(self, whereabouts: Whereabouts, weak: Uses = ()) -> None:
        """Take what the rules know, and names that may be places besides."""
        self.whereabouts = whereabouts
        self.topics = whereabouts.topics
        self.reading = whereabouts.reading
        self._weak: dict[int, list[PlaceUse]] = defaultdict(list)
        for use in weak:
            self._weak[self.topics.sentence_of(use)].append(use)
        self.weak_firsts = {use.first for use in weak}

    def key(self, use: PlaceUse) -> str:
        """Return what makes two uses name one place."""
        if use.entries:
            return use.entries[0].id
        return use.span.of(self.reading.document.text).lower()

    def groups(self, index: int, ruled: Uses) -> Iterator[tuple[Uses, str]]:
        """Yield the places a figure may hold for, and where each stands.

        Args:
            index: Which of the reading's counts.
            ruled: What the rules took; it comes first.
        """
        count = self.reading.counts[index]
        limit = self.reading.sentences[count.sentence].after
        if ruled:
            yield ruled, self.where(count, ruled[0])
        covered: set[int] = {use.first for use in ruled}
        # A total holds for all its parts' places, not for one of them.
        covered.update(self._of_parts.get(index, ()))
        for use in self.topics.of_sentence.get(count.sentence, ()):
            if use.first not in covered:
                uses = self.topics.listed(use, limit)
                covered.update(one.first for one in uses)
                yield uses, "own"
        for use in self._weak[count.sentence]:
            if use.first not in covered:
                covered.add(use.first)
                yield (use,), "own"
        yield from self._earlier(count, covered)

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
        heads = self._heads[: bisect_left(self._heads, far)]
        return [*range(index - 1, far - 1, -1), *heads[: -_HEADS - 1 : -1], *heads[:1]]

    def _earlier(self, count: Count, covered: set[int]) -> Iterator[tuple[Uses, str]]:
        sentences = self.reading.sentences
        keys: set[str] = set()
        given, own = 0, sentences[count.sentence].paragraph
        for position in self._above(count.sentence):
            other = sentences[position]
            heads = other.form in HEADS
            weak = self._weak[position] if heads else ()
            for use in (*self.topics.of_sentence.get(position, ()), *weak):
                if use.first in covered or (given >= _MOST and not heads):
                    continue
                uses = self.topics.listed(use, other.after)
                covered.update(one.first for one in uses)
                if self.key(uses[0]) in keys and not heads:
                    continue
                if len(uses) > LIST and other.paragraph != own and not heads:
                    continue  # a list is of its paragraph alone
                keys.add(self.key(uses[0]))
                given += 1
                yield uses, self.where(count, uses[0])
        for use in (*self.topic, *self.topics.loose):
            held = use.first in self.whereabouts.taken  # by some other figure
            if not held and use.first not in covered and self.key(use) not in keys:
                covered.add(use.first)
                keys.add(self.key(use))
                yield (use,), "loose"

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
        if other.line == own.line and position in self.topics.labels:
            return "label"
        behind = own.paragraph - other.paragraph
        return "para" if behind == 0 else f"back{min(behind, 3)}"
