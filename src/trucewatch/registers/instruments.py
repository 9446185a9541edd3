"""Instruments: truces, proposals and ultimatums; what each covers, and is it in force.

A proposal is a proposal until somebody claims that it took effect. Whether a truce is
in force is answered with who says so, as of the day of the standpoint.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import kinds_of
from trucewatch.registers.desk import Desk, row_key, span_of_days
from trucewatch.registers.figures import worded
from trucewatch.registers.grouping import Key, Subject, one
from trucewatch.registers.names import Names
from trucewatch.registers.register import EMPTY, Cell, Value, column
from trucewatch.registers.statuses import is_ahead, status_of
from trucewatch.values.stances import Aggregation, Polarity

_TERMS = ("requirement", "obligation", "permission", "purpose", "mechanism")
_LENGTHS = {Aggregation.DURATION: "duration", Aggregation.DEADLINE: "deadline"}


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """One agreement, proposal or ultimatum."""

    key: str
    instrument: Cell = column("Its name, or the words of the text where it has none.")
    sort: Cell = column("truce, proposal or ultimatum.")
    status: Cell = column("What is claimed of it: entered into force, planned, ended …")
    in_force: Cell = column(
        "in force, announced, ended, or contested where speakers differ, on the day "
        "asked for; proposed and demanded for what nobody has accepted."
    )
    effective: Cell = column("When it is said to take effect (ISO 8601).")
    end: Cell = column("When it is said to end, or to have ended.")
    duration: Cell = column("Its stated length, such as 72 hours.")
    deadline: Cell = column("A stated deadline.")
    scope: Cell = column("The areas it is said to cover.")
    bound: Cell = column("Who is said to be bound.")
    excluded: Cell = column("Who or what is said to be outside it.")
    guarantors: Cell = column("Brokers and guarantors.")
    terms: Cell = column("Further terms, in the words of the text.")
    compliance: Cell = column("observed, not observed …, as each speaker says.")
    end_reason: Cell = column("expired, superseded, abrogated, collapsed or unclear.")


def key_of(names: Names, claim: Claim) -> Key | None:
    """Return the instrument a claim speaks of, or None for other talk.

    A proposal or demand counts when it carries a length or deadline, or names an
    instrument; a truce without a name is told apart by its area and first day.
    """
    talk = claim.kind.startswith("TLK.")
    if claim.instrument is not None:
        return ("truce", claim.instrument)
    length = claim.quantity is not None and claim.quantity.aggregation in _LENGTHS
    if talk:
        sort = "proposal" if claim.kind == "TLK.proposal" else "ultimatum"
        return (sort, f"{claim.document} {claim.span.start}") if length else None
    day = claim.time.start or claim.time.end
    if (
        day is None or claim.kind not in _STATUS
    ):  # what is said of some truce in passing
        return "truce", f"in {claim.document}"
    return "truce", f"{names.area(claim)} {day[:10]}"


def _row(desk: Desk, key: Key, claims: list[Claim]) -> InstrumentRow:
    def of(value: Callable[[Claim], Value], *kinds: str) -> Cell:
        return desk.said(value, [c for c in claims if c.kind in kinds])

    def terms(*variants: str) -> list[Claim]:
        return [c for c in claims if c.kind == "INS.term" and c.variant in variants]

    start, end = "INS.entry_into_force", "INS.termination"
    as_of = desk.view.standpoint.as_of
    return InstrumentRow(
        key=row_key("instruments", *key),
        instrument=desk.cell(_name(desk, claims), claims),
        sort=desk.cell(key[0], claims),
        status=desk.said(_status, claims),
        in_force=_in_force(desk, claims, as_of),
        effective=of(lambda c: c.time.start, start),
        end=of(lambda c: c.time.end, end),
        duration=desk.said(lambda c: _length(c, "duration"), claims),
        deadline=desk.said(lambda c: _length(c, "deadline"), claims),
        scope=desk.said(desk.places, [*terms("scope"), *_of(claims, start)]),
        bound=desk.said(lambda c: desk.roles(c, "bound"), claims),
        excluded=desk.said(
            lambda c: desk.roles(c, "excluded", "actor") or c.quote, terms("exclusion")
        ),
        guarantors=desk.said(lambda c: desk.roles(c, "broker", "guarantor"), claims),
        terms=desk.said(lambda c: c.quote, terms(*_TERMS)),
        compliance=of(_observed, "INS.compliance"),
        end_reason=of(lambda c: c.variant or desk.roles(c, "reason"), end),
    )


def _of(claims: list[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


def _name(desk: Desk, claims: list[Claim]) -> str:
    named = next((c.instrument for c in claims if c.instrument), None)
    return desk.name(named) or claims[0].quote


_STATUS = {
    "INS.entry_into_force": "entered into force",
    "INS.termination": "ended",
    "TLK.proposal": "proposed",
    "TLK.demand": "demanded",
}


def _status(claim: Claim) -> str | None:
    plain = _STATUS.get(claim.kind)
    if plain is None:
        return None
    said = status_of(claim, plain)
    return said if said.endswith(plain) else f"{plain} ({said})"


def _length(claim: Claim, which: str) -> str | None:
    quantity = claim.quantity
    if quantity is None or _LENGTHS.get(quantity.aggregation) != which:
        return None
    return worded(claim)


def _observed(claim: Claim) -> str:
    return " ".join(filter(None, [status_of(claim, "observed"), claim.variant]))


def _in_force(desk: Desk, claims: list[Claim], as_of: dt.date | None) -> Cell:
    """Return whether it is in force on a day, with all whose word that rests on."""
    starts = [c for c in _of(claims, "INS.entry_into_force") if not _negated(c)]
    ends = [c for c in _of(claims, "INS.termination") if not is_ahead(c)]
    over = [c for c in ends if not _negated(c) and _by(c.time.end, as_of)]
    alive = [c for c in ends if _negated(c)]
    begun = [c for c in starts if not is_ahead(c) or _has_come(c.time.start, as_of)]
    if over and (alive or _kept_after(claims, over)):
        return desk.cell("contested", [*over, *alive])
    if over:
        return desk.cell("ended", over)
    if begun:
        return desk.cell("in force", begun)
    if starts:
        return desk.cell("announced", starts)
    asked = [c for c in claims if c.kind in {"TLK.proposal", "TLK.demand"}]
    return desk.said(lambda c: _STATUS[c.kind], asked) if asked else EMPTY


def _negated(claim: Claim) -> bool:
    return claim.polarity is Polarity.NEGATED or status_of(claim, "") == "denied"


def _by(day: str | None, as_of: dt.date | None) -> bool:
    """Say whether a day has come by the day asked for; undated and unasked count."""
    return as_of is None or day is None or day[:10] <= as_of.isoformat()


def _has_come(day: str | None, as_of: dt.date | None) -> bool:
    """Say whether an announced start lies before the day asked for."""
    return as_of is not None and day is not None and day[:10] <= as_of.isoformat()


def _kept_after(claims: list[Claim], over: list[Claim]) -> bool:
    """Say whether somebody else calls it observed after somebody called it ended."""
    last = span_of_days(over)[1]
    speakers = {c.speaker for c in over}
    return any(
        c.kind == "INS.compliance"
        and not _negated(c)
        and c.speaker not in speakers
        and last is not None
        and (c.time.end or "") >= last
        for c in claims
    )


REGISTER = Subject(
    "instruments",
    "Truces, proposals and ultimatums",
    InstrumentRow,
    (*kinds_of("instruments"), "TLK.proposal", "TLK.demand"),
    one(key_of),
    _row,
)
