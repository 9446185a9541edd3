"""Lengths of time: "24 hours", "three and a half years", "a few days"."""

import datetime as dt
import re

from trucewatch.reading.times.calendars import LENGTHS, Days, duration_value, shift
from trucewatch.reading.times.expression import TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.values.stances import TimePrecision

HUNDRED = 100
_NUMERIC = re.compile(r"[1-6]([.,][123])*")


def unit_of(found: Found) -> str:
    """Return the unit a length is measured in, such as ``hour``."""
    return str(found.lexicon.meanings[found.words[found.first("uU7Qh")]])


def count_of(found: Found) -> float | None:
    """Return how many units, or None where the number is not given.

    Of a range ("two to three weeks") the first number counts, as in TimeBank.
    """
    stop = found.first("uU7Qh")
    codes = found.codes[:stop]
    if "v" in codes:
        vague = int(found.word("v") or 0)
        return float(vague) or None
    half = 0.5 if "f" in found.codes else 0.0
    numbers = list(_NUMERIC.finditer(codes))
    if numbers:
        return _digits(found, numbers[0]) + _fraction(found, codes) + half
    if set(codes) & set("wI8"):
        return _words(found, codes) + half
    if half and not re.search("u k a f", found.codes):
        return half
    return 1.0 + half


def _digits(found: Found, match: re.Match[str]) -> float:
    """Return a number in digits: a comma before three digits groups thousands."""
    text = "".join(found.words[match.start() : match.end()])
    whole, comma, rest = text.partition(",")
    thousands = 3
    if comma and len(rest) != thousands:
        return float(f"{whole}.{rest.replace(',', '')}")
    return float(text.replace(",", "")) if text.count(".") <= 1 else 0.0


def _fraction(found: Found, codes: str) -> float:
    """Return the 1/2 of "2 1/2 years"."""
    place = codes.find("1/1")
    if place < 0:
        return 0.0
    upper, lower = int(found.words[place]), int(found.words[place + 2])
    return upper / lower if place else upper / lower - upper


def _words(found: Found, codes: str) -> float:
    """Return a number in words; of two alternatives the first."""
    total = 0
    for place in range(len(codes)):
        if codes[place] in "rTk" and total % HUNDRED:
            break
        if codes[place] not in "wI8":
            continue
        number = int(found.lexicon.meanings[found.words[place]])
        if number >= HUNDRED:
            total = max(total, 1) * number
        else:
            total += number
    return float(total)


def duration(found: Found, frame: Frame) -> Resolved | None:
    """A length: "a 72-hour truce", "in a day", "within 48 hours"."""
    unit = unit_of(found)
    if unit == "quarter" and "-" in found.codes:  # "three-quarters" is a fraction
        return None
    bare = found.rule == "bare_units" or not found.first("uU7Qh")
    count = None if bare else count_of(found)
    length = None if count is None else count * LENGTHS[unit]
    kind = TimeKind.AGE if found.rule == "age" else TimeKind.DURATION
    resolved = Resolved(kind, duration_value(count, unit), length_days=length)
    if frame.anchor is None or count is None or kind is TimeKind.AGE:
        return resolved
    days = _beside(frame.anchor, unit, count, frame)
    if days is None:
        return resolved
    if days.end <= frame.anchor:  # a deadline stays a length: it is counted from now
        resolved = resolved._replace(kind=TimeKind.PERIOD)
    return resolved._replace(days=days, precision=TimePrecision.DAYS, basis=frame.basis)


def _beside(anchor: dt.date, unit: str, count: float, frame: Frame) -> Days | None:
    """Return the stretch before the anchor ("in a day") or after it ("within two").

    A report told "in a day" runs into the day of writing; "in four days" are four days
    that are over. A length with another preposition, or none, has no place of its own.
    """
    if frame.signal == "within":
        side = frame.look_within()
        if side >= 0:
            ends = Days(anchor, shift(anchor, unit, count))
            return ends if (side or frame.direction) >= 0 else None
    elif not frame.after("told_signals"):
        return None
    one = count * LENGTHS[unit] <= 1
    if frame.direction >= (1 if one else 0):
        return None
    end = anchor if one else anchor - dt.timedelta(days=1)
    return Days(min(shift(anchor, unit, -count), end), end)
