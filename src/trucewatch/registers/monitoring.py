"""Monitoring: what monitors did, and where they were denied, delayed or disturbed."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, telling, worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column

_PLAIN = {"MON.restriction": "restricted", "MON.activity": "carried out"}


@dataclass(frozen=True, slots=True)
class MonitoringRow:
    """One restriction or activity of a monitoring mission, or a count of them."""

    key: str
    sort: Cell = column("MON.restriction or MON.activity, with its subkind.")
    mission: Cell = column("The monitoring body.")
    place: Cell = column("Where.")
    status: Cell = column("restricted, carried out; planned, denied … where so said.")
    by_whom: Cell = column("Who restricted it, where said.")
    reason: Cell = column("The reason given, or what was found.")
    count: Cell = column("How many, as stated.")
    aggregation: Cell = column("Over what it was counted.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day.")


def _key(names: Names, claim: Claim) -> Key:
    return (
        *telling(names, claim, _PLAIN[claim.kind]),
        fold(names.speaker(claim)),
    )


def _row(desk: Desk, key: Key, claims: list[Claim]) -> MonitoringRow:
    since, until = span_of_days(claims)
    return MonitoringRow(
        key=row_key("monitoring", *key),
        sort=desk.cell(key[0], claims),
        mission=desk.said(lambda c: _mission(desk, c), claims),
        place=desk.said(desk.places, claims),
        status=desk.cell(key[3], claims),
        by_whom=desk.said(lambda c: desk.roles(c, "by_whom", "actor"), claims),
        reason=desk.said(lambda c: desk.roles(c, "reason", "finding"), claims),
        count=desk.said(worded, claims),
        aggregation=desk.said(counted_over, claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


def _mission(names: Names, claim: Claim) -> tuple[str, ...]:
    """Return the mission: the one named, else the monitor that reports of itself."""
    return names.roles(claim, "mission", "restricted") or (names.speaker(claim),)


REGISTER = Subject(
    "monitoring",
    "What monitors did and where they were hindered",
    MonitoringRow,
    kinds_of("monitoring"),
    one(_key),
    _row,
)
