"""Facets: a claim flattened into what comparing needs, computed once per claim."""

import csv
import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from trucewatch.claims.claim import Claim, ClaimPlace
from trucewatch.claims.types import claim_types
from trucewatch.comparison import meanings
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.errors import PartialDateError
from trucewatch.reference.folding import fold
from trucewatch.values.dates import PartialDate
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlaceRole,
    Polarity,
    Quantifier,
    Voice,
)


class Mode(StrEnum):
    """Whether a claim is about what is, what is meant to be, or what is asked for."""

    ACTUAL = "actual"
    INTENDED = "intended"
    ASKED = "asked"


class Count(StrEnum):
    """How a number was counted, as far as that decides what it compares with."""

    EVENT = "event"
    PERIOD = "period"
    RUNNING = "running"
    LEVEL = "level"
    LENGTH = "length"
    UNSTATED = "unstated"


_MODES: Mapping[Assertion, Mode] = {
    Assertion.PLANNED: Mode.INTENDED,
    Assertion.SCHEDULED: Mode.INTENDED,
    Assertion.INTENT_ATTRIBUTED: Mode.INTENDED,
    Assertion.OFFERED: Mode.INTENDED,
    Assertion.PREDICTED: Mode.INTENDED,
    Assertion.PROPOSED: Mode.ASKED,
    Assertion.REQUESTED: Mode.ASKED,
    Assertion.DEMANDED: Mode.ASKED,
    Assertion.CONDITIONAL: Mode.ASKED,
}
_COUNTS: Mapping[Aggregation, Count] = {
    Aggregation.PER_EVENT: Count.EVENT,
    Aggregation.PER_PERIOD: Count.PERIOD,
    Aggregation.RATE: Count.PERIOD,
    Aggregation.TREND: Count.PERIOD,
    Aggregation.SINCE_DATE: Count.RUNNING,
    Aggregation.CUMULATIVE_TOTAL: Count.RUNNING,
    Aggregation.STOCK: Count.LEVEL,
    Aggregation.DURATION: Count.LENGTH,
    Aggregation.DEADLINE: Count.LENGTH,
    Aggregation.PERIOD_UNSTATED: Count.UNSTATED,
}
# Page furniture is of another day or another story; it answers no question of the body.
_APART = frozenset({Voice.CAPTION, Voice.LINKED_HEADLINE, Voice.EMBEDDED})
_HERE = frozenset({PlaceRole.AT, PlaceRole.WITHIN, PlaceRole.NEAR})
# Talks and drafts are about conference cities; the other subjects are about the ground.
_ABROAD_TOO = frozenset({"talks", "drafts"})
# A start more days than this from the known one is not the start of that truce.
SAME_START = 4
EVERYWHERE = "*"
# What is counted here are people: "civilians" are fewer than all of them.
OF_PEOPLE = frozenset({"casualties", "displacement", "custody"})
# Of these acts one asks what was hit.
_HIT = frozenset({"incident", "offensive"})
# Prisoners are held and missiles stopped in no one town, unless the words name one.
_NOWHERE = frozenset({"custody", "output"})
# A way or a service is open or shut, in words that negate nothing.
_OPEN_OR_SHUT = frozenset({"corridor", "service"})


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """What one claim answers, in the form that is compared.

    Two facets are the same only if they are the same object; claims carry the identity.

    Attributes:
        claim: The claim itself.
        root: Root of its document: the document, or its group of copies.
        copied: Whether its document has copies.
        speaker: Who vouches last; the document stands in for a nameless publisher.
        side: Whose side the speaker is on.
        own_voice: Whether the publisher speaks for itself.
        headline: Whether it stands in the headline.
        family: Family of its kind.
        counted: Whether its numbers mean nothing without their counting body.
        mode: What is, is meant to be, or is asked for.
        negated: Whether the proposition is negated or denied.
        areas: Keys of its places, without those they lie in; empty for everywhere.
        wider: Keys of all places that contain one of them.
        coarse: Whether it is about no place finer than a province.
        countries: Where these lie, by the prefix of their keys.
        doers: Who acts, holds or is counted, as far as named.
        camps: Everything these can also be called: whose part they are, and which camp.
        sites: What was hit, served or held, in words ("hospital", "bus").
        objects: Whom or what it concerns, as far as named.
        things: Those of them that are no party: many attacks hit one group in a day.
        count: How its number was counted, or None without a number.
        unit: Unit family of its number, or "".
        low: Lower bound in the family's unit, or None.
        high: Upper bound, or None.
        start: First day it is about, as an ordinal, or None.
        end: Last day, or None.
        minute: Minute of the day on which it starts, or -1.
        said: Day it was published or is stated for, as an ordinal, or None.
        truce: The instrument it speaks of, unless its start is far from the one that
            the theatre knows: then it is of a later start, or of another truce.
    """

    claim: Claim
    root: str
    copied: bool
    speaker: str
    side: str
    own_voice: bool
    headline: bool
    family: str
    counted: bool
    mode: Mode
    negated: bool
    areas: frozenset[str]
    wider: frozenset[str]
    coarse: bool
    countries: frozenset[str]
    doers: frozenset[str]
    camps: frozenset[str]
    sites: frozenset[str]
    objects: frozenset[str]
    things: frozenset[str]
    count: Count | None
    unit: str
    low: float | None
    high: float | None
    start: int | None
    end: int | None
    minute: int
    said: int | None
    truce: str | None

    @property
    def document(self) -> str:
        """Key of the claim's document."""
        return self.claim.document

    @property
    def area(self) -> str:
        """The places as one key; ``*`` when it is about the conflict as a whole."""
        return "+".join(sorted(self.areas)) or EVERYWHERE

    @property
    def day(self) -> int | None:
        """The day it is stated for: the end of its time, else when it was published."""
        return self.said if self.end is None else self.end


