"""Aid: deliveries, corridors, access and services, with running totals kept apart."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, telling, worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.values.stances import PlaceRole

_PLAIN = {
    "HUM.delivery": "delivered",
    "HUM.corridor": "open",
    "HUM.access_constraint": "constrained",
    "HUM.service_status": "reported",
}


@dataclass(frozen=True, slots=True)
class AidRow:
    """One delivery, corridor, constraint or service, or one count of them."""

    key: str
    sort: Cell = column("HUM.delivery, HUM.corridor …, with its subkind.")
    provider: Cell = column("Who delivers or opens; who blocks, for constraints.")
    recipient: Cell = column("For whom.")
    mode: Cell = column("Distribution, convoy, airdrop, medical …, and the goods.")
    origin: Cell = column("Where from, where said.")
    place: Cell = column("Where, or where to.")
    amount: Cell = column("How much, as stated.")
    aggregation: Cell = column("Over what it was counted.")
    counter: Cell = column("The counter a running total belongs to, where known.")
    status: Cell = column("delivered, open, constrained, reported; planned, denied …")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day, or the day it is stated for.")


def _key(names: Names, claim: Claim) -> Key:
    return (
        *telling(names, claim, _PLAIN[claim.kind]),
        counted_over(claim) or "",
        fold("; ".join(_providers(names, claim)) or names.speaker(claim)),
    )


def _providers(names: Names, claim: Claim) -> tuple[str, ...]:
    found = names.roles(claim, "provider", "opener", "blocker", "operator")
    return found or names.roles(claim, "actor")


def _origins(claim: Claim) -> tuple[str, ...]:
    return tuple(p.name or p.text for p in claim.places if p.role is PlaceRole.FROM)


def _row(desk: Desk, key: Key, claims: list[Claim]) -> AidRow:
    since, until = span_of_days(claims)
    return AidRow(
        key=row_key("aid", *key),
        sort=desk.cell(key[0], claims),
        provider=desk.said(lambda c: _providers(desk, c), claims),
        recipient=desk.said(lambda c: desk.roles(c, "recipient", "blocked"), claims),
        mode=desk.said(lambda c: desk.roles(c, "mode", "goods", "service"), claims),
        origin=desk.said(_origins, claims),
        place=desk.said(desk.places, claims),
        amount=desk.said(worded, claims),
        aggregation=desk.said(counted_over, claims),
        counter=desk.said(lambda c: c.counter, claims),
        status=desk.cell(key[3], claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


REGISTER = Subject(
    "aid",
    "Aid delivered, planned or kept from its way",
    AidRow,
    kinds_of("aid"),
    one(_key),
    _row,
)
