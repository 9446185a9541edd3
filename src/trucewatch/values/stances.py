"""The closed lists of the claim record: how something is said, counted and dated.

Every enumeration here is public (``docs/reference/claim-record.md``); the words come
from the field's codebooks by way of ``docs/glossary.md``.
"""

from enum import StrEnum


class Voice(StrEnum):
    """Where in a document the words stand, and whose wording they are."""

    OWN = "own"
    DIRECT = "direct"
    INDIRECT = "indirect"
    HEADLINE = "headline"
    LINKED_HEADLINE = "linked_headline"
    CAPTION = "caption"
    EMBEDDED = "embedded"


class Polarity(StrEnum):
    """Whether the proposition is affirmed or negated."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Assertion(StrEnum):
    """With what commitment the speaker puts the proposition forward."""

    ASSERTED = "asserted"
    ASSESSED = "assessed"
    ALLEGED = "alleged"
    UNCONFIRMED = "unconfirmed"
    POSSIBLE = "possible"
    DENIED = "denied"
    PLANNED = "planned"
    SCHEDULED = "scheduled"
    INTENT_ATTRIBUTED = "intent_attributed"
    PROPOSED = "proposed"
    REQUESTED = "requested"
    DEMANDED = "demanded"
    OFFERED = "offered"
    CONDITIONAL = "conditional"
    PREDICTED = "predicted"


class Tense(StrEnum):
    """When the proposition holds, seen from its utterance."""

    PAST = "past"
    CURRENT = "current"
    FUTURE = "future"
    HISTORICAL = "historical"


class Quantifier(StrEnum):
    """How exactly the number is meant."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    MOST = "most"
    ALL = "all"
    NONE = "none"
    SOME = "some"


class Aggregation(StrEnum):
    """Over what the number was counted."""

    PER_EVENT = "per_event"
    PER_PERIOD = "per_period"
    RATE = "rate"
    SINCE_DATE = "since_date"
    CUMULATIVE_TOTAL = "cumulative_total"
    STOCK = "stock"
    TREND = "trend"
    DURATION = "duration"
    DEADLINE = "deadline"
    PERIOD_UNSTATED = "period_unstated"


class TimePrecision(StrEnum):
    """How finely a time is known."""

    INSTANT = "instant"
    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    UNRESOLVED = "unresolved"


class TimeBasis(StrEnum):
    """What a time rests on: words, the document's date, world knowledge, nothing."""

    STATED = "stated"
    ANCHORED = "anchored"
    INFERRED = "inferred"
    UNSTATED = "unstated"


class PlaceRole(StrEnum):
    """What a place has to do with the claim."""

    AT = "at"
    FROM = "from"
    TO = "to"
    NEAR = "near"
    WITHIN = "within"


class PlacePrecision(StrEnum):
    """How finely a place is known."""

    POINT = "point"
    NEAR = "near"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    GOVERNORATE = "governorate"
    AREA = "area"
    COUNTRY = "country"
    UNRESOLVED = "unresolved"


class Grounding(StrEnum):
    """How a quote was found in its document."""

    EXACT = "exact"
    FOLDED = "folded"
