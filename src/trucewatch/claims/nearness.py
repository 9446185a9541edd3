"""What stands beside a place or a time: words and marks, and the nearest figure."""

from bisect import bisect_left
from collections.abc import Sequence

from trucewatch.reading.counts import Count


def sort_of_word(text: Sequence[str], at: int, *, plain: bool) -> str:
    """Return what stands beside a name or a time: a mark, a word, ``Name``, ``other``.

    Args:
        text: The tokens of a reading.
        at: Which of them; beyond either end there is nothing.
        plain: Whether a plain word is told as it is, or only as ``word``.
    """
    if not 0 <= at < len(text):
        return ""
    word = text[at]
    if word.isalpha():
        lower = word if plain else "word"
        return lower if word.islower() else "Name"
    return word if len(word) == 1 and not word.isalnum() else "other"


class Nearness:
    """Tells which figure of its sentence a stretch of words stands nearest to."""

    def __init__(self, counts: Sequence[Count]) -> None:
        """Take the counts of a reading, in order."""
        self.counts = counts
        self.firsts = [count.first for count in counts]

    def between(self, start: int, end: int) -> int:
        """Return how many figures begin among some tokens."""
        return bisect_left(self.firsts, end) - bisect_left(self.firsts, start)

    def whose(self, first: int, after: int, count: Count) -> str:
        """Say whose a stretch is: ``mine``, or another's to its ``left`` or ``right``.

        Args:
            first: Its first token.
            after: The token after its last.
            count: The figure that asks, of the same sentence.
        """
        at = bisect_left(self.firsts, first)
        mine = count.first - after if count.first >= after else first - count.after
        nearest = "mine"
        for other in self.counts[max(at - 2, 0) : at + 2]:
            if other.sentence != count.sentence or other.first == count.first:
                continue
            behind = other.first >= after
            theirs = other.first - after if behind else first - other.after
            if 0 <= theirs < mine:
                nearest, mine = ("right" if behind else "left"), theirs
        return nearest
