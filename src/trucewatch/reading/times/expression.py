"""The time expression: words that name a time, and what they mean."""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis, TimePrecision


class TimeKind(StrEnum):
    """What sort of time the words name."""

    DATE = "date"  # a day, week, month, year: a place on the calendar
    PERIOD = "period"  # a stretch fixed on the calendar: "the past 24 hours"
    DURATION = "duration"  # a length only: "a 72-hour truce"
    SET = "set"  # something that recurs: "daily", "78 cases a day"
    CLOCK = "clock"  # a time of day, with or without its day
    REFERENCE = "reference"  # past, present or future at large: "recently"
    AGE = "age"  # "25-year-old": no time of the report


class Relation(StrEnum):
    """How what is told stands to the time: what the preposition says."""

    AT = "at"
    DURING = "during"  # in, over, during, throughout
    FOR = "for"  # says how long, not when
    WITHIN = "within"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM_TO = "from_to"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, resolved as far as text and anchor allow.

    Attributes:
        span: Where the words stand, without their preposition.
        text: The words.
        kind: What sort of time they name.
        start: First day (with the minute where a clock time is given), or None when
            unresolved or open.
        end: Last day, included, or None when unresolved or open.
        precision: How finely the words themselves fix the time.
        basis: ``stated`` when the words hold the full date, ``anchored`` when the
            document's date was needed, ``inferred`` when that date was itself
            inferred, ``unstated`` when nothing could be resolved.
        relation: What the preposition before the words says.
        length_days: Length of a duration or of a counted period, in days.
        value: The value in the notation of TIMEX3 (``2016-05-23``, ``2016-W21``,
            ``PT72H``, ``PAST_REF``); ``X`` stands for what is not known.
    """

    span: Span
    text: str
    kind: TimeKind
    start: PartialDate | None
    end: PartialDate | None
    precision: TimePrecision
    basis: TimeBasis
    relation: Relation
    length_days: float | None
    value: str
