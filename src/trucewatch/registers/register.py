"""Registers: what every one of them is made of. A register is a pure projection.

A register takes a view of the ledger and a theatre and returns rows. Every cell of a
row says what is claimed, who says so, since when that is known, whether others
dispute it, and which claims it rests on. Nothing is summed or averaged across speakers.
"""

import dataclasses
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from trucewatch.comparison.disputes import Disputes
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.differing import Difference
from trucewatch.ledger.view import LedgerView

Value = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row with everything that stands behind it.

    Attributes:
        value: What is claimed; None where nothing is known.
        said_by: Who vouches, in the order of their first claim.
        known_since: When this ledger first knew (ISO 8601 instant), or None.
        disputed: Whether a claim behind it contradicts, or is denied by, another.
        claims: Keys of the claims it rests on; empty for what only groups the row.
    """

    value: Value = None
    said_by: tuple[str, ...] = ()
    known_since: str | None = None
    disputed: bool = False
    claims: tuple[str, ...] = ()


EMPTY = Cell()


class Row(Protocol):
    """One line of a register: a frozen dataclass of a key and cells."""

    @property
    def key(self) -> str:
        """Key of the row, stable while claims join it."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a register, documented.

    Attributes:
        name: Name in records and tables.
        doc: One sentence on what it holds and which words it can have.
    """

    name: str
    doc: str


def column(doc: str) -> Any:  # noqa: ANN401 - a dataclass field of any type
    """Return the field of a row that holds a column of that meaning."""
    return dataclasses.field(default=EMPTY, metadata={"doc": doc})


@dataclass(frozen=True, slots=True)
class Register(ABC):
    """One register: its name, what its rows are, and how they are built.

    Attributes:
        name: The subject's name, the same in every room.
        title: One line for people.
        row: Type of its rows.
    """

    name: str
    title: str
    row: type[Any]

    @abstractmethod
    def build(
        self,
        view: LedgerView,
        theatre: Knowledge,
        *,
        disputes: Disputes | None = None,
    ) -> Sequence[Row]:
        """Return the rows that are seen from the view's standpoint.

        How many there are is known at once; a row is made when it is looked at.

        Args:
            view: What is seen of the ledger.
            theatre: What is known beforehand.
            disputes: Says which claims others stand against; when None, the register
                compares the claims of the rows it makes.
        """

    def renewed(
        self,
        rows: Sequence[Row],
        view: LedgerView,
        theatre: Knowledge,
        change: Difference,
        *,
        disputes: Disputes | None = None,
    ) -> Sequence[Row]:
        """Return what ``build`` would, going on from rows of an earlier view.

        Args:
            rows: What ``build`` gave for the earlier view.
            view: What is seen of the ledger now.
            theatre: What is known beforehand.
            change: What tells the two views apart.
            disputes: As for ``build``.
        """
        del rows, change
        return self.build(view, theatre, disputes=disputes)

    def columns(self) -> tuple[Column, ...]:
        """Return the columns in the order in which they are shown."""
        return tuple(
            Column(f.name, f.metadata["doc"])
            for f in dataclasses.fields(self.row)
            if "doc" in f.metadata
        )

    def records(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """Return rows as the mappings that are printed as JSON."""
        names = [c.name for c in self.columns()]
        return [
            {"key": row.key} | {name: cell_record(getattr(row, name)) for name in names}
            for row in rows
        ]

    def table(self, rows: Iterable[Row]) -> tuple[list[str], list[list[str]]]:
        """Return the header and the lines of a plain table of the rows."""
        names = [c.name for c in self.columns()]
        lines = [[cell_text(getattr(row, name)) for name in names] for row in rows]
        return names, lines


def cell_record(cell: Cell) -> dict[str, Any]:
    """Return a cell as JSON has it."""
    return {
        "value": list(cell.value) if isinstance(cell.value, tuple) else cell.value,
        "said_by": list(cell.said_by),
        "known_since": cell.known_since,
        "disputed": cell.disputed,
        "claims": list(cell.claims),
    }


def cell_text(cell: Cell) -> str:
    """Return a cell as a table shows it; a disputed value is marked."""
    text = _plain(cell.value)
    return f"{text} (disputed)" if cell.disputed and text else text


def _plain(value: Value) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(value)
        case int() | float():
            return f"{value:,}"
        case str():
            return value
