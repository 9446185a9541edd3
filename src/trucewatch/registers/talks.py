"""Talks: meetings, outcomes, proposals, demands, contacts and positions."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.reference.folding import fold
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import EMPTY, Cell, column
from trucewatch.registers.statuses import status_of
from trucewatch.values.stances import Aggregation

_PLAIN = {
    "TLK.meeting": "held",
    "TLK.outcome": "stated",
    "TLK.proposal": "proposed",
    "TLK.demand": "demanded",
    "COO.contact": "in contact",
    "COO.joint_action": "acting together",
    "COO.mechanism": "existing",
    "POL.event": "held",
    "STA.position": "stated",
}
_PEOPLE = ("participant", "actor", "partner", "end_a", "end_b", "body", "organiser")
_FROM = ("proposer", "demander", "host", "mediator")
_LENGTHS = frozenset({Aggregation.DURATION, Aggregation.DEADLINE})


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One meeting, outcome, proposal, demand, contact or position."""

    key: str
    sort: Cell = column("TLK.meeting, TLK.proposal, COO.contact …, with its subkind.")
    state: Cell = column(
        "held, stated, proposed, demanded, in contact, acting together, existing; "
        "planned, conditional, offered, denied … where so said."
    )
    participants: Cell = column("Who takes part.")
    absent: Cell = column("Who is said to stay away.")
    led_by: Cell = column("Host, mediator, proposer or demander.")
    addressed_to: Cell = column("To whom a proposal or demand goes.")
    place: Cell = column("Where.")
    deadline: Cell = column("A stated deadline or duration, such as 72 hours.")
    instrument: Cell = column("The truce or agreement it is about, where named.")
    words: Cell = column("What is said, in the words of the text.")
    since: Cell = column("First day (ISO 8601, of partial precision).")
    until: Cell = column("Last day.")


def _key(names: Names, claim: Claim) -> Key:
    head = (
        " ".join(filter(None, [claim.kind, claim.variant])),
        status_of(claim, _PLAIN[claim.kind]),
        names.area(claim),
        fold("; ".join(names.roles(claim, *_PEOPLE, *_FROM))),
    )
    meeting = claim.kind in {"TLK.meeting", "POL.event"} and claim.time.start
    if meeting and claim.places:
        return (*head[:3], str(claim.time.start))
    return (*head, str(claim.time.end), claim.document, str(claim.span.start))


def deadline_of(claim: Claim) -> str | None:
    """Return the stated deadline or duration of a claim, or None."""
    quantity = claim.quantity
    if quantity is None or quantity.aggregation not in _LENGTHS:
        return None
    return worded(claim)


def _row(desk: Desk, key: Key, claims: list[Claim]) -> TalkRow:
    since, until = span_of_days(claims)
    return TalkRow(
        key=row_key("talks", *key),
        sort=desk.cell(key[0], claims),
        state=desk.cell(key[1], claims),
        participants=desk.said(lambda c: desk.roles(c, *_PEOPLE), claims),
        absent=desk.said(lambda c: desk.roles(c, "absent"), claims),
        led_by=desk.said(lambda c: desk.roles(c, *_FROM), claims),
        addressed_to=desk.said(lambda c: desk.roles(c, "recipient"), claims),
        place=desk.said(desk.places, claims) if claims[0].places else EMPTY,
        deadline=desk.said(deadline_of, claims),
        instrument=desk.said(lambda c: desk.name(c.instrument), claims),
        words=desk.said(lambda c: c.quote, claims),
        since=desk.cell(since, claims),
        until=desk.cell(until, claims),
    )


REGISTER = Subject(
    "talks",
    "Meetings, proposals, demands, contacts and positions",
    TalkRow,
    tuple(kind for kind in kinds_of("talks") if kind in _PLAIN),
    one(_key),
    _row,
)
