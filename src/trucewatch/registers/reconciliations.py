"""Reconciliations: local truces and disarmament, by name, by day and in total."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.registers.statuses import status_of


@dataclass(frozen=True, slots=True)
class ReconciliationRow:
    """One local agreement, one day's count, or one state of a running total."""

    key: str
    sort: Cell = column("REC.local_agreement or REC.disarmament, with its subkind.")
    place: Cell = column("Settlement, district or province.")
    status: Cell = column("agreed, planned, proposed, offered, denied …")
    count: Cell = column("How many settlements, people or weapons, as stated.")
    aggregation: Cell = column("per_event, per_period, since_date or cumulative_total.")
    counter: Cell = column("The counter that a running total belongs to, where known.")
    party: Cell = column("Who made it: settlement, group or local representative.")
    facilitator: Cell = column("Who brokered it, and the other side, where said.")
    instrument: Cell = column("The truce it is part of, where named.")
    since: Cell = column("First day it is about (ISO 8601, of partial precision).")
    until: Cell = column("Last day it is about, or the day it is stated for.")


def _key(names: Names, claim: Claim) -> Key:
    return (
        " ".join(filter(None, [claim.kind, claim.variant])),
        names.area(claim),
        status_of(claim, "agreed"),
        worded(claim) or fold("; ".join(_parties(names, claim))),
        counted_over(claim) or "",
        claim.time.end or "",
    )


def _row(desk: Desk, key: Key, claims: list[Claim]) -> ReconciliationRow:
    since, until = span_of_days(claims)
    return ReconciliationRow(
        key=row_key("reconciliations", *key),
        sort=desk.cell(key[0], claims),
        place=desk.said(desk.places, claims),
        status=desk.cell(key[2], claims),
        count=desk.said(worded, claims),
        aggregation=desk.said(counted_over, claims),
        counter=desk.said(lambda c: c.counter, claims),
        party=desk.said(lambda c: _parties(desk, c), claims),
        facilitator=desk.said(
            lambda c: desk.roles(c, "facilitator", "counterparty", "to_whom"),
            claims,
        ),
        instrument=desk.said(lambda c: desk.name(c.instrument), claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


def _parties(names: Names, claim: Claim) -> tuple[str, ...]:
    return names.roles(claim, "settlement", "representative", "who", "actor", "joiner")


REGISTER = Subject(
    "reconciliations",
    "Local truces and disarmament, named and counted",
    ReconciliationRow,
    kinds_of("reconciliations"),
    one(_key),
    _row,
)
