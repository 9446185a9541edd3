"""Drafts: documents under way and the state each is said to be in."""

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

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One document in one state."""

    key: str
    document: Cell = column("The document, by name or in the words of the text.")
    state: Cell = column(
        "proposed, drafted, introduced, supported, approved, sent for approval, "
        "initialled, signed, in force, rejected; planned or denied where so said."
    )
    drafter: Cell = column("Who drafted it.")
    sponsor: Cell = column("Who introduced, supports or signs it.")
    words: Cell = column("What is said, in the words of the text.")
    place: Cell = column("Where, or for which area.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day.")


def build(
    view: LedgerView,
    theatre: Knowledge,
    *,
    disputed: Collection[str] | None = None,
    latest: int | None = None,
) -> tuple[DraftRow, ...]:
    """Return the rows by first day."""
    desk = Desk(view, theatre, kinds_of("drafts"), disputed, latest)

    def key(claim: Claim) -> Key:
        return (
            fold("; ".join(_titles(desk, claim)) or claim.quote),
            state_of(claim),
            claim.time.end or "",
        )

    def make(found: Key, claims: list[Claim]) -> DraftRow:
        since, until = span_of_days(claims)
        return DraftRow(
            key=row_key("drafts", *found),
            document=desk.said(lambda c: _titles(desk, c), claims),
            state=desk.cell(found[1], claims),
            drafter=desk.said(lambda c: desk.roles(c, "drafter"), claims),
            sponsor=desk.said(lambda c: desk.roles(c, "sponsor", "actor"), claims),
            words=desk.said(lambda c: c.quote, claims),
            place=desk.said(desk.places, claims),
            since=desk.cell(since, claims),
            until=desk.cell(until, claims),
        )

    return rows_of(desk, key, make)


def state_of(claim: Claim) -> str:
    """Return the state: the claim's subkind, with "to be" where it is not yet so."""
    plain = claim.variant or "mentioned"
    said = status_of(claim, plain)
    return said if said in {plain, f"not {plain}"} else f"{plain} ({said})"


def _titles(desk: Desk, claim: Claim) -> tuple[str, ...]:
    named = desk.roles(claim, "document")
    label = desk.name(claim.instrument)
    return named or ((label,) if label else ())


REGISTER = Register("drafts", "Documents under way and their states", DraftRow, build)
