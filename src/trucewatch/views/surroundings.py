"""What comparison and registers are told of the world around the claims of a ledger.

A ledger may hold documents of several conflicts, so they look through all theatres that
ship and the user's own; identifiers mean the same in all of them.
"""

from collections.abc import Sequence

from trucewatch.documents.copies import find_copies
from trucewatch.documents.document import Document
from trucewatch.reference.theatre import (
    Entry,
    Recalled,
    Table,
    Theatre,
    load_theatre,
    theatre_names,
)


class Everywhere(Theatre):
    """Several theatres as one, for looking things up; the first that knows wins."""

    def __init__(self, theatres: tuple[Theatre, ...]) -> None:
        # The parent is not initialised: it would index anew what its parts have.
        self._parts = theatres
        self.name = "+".join(part.name for part in theatres)
        self.title = ", ".join(part.title for part in theatres)
        self.countries = tuple(dict.fromkeys(c for t in theatres for c in t.countries))
        self.core = frozenset(key for part in theatres for key in part.core)
        self.listed = frozenset(key for part in theatres for key in part.listed)
        self.signals = tuple(word for part in theatres for word in part.signals)
        self.first_day = min(part.first_day for part in theatres)
        self.last_day = max(part.last_day for part in theatres)
        # Tables keep the last row of an identifier, so the first theatre comes last.
        last_first = theatres[::-1]
        self.actors = Table(row for part in last_first for row in part.actors)
        self.speakers = Table(row for part in last_first for row in part.speakers)
        self.places = Table(row for part in last_first for row in part.places)
        self.instruments = Table(row for part in last_first for row in part.instruments)
        self.counters = Table(row for part in last_first for row in part.counters)
        self.designations = tuple(d for part in theatres for d in part.designations)
        self.recalled = Recalled({}, {})

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return everything a folded name can stand for in any of the theatres."""
        return tuple(dict.fromkeys(e for t in self._parts for e in t.entries(key)))

    def longest(self, first_word: str) -> int:
        """Return how many words the longest name has that starts with this word."""
        return max(part.longest(first_word) for part in self._parts)

    def __repr__(self) -> str:
        return f"Everywhere({self.name!r})"


def everywhere(own: str | None = None) -> Theatre:
    """Return all theatres that ship as one, the user's own before them.

    Args:
        own: Name or folder of the user's theatre, or None.
    """
    names = ((own,) if own else ()) + theatre_names()
    return Everywhere(tuple(load_theatre(name) for name in dict.fromkeys(names)))


def copies_among(documents: Sequence[Document]) -> dict[str, str]:
    """Return the first document of its story for each that others carry too."""
    return {key: group[0] for group in find_copies(documents) for key in group}
