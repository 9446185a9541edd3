"""Forces: strengths, movements and outputs, recorded only as somebody reported them."""

from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, rows_of, span_of_days
from trucewatch.registers.figures import counted_over, worded
from trucewatch.registers.register import Cell, Register, column
from trucewatch.registers.statuses import status_of

Key = tuple[str, ...]


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


def build(
    view: LedgerView,
    theatre: Knowledge,
    *,
    disputed: Collection[str] | None = None,
    latest: int | None = None,
) -> tuple[ForceRow, ...]:
    """Return the rows by first day."""
    desk = Desk(view, theatre, kinds_of("forces"), disputed, latest)

    def key(claim: Claim) -> Key:
        return (
            " ".join(filter(None, [claim.kind, claim.variant])),
            fold("; ".join(_forces(desk, claim))),
            desk.area(claim),
            claim.time.end or claim.document,
            status_of(claim, "reported"),
            worded(claim) or str(claim.span.start),
        )

    def make(found: Key, claims: list[Claim]) -> ForceRow:
        since, until = span_of_days(claims)
        return ForceRow(
            key=row_key("forces", *found),
            sort=desk.cell(found[0], claims),
            force=desk.said(lambda c: _forces(desk, c), claims),
            equipment=desk.said(lambda c: desk.roles(c, "equipment", "target"), claims),
            amount=desk.said(worded, claims),
            aggregation=desk.said(counted_over, claims),
            place=desk.said(desk.places, claims),
            status=desk.cell(found[4], claims),
            words=desk.said(lambda c: c.quote, claims),
            since=desk.cell(since, claims),
            until=desk.cell(until, claims),
        )

    return rows_of(desk, key, make)


def _forces(desk: Desk, claim: Claim) -> tuple[str, ...]:
    return desk.roles(claim, "force") or desk.roles(claim, "actor")


REGISTER = Register(
    "forces", "Strengths, movements and outputs, as reported", ForceRow, build
)