def facet_of(claim: Claim, around: Surroundings) -> Facet | None:
    """Return the facet of a claim, or None where it is not to be compared.

    Captions, linked headlines and embedded posts belong to another day or story, and a
    kind outside the list has no family.
    """
    kind = claim_types().get(claim.kind)
    if kind is None or claim.voice in _APART:
        return None
    own = not claim.chain or claim.chain[-1].part == "publisher"
    speaker = _speaker(claim)
    areas, wider = _areas(claim, around)
    doers, objects = _parts(claim)
    start, minute = _day(claim.time.start, last=False)
    end, _ = _day(claim.time.end, last=True)
    low, high, unit = _bounds(claim.quantity)
    return Facet(
        claim=claim,
        root=around.root(claim.document),
        copied=claim.document in around.copies,
        speaker=speaker,
        side=speaker if own else around.side(speaker),
        own_voice=own,
        headline=claim.voice is Voice.HEADLINE,
        family=kind.family,
        counted=kind.counted,
        mode=_MODES.get(claim.assertion, Mode.ACTUAL),
        negated=_negated(claim, kind.family),
        areas=areas,
        wider=wider,
        coarse=not areas or any(around.coarse(a) for a in areas),
        countries=frozenset(_countries(claim, around)),
        doers=doers,
        camps=meanings.camps(doers, around),
        sites=meanings.sites(claim.quote) if kind.family in _HIT else frozenset(),
        objects=objects,
        things=frozenset(o for o in objects if not meanings.is_party(o, around)),
        count=None if claim.quantity is None else _COUNTS[claim.quantity.aggregation],
        unit=unit,
        low=low,
        high=high,
        start=start,
        end=end,
        minute=minute,
        said=_said(claim, around, end),
        truce=_truce(claim, around, start),
    )


def _speaker(claim: Claim) -> str:
    """Return who vouches last: a key, or words without article and office.

    Whom words alone do not tell ("its spokesman") is told by the document.
    """
    last = claim.chain[-1] if claim.chain else None
    if last is None or last.part == "publisher" or last.id is not None:
        return claim.speaker or claim.document
    words = last.text or ""
    return meanings.voice(words) or f"{claim.document} {fold(words)}".strip()


def _negated(claim: Claim, family: str) -> bool:
    """Say whether a claim is that something is not so; what is shut is not open."""
    negated = claim.polarity is Polarity.NEGATED
    if family in _OPEN_OR_SHUT and meanings.is_shut(claim.quote):
        negated = not negated
    return negated or claim.assertion is Assertion.DENIED


