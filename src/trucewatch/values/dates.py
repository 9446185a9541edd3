"""Dates of partial precision (2016, 2016-05, 2016-05-23, 2016-05-23T12:00)."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from trucewatch.errors import PartialDateError

_FORM = re.compile(
    r"(\d{4})(?:-(\d{2})(?:-(\d{2})"
    r"(?:[T ](\d{2}):(\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, month, day or minute, as far as a text says.

    Attributes:
        year: Year of the common era.
        month: 1 to 12, or 0 when only the year is known.
        day: 1 to 31, or 0 when the day is not known.
        minute: Minutes after midnight, or -1 when no time of day is known.
    """

    year: int
    month: int = 0
    day: int = 0
    minute: int = -1

    def __post_init__(self) -> None:
        try:
            dt.date(self.year, self.month or 1, self.day or 1)
        except ValueError as error:
            raise PartialDateError(str(error)) from error
        if (self.day and not self.month) or (self.minute >= 0 and not self.day):
            raise PartialDateError(repr(self))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 date of any of the four precisions.

        Raises:
            PartialDateError: ``text`` is not such a date.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            raise PartialDateError(text)
        year, month, day, hour, minute = match.groups()
        clock = -1 if hour is None else int(hour) * 60 + int(minute)
        return cls(int(year), int(month or 0), int(day or 0), clock)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """Return the given calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def first_day(self) -> dt.date:
        """The earliest calendar day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> dt.date:
        """The latest calendar day this date can mean."""
        month = self.month or 12
        last = calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, self.day or last)

    def __str__(self) -> str:
        return _written(self.year, self.month, self.day, self.minute)


@lru_cache(maxsize=4_096)  # a text names few days, each of them many times
def _written(year: int, month: int, day: int, minute: int) -> str:
    if not month:
        return f"{year:04d}"
    if not day:
        return f"{year:04d}-{month:02d}"
    text = f"{year:04d}-{month:02d}-{day:02d}"
    if minute >= 0:
        text += f"T{minute // 60:02d}:{minute % 60:02d}"
    return text
