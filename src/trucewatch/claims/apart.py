"""Times that stand apart from a figure: behind a bracket, a semicolon, a comparison."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from trucewatch.reading.counts.count import counting_words
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeExpression
from trucewatch.values.spans import Span

_FIGURE = re.compile(r"\d")
_SAID = 6  # characters between "on Friday" and what was said: ", that"


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


def leads_in(time: Span, reported: Span) -> bool:
    """Say whether a time tells when something was said: "said on Friday that …"."""
    return 0 <= reported.start - time.end <= _SAID


def in_dateline(reading: Reading, time: TimeExpression) -> bool:
    """Say whether a time is that of "GENEVA, 4 May —" and tells when it was written."""
    dateline = reading.document.dateline
    if dateline is None or dateline.day_span is None or dateline.place is None:
        return False
    return dateline.day_span.touches(time.span)


def kept_for(reading: Reading, times: Sequence[TimeExpression]) -> dict[int, int]:
    """Map times in the run-up to an earlier period's figure to that figure.

    In "28 breaches; a day earlier: 33" the day dates the 33 alone.

    Args:
        reading: The reading.
        times: Its times, in order.
    """
    kept: dict[int, int] = {}
    starts = [time.span.start for time in times]
    for before, count in pairwise(reading.counts):
        if count.how != "earlier":
            continue
        begin = reading.sentences[count.sentence].span.start
        low = bisect_left(starts, max(begin, before.number.span.end))
        high = bisect_left(starts, count.number.span.start)
        for time in times[low:high]:
            if not _compared(reading, time.span.end, count.number.span.start):
                kept[time.span.start] = count.number.span.start
    return kept


def _compared(reading: Reading, start: int, end: int) -> bool:
    """Say whether a comparison begins between a time and a figure."""
    tokens = reading.tokens
    words = tokens.low[tokens.at(start) : tokens.at(end)]
    if "," not in words:
        return False
    said = " ".join(words[words.index(",") :])
    return any(phrase in said for phrase in counting_words().earlier)
