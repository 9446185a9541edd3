"""Forces: strengths, movements and outputs, recorded only as somebody reported them."""

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
class ForceRow:
    """One reported strength, movement or output figure."""

    key: str
    sort: Cell = column("FRC.strength, FRC.movement or FRC.output_stat, with subkind.")
    force: Cell = column("Whose.")
    equipment: Cell = column("Equipment or targets, where named.")
    amount: Cell = column("How many, as stated.")
    aggregation: Cell = column("Over what it was counted.")
    place: Cell = column("Where.")
    status: Cell = column("reported; planned, denied, unconfirmed … where so said.")
    words: Cell = column("What is said, in the words of the text.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day, or the day it is stated for.")


def _key(names: Names, claim: Claim) -> Key:
    return (
        " ".join(filter(None, [claim.kind, claim.variant])),
        fold("; ".join(_forces(names, claim))),
        names.area(claim),
        claim.time.end or claim.document,
        status_of(claim, "reported"),
        worded(claim) or str(claim.span.start),
    )


def _row(desk: Desk, key: Key, claims: list[Claim]) -> ForceRow:
    since, until = span_of_days(claims)
    return ForceRow(
        key=row_key("forces", *key),
        sort=desk.cell(key[0], claims),
        force=desk.said(lambda c: _forces(desk, c), claims),
        equipment=desk.said(lambda c: desk.roles(c, "equipment", "target"), claims),
        amount=desk.said(worded, claims),
        aggregation=desk.said(counted_over, claims),
        place=desk.said(desk.places, claims),
        status=desk.cell(key[4], claims),
        words=desk.said(lambda c: c.quote, claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


def _forces(names: Names, claim: Claim) -> tuple[str, ...]:
    return names.roles(claim, "force") or names.roles(claim, "actor")


REGISTER = Subject(
    "forces",
    "Strengths, movements and outputs, as reported",
    ForceRow,
    kinds_of("forces"),
    one(_key),
    _row,
)
