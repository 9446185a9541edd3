"""Drafts: documents under way and the state each is said to be in."""

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


def _key(names: Names, claim: Claim) -> Key:
    return (
        fold("; ".join(_titles(names, claim)) or claim.quote),
        state_of(claim),
        claim.time.end or "",
    )


def _row(desk: Desk, key: Key, claims: list[Claim]) -> DraftRow:
    since, until = span_of_days(claims)
    return DraftRow(
        key=row_key("drafts", *key),
        document=desk.said(lambda c: _titles(desk, c), claims),
        state=desk.cell(key[1], claims),
        drafter=desk.said(lambda c: desk.roles(c, "drafter"), claims),
        sponsor=desk.said(lambda c: desk.roles(c, "sponsor", "actor"), claims),
        words=desk.said(lambda c: c.quote, claims),
        place=desk.said(desk.places, claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


def state_of(claim: Claim) -> str:
    """Return the state: the claim's subkind, with "to be" where it is not yet so."""
    plain = claim.variant or "mentioned"
    said = status_of(claim, plain)
    return said if said in {plain, f"not {plain}"} else f"{plain} ({said})"


def _titles(names: Names, claim: Claim) -> tuple[str, ...]:
    named = names.roles(claim, "document")
    label = names.name(claim.instrument)
    return named or ((label,) if label else ())


REGISTER = Subject(
    "drafts",
    "Documents under way and their states",
    DraftRow,
    kinds_of("drafts"),
    one(_key),
    _row,
)
