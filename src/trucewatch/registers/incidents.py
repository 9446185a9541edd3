"""Incidents: what is said to have happened, clustered across documents.

Tellings of one kind, town and day make one row, whoever tells them; where speakers lay
it with different sides, the attribution is disputed and no side is chosen. In a whole
province or country many things happen on a day: there each actor and speaker keeps a
row. Counts of a period (a bulletin's violations) are rows of their own.
"""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, spread, unit_of
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.registers.statuses import status_of
from trucewatch.values.stances import Aggregation, PlacePrecision

_ACTORS = ("violator", "actor", "attacker", "holder", "carrier")
_TARGETS = ("target", "objective", "victims", "detainee")
_WEAPONS = ("weapon", "munition", "device", "means")
_FINE = frozenset(
    {PlacePrecision.POINT, PlacePrecision.NEAR, PlacePrecision.SETTLEMENT}
)
_SINGLE = frozenset({None, Aggregation.PER_EVENT, Aggregation.PERIOD_UNSTATED})


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One incident, or one count of incidents over a period."""

    key: str
    type: Cell = column("Claim type of the act, such as INC.shelling or DET.custody.")
    place: Cell = column("Where, as finely as it is known.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day.")
    status: Cell = column("reported, not reported, planned, unconfirmed, denied …")
    actor: Cell = column("Who is said to have done it; several where speakers differ.")
    attribution: Cell = column("attributed, unattributed or disputed.")
    target: Cell = column("At whom or what.")
    weapon: Cell = column("With what, or how it was observed.")
    count_low: Cell = column("The lowest bound of its number that anybody gives.")
    count: Cell = column("The number, where all who give one give the same.")
    count_high: Cell = column("The highest bound that anybody gives.")
    unit: Cell = column("What is counted.")
    aggregation: Cell = column("Over what: per_event, per_period, since_date …")
    instrument: Cell = column("The truce said to be breached, where named.")
    term: Cell = column("The term of it, where named.")
    roots: Cell = column("How many independent roots report it.")


def cluster_key(names: Names, claim: Claim) -> Key:
    """Return the key of the incident a claim tells of.

    Finely placed and dated tellings meet across documents and speakers; everything else
    stays with its speaker, actor and figure.
    """
    quantity = claim.quantity
    day = claim.time.end or claim.document
    head = (claim.kind, names.area(claim), day, status_of(claim, "reported"))
    fine = bool(claim.places) and all(p.precision in _FINE for p in claim.places)
    single = (quantity and quantity.aggregation) in _SINGLE
    if fine and single and claim.time.end:
        return (*head, quantity.unit if quantity else "")
    return (
        *head,
        quantity.unit if quantity else "",
        quantity.aggregation if quantity else "",
        claim.time.start or "",
        fold(names.speaker(claim)),
        fold("; ".join(_actors(names, claim))),
        "" if quantity else str(claim.span.start),
    )


def _actors(names: Names, claim: Claim) -> tuple[str, ...]:
    found = names.roles(claim, *_ACTORS)
    return found or names.roles(claim, "side_a", "side_b")


def _row(desk: Desk, key: Key, claims: list[Claim]) -> IncidentRow:
    since, until = span_of_days(claims)
    numbers = spread(desk, claims)
    return IncidentRow(
        key=row_key("incidents", *key),
        type=desk.cell(key[0], claims),
        place=desk.said(desk.places, claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
        status=desk.cell(key[3], claims),
        actor=desk.said(lambda c: _actors(desk, c), claims),
        attribution=desk.cell(attribution_of(desk, claims), claims),
        target=desk.said(lambda c: desk.roles(c, *_TARGETS), claims),
        weapon=desk.said(lambda c: desk.roles(c, *_WEAPONS), claims),
        count_low=numbers.low,
        count=numbers.best,
        count_high=numbers.high,
        unit=desk.said(unit_of, claims),
        aggregation=desk.said(counted_over, claims),
        instrument=desk.said(lambda c: desk.name(c.instrument), claims),
        term=desk.said(lambda c: desk.roles(c, "term"), claims),
        roots=desk.cell(desk.independent(claims), claims),
    )


def attribution_of(desk: Desk, claims: list[Claim]) -> str:
    """Return whether speakers name nobody, one actor, or different ones."""
    named = {frozenset(actors) for c in claims if (actors := _actors(desk, c))}
    if not named:
        return "unattributed"
    common = frozenset.intersection(*named)
    return "attributed" if common else "disputed"


REGISTER = Subject(
    "incidents",
    "What is reported to have happened, clustered",
    IncidentRow,
    kinds_of("incidents"),
    one(cluster_key),
    _row,
)
