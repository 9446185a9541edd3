"""What comparison and registers are told of the world around the claims of a ledger.

A ledger may hold documents of several conflicts, so they look through all theatres that
ship and the user's own; identifiers mean the same in all of them.
"""

import functools
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
