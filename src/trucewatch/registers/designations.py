"""Designations: who asked whom to list whom, and what came of it.

A requested listing is not a listing: each action is a row of its own.
"""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import Cell, column
from trucewatch.registers.statuses import status_of


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


def _key(names: Names, claim: Claim) -> Key:
    return (
        fold("; ".join(_listed(names, claim)) or claim.quote),
        action_of(claim),
        fold("; ".join(names.roles(claim, "authority"))),
    )


def _row(desk: Desk, key: Key, claims: list[Claim]) -> DesignationRow:
    return DesignationRow(
        key=row_key("designations", *key),
        actor=desk.said(lambda c: _listed(desk, c), claims),
        action=desk.cell(key[1], claims),
        authority=desk.said(lambda c: desk.roles(c, "authority"), claims),
        requested_by=desk.said(
            lambda c: desk.roles(c, "requester", "proposer", "actor"), claims
        ),
        instrument=desk.said(lambda c: desk.name(c.instrument), claims),
        date=desk.cell(span_of_days(claims)[0], claims),
    )


def action_of(claim: Claim) -> str:
    """Return the action: the claim's subkind, else what its assertion amounts to."""
    return claim.variant or status_of(claim, "listed")


def _listed(names: Names, claim: Claim) -> tuple[str, ...]:
    return names.roles(claim, "listed") or names.roles(claim, "group", "recipient")


REGISTER = Subject(
    "designations",
    "Listings asked for, made, blocked or undone",
    DesignationRow,
    kinds_of("designations"),
    one(_key),
    _row,
)
