"""Visits: what was recorded since somebody last came, who comes many times a day.

A browser keeps the entry it had seen at its last visit. Coming back within half an
hour is the same visit, so a second look does not make what is new seem old.
"""

import datetime as dt
from dataclasses import dataclass

SAME_VISIT = dt.timedelta(minutes=30)
_PARTS = 4


@dataclass(frozen=True, slots=True)
class Seen:
    """What a browser remembers.

    Attributes:
        base: Number of the last entry seen at the visit before; None at the first.
        base_time: When that visit ended; None at the first.
        last: Number of the last entry seen in this visit.
        last_time: When that was.
    """

    base: int | None
    base_time: dt.datetime | None
    last: int
    last_time: dt.datetime

    def text(self) -> str:
        """Return what the browser keeps."""
        base = "" if self.base is None else str(self.base)
        since = "" if self.base_time is None else str(int(self.base_time.timestamp()))
        return f"{base}.{since}.{self.last}.{int(self.last_time.timestamp())}"


def seen_now(kept: str, entries: int, now: dt.datetime) -> Seen:
    """Return what a browser remembers after this look.

    Args:
        kept: What it kept, or anything else.
        entries: Number of the last entry now.
        now: The present instant.
    """
    parts = kept.split(".")
    if len(parts) != _PARTS or not all(p.isdecimal() or not p for p in parts):
        return Seen(None, None, entries, now)
    base, since, last, until = (_number(part) for part in parts)
    if last is None or until is None or last > entries:
        return Seen(None, None, entries, now)
    ended = dt.datetime.fromtimestamp(until, dt.UTC)
    if now - ended > SAME_VISIT:
        return Seen(last, ended, entries, now)
    began = None if since is None else dt.datetime.fromtimestamp(since, dt.UTC)
    return Seen(base, began, entries, now)


def _number(part: str) -> int | None:
    most = len("9999999999")
    return int(part) if part and len(part) <= most else None
