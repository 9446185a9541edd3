"""Candidate times of a figure, and which of them it is about."""

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from trucewatch.claims import time_signs as signs
from trucewatch.claims.apart import stands_apart
from trucewatch.claims.claim import ClaimTime
from trucewatch.claims.nearness import Nearness, sort_of_word
from trucewatch.claims.periods import is_covered, later_by
from trucewatch.claims.report_periods import Report, report_periods
from trucewatch.claims.scoring import Signs
from trucewatch.claims.time_signs import Around, Beside, Seen
from trucewatch.claims.times_around import Reach, TimesAround, dividing, telling
from trucewatch.claims.timing import LEVELS, Chosen, Timing
from trucewatch.claims.truces import truce_nouns
from trucewatch.reading.counts import Count
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import Aggregation, TimeBasis, TimePrecision

Proposal = tuple[ClaimTime, list[Signs]]

_STEPS = (0, 2, 5, 10, 20)  # bounds of the classes of distance, in tokens
_LEFT, _RIGHT = 10, 6  # words around a figure that tell of its tense
_TRUCE = 3  # words between a length and the truce it is of
_TRUCES, _MOST = 2, 2
_ONE_DAY = dt.timedelta(days=1)
_DAY = 10  # characters of a day as it is written in a claim


class Dateable(NamedTuple):
    """What is known of a figure before its time is.

    Attributes:
        number: Which of the reading's counts it is.
        kind: Its claim type.
        aggregation: Over what it is counted.
        chosen: The expression the rules take, or None.
        ruled: The time the rules give.
        length: For a length, how many days it is.
    """

    number: int
    kind: str
    aggregation: Aggregation
    chosen: Chosen | None
    ruled: ClaimTime
    length: float | None = None

    @property
    def source(self) -> str:
        """Where the rules have its time from: ``own``, ``above`` or ``none``."""
        chosen = self.chosen
        return "none" if chosen is None else ("own" if chosen.own else "above")


class Candidate(NamedTuple):
    """A time a figure may be about.

    Attributes:
        time: The time.
        signs: What speaks for or against it.
    """

    time: ClaimTime
    signs: tuple[Signs, ...]

    @property
    def weight(self) -> int:
        """What its signs weigh together, in hundredths."""
        return sum([one.weight for one in self.signs])

    @property
    def names(self) -> tuple[str, ...]:
        """Its signs, one by one."""
        return tuple(name for one in self.signs for name in one.names)


