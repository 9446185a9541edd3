"""Reports that name the stretch they cover at their head."""

from collections.abc import Iterator

from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.finding import find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimePrecision

_LINES = 2  # lines of a head
_LINE_CHARS = 150  # longer lines are sentences
_STOPS = (".", "!", "?", "”", '"')  # what a sentence ends in
_LATE = 120  # days after its period in which a report comes out
_LONG = 200  # days that a report covers at most
_STRETCHES = frozenset((TimePrecision.MONTH, TimePrecision.DAYS, TimePrecision.WEEK))
_OPEN = frozenset((Relation.SINCE, Relation.AFTER, Relation.BEFORE, Relation.BY))


def covered_until(text: str, published: PartialDate) -> PartialDate | None:
    """Return the last day of the stretch a report's head names, or None.

    "Quarterly note, April to June 2013" counts up to 30 June, whenever it came out.

    Args:
        text: The document's text.
        published: The day it was published.
    """
    if not published.day:
        return None
    spans = list(_head(text))
    if not any(letter.isdecimal() for span in spans for letter in span.of(text)):
        return None  # a stretch named at a head has its year or its days
    for time in find_times(text, anchor=published, spans=spans):
        last = _last_day(time, published)
        if last is not None:
            return last
    return None


def _head(text: str) -> Iterator[Span]:
    """Yield the first lines, as long as they are no sentences."""
    start = lines = 0
    while lines < _LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end - start > _LINE_CHARS:
            return
        line = text[start:end].strip()
        if line.endswith(_STOPS):
            return
        if line:
            yield Span(start, end)
            lines += 1
        start = end + 1


def _last_day(time: TimeExpression, published: PartialDate) -> PartialDate | None:
    start, end = time.start, time.end
    if start is None or end is None or start == end or time.relation in _OPEN:
        return None
    ranged = time.relation is Relation.FROM_TO or time.kind is TimeKind.PERIOD
    if not ranged and time.precision not in _STRETCHES:
        return None
    late = (published.first_day - end.last_day).days
    long = (end.last_day - start.first_day).days
    if not (0 < late <= _LATE and 0 < long <= _LONG):
        return None
    return PartialDate.of(end.last_day)
