"""Reporting periods: what a dated report covers, and the day it speaks from."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from trucewatch.claims.claim import UNSTATED, ClaimTime
from trucewatch.claims.pages import page_of
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reading.times.expression import Relation
from trucewatch.reference.entries import ReportingPeriod
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis, TimePrecision


@dataclass(frozen=True, slots=True)
class Covered:
    """The stretch one report covers.

    Attributes:
        speaker: Key of the body whose report it is.
        start: Its first minute.
        end: Its last minute.
    """

    speaker: str
    start: dt.datetime
    end: dt.datetime

    def time(self, *, earlier: bool, level: bool) -> ClaimTime:
        """Return the stretch as a claim has it.

        Args:
            earlier: Whether the figure is of the report before this one; of that one
                only the end is known, since reports are left out on some days.
            level: Whether a level or total is meant, which holds at the end.
        """
        end = self.start if earlier else self.end
        start = None if earlier or level else _text(self.start)
        return ClaimTime(
            start, _text(end), TimePrecision.INSTANT, TimeBasis.INFERRED, None, None
        )


def is_covered(time: ClaimTime) -> bool:
    """Say whether a time is a stretch by a body's own rules, known by the minute."""
    inferred = time.basis is TimeBasis.INFERRED
    return inferred and time.precision is TimePrecision.INSTANT


def _text(moment: dt.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


def covered_by(reading: Reading, times: Sequence[TimeExpression]) -> Covered | None:
    """Return what a page covers by its publisher's own rules, or None.

    Only a page that speaks as the body itself is meant: a newspaper that repeats its
    figures is dated otherwise. The theatre's counters know the rule. A report that
    says at its head up to what minute it counts is taken at its word, and one that
    names another time there is of another kind.

    Args:
        reading: The reading.
        times: Its calendar times, in order.
    """
    published = reading.anchor
    speaker = page_of(reading.document.publisher, reading.theatre).speaker
    if speaker is None or published is None or not published.day:
        return None
    rules = [
        counter.period
        for counter in reading.theatre.counters
        if counter.speaker == speaker.id and counter.period is not None
    ]
    if not rules or any(one != other for one, other in pairwise(rules)):
        return None
    usual = _placed(speaker.id, rules[0], published)
    head = reading.sentences[0].span.end
    if reading.counts and reading.counts[0].sentence == 0:
        head = 0  # the first sentence tells already
    own = [time for time in times if time.span.end <= head]
    if all(time.start == time.end == published for time in own):
        return usual
    last = own[0].end or own[0].start
    if len(own) > 1 or last is None or last.minute < 0:
        return None
    end = dt.datetime.combine(last.first_day, dt.time(*divmod(last.minute, 60)))
    return Covered(speaker.id, end - (usual.end - usual.start), end)


def _placed(speaker: str, rule: ReportingPeriod, published: PartialDate) -> Covered:
    clock = dt.time.fromisoformat(rule.ends)
    day = published.first_day - dt.timedelta(days=rule.days_before)
    end = dt.datetime.combine(day, clock)
    return Covered(speaker, end - dt.timedelta(hours=rule.hours), end)


_OLD = 21  # days after which a date in a heading is not the report's own
_HEAD = 500  # characters in which a report says up to when it counts
_HEADS = frozenset((Form.TITLE, Form.HEADING, Form.INTRO, Form.ROW))


def spoken_day(reading: Reading, times: Sequence[TimeExpression]) -> PartialDate | None:
    """Return the day a report states its figures for, where it names one at its head.

    "Field report, evening of 26 April" and "up to 15 November" mean so throughout,
    whenever they were published.

    Args:
        reading: The reading.
        times: Its calendar times, in order.
    """
    published = reading.anchor
    if published is None or not published.day:
        return None
    heads = [s.span.end for s in reading.sentences[:3] if s.form in _HEADS]
    limit = max(heads, default=0)
    for time in times:
        if time.span.start > _HEAD:
            break
        day = time.end or time.start
        if day is None or not day.day or time.kind is TimeKind.PERIOD:
            continue
        age = (published.first_day - day.first_day).days
        up_to = time.relation in (Relation.UNTIL, Relation.BY)
        single = time.start in (None, day)
        dated = any(letter.isdecimal() for letter in time.text)
        named = single and dated and (up_to or time.span.start < limit)
        if 0 < age <= _OLD and named:
            return PartialDate.of(day.first_day)
    return None


def time_before(compared: ClaimTime) -> ClaimTime:
    """Return the period before another, as long as that one."""
    if compared.start is None or compared.end is None:
        return UNSTATED
    start = PartialDate.parse(compared.start).first_day
    end = PartialDate.parse(compared.end).last_day
    if start == end:
        day = (start - dt.timedelta(days=1)).isoformat()
        first, last = day, day
    else:
        first, last = (start - (end - start)).isoformat(), start.isoformat()
    return ClaimTime(first, last, compared.precision, TimeBasis.INFERRED, None, None)


_MONTH = 30.4  # days; counts of months come as multiples of it
_ROUNDING = 0.01


def later_by(day: dt.date, length_days: float) -> dt.date:
    """Return the day a length after another; whole months keep the day's number.

    A length that leads out of the calendar ("250,000 years") ends on its last day.
    """
    if length_days > (dt.date.max - day).days:
        return dt.date.max
    months = round(length_days / _MONTH)
    if months < 1 or abs(length_days - months * _MONTH) > _ROUNDING:
        return day + dt.timedelta(days=int(length_days))
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))
