"""Times in reach of a figure: its sentence's, those above, a story's lead."""

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from trucewatch.claims.lines_above import HEADS
from trucewatch.claims.timing import Timing
from trucewatch.reading.sentences import Form
from trucewatch.reading.times import TimeExpression
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import TimePrecision

_BACK = 6  # sentences looked back for times that may carry on
_GROUPS = 3  # of such sentences with times
_EACH = 3  # times of one of them
_OF_HEAD = 2
_MOST = 2
_AWAY = 4
_TOP = 8  # sentences among which a story's first stand
_LEADS = 2
_KEPT = 64  # sentences for which it is kept what is in reach
_DAYS = frozenset((TimePrecision.DAY, TimePrecision.INSTANT))


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    data = word_list("dating")
    return frozenset(data["dividing"]), frozenset(data["telling"])


def dividing(words: Sequence[str]) -> tuple[str, ...]:
    """Return those words, each once, that divide a sentence into clauses."""
    return tuple(sorted(_words()[0].intersection(words)))


def telling(words: Sequence[str]) -> tuple[str, ...]:
    """Return those words, each once, that tell of tense, order or counting."""
    return tuple(sorted(_words()[1].intersection(words)))


class Reach(NamedTuple):
    """A time expression in reach of a sentence.

    Attributes:
        time: The expression.
        where: Where it stands, seen from the sentence: ``own``; ``same`` or ``above``
            for the paragraph, with a number that counts the sentences with times;
            ``head`` or ``title``.
        away: How many sentences up, up to four.
    """

    time: TimeExpression
    where: str
    away: int


class TimesAround:
    """Finds what is in reach of each sentence of one reading."""

    def __init__(self, timing: Timing) -> None:
        self.timing = timing
        self.sentences = timing.reading.sentences
        self._reached: dict[int, tuple[Reach, ...]] = {}
        self._summed: dict[int, tuple[int, bool]] = {}

    def reached(self, index: int) -> tuple[Reach, ...]:
        """Return the expressions in reach of a sentence, the nearest lines first."""
        if index not in self._reached:
            if len(self._reached) >= _KEPT:  # so that memory stays bounded
                self._reached.clear()
            self._reached[index] = tuple(self._reach(index))
        return self._reached[index]

    def summed(self, index: int) -> tuple[int, bool]:
        """Return how many times a sentence names, up to two; whether one carries."""
        if index not in self._summed:
            reached = self.reached(index)
            own = sum([one.where == "own" for one in reached])
            carried = any(one.where.startswith("same") for one in reached)
            self._summed[index] = min(own, _MOST), carried
        return self._summed[index]

    @cached_property
    def lead(self) -> TimeExpression | None:
        """The day the opening of a story tells of."""
        prose = [s for s in self.sentences[:_TOP] if s.form is Form.PROSE]
        for sentence in prose[:_LEADS]:
            for time in self.timing.named_in(sentence.span):
                if time.precision in _DAYS:
                    return time
        return None

    def _reach(self, index: int) -> Iterator[Reach]:
        own = self.sentences[index]
        for time in self.timing.named_in(own.span):
            yield Reach(time, "own", 0)
        groups = 0
        for away in range(1, min(_BACK, index) + 1):
            other = self.sentences[index - away]
            if other.form in HEADS or groups == _GROUPS:
                break
            times = self.timing.within(other.span)
            if times:
                same = other.paragraph == own.paragraph
                where = f"{'same' if same else 'above'}{groups}"
                for time in reversed(times[-_EACH:]):
                    yield Reach(time, where, min(away, _AWAY))
                groups += 1
        yield from self._of_heads[index]

    @cached_property
    def _of_heads(self) -> list[tuple[Reach, ...]]:
        """For each sentence the times of the nearest head above that has any."""
        above: tuple[Reach, ...] = ()
        found: list[tuple[Reach, ...]] = []
        for index, sentence in enumerate(self.sentences):
            found.append(above)
            if sentence.form in HEADS:
                times = self.timing.within(sentence.span)[:_OF_HEAD]
                name = "head" if index else "title"
                above = tuple(Reach(time, name, _AWAY) for time in times) or above
        return found
