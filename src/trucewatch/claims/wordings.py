"""What stands around a count and tells of which claim type it is."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from trucewatch.claims.kind_scoring import Acted, Wording
from trucewatch.claims.lines_above import LinesAbove
from trucewatch.claims.scene import Scene
from trucewatch.reading.counts import Count
from trucewatch.reading.sentences import Sentence

Words = tuple[str, ...]

_BESIDE = 6  # words to either side that count as beside a count
_ACTS = 3  # acts looked at, the nearest first
_DIVIDES = frozenset((",", ";", ":", "(", ")", "–", "—", "while", "but", "and"))
# Endings of English verbs and nouns; what is left tells inflected forms as one.
_ENDINGS = ("ing", "ies", "ed", "es", "s", "e")
_STEM = 3  # letters that are left at least
_KEPT = 16_384  # stems kept


@lru_cache(_KEPT)
def stem(word: str) -> str:
    """Return a word without its ending, so that "seized" and "seizing" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


class Wordings:
    """Gathers the wording of one scene's counts."""

    def __init__(self, scene: Scene, above: LinesAbove, units: list[str]) -> None:
        """Take a scene, its lines above, and the units of the counts so far."""
        self.scene, self.above, self.units = scene, above, units
        self.reading = scene.reading
        self._stems_of: dict[int, Words] = {}
        self._ruled: dict[int, str] = {}

    def of(self, index: int, unit: str, ruled: str) -> Wording:
        """Return what decides which claim type a count belongs to.

        Args:
            index: Which of the reading's counts.
            unit: Its unit.
            ruled: The type the table of kinds gives.
        """
        count = self.reading.counts[index]
        sentence = self.reading.sentences[count.sentence]
        first, after = sentence.first, sentence.after
        self._ruled[index] = ruled
        return Wording(
            ruled,
            unit,
            count.noun.lemma if count.noun else "",
            count.how,
            sentence.form.value,
            self.scene.periodic,
            tuple(self._acts(index, count)),
            self._stems(max(first, count.first - _BESIDE), count.first),
            self._stems(count.after, min(after, count.after + _BESIDE)),
            self._stems_of_sentence(count.sentence),
            self._words_of(self.above.intro(count.sentence)),
            self._clause(count, first, after),
            self._before(index, count),
            self._siblings(index, count),
        )

    def _acts(self, index: int, count: Count) -> Iterator[Acted]:
        low = self.reading.tokens.low
        for rank, near in enumerate(self.scene.governing(index)):
            act = near.act
            words = low[act.first : act.after] if rank < _ACTS else []
            side = "left" if act.first < count.first else "right"
            yield Acted(act.classes, side, " ".join(map(stem, words)))

    def _stems(self, first: int, after: int) -> Words:
        """Return the stems of a stretch's words that are no names and no figures."""
        text = self.reading.tokens.text[first:after]
        return tuple([stem(word) for word in text if word.islower() and word.isalpha()])

    def _stems_of_sentence(self, index: int) -> Words:
        if index not in self._stems_of:
            self._stems_of.clear()  # counts come sentence by sentence
            sentence = self.reading.sentences[index]
            self._stems_of[index] = self._stems(sentence.first, sentence.after)
        return self._stems_of[index]

    def _words_of(self, sentence: Sentence | None) -> Words:
        if sentence is None:
            return ()
        return tuple(self.reading.tokens.low[sentence.first : sentence.after])

    def _clause(self, count: Count, first: int, after: int) -> tuple[Words, Words]:
        """Return the stems to either side up to the next word or mark that divides."""
        low = self.reading.tokens.low
        start, end = count.first, count.after
        while start > first and low[start - 1] not in _DIVIDES:
            start -= 1
        while end < after and low[end] not in _DIVIDES:
            end += 1
        return self._stems(start, count.first), self._stems(count.after, end)

    def _before(self, index: int, count: Count) -> str:
        """Return the table's type of the figure before, and whether it is beside."""
        kind = self._ruled.get(index - 1, "")
        beside = index and self.reading.counts[index - 1].sentence == count.sentence
        return f"{kind}+beside" if beside else kind

    def _siblings(self, index: int, count: Count) -> Words:
        """Return the units of the other figures of a sentence."""
        units, counts = self.units, self.reading.counts
        return tuple(
            units[i] if i < index else counts[i].unit
            for i in self._beside[count.sentence]
            if i != index
        )

    @cached_property
    def _beside(self) -> dict[int, list[int]]:
        """The counts of each sentence."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, count in enumerate(self.reading.counts):
            found[count.sentence].append(index)
        return found
