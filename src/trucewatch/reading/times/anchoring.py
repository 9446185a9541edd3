"""The day a text is written from, where neither metadata nor dateline give it."""

import datetime as dt
from collections.abc import Iterator, Sequence

from trucewatch.reading.times.context import direction_of
from trucewatch.reading.times.frames import Found, Frame
from trucewatch.reading.times.lexicon import Lexicon, english
from trucewatch.reading.times.matching import Pieces, cut, matches
from trucewatch.reading.times.resolution import RESOLVERS
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import TimeBasis

NEAR_DAYS = 2  # a report follows the statement it tells of within so many days
FULL_DATES = frozenset({"month_day", "iso", "numeric", "day_range", "clock"})


def infer_anchor(text: str, pieces: Pieces | None = None) -> PartialDate | None:
    """Infer the day a text is written from out of its full dates and its weekdays.

    The latest full date in the words is the earliest day the text can be of. A weekday
    told of in the past that lies a day or two after it moves the anchor there: what a
    statement of Sunday, May 22, 2016 is answered with "on Monday" is of May 23.

    Args:
        text: The text.
        pieces: The same text cut up already, or None.

    Returns:
        The inferred day; None when the text holds no full date, or names no weekday
        that ties its telling to that date.
    """
    return anchor_of([pieces or cut(text)])


def anchor_of(stretches: Sequence[Pieces]) -> PartialDate | None:
    """Infer the anchor, as ``infer_anchor`` does, of a text that is cut already."""
    lexicon = english()
    days: list[dt.date] = []
    weekdays: set[int] = set()
    for pieces in stretches:
        for day, weekday in _told(pieces, lexicon):
            if day is not None:
                days.append(day)
            if weekday is not None:
                weekdays.add(weekday)
    if not days or not weekdays:
        return None
    latest = max(days)
    ahead = ((weekday - latest.weekday()) % 7 for weekday in weekdays)
    near = max((count for count in ahead if count <= NEAR_DAYS), default=0)
    return PartialDate.of(latest + dt.timedelta(days=near))


def _told(
    pieces: Pieces, lexicon: Lexicon
) -> Iterator[tuple[dt.date | None, int | None]]:
    """Yield the full dates of a stretch, and the weekdays that are not to come."""
    words, codes = pieces
    for first, after, rule in matches(codes):
        found = Found(
            rule,
            [word.lower() for word in words[first:after]],
            codes[first:after],
            lexicon,
        )
        day = None
        if rule in FULL_DATES:
            resolved = RESOLVERS[rule](found, Frame(None, TimeBasis.UNSTATED, lexicon))
            day = resolved.days.end if resolved and resolved.days else None
        weekday = found.number("Wy")
        if found.has("ln"):  # "last Tuesday" is not of these days
            weekday = None
        if day is None and direction_of(words, codes, (first, after), lexicon) > 0:
            weekday = None
        yield day, weekday
