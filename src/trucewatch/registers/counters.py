"""Counters: who counts what, as series; never summed or averaged across.

A row is one statement of one series; parts by area are series of their own. A total
that does not move is shown as frozen, days without a statement as a gap: a zero is a
statement, and silence is not.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types
from trucewatch.comparison import numbers
from trucewatch.comparison.facets import Count, Facet, facet_of
from trucewatch.comparison.matters import by_day, date_text
from trucewatch.comparison.series import tracks
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk, row_key
from trucewatch.registers.figures import worded
from trucewatch.registers.register import Cell, Register, column

# A running total that stays the same for so many days is called frozen.
FROZEN_DAYS = 14
_KEPT = frozenset({Count.RUNNING, Count.PERIOD})
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CounterRow:
    """One statement of one series."""

    key: str
    series: Cell = column(
        "The series: counter, unit, area, and whom it counts against."
    )
    body: Cell = column("Who counts.")
    definition: Cell = column("What it counts, by its own definition where known.")
    unit: Cell = column("What is counted.")
    area: Cell = column("For which area; the whole conflict where none is said.")
    against: Cell = column("Whom it counts against, where said.")
    kind: Cell = column("running (a total since some day) or period (a day, a week).")
    since: Cell = column("First day of the period, or where the total begins.")
    date: Cell = column("The day it is stated for.")
    value: Cell = column("The number; an explicit zero is a statement.")
    stated: Cell = column("The number as worded: at least, about, nearly.")
    change: Cell = column("Against the statement before, for running totals.")
    state: Cell = column(
        "first, rose, unchanged, frozen (for 14 days or more) or fell."
    )
    gap_days: Cell = column("Days since the statement before, where more than one.")


class _Statement(NamedTuple):
    facet: Facet
    before: Facet | None
    still_since: Facet


def build(
    view: LedgerView,
    theatre: Knowledge,
    *,
    disputed: Collection[str] | None = None,
    latest: int | None = None,
) -> tuple[CounterRow, ...]:
    """Return the rows series by series, each by day."""
    kinds = [t.kind for t in claim_types().values() if t.counted or t.subject in _ALSO]
    desk = Desk(view, theatre, kinds, disputed, latest)
    series: dict[Key, list[Facet]] = {}
    for claim in desk.claims:
        facet = facet_of(claim, desk.around)
        if facet is not None and facet.count in _KEPT and facet.day is not None:
            series.setdefault(_series(desk, facet), []).append(facet)
    rows = []
    for key, facets in sorted(series.items()):
        if desk.enough(f.claim for f in facets):
            rows += _rows(desk, key, facets)
    return tuple(rows)


_ALSO = frozenset({"areas", "casualties"})


def _series(desk: Desk, facet: Facet) -> Key:
    """Return a statement's series: body, kind, unit, area, against whom."""
    claim = facet.claim
    known = desk.theatre.counters.get(claim.counter)
    body = known.speaker if known is not None else facet.side
    return (
        str(facet.count),
        claim.counter or f"{body} {claim.kind}",
        facet.unit,
        claim.variant or "",
        facet.area,
        "+".join(sorted(facet.doers)),
        facet.mode,
    )


def _rows(desk: Desk, key: Key, facets: Sequence[Facet]) -> list[CounterRow]:
    if key[0] != Count.RUNNING:
        return [_row(desk, key, s) for s in _statements(sorted(facets, key=by_day))]
    return [
        _row(desk, (*key, str(number)), statement)
        for number, track in enumerate(tracks(facets), 1)
        for statement in _statements(track.facets)
    ]


def _statements(facets: Sequence[Facet]) -> list[_Statement]:
    """Return each day's statement with the one before, repetitions left out."""
    found: list[_Statement] = []
    for facet in facets:
        last = found[-1] if found else None
        if last is not None and _same(last.facet, facet):
            continue
        still = facet
        if last is not None and _value(last.facet) == _value(facet):
            still = last.still_since
        found.append(_Statement(facet, last and last.facet, still))
    return found


def _same(a: Facet, b: Facet) -> bool:
    return a.day == b.day and _value(a) == _value(b)


def _value(facet: Facet) -> float | None:
    return numbers.middle(facet)


def _row(desk: Desk, key: Key, statement: _Statement) -> CounterRow:
    facet, before, _ = statement
    claims = [facet.claim]
    known = desk.theatre.counters.get(facet.claim.counter)
    running = facet.count is Count.RUNNING
    value, gap = _value(facet), _gap(statement)
    names = [known.label] if known else [f"{desk.speaker(facet.claim)}: {facet.unit}"]
    title = ", ".join([*names, *desk.places(facet.claim)])
    return CounterRow(
        key=row_key("counters", *key, facet.day, value),
        series=desk.cell(title, claims),
        body=desk.said(desk.speaker, claims),
        definition=desk.cell(known.definition if known else None, claims),
        unit=desk.cell(facet.unit, claims),
        area=desk.cell(desk.places(facet.claim) or "whole conflict", claims),
        against=desk.said(lambda c: _against(desk, c), claims),
        kind=desk.cell("running" if running else "period", claims),
        since=desk.cell(facet.claim.time.start, claims),
        date=desk.cell(date_text(facet.day), claims),
        value=desk.cell(_plain(value), claims),
        stated=desk.said(worded, claims),
        change=desk.cell(_change(facet, before) if running else None, claims),
        state=desk.cell(_state(statement) if running else None, claims),
        gap_days=desk.cell(gap, claims),
    )


def _against(desk: Desk, claim: Claim) -> tuple[str, ...]:
    return desk.roles(claim, "violator", "actor", "attacker", "loser")


def _plain(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _change(facet: Facet, before: Facet | None) -> int | float | None:
    now, then = _value(facet), None if before is None else _value(before)
    return None if now is None or then is None else _plain(float(now - then))


def _state(statement: _Statement) -> str:
    facet, before, still = statement
    change = _change(facet, before)
    if change is None:
        return "first"
    if change == 0:
        days = (facet.day or 0) - (still.day or 0)
        return "frozen" if days >= FROZEN_DAYS else "unchanged"
    return "rose" if change > 0 else "fell"


def _gap(statement: _Statement) -> int | None:
    """Return how many days lie between two statements, where a day is missing."""
    facet, before, _ = statement
    if before is None or facet.day is None or before.day is None:
        return None
    days = facet.day - before.day
    return days if days > 1 else None


REGISTER = Register(
    "counters", "Counts as series, per body and definition", CounterRow, build
)