def _areas(claim: Claim, around: Surroundings) -> tuple[frozenset[str], frozenset[str]]:
    """Return the finest places of a claim and everything that contains them.

    "In the country" is everywhere. A capital abroad is where somebody speaks, unless
    the claim is about talks, or its words name no place but that.
    """
    told = list(claim.places)
    if claim_types()[claim.kind].family in _NOWHERE:
        # where the page was written, or what stood before, is not where this was
        told = [p for p in told if p.span is None or claim.span.contains(p.span)]
    here = [p for p in told if p.role in _HERE] or list(_within(told, claim.span))
    areas = {p.id or fold(p.text) for p in here}
    areas = {a for a in areas if not around.whole(a)}
    if here and all(around.is_country(a) for a in areas):
        # "aid reached the town": told of no finer place than where to
        areas |= {p.id or fold(p.text) for p in told}
        areas = {a for a in areas if not around.whole(a)}
    if claim_types()[claim.kind].subject not in _ABROAD_TOO:
        abroad = {a for a in areas if around.abroad(a)}
        if abroad and abroad == areas:
            # of a war beyond the theatre's countries its own words tell
            abroad -= {p.id for p in told if _is_told_of(p, claim)}
        areas -= abroad
    wider = {w for a in areas for w in around.wider(a)}
    return frozenset(areas - wider), frozenset(wider)


def _within(places: Iterable[ClaimPlace], span: Span) -> Iterator[ClaimPlace]:
    """Yield the places a claim's own words name: elsewhere "to Rastan" is no "at"."""
    for place in places:
        if place.span is not None and span.contains(place.span):
            yield place


def _is_told_of(place: ClaimPlace, claim: Claim) -> bool:
    """Say whether a claim's own words name a place, and not as whoever speaks."""
    if place.span is None:
        return True
    voices = [link.span for link in claim.chain if link.span is not None]
    speaks = any(voice.contains(place.span) for voice in voices)
    return claim.span.contains(place.span) and not speaks


def _countries(claim: Claim, around: Surroundings) -> Iterator[str]:
    """Yield the countries of a claim's places; talks are held elsewhere."""
    if claim_types()[claim.kind].subject not in _ABROAD_TOO:
        for place in claim.places:
            if place.id is not None and not around.abroad(place.id):
                yield place.id.partition("_")[0]


def _parts(claim: Claim) -> tuple[frozenset[str], frozenset[str]]:
    parts = role_parts()
    doers: set[str | None] = set()
    objects: set[str | None] = set()
    for role in claim.roles:
        part = parts.get(role.role)
        if part == "doer":
            doers.add(meanings.doer(role))
        elif part == "object" and claim_types()[claim.kind].family in OF_PEOPLE:
            objects.update(meanings.people(role))
        elif part == "object":
            objects.add(meanings.concerned(role))
    return frozenset(filter(None, doers)), frozenset(filter(None, objects))


@functools.lru_cache(maxsize=100_000)
def _day(text: str | None, *, last: bool) -> tuple[int | None, int]:
    """Return a date of partial precision as an ordinal day and its minute, or -1."""
    if text is None:
        return None, -1
    try:
        date = PartialDate.parse(text)
    except PartialDateError:  # a week ("2016-W21") or a span no day can stand for
        return None, -1
    return (date.last_day if last else date.first_day).toordinal(), date.minute


def _truce(claim: Claim, around: Surroundings, start: int | None) -> str | None:
    known = around.theatre.instruments.get(claim.instrument)
    if claim.kind != "INS.entry_into_force" or known is None or start is None:
        return claim.instrument
    if known.effective is None:
        return claim.instrument
    far = abs(start - known.effective.toordinal()) > SAME_START
    return None if far else claim.instrument


def _said(claim: Claim, around: Surroundings, end: int | None) -> int | None:
    published, _ = _day(around.published.get(claim.document), last=False)
    return end if published is None else published


def _bounds(quantity: Quantity | None) -> tuple[float | None, float | None, str]:
    """Return the bounds a number allows, in its unit family's unit.

    "None" is zero; a bound that the quantity lacks stays open.
    """
    if quantity is None:
        return None, None, ""
    family, factor = unit_families().get(quantity.unit, (quantity.unit, 1.0))
    if quantity.quantifier is Quantifier.NONE and quantity.value is None:
        return 0.0, 0.0, family
    low, high = quantity.low, quantity.high
    return (
        None if low is None else low * factor,
        None if high is None else high * factor,
        family,
    )


def _table(name: str) -> list[dict[str, str]]:
    text = (resources.files("trucewatch.comparison") / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t"))


@functools.cache
def unit_families() -> Mapping[str, tuple[str, float]]:
    """Return the units that share a family, with the factor into its unit."""
    return {r["unit"]: (r["family"], float(r["factor"])) for r in _table("units.tsv")}


@functools.cache
def role_parts() -> Mapping[str, str]:
    """Return the part each role plays in comparison: doer or object."""
    return {row["role"]: row["part"] for row in _table("roles.tsv")}
