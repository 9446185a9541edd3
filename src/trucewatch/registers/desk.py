"""The desk: what a register works with, and how its cells are made."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.comparison.independence import independent_roots
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.names import Names
from trucewatch.registers.register import EMPTY, Cell, Value
from trucewatch.values.keys import content_key


class _Backing(NamedTuple):
    """What stands behind a cell, in the order of its fields."""

    said_by: tuple[str, ...]
    known_since: str
    disputed: bool
    claims: tuple[str, ...]


class Desk(Names):
    """A view, a theatre and the disputes among the claims that are on it.

    Attributes:
        view: What is seen of the ledger.
        theatre: What is known beforehand.
    """

    def __init__(
        self, view: LedgerView, theatre: Knowledge, disputed: Collection[str] = ()
    ) -> None:
        """Set a desk up.

        Args:
            view: What is seen of the ledger.
            theatre: What is known beforehand.
            disputed: Keys of the claims that others stand against.
        """
        super().__init__(theatre)
        self.view = view
        self._sides = Surroundings(theatre)
        self._disputed = disputed
        self._backings: dict[tuple[str, ...], _Backing] = {}

    def cell(self, value: Value, claims: Iterable[Claim]) -> Cell:
        """Return a cell of that value resting on these claims; empty without either."""
        if value is None or value == ():
            return EMPTY
        behind = tuple(claims)
        if not behind:
            return EMPTY
        keys = tuple([c.key for c in behind])
        # Most cells of a row rest on the same claims.
        backing = self._backings.get(keys)
        if backing is None:
            backing = self._backings[keys] = self._backing(behind)
        return Cell(value, *backing)

    def _backing(self, behind: Sequence[Claim]) -> _Backing:
        keys = tuple(dict.fromkeys(c.key for c in behind))
        return _Backing(
            said_by=tuple(dict.fromkeys(self.speaker(c) for c in behind)),
            known_since=min(self.view.known_since(k) for k in keys).isoformat(),
            disputed=any(k in self._disputed for k in keys),
            claims=keys,
        )

    def said(self, value_of: Callable[[Claim], Value], claims: Iterable[Claim]) -> Cell:
        """Return a cell of the distinct values that claims give, in their order.

        One value stays as it is; several become a tuple of texts.
        """
        giving = [(v, c) for c in claims if (v := value_of(c)) not in {None, ()}]
        values: dict[str | int | float, None] = {}
        for value, _ in giving:
            for one in value if isinstance(value, tuple) else (value,):
                if one is not None:
                    values.setdefault(one)
        if not values:
            return EMPTY
        distinct = tuple(values)
        shown: Value = distinct[0] if len(distinct) == 1 else tuple(map(str, distinct))
        return self.cell(shown, (c for _, c in giving))

    def independent(self, claims: Iterable[Claim]) -> int:
        """Return how many independent roots claims have: speakers, not outlets."""
        return independent_roots(claims, self._sides)


def row_key(register: str, *parts: Hashable) -> str:
    """Return the key of a row, made of what groups its claims."""
    return content_key("r", [register, *map(str, parts)])


def span_of_days(claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    """Return the earliest start and the latest end among claims, None where unknown."""
    starts = [d for c in claims if (d := c.time.start or c.time.end) is not None]
    ends = [d for c in claims if (d := c.time.end or c.time.start) is not None]
    return min(starts, default=None), max(ends, default=None)
