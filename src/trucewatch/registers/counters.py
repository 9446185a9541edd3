"""Counters: who counts what, as series; never summed or averaged across.

A row is one statement of one series; parts by area are series of their own. A total
that does not move is shown as frozen, days without a statement as a gap: a zero is a
statement, and silence is not.
"""

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types
from trucewatch.comparison import numbers
from trucewatch.comparison.disputes import Disputes, Neighbourhood
from trucewatch.comparison.editions import edition_of
from trucewatch.comparison.facets import Count, Facet, facet_of
from trucewatch.comparison.matters import date_text
from trucewatch.comparison.series import tracks
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.differing import Difference
from trucewatch.ledger.holdings import HeldClaim
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk, row_key
from trucewatch.registers.figures import worded
from trucewatch.registers.grouping import (
    BETWEEN,
    Key,
    enough,
    key_of_words,
    laid_out,
    words_of_key,
)
from trucewatch.registers.register import Cell, Register, Row, column
from trucewatch.registers.rows import Rows
from trucewatch.values.collecting import collector_paused

# A running total that stays the same for so many days is called frozen.
FROZEN_DAYS = 14
_KEPT = frozenset({Count.RUNNING, Count.PERIOD})
OF = "\x1e"  # between series, day and value


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


_ALSO = frozenset({"areas", "casualties"})


class _Statement(NamedTuple):
    facet: Facet
    before: Facet | None
    still_since: Facet
    claims: list[Claim]
    series: Key


@dataclass(frozen=True, slots=True)
class Counters(Register):
    """The register of counts: a row for each statement of a series."""

    def build(
        self,
        view: LedgerView,
        theatre: Knowledge,
        *,
        disputes: Disputes | None = None,
    ) -> "CounterRows":
        """Return the rows series by series, each by day."""
        sheet = _Sheet(view, marking_of(theatre))
        with collector_paused():
            said = sheet.said()
            if view.standpoint.min_independent > 1:
                said = _of_enough(sheet, view, theatre)
        against = Neighbourhood(view, theatre) if disputes is None else disputes
        return CounterRows(view, theatre, against, sorted(said))

    def renewed(
        self,
        rows: Sequence[Row],
        view: LedgerView,
        theatre: Knowledge,
        change: Difference,
        *,
        disputes: Disputes | None = None,
    ) -> Sequence[Row]:
        """Return the rows without what nobody says now, and with what is new."""
        if not isinstance(rows, CounterRows) or view.standpoint.min_independent > 1:
            return self.build(view, theatre, disputes=disputes)
        before, sheet = (_Sheet(v, marking_of(theatre)) for v in (change.past, view))
        was = {word for row in change.gone for word in before.words(row)}
        gone = {word for word, behind in sheet.by(was).items() if not behind}
        come = {word for row in change.come for word in sheet.words(row)}
        against = disputes or Neighbourhood(view, theatre)
        said = sorted((set(rows.said) - gone) | come)
        return CounterRows(view, theatre, against, said)


class _Sheet:
    """What is said by whom, as series, day and value."""

    def __init__(self, view: LedgerView, marking: Marking) -> None:
        self._view, self._marking = view, marking
        self._marks = view.marks(marking)

    def said(self) -> set[str]:
        """Return all that is said."""
        return {
            word for row in self._view.rows(kinds=_kinds()) for word in self.words(row)
        }

    def by(self, said: Collection[str]) -> dict[str, list[HeldClaim]]:
        """Return the claims that say it, by what they say, in order."""
        found: dict[str, list[HeldClaim]] = {word: [] for word in said}
        for row in self._view.marked(self._marking, said):
            for word in self.words(row):
                if word in found:
                    found[word].append(row)
        return found

    def words(self, row: HeldClaim) -> Words:
        """Return what one claim says."""
        words = self._marks.get(row.key, ())
        if len(words) > 1:  # its document was dated twice: what counts from here?
            day = self._view.published.get(row.document)
            return self._marking.marks(self._view.reading(row), day)
        return words


def _of_enough(sheet: _Sheet, view: LedgerView, theatre: Knowledge) -> set[str]:
    """Return what belongs to series with the independent roots asked for."""
    said = sheet.said()
    series: dict[str, list[HeldClaim]] = {}
    for words, rows in sheet.by(said).items():
        series.setdefault(_series_of(words), []).extend(rows)
    kept = {words for words, _ in enough(series, view, theatre)}
    return {words for words in said if _series_of(words) in kept}


def _series_of(words: str) -> str:
    return words.partition(OF)[0]


def _kinds() -> frozenset[str]:
    types = claim_types().values()
    return frozenset(t.kind for t in types if t.counted or t.subject in _ALSO)


def marking_of(theatre: Knowledge) -> Marking:
    """Return the marking that puts claims under series, day and value."""
    around = Surroundings(theatre)

    def words_of(claim: Claim, published: str | None) -> tuple[str, ...]:
        days = {claim.document: published} if published else {}
        facet = facet_of(claim, replace(around, published=days))
        if facet is None or facet.count not in _KEPT or facet.day is None:
            return ()
        value = _value(facet)
        stated = float("nan") if value is None else value
        return (
            OF.join(
                [words_of_key(_series(theatre, facet)), f"{facet.day:07}", f"{stated}"]
            ),
        )

    return Marking("register counters", edition_of(theatre), _kinds(), words_of)


