"""When: the time a count or an act is about, against sentence, paragraph, document."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from trucewatch.claims.apart import in_dateline, kept_for, leads_in, stands_apart
from trucewatch.claims.asides import Asides
from trucewatch.claims.claim import UNSTATED, ClaimTime
from trucewatch.claims.lines_above import HEADS
from trucewatch.claims.periods import covered_by, later_by, spoken_day, time_before
from trucewatch.claims.truces import (
    find_truces,
    names_truce,
    tells_beginning,
    with_openings,
)
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation, TimeBasis, TimePrecision

_USABLE = frozenset((TimeKind.DATE, TimeKind.PERIOD, TimeKind.CLOCK))
LEVELS = frozenset(
    (Aggregation.STOCK, Aggregation.CUMULATIVE_TOTAL, Aggregation.PERIOD_UNSTATED)
)
_LENGTHS = frozenset((Aggregation.DURATION, Aggregation.DEADLINE))
_CONVERTED = re.compile(r"\[[^\]]*\]")  # "20 km [12 miles]": one length, said twice
_SINCE = 14  # tokens of "since the truce … began", up to the time of it
_AND = 6  # "in the day and 40 since May": the day is of what stands before
COMMA, CLAUSE = 12, 40  # costs in characters; tuned on half A
_PARAGRAPHS_BACK = 2
Dated = tuple[TimeExpression, Sentence]


class Chosen(NamedTuple):
    """The time expression a claim takes.

    Attributes:
        time: The expression.
        own: Whether the claim's own sentence holds it.
        beside: Whether its own line does.
    """

    time: TimeExpression
    own: bool
    beside: bool


class Timing:
    """Finds the times of one reading's claims."""

    def __init__(self, reading: Reading, *, periodic: bool) -> None:
        self.reading = reading
        self.periodic = periodic
        every = [
            t
            for t in reading.times
            if t.kind in _USABLE
            and (t.start is not None or t.end is not None)
            and not in_dateline(reading, t)
        ]
        self.truces = find_truces(reading, every)
        self.named = [t for t in every if names_truce(reading, t)]
        names = {t.span.start for t in self.named}
        others = [t for t in every if t.span.start not in names]
        self.asides = Asides(reading)
        self.times = with_openings(others, self.truces)
        self.starts = [t.span.start for t in self.times]
        self.published = spoken_day(reading, self.times) or reading.anchor
        self.covered = covered_by(reading, self.times)
        self.kept_for = kept_for(reading, self.times)
        self._dated: dict[int, Dated | None] = {}

    # -- choosing an expression ---------------------------------------------------

    def choose(
        self,
        span: Span,
        sentence: int,
        told: Span | None = None,
        *,
        whole: bool = False,
    ) -> Chosen | None:
        """Return the expression that dates what stands at ``span``, or None.

        Args:
            span: The words to date.
            sentence: The sentence they stand in.
            told: The reported stretch that holds them, or None. A time in it goes
                before one that says when it was said.
            whole: Whether days of agreements count: it may be their length.
        """
        own = self._nearest(span, self.reading.sentences[sentence].span, whole=whole)
        if own is not None and told is not None and leads_in(own.span, told):
            own = self._nearest(span, told, whole=whole) or own
        if own is not None:
            return Chosen(own, own=True, beside=True)
        above = self._above(sentence)
        if above is None:
            return None
        line = self.reading.sentences[sentence].line
        return Chosen(above[0], own=False, beside=above[1].line == line)

    def named_in(self, span: Span) -> list[TimeExpression]:
        """Return the expressions that begin in a span, in order."""
        low = bisect_left(self.starts, span.start)
        return self.times[low : bisect_right(self.starts, span.end)]

    def within(self, span: Span, told: Span | None = None) -> list[TimeExpression]:
        """Return those of them that may date what is told there."""
        return self.asides.without(self.named_in(span), told)

    def _nearest(
        self, span: Span, within: Span, *, whole: bool
    ) -> TimeExpression | None:
        best: tuple[float, TimeExpression] | None = None
        for time in self.named_in(within) if whole else self.within(within, span):
            owner = self.kept_for.get(time.span.start, span.start)
            if not span.start <= owner < span.end:
                continue
            if stands_apart(self.reading.document.text, span, time.span):
                continue
            cost = self.cost(span, time)
            if best is None or cost < best[0]:
                best = (cost, time)
        return None if best is None else best[1]

    def cost(self, span: Span, time: TimeExpression) -> float:
        """Return how far an expression stands from a claim's words."""
        text = self.reading.document.text
        a, b = sorted((span, time.span))
        between = _CONVERTED.sub("", text[a.end : b.start])
        cost = float(len(between)) + COMMA * between.count(",")
        cost += _AND * between.count(" and ")
        cost += CLAUSE * (between.count(";") + between.count(" while "))
        if time.precision in (TimePrecision.YEAR, TimePrecision.MONTH):
            cost += CLAUSE / 2
        return cost

    def _above(self, sentence: int) -> Dated | None:
        """Return the time an earlier sentence of the passage or a heading gives."""
        if sentence not in self._dated:
            self._dated[sentence] = self._look_above(sentence)
        return self._dated[sentence]

    def _look_above(self, sentence: int) -> Dated | None:
        sentences = self.reading.sentences
        own, position = sentences[sentence], sentence
        back = 0 if self.periodic else _PARAGRAPHS_BACK
        while position:
            other = sentences[position - 1]
            if own.paragraph - other.paragraph > back:
                break  # further up only heads tell
            position -= 1
            time = self._time_in(other)
            if time is not None:
                return time, other
        return self._of_heads[position]

    def _time_in(self, sentence: Sentence) -> TimeExpression | None:
        """Return the first time of a sentence that is more than a year."""
        for time in self.within(sentence.span):
            if time.precision is not TimePrecision.YEAR:
                return time
        return None

    @cached_property
    def _of_heads(self) -> list[Dated | None]:
        """For each sentence the nearest head above that has a time, with it."""
        above: Dated | None = None
        found: list[Dated | None] = []
        for sentence in self.reading.sentences:
            found.append(above)
            if sentence.form in HEADS:
                time = self._time_in(sentence)
                above = above if time is None else (time, sentence)
        return found

    # -- making the record ------------------------------------------------------------

    def lies_ahead(self, time: ClaimTime) -> bool:
        """Say whether a time begins after the document was published."""
        if time.start is None or self.published is None:
            return False
        return time.start > self.published.last_day.isoformat()

    def of(
        self,
        chosen: Chosen | None,
        aggregation: Aggregation | None,
        length_days: float | None = None,
        *,
        before: ClaimTime | None = None,
        speaker: str | None = None,
    ) -> ClaimTime:
        """Return the claim's time from its expression and how it was counted.

        Args:
            chosen: The expression, or None.
            aggregation: Over what the number was counted; None for claims without one.
            length_days: For a duration or deadline, its length.
            before: For a figure of the period before ("up from 114"), the time of the
                figure it is compared with.
            speaker: Key of who vouches, or None.
        """
        inside = self._inside(chosen, aggregation, speaker, before)
        if inside is not None:
            return inside
        if before is not None and (chosen is None or not chosen.own):
            return time_before(before)
        if aggregation in _LENGTHS:
            return self._length(chosen, aggregation, length_days)
        if aggregation is Aggregation.SINCE_DATE:
            return self._since(chosen)
        if aggregation in LEVELS:
            return self._level(chosen)
        if chosen is not None and (chosen.own or chosen.time.start is not None):
            return self.stated(chosen.time)
        return self._default(aggregation)

    def _inside(
        self,
        chosen: Chosen | None,
        aggregation: Aggregation | None,
        speaker: str | None,
        before: ClaimTime | None,
    ) -> ClaimTime | None:
        """Return the page's reporting period where the claim names no other time."""
        covered = self.covered
        if covered is None or speaker != covered.speaker or aggregation in _LENGTHS:
            return None
        time = chosen.time if chosen is not None and chosen.beside else None
        if before is not None:
            own = time is not None and time.basis is TimeBasis.STATED
            told = before.basis is not TimeBasis.INFERRED
            return None if own or told else covered.time(earlier=True, level=True)
        level = aggregation in LEVELS or aggregation is Aggregation.SINCE_DATE
        if time is None or self._is_the_period(time):
            return covered.time(earlier=False, level=level)
        if aggregation is not Aggregation.SINCE_DATE or time.start is None:
            return None
        end = covered.time(earlier=False, level=True).end
        return ClaimTime(
            _day(time.start), end, TimePrecision.DAYS, TimeBasis.INFERRED,
            time.text, time.span,
        )  # fmt: skip

    def _is_the_period(self, time: TimeExpression) -> bool:
        """Say whether words only name the report's own day or its last 24 hours."""
        today = self.published
        if time.relation is Relation.SINCE or today is None:
            return False
        if time.kind is TimeKind.PERIOD and time.length_days == 1.0:
            return time.end is not None and time.end.last_day == today.last_day
        return time.kind is TimeKind.DATE and time.start == time.end == today

    def _length(
        self,
        chosen: Chosen | None,
        aggregation: Aggregation | None,
        length_days: float | None,
    ) -> ClaimTime:
        """Three days from Monday end on Thursday; a deadline runs from now."""
        time = chosen.time if chosen is not None and chosen.own else None
        if length_days is not None and length_days < 1 and chosen is not None:
            return self.stated(chosen.time)  # "eleven minutes" of that night
        if aggregation is Aggregation.DEADLINE and time is None and self.published:
            return self._from_day(self.published, length_days, None)
        if time is None or time.start is None or not time.start.day:
            return UNSTATED
        if time.end is not None and time.end != time.start:
            return self.stated(time)
        return self._from_day(time.start, length_days, time)

    def _from_day(
        self, start: PartialDate, length_days: float | None, time: TimeExpression | None
    ) -> ClaimTime:
        if length_days is None or not start.day:
            end = start
        else:
            end = PartialDate.of(later_by(start.first_day, length_days))
        basis = TimeBasis.ANCHORED if time is None else time.basis
        words = (None, None) if time is None else (time.text, time.span)
        return ClaimTime(_day(start), _day(end), TimePrecision.DAYS, basis, *words)

    def stated(self, time: TimeExpression) -> ClaimTime:
        """Return what an expression says by itself."""
        start: PartialDate | None = time.start
        end: PartialDate | None = time.end
        if time.relation in (Relation.UNTIL, Relation.BY):
            start, end = None, end or start
        elif time.relation is Relation.SINCE:
            end = self.published
            if time.kind is TimeKind.CLOCK and start is not None and end is not None:
                end = max(start, end, key=lambda day: day.first_day)
        elif end is None:
            end = start
        end = self._not_after_today(start, end)
        return ClaimTime(
            _day(start), _day(end), time.precision, time.basis, time.text, time.span
        )

    def _not_after_today(
        self, start: PartialDate | None, end: PartialDate | None
    ) -> PartialDate | None:
        """What was counted "this year" was counted up to the day it is told."""
        today = self.published
        if start is None or end is None or today is None or not today.day:
            return end
        if start.first_day < today.first_day < end.last_day:
            return today
        return end

    def _since(self, chosen: Chosen | None) -> ClaimTime:
        end = _day(self.published)
        if chosen is None or (
            not chosen.own and chosen.time.relation is not Relation.SINCE
        ):
            if end is None:
                return UNSTATED
            return ClaimTime(
                None, end, TimePrecision.DAYS, TimeBasis.ANCHORED, None, None
            )
        time = chosen.time
        if time.relation in (Relation.UNTIL, Relation.BY):
            return self.stated(time)
        if (
            time.relation is not Relation.SINCE
            and time.precision not in (TimePrecision.DAY, TimePrecision.INSTANT)
            and not self.dates_since(time)
        ):
            return self.stated(time)  # "so far this year", "in July"
        precision = TimePrecision.DAYS if end else time.precision
        return ClaimTime(
            _day(time.start), end, precision, time.basis, time.text, time.span
        )

    def dates_since(self, time: TimeExpression) -> bool:
        """Say whether a time dates what "since" names: "since it began a week ago"."""
        tokens = self.reading.tokens
        at = tokens.at(time.span.start)
        for i in range(at - 1, max(at - _SINCE, 0) - 1, -1):
            if tokens.low[i] == "since":
                return True
            if tokens.text[i] in ",.;:()":
                return False
        return False

    def _level(self, chosen: Chosen | None) -> ClaimTime:
        """A level holds on the day it is stated for: "as of 5 March", else today."""
        if chosen is not None and chosen.own:
            time = chosen.time
            day = time.end or time.start
            begun = time.relation is Relation.SINCE or tells_beginning(
                self.reading, time
            )
            if day is not None and day.day and not begun:
                text = _day(day)
                return ClaimTime(
                    None, text, TimePrecision.DAY, time.basis, time.text, time.span
                )
        return self._at_publication()

    def _at_publication(self) -> ClaimTime:
        if self.published is None:
            return UNSTATED
        day = self.published.last_day.isoformat()
        return ClaimTime(None, day, TimePrecision.DAY, TimeBasis.ANCHORED, None, None)

    def _default(self, aggregation: Aggregation | None) -> ClaimTime:
        """What a bulletin reports without a date happened in its reporting period."""
        if self.published is None:
            return UNSTATED
        if not self.published.day:
            return ClaimTime(
                self.published.first_day.isoformat(),
                self.published.last_day.isoformat(),
                TimePrecision.MONTH, TimeBasis.ANCHORED, None, None,
            )  # fmt: skip
        end = self.published.first_day
        if aggregation is Aggregation.PER_PERIOD and self.periodic:
            start = end - dt.timedelta(days=1)
            return ClaimTime(
                start.isoformat(), end.isoformat(), TimePrecision.DAYS,
                TimeBasis.ANCHORED, None, None,
            )  # fmt: skip
        return ClaimTime(
            end.isoformat(), end.isoformat(), TimePrecision.DAY, TimeBasis.ANCHORED,
            None, None,
        )  # fmt: skip


def _day(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)
