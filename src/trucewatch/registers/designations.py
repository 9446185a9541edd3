"""Designations: who asked whom to list whom, and what came of it.

A requested listing is not a listing: each action is a row of its own.
"""

from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, rows_of, span_of_days
from trucewatch.registers.register import Cell, Register, column
from trucewatch.registers.statuses import status_of

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class DesignationRow:
    """One action by or towards a listing authority, on one actor."""

    key: str
    actor: Cell = column("Who is, or is to be, listed.")
    action: Cell = column(
        "requested, proposed, listed, blocked, delisted; planned, denied where so said."
    )
    authority: Cell = column("The listing authority.")
    requested_by: Cell = column("Who asked for it, where said.")
    instrument: Cell = column("The truce whose scope it affects, where named.")
    date: Cell = column("The day of the action (ISO 8601, of partial precision).")


def build(
    view: LedgerView,
    theatre: Knowledge,
    *,
    disputed: Collection[str] | None = None,
    latest: int | None = None,
) -> tuple[DesignationRow, ...]:
    """Return the rows by day."""
    desk = Desk(view, theatre, kinds_of("designations"), disputed, latest)

    def key(claim: Claim) -> Key:
        return (
            fold("; ".join(_listed(desk, claim)) or claim.quote),
            action_of(claim),
            fold("; ".join(desk.roles(claim, "authority"))),
        )

    def make(found: Key, claims: list[Claim]) -> DesignationRow:
        return DesignationRow(
            key=row_key("designations", *found),
            actor=desk.said(lambda c: _listed(desk, c), claims),
            action=desk.cell(found[1], claims),
            authority=desk.said(lambda c: desk.roles(c, "authority"), claims),
            requested_by=desk.said(
                lambda c: desk.roles(c, "requester", "proposer", "actor"), claims
            ),
            instrument=desk.said(lambda c: desk.name(c.instrument), claims),
            date=desk.cell(span_of_days(claims)[0], claims),
        )

    return rows_of(desk, key, make)


def action_of(claim: Claim) -> str:
    """Return the action: the claim's subkind, else what its assertion amounts to."""
    return claim.variant or status_of(claim, "listed")


def _listed(desk: Desk, claim: Claim) -> tuple[str, ...]:
    return desk.roles(claim, "listed") or desk.roles(claim, "group", "recipient")


REGISTER = Register(
    "designations", "Listings asked for, made, blocked or undone", DesignationRow, build
)
