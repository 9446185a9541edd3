"""Casualties: low, best and high per incident, period or running total.

An incident's row gathers what all speakers say of it. A running total belongs to the
body that counts, and keeps a row for each of its statements; totals are never summed.
"""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import spread, worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.registers.statuses import status_of
from trucewatch.values.stances import Aggregation

_RUNNING = frozenset({Aggregation.CUMULATIVE_TOTAL, Aggregation.SINCE_DATE})


@dataclass(frozen=True, slots=True)
class CasualtyRow:
    """People said to be killed, wounded, missing or displaced, of one sort."""

    key: str
    unit: Cell = column("killed, wounded, killed_or_wounded, missing, displaced …")
    sort: Cell = column("incident, period or running total.")
    place: Cell = column("Where.")
    victims: Cell = column("Who they are said to be: civilians, combatants, a side.")
    low: Cell = column("The lowest bound that anybody gives.")
    best: Cell = column("The number, where all who give one give the same.")
    high: Cell = column("The highest bound that anybody gives.")
    cause: Cell = column("What killed, hurt or displaced them, where said.")
    actor: Cell = column(
        "Who is said to have caused it; several where speakers differ."
    )
    status: Cell = column("reported, not reported, unconfirmed, denied, planned …")
    counter: Cell = column("Who counts, for running totals.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day, or the day a total is stated for.")
    roots: Cell = column("How many independent roots report it.")


def _key(names: Names, claim: Claim) -> Key:
    sort = sort_of(claim)
    day = claim.time.end or claim.document
    head = (sort, names.area(claim), day, _unit(claim), _victims(names, claim))
    status = status_of(claim, "reported")
    if sort == "incident" and claim.places:
        return (*head, status)
    stated = worded(claim) or str(claim.span.start)
    who = fold(names.speaker(claim))
    return (*head, status, who, claim.time.start or "", stated)


def sort_of(claim: Claim) -> str:
    """Return whether a claim counts an incident, a period, or since some beginning."""
    quantity = claim.quantity
    if quantity is not None and quantity.aggregation in _RUNNING:
        return "running total"
    if quantity is not None and quantity.aggregation is Aggregation.PER_PERIOD:
        return "period"
    return "incident"


def _unit(claim: Claim) -> str:
    if claim.quantity is not None:
        return claim.quantity.unit
    return claim.variant or "uncounted"


def _victims(names: Names, claim: Claim) -> str:
    return fold("; ".join(names.roles(claim, "victims", "victim")))


def _row(desk: Desk, key: Key, claims: list[Claim]) -> CasualtyRow:
    since, until = span_of_days(claims)
    numbers = spread(desk, claims)
    running = key[0] == "running total"
    return CasualtyRow(
        key=row_key("casualties", *key),
        unit=desk.cell(key[3], claims),
        sort=desk.cell(key[0], claims),
        place=desk.said(desk.places, claims),
        victims=desk.said(lambda c: desk.roles(c, "victims", "victim"), claims),
        low=numbers.low,
        best=numbers.best,
        high=numbers.high,
        cause=desk.said(lambda c: desk.roles(c, "cause", "weapon"), claims),
        actor=desk.said(lambda c: desk.roles(c, "actor", "attacker"), claims),
        status=desk.cell(key[5], claims),
        counter=desk.said(lambda c: c.counter or desk.speaker(c), claims)
        if running
        else desk.cell(None, ()),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
        roots=desk.cell(desk.independent(claims), claims),
    )


REGISTER = Subject(
    "casualties",
    "Killed, wounded and displaced, low to high",
    CasualtyRow,
    kinds_of("casualties"),
    one(_key),
    _row,
)
