"""Claims made by hand in one line each, for tests of comparison and registers.

``say("sohr", killed=12, at="sy_nawa", on="2016-05-20")`` is a claim by that speaker;
what a test is not about stays out of it. ``seen(*claims)`` is a view of a ledger that
has them.
"""

import dataclasses
import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar

from trucewatch.claims.claim import Claim, ClaimPlace, ClaimTime, Role, Vouching
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.documents.document import Document
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.entries import (
    Actor,
    Counter,
    Entry,
    EntryKind,
    Instrument,
    Place,
    Speaker,
    Tie,
)
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    PlacePrecision,
    PlaceRole,
    Quantifier,
    TimeBasis,
    TimePrecision,
)

KNOWN = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
_next = itertools.count(1)
_ROOM = 100  # for the words of one claim


def number(
    value: float | None,
    unit: str,
    aggregation: Aggregation = Aggregation.PER_EVENT,
    quantifier: Quantifier = Quantifier.EXACT,
    bounds: tuple[float | None, float | None] | None = None,
    at: int = 0,
) -> Quantity:
    """A number with the bounds its quantifier gives it, unless they are given."""
    low, high = bounds or (
        None if quantifier in {Quantifier.AT_MOST, Quantifier.NEARLY} else value,
        None if quantifier is Quantifier.AT_LEAST else value,
    )
    text = str(value)
    span = Span(at, at + len(text))
    return Quantity(value, low, high, quantifier, unit, aggregation, text, span)


def say(  # noqa: PLR0913 - one keyword for each thing a test may care for
    speaker: str | None,
    kind: str = "CAS.casualties",
    *,
    count: Quantity | None = None,
    killed: int | None = None,
    at: str | Sequence[str] = (),
    on: str | None = None,
    since: str | None = None,
    doc: str | None = None,
    quote: str = "the words",
    roles: Mapping[str, str] | None = None,
    precision: PlacePrecision = PlacePrecision.SETTLEMENT,
    **fields: Any,  # noqa: ANN401 - of any type
) -> Claim:
    """A claim of one speaker; None is the publisher's own voice."""
    order = next(_next)
    document = doc or f"d_{order}"
    chain = [Vouching("publisher", None, f"paper of {document}", None, None)]
    if speaker is not None:
        chain.append(Vouching("speaker", speaker, None, None, "said"))
    places = (at,) if isinstance(at, str) else tuple(at)
    if killed is not None:
        count = number(killed, "killed")
    if count is not None and count.span.start == 0:
        start = order * _ROOM
        there = Span(start, start + len(count.text))
        count = dataclasses.replace(count, span=there)
    return Claim(
        document=document,
        span=Span(order * _ROOM, order * _ROOM + len(quote)),
        quote=quote,
        kind=kind,
        chain=tuple(chain),
        roles=tuple(Role(r, i, i, None) for r, i in (roles or {}).items()),
        places=tuple(_place(p, precision) for p in places),
        time=ClaimTime(
            since or on, on, TimePrecision.DAY, TimeBasis.STATED, None, None
        ),
        quantity=count,
        **{"source_file": f"{document}.txt", "reader": "hand 1.0", **fields},
    )


def _place(key: str, precision: PlacePrecision) -> ClaimPlace:
    name = key.rpartition("_")[2].title()
    return ClaimPlace(PlaceRole.AT, key, name, name, None, 33.0, 36.0, precision, 1)


def known_on(day: str) -> Standpoint:
    """The standpoint of what was known by the end of a day."""
    return Standpoint.parse(known_on=day)


def seen(*claims: Claim, standpoint: Standpoint = EVERYTHING) -> LedgerView:
    """A view of a ledger that holds these claims, learned on one day."""
    return ledger_of(*claims).view(standpoint)


