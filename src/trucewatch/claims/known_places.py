"""What is known of each place of a document, whatever figure it may hold for."""

from bisect import bisect_left
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from trucewatch.claims import place_signs as signs
from trucewatch.claims.nearness import sort_of_word
from trucewatch.claims.place_signs import Mark
from trucewatch.claims.places import PlaceUse
from trucewatch.claims.places_around import PlacesAround
from trucewatch.claims.scoring import Signs
from trucewatch.claims.topics import is_country
from trucewatch.reference.entries import EntryKind

_MENTIONS, _RANKS, _MOST = 4, 3, 2  # what is counted up to
_DATED = 9  # tokens of a line such as "Geneva, 12 May 2016"
_KEPT = 4_096  # places kept; those of a figure stand near each other


class Known(NamedTuple):
    """What is known of a place use, whatever the figure.

    Attributes:
        key: What makes two uses name one place.
        sort: Its sort, such as ``city``.
        whole: Whether it is a country.
        sentence: Index of its sentence.
        first: Whether it opens that sentence.
        lead: The word that leads it in, or ``none``.
        mark: What it is besides, with the sum of its weights.
    """

    key: str
    sort: str
    whole: bool
    sentence: int
    first: bool
    lead: str
    mark: Signs


class KnownPlaces:
    """Looks up what is known of the places of one reading, each worked out once."""

    def __init__(self, around: PlacesAround) -> None:
        """Take the places of a reading."""
        self.around, self.topics, self.reading = around, around.topics, around.reading
        self._of_use: dict[tuple[int, str], Known] = {}

    def of(self, use: PlaceUse, where: str) -> Known:
        """Return what is known of a place standing there, worked out once."""
        at = use.first, where
        known = self._of_use.get(at)
        if known is None:
            if len(self._of_use) >= _KEPT:  # so that memory stays bounded
                self._of_use.clear()
            known = self._of_use[at] = self._learn(use, where)
        return known

    def _learn(self, use: PlaceUse, where: str) -> Known:
        position = self.topics.sentence_of(use)
        return Known(
            self.around.key(use),
            use.entries[0].sort if use.entries else "unknown",
            is_country(use),
            position,
            use.first == self.reading.sentences[position].first,
            self.reading.tokens.low[use.lead] if use.led else "none",
            signs.of_mark(self._mark(use), where),
        )

    def _mark(self, use: PlaceUse) -> Mark:
        """Return what a place is besides: of the topic, a speaker's, a venue."""
        key, topic = self.around.key(use), self.around.topic
        weak = None
        if use.first in self.around.weak_firsts:
            weak = "known" if use.entries else "unknown"
            if self.around.labels.get(self.topics.sentence_of(use)) is use:
                weak = "label"
        marks = []
        for name, group, keys in self._marks:
            if use.first in group:
                marks.append(f"mark={name}")
            elif key in keys:
                marks.append(f"marked={name}")
        return Mark(
            min(self._mentions[key], _MENTIONS),
            weak,
            tuple(marks),
            bool(topic) and self.around.key(topic[0]) == key,
            self._rank_of_country(use),
            is_country(use),
            use.first in self._speaking,
            use.led,
            sort_of_word(self.reading.tokens.text, use.lead - 1, plain=True),
            sort_of_word(self.reading.tokens.text, use.after, plain=False),
        )

    def _rank_of_country(self, use: PlaceUse) -> int | None:
        """Return which rank a place's country has among those named."""
        if not use.entries:
            return None
        country, ranks = use.entries[0].id.split("_", 1)[0], self.topics.countries
        return min(ranks.index(country), _MOST) if country in ranks else _RANKS

    def _is_dated(self, use: PlaceUse) -> bool:
        """Say whether a line names a place and a day, and nothing else."""
        line = self.reading.sentences[self.topics.sentence_of(use)]
        if line.first != use.first or line.after - line.first > _DATED:
            return False
        times = self.reading.times
        at = bisect_left(times, use.span.end, key=lambda time: time.span.start)
        if at == len(times) or times[at].span.start >= line.span.end:
            return False
        return times[at].span.end >= line.span.end - 1

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(self.around.key(use) for use in self.topics.uses)

    @cached_property
    def _speaking(self) -> frozenset[int]:
        return frozenset(
            name.first
            for name in self.reading.names
            if name.is_a(EntryKind.SPEAKER) or name.is_a(EntryKind.ACTOR)
        )

    @cached_property
    def _marks(self) -> tuple[tuple[str, frozenset[int], frozenset[str]], ...]:
        topics = self.topics
        named = (
            ("speaker", topics.speakers),
            ("venue", topics.venues),
            ("dateline", topics.dateline),
            ("dated", frozenset(u.first for u in topics.uses if self._is_dated(u))),
            ("acting", topics.acting),
        )
        uses = topics.uses
        return tuple(
            (
                name,
                group,
                frozenset(self.around.key(u) for u in uses if u.first in group),
            )
            for name, group in named
        )