class Dating:
    """Weighs the times of one reading for each of its counts, in their order."""

    def __init__(self, timing: Timing) -> None:
        """Take what the rules know of the times of a reading."""
        self.timing = timing
        self.reading = timing.reading
        self.around = TimesAround(timing)
        self.answers: dict[int, ClaimTime] = {}
        self._nearness = Nearness(self.reading.counts)
        self._said: dict[int, tuple[str, str]] = {}
        self._plain: dict[int, tuple[ClaimTime, ClaimTime | None]] = {}

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        """The stretches the document may report on."""
        return report_periods(self.reading, self.timing.times)

    @cached_property
    def is_report(self) -> bool:
        """Whether the document itself says which stretch it reports on."""
        return bool(self.reports) and self.reports[0].how != "opening"

    def of(self, figure: Dateable) -> ClaimTime:
        """Return the time a figure is about, as the learned weights have it.

        Where the rules end it on the same day, theirs stays; a level has no beginning.
        """
        ruled = figure.ruled
        if self.is_sure(figure):
            self.answers[figure.number] = ruled
            return ruled
        best = max(self.candidates(figure), key=_weight).time
        if best.end and ruled.end:
            if best.end[:_DAY] == ruled.end[:_DAY]:
                best = ruled
            elif figure.aggregation in LEVELS:
                best = ClaimTime(
                    None, best.end, TimePrecision.DAY, best.basis, best.text, best.span
                )
        self.answers[figure.number] = best
        return best

    def is_sure(self, figure: Dateable) -> bool:
        """Say whether a figure's own time leaves nothing to weigh.

        What is counted since a day runs from it, a running total ends on the day it is
        told, a truce whose length stands beside its first day ends then, and one nobody
        has dated has no days. Nor are a body's own periods weighed.
        """
        if (is_covered(figure.ruled) and not self.reports) or self._is_compared(figure):
            return True
        if figure.ruled.end is None and figure.length and not self.timing.truces:
            return self._is_of_truce(self._count(figure))
        if self._runs_up_to_today(figure) or self._runs_from_today(figure):
            return True
        if figure.chosen is None or not figure.chosen.own or figure.ruled.end is None:
            return False
        if figure.aggregation is Aggregation.SINCE_DATE:
            time = figure.chosen.time
            return time.relation is Relation.SINCE or self.timing.dates_since(time)
        of_length = figure.aggregation is Aggregation.DURATION and figure.length
        return bool(of_length) and self._is_of_truce(self._count(figure))

    def _is_compared(self, figure: Dateable) -> bool:
        """Say whether a figure is compared with another: "9, up from 4"."""
        inferred = figure.ruled.basis is TimeBasis.INFERRED
        return inferred and self._count(figure).how == "earlier"

    @staticmethod
    def _runs_from_today(figure: Dateable) -> bool:
        """Say whether a deadline is told as a length alone: "within three days"."""
        deadline = figure.aggregation is Aggregation.DEADLINE and figure.source != "own"
        return deadline and bool(figure.length) and figure.ruled.end is not None

    @staticmethod
    def _runs_up_to_today(figure: Dateable) -> bool:
        """Say whether a running total is told without words for another day."""
        chosen, ruled = figure.chosen, figure.ruled
        if figure.aggregation is not Aggregation.CUMULATIVE_TOTAL or ruled.end is None:
            return False
        if chosen is not None and chosen.beside and not chosen.own:
            return chosen.time.kind is not TimeKind.PERIOD  # "Week of 3 to 9 May."
        return ruled.span is None

    def _count(self, figure: Dateable) -> Count:
        return self.reading.counts[figure.number]

    # -- the candidates -------------------------------------------------------------

    def candidates(self, figure: Dateable) -> list[Candidate]:
        """Return the times a figure may be about, with what speaks for each.

        A time proposed for several reasons is one candidate; no time at all is one only
        where the rules give none.
        """
        count = self._count(figure)
        around = self._around(figure, count)
        found: dict[tuple[str | None, str | None], Proposal] = {}
        for time, some in self._proposed(figure, count, around):
            start, end = time.start, time.end
            if end is None and time is not figure.ruled:
                continue
            key = (start and start[:_DAY], end and end[:_DAY])
            if found.setdefault(key, (time, some))[1] is not some:
                found[key][1].extend(some)
        return [
            Candidate(time, (*some, self._of_days(figure, time, around)))
            for time, some in found.values()
        ]

    def _around(self, figure: Dateable, count: Count) -> Around:
        own, carried = self.around.summed(count.sentence)
        return Around(
            figure.aggregation.value,
            figure.kind[:3],
            self.reading.sentences[count.sentence].form.value,
            own,
            carried,
            self.is_report,
            self.timing.periodic,
            figure.length is not None and self._is_of_truce(count),
        )

    def _is_of_truce(self, count: Count) -> bool:
        """Say whether a length is said beside a truce: "a three-day truce"."""
        low = self.reading.tokens.low
        around = low[max(count.first - _TRUCE, 0) : count.after + _TRUCE]
        return not truce_nouns().isdisjoint(around)

    def _proposed(
        self, figure: Dateable, count: Count, around: Around
    ) -> Iterator[Proposal]:
        ruled = figure.ruled
        yield ruled, [signs.of_rules(figure.source, ruled.basis.value, around)]
        if count.whole is not None and count.whole in self.answers:
            yield self.answers[count.whole], [self.signs_of_total(figure)]
        words = self._words(count)
        if count.how == "earlier":
            words = (*words, "compared")
        for page, time in (*self._of_page, *self._of_length(figure)):
            yield time, [signs.of_page(page, words, around)]
        span = self.reading.tokens.span(count.first, count.after)
        text = self.reading.document.text
        asides = self.timing.asides
        for one in self.around.reached(count.sentence):
            if figure.length is None and not asides.without([one.time], span):
                continue  # it only dates an agreement; a length may be its own
            if one.where == "own" and stands_apart(text, span, one.time.span):
                one = one._replace(where="apart")  # noqa: PLW2901
            yield from self._of_reach(one, figure, (count, words), around)

    # -- times of the page ----------------------------------------------------------

    @cached_property
    def _of_page(self) -> tuple[tuple[str, ClaimTime], ...]:
        """The times that hold for a whole page, with where they come from."""
        found: list[tuple[str, ClaimTime]] = []
        today = self.timing.published
        if today is not None and today.day:
            day = str(today)[:_DAY]
            time = _between(day, day, TimePrecision.DAY, TimeBasis.ANCHORED)
            found.append(("today", time))
            eve = str(PartialDate.of(today.first_day - _ONE_DAY))
            time = _between(eve, eve, TimePrecision.DAY)
            found.append(("eve", time))
        if self.around.lead is not None:
            found.append(("lead", self._stated(self.around.lead)[0]))
        for report in self.reports:
            time = _between(str(report.start), str(report.end))
            found.append((f"report={report.how}", time))
        found += [("prior", one) for one in self._prior()]
        return (*found, *self._of_truces())

    def _prior(self) -> Iterator[ClaimTime]:
        """Yield the stretch before the one reported on, as long as that."""
        for report in self.reports[:1]:
            start, end = report.start.first_day, report.end.last_day
            length = end - start
            if length:
                end = start - _ONE_DAY
                yield _between((end - length).isoformat(), end.isoformat())

    def _of_truces(self) -> Iterator[tuple[str, ClaimTime]]:
        """Yield the days of the truces told of, so far and all."""
        today = self.timing.published
        for truce in self.timing.truces[-_TRUCES:]:
            begun = truce.start.isoformat()
            if today is not None and today.day and truce.start < today.first_day:
                yield "truce.today", _between(begun, str(today)[:_DAY])
            if truce.end is not None:
                yield "truce.end", _between(begun, truce.end.isoformat())

    def _of_length(self, figure: Dateable) -> Iterator[tuple[str, ClaimTime]]:
        """Yield a length counted from the truces told of."""
        if figure.length is not None and figure.length >= 1:
            for truce in self.timing.truces[-_TRUCES:]:
                end = later_by(truce.start, figure.length)
                begun = truce.start.isoformat()
                yield "truce.length", _between(begun, end.isoformat())

    # -- times of the text ----------------------------------------------------------

    def _of_reach(
        self,
        one: Reach,
        figure: Dateable,
        told: tuple[Count, tuple[str, ...]],
        around: Around,
    ) -> Iterator[Proposal]:
        (count, words), time, how = told, one.time, around.how
        relation = time.relation.value
        chosen = figure.chosen is not None and figure.chosen.time is time
        seen = Seen(
            one.where, time.kind.value, relation, time.precision.value, one.away, chosen
        )
        some = [signs.of_expression(seen, around), self._edges(one, around)]
        if one.where in ("own", "apart"):
            some.append(signs.of_standing(self._beside(time, count), relation, how))
        else:
            some.append(signs.of_words("other", words))
        stated, since = self._stated(time)
        yield stated, [*some, signs.of_reading("stated", relation, how)]
        if since is not None:
            yield since, [*some, signs.of_reading("since", relation, how)]

    def _stated(self, time: TimeExpression) -> tuple[ClaimTime, ClaimTime | None]:
        """Return what an expression says, and the stretch from it up to today."""
        key = time.span.start
        if key not in self._plain:
            stated, since = self.timing.stated(time), self._until_today(time)
            if since is not None and since.end == stated.end:
                since = None
            self._plain[key] = stated, since
        return self._plain[key]

    def _until_today(self, time: TimeExpression) -> ClaimTime | None:
        today, start = self.timing.published, time.start
        if self.is_report:
            today = self.reports[0].end
        if today is None or start is None or start.first_day > today.last_day:
            return None
        return ClaimTime(
            str(start), str(today), TimePrecision.DAYS, TimeBasis.INFERRED,
            time.text, time.span,
        )  # fmt: skip

    def _edges(self, one: Reach, around: Around) -> Signs:
        """Return the signs of what stands before and behind an expression."""
        key = one.time.span.start
        if key not in self._said:
            tokens = self.reading.tokens
            first, after = tokens.at(key), tokens.at(one.time.span.end)
            self._said[key] = (
                sort_of_word(tokens.text, first - 1, plain=True),
                sort_of_word(tokens.text, after, plain=False),
            )
        place = one.where.rstrip("0123456789")
        return signs.of_edges(*self._said[key], place, around.how)

    def _beside(self, time: TimeExpression, count: Count) -> Beside:
        tokens = self.reading.tokens
        first, after = tokens.at(time.span.start), tokens.at(time.span.end)
        right = first >= count.after
        start, end = (count.after, first) if right else (after, count.first)
        between = tokens.low[start:end]
        step = next((str(b) for b in _STEPS if len(between) <= b), "far")
        numbers = self._nearness.between(start, end)
        return Beside(
            "right" if right else "left",
            step,
            min(max(numbers, 0), _MOST),
            "over" if ";" in between else self._nearness.whose(first, after, count),
            dividing(between),
            first - self.reading.sentences[count.sentence].first <= 1,
        )

    def signs_of_total(self, figure: Dateable) -> Signs:
        """Return what speaks for the time of the total that a figure is linked to."""
        count = self._count(figure)
        return signs.of_total(count.how, figure.source, self._around(figure, count))

    def _words(self, count: Count) -> tuple[str, ...]:
        """Return the words of tense and order around a figure."""
        sentence = self.reading.sentences[count.sentence]
        low = self.reading.tokens.low
        left = low[max(sentence.first, count.first - _LEFT) : count.first]
        right = low[count.after : min(sentence.after, count.after + _RIGHT)]
        if ";" in left:
            left = left[len(left) - left[::-1].index(";") :]
        if ";" in right:
            right = right[: right.index(";")]
        return telling((*left, *right))

    def _of_days(self, figure: Dateable, time: ClaimTime, around: Around) -> Signs:
        ruled, today, age = figure.ruled.end, self.timing.published, ""
        if time.end is None or ruled is None:
            relation = f"{time.end is None}.{ruled is None}"
        elif time.end[:_DAY] == ruled[:_DAY]:
            relation = "same"
        else:
            relation = "later" if time.end > ruled else "earlier"
        if time.end is not None and today is not None:
            age = signs.age_of(time.end[:_DAY], today.first_day)
        return signs.of_days(relation, age, around)


def _weight(candidate: Candidate) -> int:
    return candidate.weight


def _between(
    start: str,
    end: str,
    precision: TimePrecision = TimePrecision.DAYS,
    basis: TimeBasis = TimeBasis.INFERRED,
) -> ClaimTime:
    return ClaimTime(start, end, precision, basis, None, None)
