"""The day a text is written from, where neither metadata nor dateline give it."""

import datetime as dt
import re
from functools import cache

from trucewatch.reading.times.calendars import make_day
from trucewatch.reading.times.lexicon import english
from trucewatch.values.dates import PartialDate


@cache
def _full_date() -> re.Pattern[str]:
    """Return the pattern of full dates: a month by name, a day, a year."""
    lexicon = english()
    names = [word for word, code in lexicon.codes.items() if code in "Mm"]
    month = "(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\.?"
    return re.compile(
        rf"\b(?P<m>{month}) (?P<d>\d\d?)(?:st|nd|rd|th)?,? (?P<y>(?:19|20)\d\d)\b"
        rf"|\b(?P<d2>\d\d?)(?:st|nd|rd|th)? (?P<m2>{month}),? (?P<y2>(?:19|20)\d\d)\b"
    )


@cache
def _weekday() -> re.Pattern[str]:
    """Return the pattern of weekdays by their full name."""
    lexicon = english()
    names = [word for word, code in lexicon.codes.items() if code == "W"]
    return re.compile(r"\b(" + "|".join(names) + r")\b")


def infer_anchor(text: str) -> PartialDate | None:
    """Infer the day a text is written from out of its full dates and its weekdays.

    The latest full date in the words is the earliest day the text can be of. A weekday
    named in the text that lies a few days after it moves the anchor there: a statement
    of Sunday, May 22, 2016, told "on Monday", is of May 23.

    Returns:
        The inferred day; None when the text holds no full date or names no weekday.
    """
    dates = [day for match in _full_date().finditer(text) if (day := _day(match))]
    if not dates:
        return None
    latest = max(dates)
    meanings = english().meanings
    names = {int(meanings[match[1].lower()]) for match in _weekday().finditer(text)}
    if not names:
        return None
    ahead = [(name - latest.weekday()) % 7 for name in names]
    near = [days for days in ahead if days <= NEAR_DAYS]
    return PartialDate.of(latest + dt.timedelta(days=max(near, default=0)))


NEAR_DAYS = 2  # a report follows the statement it tells of within so many days


def _day(match: re.Match[str]) -> dt.date | None:
    month = match["m"] or match["m2"]
    number = english().meanings[month.rstrip(".").lower()]
    day, year = match["d"] or match["d2"], match["y"] or match["y2"]
    return make_day(int(year), int(number), int(day))
