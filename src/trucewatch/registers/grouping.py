"""Grouping: the registers whose rows are groups of claims, as the twelve subjects' are.

Which rows a claim belongs to follows from the claim and the theatre alone. It is worked
out once for each claim and kept in the ledger, so that a register from any standpoint
is a walk over light rows; the claims are read for the rows that somebody looks at.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple, Self

from trucewatch.claims.claim import Claim
from trucewatch.comparison.disputes import Disputes, Neighbourhood
from trucewatch.comparison.editions import edition_of
from trucewatch.comparison.independence import root_of, root_of_row
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.differing import Difference
from trucewatch.ledger.holdings import HeldClaim
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk
from trucewatch.registers.names import FURNITURE, Names
from trucewatch.registers.register import Register, Row
from trucewatch.registers.rows import Rows
from trucewatch.values.collecting import collector_paused

Key = tuple[str, ...]
KeysOf = Callable[[Names, Claim], Iterable[Key]]
Make = Callable[[Desk, Key, list[Claim]], Row]
BETWEEN = "\x1f"  # the parts of a key that is kept as one text
LAST = "9999"  # what has no day comes after all that has
_BY_DAY = itemgetter(0, 1)  # first day, then key


class Group(NamedTuple):
    """The claims of one row, not yet read.

    Attributes:
        day: The first day they are about, for sorting.
        words: The key of the row, as it is kept.
        rows: The claims, in the order of documents and text.
    """

    day: str
    words: str
    rows: list[HeldClaim]


@dataclass(frozen=True, slots=True)
class Subject(Register):
    """A register with a row for each group of claims.

    Attributes:
        kinds: The claim types its rows are made of.
        keys: Gives the keys of the rows a claim belongs to.
        make: Makes a row of its key and its claims.
    """

    kinds: tuple[str, ...]
    keys: KeysOf
    make: Make

    def build(
        self,
        view: LedgerView,
        theatre: Knowledge,
        *,
        disputes: Disputes | None = None,
    ) -> "GroupedRows":
        """Return the rows by first day, then by key.

        Groups with fewer independent roots than the standpoint asks for make no row.
        """
        groups: dict[str, list[HeldClaim]] = {}
        marks = view.marks(self.marking(theatre))
        with collector_paused():
            for row in view.rows(kinds=self.kinds):
                for words in marks.get(row.key, ()):
                    groups.setdefault(words, []).append(row)
            found = [
                Group._make((_first_day(rows), words, rows))
                for words, rows in enough(groups, view, theatre)
            ]
            found.sort(key=_BY_DAY)
        against = Neighbourhood(view, theatre) if disputes is None else disputes
        return GroupedRows(self, _Ground(view, theatre, against), found)

    def renewed(
        self,
        rows: Sequence[Row],
        view: LedgerView,
        theatre: Knowledge,
        change: Difference,
        *,
        disputes: Disputes | None = None,
    ) -> Sequence[Row]:
        """Return the rows, only those groups being made that have other claims."""
        if not isinstance(rows, GroupedRows) or view.standpoint.min_independent > 1:
            return self.build(view, theatre, disputes=disputes)
        marking = self.marking(theatre)
        before, now = change.past.marks(marking), view.marks(marking)
        gone = {row for row in change.gone if row.kind in self.kinds}
        touched = {words for row in gone for words in before.get(row.key, ())}
        come: dict[str, list[HeldClaim]] = {}
        for row in change.come:
            for words in now.get(row.key, ()) if row.kind in self.kinds else ():
                come.setdefault(words, []).append(row)
        touched |= come.keys()
        found = [group for group in rows.groups if group.words not in touched]
        old = {group.words: group for group in rows.groups if group.words in touched}
        for words in touched:
            stays = old[words].rows if words in old else []
            behind = [row for row in stays if row not in gone] + come.get(words, [])
            behind.sort(key=lambda row: row.order)
            if behind:
                found.append(Group(_first_day(behind), words, behind))
        found.sort(key=_BY_DAY)
        against = Neighbourhood(view, theatre) if disputes is None else disputes
        return GroupedRows(self, _Ground(view, theatre, against), found)

    def marking(self, theatre: Knowledge) -> Marking:
        """Return the marking that puts claims under the keys of their rows."""
        names = Names(theatre)

        def words_of(claim: Claim, _published: str | None) -> Iterator[str]:
            if claim.voice not in FURNITURE:
                for key in self.keys(names, claim):
                    yield words_of_key(key)

        return Marking(
            f"register {self.name}",
            edition_of(theatre),
            frozenset(self.kinds),
            words_of,
        )


def _first_day(rows: Sequence[HeldClaim]) -> str:
    """Return the first day that claims are about; most rows have one claim only."""
    if len(rows) == 1:
        return rows[0].day or LAST
    return min([row.day or LAST for row in rows])


class _Ground(NamedTuple):
    """What rows are made from."""

    view: LedgerView
    theatre: Knowledge
    disputes: Disputes


class GroupedRows(Rows):
    """Rows of groups, made when they are looked at.

    Attributes:
        groups: The claims of each row.
    """

    def __init__(
        self, subject: Subject, ground: _Ground, groups: Sequence[Group]
    ) -> None:
        self._subject, self._ground, self.groups = subject, ground, groups

    def __len__(self) -> int:
        return len(self.groups)

    def made(self, start: int, stop: int) -> list[Row]:
        """Return the rows from ``start`` to before ``stop``, made now."""
        groups = self.groups[start:stop]
        desk, claims = laid_out(*self._ground, [group.rows for group in groups])
        return [
            self._subject.make(desk, key_of_words(group.words), behind)
            for group, behind in zip(groups, claims, strict=True)
        ]

    def resting_on(self, claims: Collection[str]) -> Self:
        """Return the rows that rest on one of these claims, given by their keys."""
        wanted = frozenset(claims)
        kept = [g for g in self.groups if any(row.key in wanted for row in g.rows)]
        return type(self)(self._subject, self._ground, kept)


def one(key_of: Callable[[Names, Claim], Key | None]) -> KeysOf:
    """Return what gives the keys of a claim that belongs to one row at most."""

    def keys_of(names: Names, claim: Claim) -> tuple[Key, ...]:
        key = key_of(names, claim)
        return () if key is None else (key,)

    return keys_of


def laid_out(
    view: LedgerView,
    theatre: Knowledge,
    disputes: Disputes,
    groups: Sequence[Sequence[HeldClaim]],
) -> tuple[Desk, list[list[Claim]]]:
    """Return a desk for the claims of groups, and the claims, read in one go."""
    rows = {row.key: row for row in chain.from_iterable(groups)}
    read = dict(zip(rows, view.readings(list(rows.values())), strict=True))
    desk = Desk(view, theatre, disputes.among(tuple(read.values())))
    return desk, [[read[row.key] for row in group] for group in groups]


def enough(
    groups: dict[str, list[HeldClaim]], view: LedgerView, theatre: Knowledge
) -> Iterable[tuple[str, list[HeldClaim]]]:
    """Return the groups with the independent roots that the standpoint asks for."""
    least = view.standpoint.min_independent
    if least <= 1:
        return groups.items()
    around, reworded = Surroundings(theatre), view.reworded

    def root(row: HeldClaim) -> str:
        changed = reworded.get(row.key)
        if changed is None:
            return root_of_row(row, around)
        return root_of(view.reading(changed), around)

    return [
        (words, rows)
        for words, rows in groups.items()
        if len(rows) >= least and len({root(row) for row in rows}) >= least
    ]


def words_of_key(key: Iterable[Any]) -> str:
    """Return the key of a row as one text."""
    return BETWEEN.join([str(part).replace(BETWEEN, " ") for part in key])


def key_of_words(words: str) -> Key:
    """Return the key of a row that was kept as one text."""
    return tuple(words.split(BETWEEN))
