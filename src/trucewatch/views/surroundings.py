"""What comparison and registers are told of the world around the claims of a ledger.

A ledger may hold documents of several conflicts, so they look through all theatres that
ship and the user's own; identifiers mean the same in all of them.
"""

from collections.abc import Mapping

from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Table, Theatre, load_theatre, theatre_names


class Everywhere(Theatre):
    """Several theatres as one, for looking things up; the first that knows wins."""

    def __init__(self, theatres: tuple[Theatre, ...]) -> None:
        # Tables keep the last row of an identifier, so the first theatre comes last.
        last_first = theatres[::-1]
        self.name = "+".join(theatre.name for theatre in theatres)
        self.title = ", ".join(theatre.title for theatre in theatres)
        self.countries = tuple(
            dict.fromkeys(code for theatre in theatres for code in theatre.countries)
        )
        self.first_day = min(theatre.first_day for theatre in theatres)
        self.last_day = max(theatre.last_day for theatre in theatres)
        self.actors = Table(x for t in last_first for x in t.actors)
        self.speakers = Table(x for t in last_first for x in t.speakers)
        self.places = Table(x for t in last_first for x in t.places)
        self.instruments = Table(x for t in last_first for x in t.instruments)
        self.counters = Table(x for t in last_first for x in t.counters)
        self.designations = tuple(d for t in theatres for d in t.designations)


def everywhere(own: str | None = None) -> Theatre:
    """Return all theatres that ship as one, the user's own before them.

    Args:
        own: Name or folder of the user's theatre, or None.
    """
    names = ((own,) if own else ()) + theatre_names()
    return Everywhere(tuple(load_theatre(name) for name in dict.fromkeys(names)))


def surroundings_of(
    view: LedgerView, theatre: Theatre, copies: Mapping[str, str]
) -> Surroundings:
    """Return the surroundings of the claims a view shows.

    Args:
        view: What is looked at.
        theatre: Who belongs to whom and what lies where.
        copies: Document key to the key of its group of near-duplicates.
    """
    published = {
        document.key: str(document.published)
        for document in view.documents()
        if document.published is not None
    }
    return Surroundings(theatre, published, copies)
