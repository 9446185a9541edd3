"""The period a report says it covers: in its title, or as its "reporting period"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.lines_above import HEADS
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form
from trucewatch.reading.times import TimeExpression
from trucewatch.reading.times.expression import Relation
from trucewatch.reading.wordlists import word_list
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimePrecision

_MOST = 2  # periods a report may be of
_OPENING = 6  # sentences among which the first of the body stand
_LEADS = 2
_SAID = 4_000  # characters in which a report tells its period
_NEAR = 80  # characters from such a phrase to the period
_TOP = 3  # sentences that may be a report's head
_LATE = 200  # days after its period in which a report comes out
_LONG = 400  # days that a report covers at most
_OPEN = frozenset((Relation.SINCE, Relation.AFTER, Relation.BEFORE, Relation.UNTIL))


@dataclass(frozen=True, slots=True)
class Report:
    """The period a report covers.

    Attributes:
        start: Its first day.
        end: Its last day, not after the day of publication.
        how: Where it is told: ``head`` or ``phrase``.
        text: The words that tell it.
        span: Where they stand.
    """

    start: PartialDate
    end: PartialDate
    how: str
    text: str
    span: Span


def report_periods(
    reading: Reading, times: Sequence[TimeExpression]
) -> tuple[Report, ...]:
    """Return the periods a document may report on, the likeliest first.

    Args:
        reading: The reading.
        times: Its calendar times, in order.
    """
    published = reading.anchor
    if published is None or not published.day:
        return ()
    found: dict[tuple[PartialDate, PartialDate], Report] = {}
    for how, time in _told(reading, times):
        one = _covered(time, published, how)
        if one is not None:
            found.setdefault((one.start, one.end), one)
    return tuple(found.values())[:_MOST]


def _told(
    reading: Reading, times: Sequence[TimeExpression]
) -> Iterator[tuple[str, TimeExpression]]:
    """Yield the times of a head, of "reporting period: …", of the opening."""
    top = reading.sentences[:_TOP]
    for head in top:
        if head.form in HEADS or head.form is Form.ROW:
            yield from (("head", time) for time in _within(head.span, times))
    text = reading.document.text[:_SAID].lower()
    for phrase in word_list("dating")["reporting"]:
        at = text.find(phrase)
        if at >= 0:
            around = Span(max(at - _NEAR, 0), at + _NEAR)
            yield from (("phrase", time) for time in _within(around, times))
    prose = [s for s in reading.sentences[:_OPENING] if s.form is Form.PROSE]
    for sentence in prose[:_LEADS]:
        yield from (("opening", time) for time in _within(sentence.span, times))


def _within(span: Span, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    low = bisect_left(times, span.start, key=lambda time: time.span.start)
    for time in times[low:]:
        if time.span.end > span.end:
            return
        yield time


def _covered(time: TimeExpression, published: PartialDate, how: str) -> Report | None:
    start, end = time.start, time.end
    if start is None or end is None or time.relation in _OPEN:
        return None
    if time.precision is TimePrecision.YEAR and how != "phrase":
        return None
    first, last = start.first_day, end.last_day
    today = published.first_day
    if first >= today or first == last:
        return None
    last = min(last, today)
    if (today - last).days > _LATE or (last - first).days > _LONG:
        return None
    return Report(
        PartialDate.of(first), PartialDate.of(last), how, time.text, time.span
    )
