"""Spans: half-open ranges of characters in a document's text."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from trucewatch.errors import EmptySpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets, ``start`` included and ``end`` not.

    Attributes:
        start: Offset of the first character, from 0.
        end: Offset after the last character; always greater than ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise EmptySpanError(self.start, self.end)

    def of(self, text: str) -> str:
        """Return the words this span covers in ``text``."""
        return text[self.start : self.end]

    def contains(self, other: "Span") -> bool:
        """Say whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def joined(self, other: "Span") -> Self:
        """Return the smallest span that covers both."""
        return type(self)(min(self.start, other.start), max(self.end, other.end))

    def as_list(self) -> list[int]:
        """Return ``[start, end]``, the form the claim record prints."""
        return [self.start, self.end]


class Stretches:
    """Some spans of a text, overlapping or not, that can be asked for an offset."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        """Merge the spans once, so that asking costs little in a text of any length."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((span.start, span.end) for span in spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def hold(self, offset: int) -> bool:
        """Say whether one of the spans covers the character at ``offset``."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
