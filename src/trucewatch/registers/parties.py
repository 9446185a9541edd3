"""Parties: who is said to have joined which truce, by which act, attested by whom.

"Joined" is never a boolean: a row is a group, an instrument and a status as somebody
claims it. Counts ("59 armed groups") stand beside the names, summed with nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import counted_over, worded
from trucewatch.registers.grouping import Key, Subject
from trucewatch.registers.names import Names
from trucewatch.registers.register import EMPTY, Cell, column
from trucewatch.registers.statuses import status_of

_NAMED = ("joiner", "leaver", "group", "actor", "backer", "excluded")
_OTHER = ("other", "backed", "body", "counterparty")
_PLAIN = {
    "PTY.accession": "claimed",
    "PTY.withdrawal": "withdrawn",
    "PTY.alignment": "aligned",
    "PTY.representation": "represented",
    "PTY.external_support": "supporting",
    "INS.term": "excluded",
}


@dataclass(frozen=True, slots=True)
class PartyRow:
    """One group, or one count of groups, with one status in one truce."""

    key: str
    party: Cell = column("The group or party, by its neutral label; empty for a count.")
    count: Cell = column("A count of groups as stated, summed with nothing.")
    aggregation: Cell = column("Over what the count was made: cumulative_total …")
    act: Cell = column("Claim type and subkind: PTY.accession, PTY.withdrawal …")
    status: Cell = column(
        "claimed, unconfirmed, denied, withdrawn, excluded, conditional, offered, "
        "planned, demanded, aligned, represented or supporting; with not where negated."
    )
    instrument: Cell = column("The truce or agreement, where one is named.")
    indicated_to: Cell = column("To whom the commitment was indicated, where said.")
    attested_by: Cell = column("Who attests it, where said.")
    other: Cell = column("The other side of an alignment, backing or representation.")
    condition: Cell = column("What it depends on, in the words of the text.")
    since: Cell = column("First day it is about (ISO 8601, of partial precision).")
    until: Cell = column("Last day it is about, or the day it is stated for.")


def _keys(names: Names, claim: Claim) -> Iterator[Key]:
    if claim.kind == "INS.term" and claim.variant != "exclusion":
        return
    status = status_of(claim, _PLAIN[claim.kind])
    who = dict.fromkeys(_named(names, claim))
    if claim.quantity is not None:
        who = {f"{claim.counter or names.speaker(claim)} {worded(claim)}": None}
    for name in who:
        yield claim.kind, status, claim.instrument or "", fold(name)


def _named(names: Names, claim: Claim) -> tuple[str, ...]:
    """Return the groups a claim is about, the claim type's own roles first."""
    for role in _NAMED:
        if found := names.roles(claim, role):
            return found
    return ()


def _party(desk: Desk, claim: Claim, folded: str) -> tuple[str, ...]:
    """Return the one of a claim's parties that a row is about."""
    return tuple(n for n in _named(desk, claim) if fold(n) == folded)


def _row(desk: Desk, key: Key, claims: list[Claim]) -> PartyRow:
    kind, status, instrument, who = key
    since, until = span_of_days(claims)
    act = " ".join(filter(None, [kind, claims[0].variant]))
    is_count = claims[0].quantity is not None
    return PartyRow(
        key=row_key("parties", *key),
        party=EMPTY if is_count else desk.said(lambda c: _party(desk, c, who), claims),
        count=desk.said(worded, claims),
        aggregation=desk.said(counted_over, claims),
        act=desk.cell(act, claims),
        status=desk.cell(status, claims),
        instrument=desk.cell(desk.name(instrument) if instrument else None, claims),
        indicated_to=desk.said(
            lambda c: desk.roles(c, "indicated_to", "recipient", "to_whom"), claims
        ),
        attested_by=desk.said(lambda c: desk.roles(c, "attested_by"), claims),
        other=desk.said(lambda c: desk.roles(c, *_OTHER), claims),
        condition=desk.said(lambda c: desk.roles(c, "condition"), claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


REGISTER = Subject(
    "parties",
    "Who is said to be party to which truce, by which act",
    PartyRow,
    (*kinds_of("parties"), "INS.term"),
    _keys,
    _row,
)
