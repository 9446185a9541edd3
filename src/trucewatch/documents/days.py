"""Days written out in full, as heads of documents and addresses have them.

Only what stands in a dateline is read here; expressions of the body ("on Tuesday",
"last week") are the business of ``reading``.
"""

import datetime as dt
import functools
import re
from typing import NamedTuple

from trucewatch.documents.wordlists import word_list
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

EARLIEST_YEAR = 1945  # the ceasefires documents tell of today began after this
LATEST_YEAR = 2099
CENTURY = 2000  # "15Dec16" is of this century


class WrittenDay(NamedTuple):
    """A day as written.

    Attributes:
        span: Where it stands.
        year: Year, or None when the words give none.
        month: Month, 1 to 12.
        day: Day of the month, or 0 when only the month is given.
    """

    span: Span
    year: int | None
    month: int
    day: int

    def dated(self, year: int | None) -> PartialDate | None:
        """Return the date, its year taken from ``year`` where the words have none."""
        own = self.year or year
        return None if own is None else PartialDate(own, self.month, self.day)


@functools.cache
def _months() -> dict[str, int]:
    spellings: dict[str, int] = {}
    for entry in word_list("months"):
        for number, names in entry["months"].items():
            for name in names:
                spellings.update(
                    dict.fromkeys((name, name.upper(), name.capitalize()), number)
                )
    return spellings


@functools.cache
def day_pattern() -> str:
    """Return the source of a pattern for one written day, without groups.

    It does not look at what stands before the day.
    """
    month = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    year = r"\d{4}(?!\d)"
    return (
        rf"(?:\d{{4}}-\d\d-\d\d(?!\d)"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{month})\b\.?(?:,?\s+{year})?"
        rf"|\d{{1,2}}(?:{month})\d\d(?!\d)"
        rf"|(?:{month})\b\.?\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,?\s*{year})?"
        rf"|(?:{month})\b\.?\s+{year}"
        rf"|(?<![\d/-])\d{{1,2}}[./]\d{{1,2}}[./]{year})"
    )


@functools.cache
def _whole() -> re.Pattern[str]:
    return re.compile(day_pattern())


_DIGITS = re.compile(r"\d+")
_BEFORE = 14  # the longest month's name with a point and a space
_NUMBERS = re.compile(r"\d+|[^\W\d_]+")
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "of"})


def find_days(text: str, start: int, end: int) -> list[WrittenDay]:
    """Find the days written out in ``text[start:end]``, in order.

    Slashes and dots are read day first, as most of the world writes them, unless only
    the other order is possible. Impossible days are passed over.
    """
    found = []
    done = start
    for run in _DIGITS.finditer(text, start, end):
        if run.start() < done:
            continue
        first = _first_letter(text, done, run.start())
        match = _whole().match(text, first, end)
        if match is None:
            continue
        day = _read(match[0], Span(*match.span()))
        done = match.end()
        if day is not None:
            found.append(day)
    return found


def _first_letter(text: str, start: int, digit: int) -> int:
    """Return where a day with this digit would begin: there, or at a month before it.

    Looking from the digits outwards is much faster than a search for months.
    """
    lead = text[max(start, digit - _BEFORE) : digit]
    name = lead.rstrip()
    if name != lead:
        word = name.rstrip(".").rpartition(" ")[2].lstrip("([\"'“")
        if word in _months():
            return digit - len(lead) + lead.rindex(word)
    return digit


def _read(words: str, span: Span) -> WrittenDay | None:
    parts = [p for p in _NUMBERS.findall(words) if p.lower() not in _SUFFIXES]
    named = [_months()[p] for p in parts if p in _months()]
    numbers = [int(p) for p in parts if p.isdigit()]
    if named:
        year, month, day = _with_name(numbers, named[0])
    elif words[4:5] == "-":
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 >= day:  # noqa: PLR2004 - months of a year
            day, month = month, day
    return _possible(span, year, month, day)


def _with_name(numbers: list[int], month: int) -> tuple[int | None, int, int]:
    if len(numbers) == 1:
        number = numbers[0]
        return (number, month, 0) if number > EARLIEST_YEAR else (None, month, number)
    day, year = numbers
    return year if year >= EARLIEST_YEAR else year + CENTURY, month, day


def _possible(span: Span, year: int | None, month: int, day: int) -> WrittenDay | None:
    if year is not None and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return None
    try:
        dt.date(year or 2000, month, day or 1)
    except ValueError:
        return None
    return WrittenDay(span, year, month, day)


_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>19[5-9]\d|20\d\d)(?P<mark>[/_-]?)(?P<month>0[1-9]|1[0-2])"
    r"(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)


def day_in_address(url: str) -> PartialDate | None:
    """Return the day a web address carries (``/2016/05/24/``, ``20160308``), if any."""
    for match in _IN_ADDRESS.finditer(url):
        numbers = (int(match[name]) for name in ("year", "month", "day"))
        try:
            return PartialDate.of(dt.date(*numbers))
        except ValueError:
            continue
    return None
