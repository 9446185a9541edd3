"""Times that stand apart from a figure: behind a bracket, a semicolon, a comparison."""

import re
from functools import cache

from trucewatch.reading.counts.count import counting_words
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeExpression
from trucewatch.values.spans import Span

_FIGURE = re.compile(r"\d")


@cache
def _comparing() -> re.Pattern[str]:
    """Return what begins a comparison with an earlier time."""
    words = sorted(counting_words().comparing, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def stands_apart(text: str, figure: Span, time: Span) -> bool:
    """Say whether a time dates something else than a figure of its sentence.

    In "9 breaches (last week: 14)" and "40 lorries, against 31 in May" the time is
    that of the second figure alone, and in "12 fell; on Monday 3 more did" too. A time
    before the figure reaches over a semicolon ("on Monday 12 fell; 3 were hurt").

    Args:
        text: The document's text.
        figure: Where the figure stands, with what it counts.
        time: Where the time stands.
    """
    if time.start >= figure.end:
        between = text[figure.end : time.start]
        if ";" in between or _comparing().search(between):
            return True
        open_at = between.rfind("(")
        if open_at < between.rfind(")") or open_at < 0:
            return False
        closed = text.find(")", time.end)
        inside = text[figure.end + open_at : time.start] + text[time.end : closed]
        return _FIGURE.search(inside) is not None
    between = text[time.end : figure.start]
    return between.count(")") > between.count("(")


def in_dateline(reading: Reading, time: TimeExpression) -> bool:
    """Say whether a time is that of "GENEVA, 4 May —" and tells when it was written."""
    dateline = reading.document.dateline
    if dateline is None or dateline.day_span is None or dateline.place is None:
        return False
    return dateline.day_span.touches(time.span)
