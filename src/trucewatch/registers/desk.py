"""The desk: what a register works with, and how its cells are made."""

import heapq
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Relation
from trucewatch.comparison.independence import independent_roots
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.folding import fold
from trucewatch.registers.register import EMPTY, Cell, Row, Value
from trucewatch.values.keys import content_key
from trucewatch.values.stances import PlaceRole, Voice

# Page furniture is shown with its document and is no part of any register.
FURNITURE = frozenset({Voice.CAPTION, Voice.LINKED_HEADLINE, Voice.EMBEDDED})
_AGAINST = frozenset({Relation.CONTRADICTS, Relation.DENIES})

R = TypeVar("R", bound=Row)
K = TypeVar("K", bound=Hashable)


class _Backing(NamedTuple):
    """What stands behind a cell, in the order of its fields."""

    said_by: tuple[str, ...]
    known_since: str
    disputed: bool
    claims: tuple[str, ...]


class Desk:
    """A view, a theatre and the disputes among the claims of some kinds.

    Attributes:
        view: What is seen of the ledger.
        theatre: What is known beforehand.
        claims: The claims of the kinds asked for, without page furniture, by document.
    """

    def __init__(
        self,
        view: LedgerView,
        theatre: Knowledge,
        kinds: Collection[str],
        disputed: Collection[str] | None = None,
        latest: int | None = None,
    ) -> None:
        self.view, self.theatre = view, theatre
        found = latest_claims(view, kinds, latest) if kinds else ()
        self.claims: tuple[Claim, ...] = tuple(
            c for c in found if c.voice not in FURNITURE
        )
        self._sides = Surroundings(theatre)
        self._disputed = (
            disputed_claims(self.claims, self.around) if disputed is None else disputed
        )
        self._backings: dict[tuple[str, ...], _Backing] = {}

    @cached_property
    def around(self) -> Surroundings:
        """What comparison needs to know around these claims."""
        return Surroundings(self.theatre, self.view.published)

    # --- cells ----------------------------------------------------------------------

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

    # --- names ----------------------------------------------------------------------

    def name(self, key: str | None, text: str | None = None) -> str | None:
        """Return the neutral label of whatever a key stands for, else the words."""
        tables = (self.theatre.actors, self.theatre.speakers, self.theatre.instruments)
        for table in tables:
            known = table.get(key)
            if known is not None:
                return known.label
        return text or key

    def speaker(self, claim: Claim) -> str:
        """Return who vouches for a claim, as people read it."""
        if not claim.chain:
            return "unknown"
        last = claim.chain[-1]
        return self.name(last.id, last.text) or "unknown"

    def roles(self, claim: Claim, *names: str) -> tuple[str, ...]:
        """Return those who play one of these roles in a claim, by label or words."""
        return tuple(
            self.name(r.id, r.text) or r.text for r in claim.roles if r.role in names
        )

    def places(self, claim: Claim) -> tuple[str, ...]:
        """Return the names of a claim's places; origins only where nothing else is."""
        here = [p for p in claim.places if p.role is not PlaceRole.FROM]
        return tuple(dict.fromkeys(p.name or p.text for p in here or claim.places))

    def area(self, claim: Claim) -> str:
        """Return the key of a claim's places, ``*`` for the conflict as a whole."""
        return "+".join(sorted(p.id or fold(p.text) for p in claim.places)) or "*"

    # --- rows -----------------------------------------------------------------------

    def groups(self, keys_of: Callable[[Claim], Iterable[K]]) -> dict[K, list[Claim]]:
        """Return the claims by their keys, in order; those without are left out."""
        found: dict[K, list[Claim]] = {}
        for claim in self.claims:
            for key in keys_of(claim):
                found.setdefault(key, []).append(claim)
        return found

    def independent(self, claims: Iterable[Claim]) -> int:
        """Return how many independent roots claims have: speakers, not outlets."""
        return independent_roots(claims, self._sides)

    def enough(self, claims: Iterable[Claim]) -> bool:
        """Say whether claims have the independent roots the standpoint asks for."""
        least = self.view.standpoint.min_independent
        return least <= 1 or self.independent(claims) >= least


def latest_claims(
    view: LedgerView, kinds: Collection[str] | None, latest: int | None
) -> tuple[Claim, ...]:
    """Return the claims of some kinds, or the latest of them by what they are about.

    Days are taken whole, so that what is told of one day stays together; claims without
    a day count as the oldest.
    """
    if latest is None:
        return view.claims(kinds=kinds)
    rows = view.rows(kinds=kinds)
    if len(rows) > latest:
        starts = heapq.nlargest(latest, (row.starts or "" for row in rows))
        rows = [row for row in rows if (row.starts or "") >= starts[-1]]
    return view.readings(rows)


def surroundings(view: LedgerView, theatre: Knowledge) -> Surroundings:
    """Return what comparison needs to know around the claims of a view."""
    return Surroundings(theatre, view.published)


def disputed_claims(claims: Iterable[Claim], around: Surroundings) -> frozenset[str]:
    """Return the keys of claims that contradict one another or are denied."""
    return frozenset(
        key
        for finding in compare_claims(claims, around)
        if finding.relation in _AGAINST
        for key in finding.claims
    )


def row_key(register: str, *parts: Hashable) -> str:
    """Return the key of a row, made of what groups its claims."""
    return content_key("r", [register, *map(str, parts)])


def first_day(claims: Sequence[Claim]) -> str:
    """Return the earliest start among claims, for sorting; "9999" for none."""
    return min((c.time.start or c.time.end or "9999" for c in claims), default="9999")


def span_of_days(claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    """Return the earliest start and the latest end among claims, None where unknown."""
    starts = [d for c in claims if (d := c.time.start or c.time.end) is not None]
    ends = [d for c in claims if (d := c.time.end or c.time.start) is not None]
    return min(starts, default=None), max(ends, default=None)


def rows_of(
    desk: Desk,
    key_of: Callable[[Claim], K | None],
    make: Callable[[K, list[Claim]], R],
) -> tuple[R, ...]:
    """Return one row for each group of claims, ordered by first day and key.

    Groups with fewer independent roots than the standpoint asks for make no row.
    """

    def keys_of(claim: Claim) -> tuple[K, ...]:
        key = key_of(claim)
        return () if key is None else (key,)

    return rows_of_each(desk, keys_of, make)


def rows_of_each(
    desk: Desk,
    keys_of: Callable[[Claim], Iterable[K]],
    make: Callable[[K, list[Claim]], R],
) -> tuple[R, ...]:
    """Return rows as ``rows_of`` does, where one claim can belong to several."""
    found = [
        (first_day(claims), str(key), make(key, claims))
        for key, claims in desk.groups(keys_of).items()
        if desk.enough(claims)
    ]
    return tuple(row for _, _, row in sorted(found, key=lambda item: item[:2]))
