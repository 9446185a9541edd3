"""Which counter a figure belongs to, and which agreement a claim speaks of."""

import datetime as dt
from bisect import bisect_left
from functools import lru_cache

from trucewatch.claims.claim import ClaimTime, Vouching
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.reference.entries import EntryKind, Instrument
from trucewatch.values.dates import PartialDate
from trucewatch.values.quantities import Quantity
from trucewatch.values.stances import Aggregation

_SAME = {
    Aggregation.CUMULATIVE_TOTAL: frozenset(("cumulative_total", "since_date")),
    Aggregation.SINCE_DATE: frozenset(("since_date", "cumulative_total")),
    Aggregation.PER_PERIOD: frozenset(("per_period",)),
    Aggregation.STOCK: frozenset(("stock",)),
}


class Belongings:
    """Looks claims of one reading up in the theatre's counters and instruments."""

    def __init__(self, reading: Reading) -> None:
        self.theatre = reading.theatre
        self.counters = tuple(reading.theatre.counters)
        self.instruments = tuple(reading.theatre.instruments)
        self.named = [n for n in reading.names if n.is_a(EntryKind.INSTRUMENT)]
        self._starts = [name.first for name in self.named]
        self.anchor = reading.anchor
        self._latest: dict[dt.date, str | None] = {}

    def counter(
        self, quantity: Quantity | None, chain: tuple[Vouching, ...], *, part: bool
    ) -> str | None:
        """Return the counter a figure continues: same body, unit and way of counting.

        Args:
            quantity: The figure, or None.
            chain: Who vouches; the last link is the counting body.
            part: Whether the figure is a part of a total, which no series holds.
        """
        if quantity is None or part or not chain:
            return None
        ways = _SAME.get(quantity.aggregation, frozenset())
        fitting = [
            counter.id
            for counter in self.counters
            if counter.speaker == chain[-1].id
            and counter.unit == quantity.unit
            and counter.aggregation in ways
        ]
        return fitting[0] if len(fitting) == 1 else None

    def instrument(self, sentence: Sentence, kind: str, time: ClaimTime) -> str | None:
        """Return the agreement a claim speaks of: named beside it, or alone in force.

        Only types about a truce are tied to one that is not named.
        """
        at = bisect_left(self._starts, sentence.first)
        if at < len(self.named) and self.named[at].first < sentence.after:
            return self.named[at].of_kind(EntryKind.INSTRUMENT)[0].id
        if not kind.startswith(("INS.", "INC.violation", "PTY.")):
            return None
        day = _day_of(time.end) or (self.anchor.last_day if self.anchor else None)
        if day is None:
            return None
        return self._in_force_on(day)

    def _in_force_on(self, day: dt.date) -> str | None:
        """Return the latest agreement in force on a day, looked up once a document."""
        if day not in self._latest:
            holding = [one for one in self.instruments if _in_force(one, day)]
            latest = max(holding, key=_effective, default=None)
            self._latest[day] = None if latest is None else latest.id
        return self._latest[day]


@lru_cache(maxsize=4_096)
def _day_of(text: str | None) -> dt.date | None:
    return None if text is None else PartialDate.parse(text).last_day


def _effective(instrument: Instrument) -> dt.date:
    return instrument.effective or dt.date.min


def _in_force(instrument: Instrument, day: dt.date) -> bool:
    """Say whether a truce of the whole theatre may be meant on a day.

    It has taken effect less than a year before and its term, if it has one, goes on.
    """
    if instrument.sort != "agreement" or instrument.effective is None:
        return False
    if instrument.scope or (instrument.until is not None and instrument.until < day):
        return False
    return 0 <= (day - instrument.effective).days < _FRESH


_FRESH = 365  # days after which "the truce" no longer tells which