class Series(NamedTuple):
    """Where a series stands among the rows.

    Attributes:
        key: What tells it from others.
        start: Number of its first row.
        stop: Number of the row after its last.
    """

    key: str
    start: int
    stop: int

    @property
    def is_running(self) -> bool:
        """Whether it is a running total, and not of periods."""
        return _is_running(self.key)


class CounterRows(Rows):
    """The statements of all series, made into rows when they are looked at.

    Attributes:
        said: Series, day and value of every statement, in order.
    """

    def __init__(
        self,
        view: LedgerView,
        theatre: Knowledge,
        disputes: Disputes,
        said: Sequence[str],
    ) -> None:
        """Take what is said.

        Args:
            view: What is seen of the ledger.
            theatre: What is known beforehand.
            disputes: Says which claims others stand against.
            said: Series, day and value of every statement, in order.
        """
        self._view, self._theatre, self._disputes = view, theatre, disputes
        self.said = said
        self._around = Surroundings(theatre, view.published)

    def __len__(self) -> int:
        return len(self.said)

    def series(self) -> list[Series]:
        """Return the series, in the order of their rows."""
        found, start = [], 0
        for key, some in itertools.groupby(self.said, key=_series_of):
            stop = start + sum(1 for _ in some)
            found.append(Series(key, start, stop))
            start = stop
        return found

    def resting_on(self, claims: Collection[str]) -> Self:
        """Return the rows that rest on one of these claims, given by their keys."""
        marks = self._view.marks(marking_of(self._theatre))
        wanted = {word for key in claims for word in marks.get(key, ())}
        kept = [words for words in self.said if words in wanted]
        return type(self)(self._view, self._theatre, self._disputes, kept)

    def made(self, start: int, stop: int) -> list[Row]:
        """Return the rows from ``start`` to before ``stop``, made now."""
        first, last = self._whole(start, stop)
        part = self.said[first:last]
        by = _Sheet(self._view, marking_of(self._theatre)).by(part)
        desk, claims = laid_out(
            self._view, self._theatre, self._disputes, [by[words] for words in part]
        )
        statements: list[_Statement] = []
        for words, some in itertools.groupby(
            zip(part, claims, strict=True), key=lambda pair: _series_of(pair[0])
        ):
            statements += self._statements(key_of_words(words), [c for _, c in some])
        return [_row(desk, s) for s in statements[start - first : stop - first]]

    def _whole(self, start: int, stop: int) -> tuple[int, int]:
        """Widen a part to what its statements are told by.

        A total is told by all statements of its series, another by the one before.
        """
        said, first, last = self.said, start, stop
        while first and _series_of(said[first - 1]) == _series_of(said[start]):
            first -= 1
            if not _is_running(said[start]):
                break
        while _is_running(said[stop - 1]) and last < len(said):
            if _series_of(said[last]) != _series_of(said[stop - 1]):
                break
            last += 1
        return first, last

    def _statements(self, key: Key, claims: list[list[Claim]]) -> list[_Statement]:
        facets: dict[Facet, list[Claim]] = {}
        for group in claims:
            facet = facet_of(group[0], self._around)
            if facet is not None:
                facets[facet] = group
        if not _is_running(key[0]):
            return _told(key, list(facets), facets)
        told: list[_Statement] = []
        for number, track in enumerate(tracks(list(facets)), 1):
            told += _told((*key, str(number)), track.facets, facets)
        return told


def _is_running(series: str) -> bool:
    return series.partition(BETWEEN)[0] == Count.RUNNING


def _told(
    key: Key, facets: Sequence[Facet], claims: Mapping[Facet, list[Claim]]
) -> list[_Statement]:
    """Return statements with the one before, and since when the value is the same."""
    found: list[_Statement] = []
    for facet in facets:
        last = found[-1] if found else None
        still = facet
        if last is not None and _value(last.facet) == _value(facet):
            still = last.still_since
        before = last.facet if last else None
        found.append(_Statement(facet, before, still, claims[facet], key))
    return found


def _series(theatre: Knowledge, facet: Facet) -> Key:
    """Return a statement's series: body, kind, unit, area, against whom."""
    claim = facet.claim
    known = theatre.counters.get(claim.counter)
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


def _value(facet: Facet) -> float | None:
    return numbers.middle(facet)


def _row(desk: Desk, statement: _Statement) -> CounterRow:
    facet, before, _, claims, key = statement
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
    facet, before, still, *_ = statement
    change = _change(facet, before)
    if change is None:
        return "first"
    if change == 0:
        days = (facet.day or 0) - (still.day or 0)
        return "frozen" if days >= FROZEN_DAYS else "unchanged"
    return "rose" if change > 0 else "fell"


def _gap(statement: _Statement) -> int | None:
    """Return how many days lie between two statements, where a day is missing."""
    facet, before, *_ = statement
    if before is None or facet.day is None or before.day is None:
        return None
    days = facet.day - before.day
    return days if days > 1 else None


REGISTER = Counters("counters", "Counts as series, per body and definition", CounterRow)
