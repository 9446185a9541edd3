"""Words that only say which agreement is meant: "the truce which began on 4 May".

The day and the place in them are the agreement's own, and of no figure beside it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from trucewatch.claims.truces import beginnings, truce_nouns
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeExpression
from trucewatch.reading.wordlists import word_list
from trucewatch.values.spans import Span

_NAME = 6  # tokens between the noun and its clause: "the agreement (CFA) which"
_CLAUSE = 14  # tokens of the clause
_VERB = 3  # tokens between "which" and the verb: "which had first begun"
_SINCE = 6  # "since the truce that began on 4 May" does date what it counts
_RELATIVE = frozenset(("which", "that"))
_ENDS = frozenset(",.;:–—()")
_INSIDE = frozenset((*'()[],"“”', "of", "between", "and", "the", "in"))
_PLAIN = frozenset(("since", "to"))  # "since the truce that", "parties to the deal"


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data: dict[str, list[str]] = word_list("truces")
    pacts = truce_nouns() | frozenset(data["pacts"])
    return pacts, frozenset(data["concluded"]), frozenset(data["auxiliaries"])


class Asides:
    """The clauses of one text that say which agreement is meant."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.spans = tuple(_Finder(reading).find())
        self._starts = [span.start for span in self.spans]

    def holding(self, span: Span) -> Span | None:
        """Return the clause that holds a span, or None."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or span.start >= self.spans[at].end:
            return None
        return self.spans[at]

    def is_seat(self, span: Span) -> bool:
        """Say whether a place is only where an agreement was made."""
        clause = self.holding(span)
        if clause is None:
            return False
        tokens = self.reading.tokens
        words = tokens.low[tokens.at(clause.start) : tokens.at(clause.end)]
        return not _words()[1].isdisjoint(words)

    def without(
        self, times: Sequence[TimeExpression], told: Span | None = None
    ) -> list[TimeExpression]:
        """Return times without those that only date an agreement.

        Args:
            times: The times, in order.
            told: What is to be dated; a clause dates what it says itself.
        """
        if not self.spans:
            return list(times)
        own = None if told is None else self.holding(told)
        return [t for t in times if self.holding(t.span) in (None, own)]


class _Finder:
    """Looks for the clauses of one text."""

    def __init__(self, reading: Reading) -> None:
        self.tokens = reading.tokens
        self.sentences = reading.sentences
        self.starts = [sentence.first for sentence in reading.sentences]
        self.figures = [count.number.first for count in reading.counts]
        self.times = [time.span for time in reading.times]
        self.pacts, self.concluded, self.auxiliaries = _words()

    def find(self) -> Iterator[Span]:
        low, last = self.tokens.low, 0
        for at, word in enumerate(low):
            if word not in self.pacts or at < last:
                continue
            sentence = self.sentences[max(bisect_right(self.starts, at) - 1, 0)]
            if _PLAIN.intersection(low[max(sentence.first, at - _SINCE) : at]):
                continue
            begin = self._clause(at + 1, sentence.after)
            if begin is not None:
                last = self._end(begin, sentence.after)
                yield self.tokens.span(begin, last)

    def _clause(self, at: int, limit: int) -> int | None:
        """Return where a clause that says which agreement is meant begins, or None."""
        low, text = self.tokens.low, self.tokens.text
        for i in range(at, min(at + _NAME, limit)):
            if low[i] in _RELATIVE:
                return i if self._tells_when(i + 1, limit) else None
            if low[i] in self.concluded:
                return i
            if not (text[i][0].isupper() or low[i] in _INSIDE):
                return None
        return None

    def _tells_when(self, at: int, limit: int) -> bool:
        """Say whether a relative clause tells when an agreement was made or began."""
        low = self.tokens.low
        for i in range(at, min(at + _VERB, limit)):
            if low[i] in self.concluded:
                return True
            if any(tuple(low[i : i + len(one)]) == one for one in beginnings()):
                return True
            if low[i] not in self.auxiliaries:
                return False
        return False

    def _end(self, begin: int, limit: int) -> int:
        """Return the index after a clause: at a mark, a figure, or after so many."""
        at = bisect_left(self.figures, begin)
        stop = self.figures[at] if at < len(self.figures) else limit
        stop = min(begin + _CLAUSE, limit, stop)
        for i in range(begin + 1, stop):
            if self.tokens.text[i] in _ENDS and not self._is_in_date(i):
                return i
        return max(stop, begin + 1)

    def _is_in_date(self, i: int) -> bool:
        """Say whether a mark stands within a date: "Aug. 15", "Saturday, 4 May"."""
        start = self.tokens.start[i]
        at = bisect_right(self.times, start, key=_start) - 1
        return at >= 0 and start < self.times[at].end


def _start(span: Span) -> int:
    return span.start
