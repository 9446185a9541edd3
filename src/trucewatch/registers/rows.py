"""Rows that are made when somebody looks at them.

A register over two hundred thousand claims has more rows than anybody reads. How many
there are, and in which order, is known at once; a row itself, with its cells and the
claims behind them, is made when it is shown.
"""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterator, Sequence
from typing import Self, overload

from trucewatch.registers.register import Row
from trucewatch.values.collecting import collector_paused

AT_ONCE = 250  # rows made in one go by whoever walks over all of them


class Rows(Sequence[Row], ABC):
    """The rows of a register from one standpoint, in their order."""

    @abstractmethod
    def made(self, start: int, stop: int) -> list[Row]:
        """Return the rows from ``start`` to before ``stop``, made now."""

    @abstractmethod
    def resting_on(self, claims: Collection[str]) -> Self:
        """Return the rows that rest on one of these claims, given by their keys."""

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """Return a row, or some rows made in one go."""
        if isinstance(index, int):
            at = range(len(self))[index]
            return self._part(at, at + 1)[0]
        wanted = range(len(self))[index]
        if not wanted:
            return []
        first, last = min(wanted), max(wanted)
        found = self._part(first, last + 1)
        return [found[at - first] for at in wanted]

    def __iter__(self) -> Iterator[Row]:
        """Yield all rows, made a part at a time."""
        for start in range(0, len(self), AT_ONCE):
            yield from self._part(start, min(start + AT_ONCE, len(self)))

    def _part(self, start: int, stop: int) -> list[Row]:
        """Make rows without walks over all rows that stay, which take longer."""
        with collector_paused():
            return self.made(start, stop)