def ledger_of(*claims: Claim, known: dt.datetime = KNOWN) -> MemoryLedger:
    """A ledger that holds these claims, each with its document."""
    ledger = MemoryLedger()
    for key in dict.fromkeys(c.document for c in claims):
        own = [c for c in claims if c.document == key]
        ledger.append(a_page(*own), own, known=known, author="test", reader="hand 1.0")
    return ledger


def a_page(*claims: Claim) -> Document:
    """The document of these claims, in which nothing but their quotes stands."""
    text = ""
    for claim in sorted(claims, key=lambda c: c.span):
        text = text.ljust(claim.span.start) + claim.quote
    key = claims[0].document
    return Document(text=text, key=key, source_file=f"{key}.txt")


T = TypeVar("T")


class Shelf(Generic[T]):
    """A table of a theatre that a test fills itself."""

    def __init__(self, entries: Mapping[str, T] | None = None) -> None:
        self.entries = dict(entries or {})

    def get(self, key: str | None) -> T | None:
        """Return the entry of that key, or None."""
        return None if key is None else self.entries.get(key)


class SmallTheatre:
    """A theatre of a few entries: who belongs to whom, and what lies where."""

    countries = ("SY",)
    edition = "small"

    def entries(self, key: str) -> tuple[Entry, ...]:
        """What a folded name can stand for: two peoples are known."""
        actor = {"russian": "ru", "turkish": "tr"}.get(key)
        if actor is None:
            return ()
        return (Entry(EntryKind.DEMONYM, actor, key, "adjective", actor),)

    def __init__(self) -> None:
        self.actors = Shelf(
            {
                "ru": _actor("ru", "Russia"),
                "tr": _actor("tr", "Turkey"),
                "sy_army": _actor("sy_army", "Government forces", whole="sy"),
                "sy": _actor("sy", "Syria"),
            }
        )
        self.speakers = Shelf(
            {
                "ru_crc": _speaker("ru_crc", "Reconciliation centre", "ru"),
                "ru_mod": _speaker("ru_mod", "Ministry of Defence", "ru"),
                "tr_jc": _speaker("tr_jc", "Turkish side", "tr"),
                "sohr": _speaker("sohr", "Observatory", None),
            }
        )
        self.places = Shelf(
            {
                "sy": _known_place("sy", "country", None),
                "sy_adm_daraa": _known_place("sy_adm_daraa", "admin1", None),
                "sy_nawa": _known_place("sy_nawa", "settlement", "sy_adm_daraa"),
                "lb_tyre": _known_place("lb_tyre", "settlement", None, "LB"),
            }
        )
        self.instruments = Shelf(
            {
                "coh": an_entry(
                    Instrument, id="coh", label="coh", effective=dt.date(2016, 2, 27)
                )
            }
        )
        self.counters = Shelf(
            {
                "ru_crc.groups": an_entry(
                    Counter,
                    id="ru_crc.groups",
                    label="groups that joined",
                    speaker="ru_crc",
                    unit="groups",
                    definition="groups that signed",
                )
            }
        )


E = TypeVar("E")


def an_entry(sort: type[E], **given: Any) -> E:  # noqa: ANN401 - of any type
    """An entry of a theatre with these fields; all others are empty."""
    values = {}
    for field in dataclasses.fields(sort):  # type: ignore[arg-type]
        kind = str(field.type)
        empty = () if kind.startswith("tuple") else None if "None" in kind else ""
        values[field.name] = given.get(field.name, empty)
    return sort(**values)


def _actor(key: str, label: str, whole: str | None = None) -> Actor:
    ties = (Tie("part_of", whole),) if whole else ()
    return an_entry(Actor, id=key, label=label, ties=ties)


def _speaker(key: str, label: str, actor: str | None) -> Speaker:
    return an_entry(Speaker, id=key, label=label, actor=actor)


def _known_place(key: str, kind: str, admin1: str | None, country: str = "SY") -> Place:
    return an_entry(
        Place, id=key, label=key.title(), kind=kind, admin1=admin1, country=country
    )


AROUND = Surroundings(SmallTheatre())
