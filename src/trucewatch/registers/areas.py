"""Areas: who holds what, according to whom. Sources are never blended.

The speaker is part of what makes a row, so that two accounts of one town are two rows
beside each other; a share of a province is never drawn as a border.
"""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.comparison.holding import denies_control
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.registers.statuses import status_of

_HOLDERS = ("holder", "gainer", "actor", "mapper")
_PLAIN = {
    "ARE.control": "held",
    "ARE.control_change": "changed hands",
    "ARE.presence": "present",
    "ARE.frontline": "front",
    "ARE.delineation": "delineated",
}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One speaker's account of one area and party, by kind of statement."""

    key: str
    area: Cell = column("The place or area, as finely as it is known.")
    holder: Cell = column("Who holds, gains, is present or draws the map.")
    state: Cell = column(
        "held, none held, changed hands, present, front or delineated; planned, denied "
        "or unconfirmed where so said."
    )
    change: Cell = column("force, negotiated or withdrawal, for a change of hands.")
    loser: Cell = column("From whom, where said.")
    extent: Cell = column("Share, area or number of settlements as stated.")
    aggregation: Cell = column("Over what it was counted: stock, per_period …")
    distance: Cell = column("For fronts: the distance, and from what.")
    speaker: Cell = column("Who says so; rows of different speakers are never merged.")
    since: Cell = column("First day it is about (ISO 8601, of partial precision).")
    as_of: Cell = column("Last day it is about, or the day it is stated for.")


def _key(names: Names, claim: Claim) -> Key:
    return (
        names.area(claim),
        fold("; ".join(_holders(names, claim))),
        state_of(claim),
        claim.variant or "",
        worded(claim) or "",
        fold(names.speaker(claim)),
        claim.time.end or "",
    )


def _holders(names: Names, claim: Claim) -> tuple[str, ...]:
    for role in _HOLDERS:
        if found := names.roles(claim, role):
            return found
    return ()


def state_of(claim: Claim) -> str:
    """Return the state a claim gives to an area."""
    if claim.kind == "ARE.control" and denies_control(claim):
        return "none held"
    return status_of(claim, _PLAIN[claim.kind])


def _row(desk: Desk, key: Key, claims: list[Claim]) -> AreaRow:
    since, until = span_of_days(claims)
    front = claims[0].kind == "ARE.frontline"
    figure = desk.said(worded, claims)
    return AreaRow(
        key=row_key("areas", *key),
        area=desk.said(desk.places, claims),
        holder=desk.said(lambda c: _holders(desk, c), claims),
        state=desk.cell(key[2], claims),
        change=desk.cell(key[3] or None, claims),
        loser=desk.said(lambda c: desk.roles(c, "loser"), claims),
        extent=figure if not front else desk.cell(None, ()),
        aggregation=desk.said(counted_over, claims),
        distance=figure if front else desk.cell(None, ()),
        speaker=desk.said(desk.speaker, claims),
        since=desk.cell(since, claims),
        as_of=desk.cell(until, claims),
    )


REGISTER = Subject(
    "areas",
    "Who holds which area, per speaker and never blended",
    AreaRow,
    kinds_of("areas"),
    one(_key),
    _row,
)
