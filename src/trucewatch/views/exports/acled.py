"""Claims as a CSV with the columns of ACLED: events that somebody says took place.

Tellings of one event type, town and day make one row, as in the register of incidents.
What is denied, unconfirmed or to come, counted over a period, or not placed and dated
finely enough, is left out, and how much that is is said.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from typing import TextIO

from trucewatch.claims.claim import Claim, ClaimPlace, Role
from trucewatch.errors import PartialDateError
from trucewatch.reference.entries import Place
from trucewatch.values.dates import PartialDate
from trucewatch.values.keys import content_key
from trucewatch.values.quantities import Number
from trucewatch.values.stances import Assertion, Polarity, Tense
from trucewatch.views.exports.crosswalk import (
    actors,
    code_of,
    codebook,
    first,
    is_many,
    recipients,
    sort_of,
)
from trucewatch.views.exports.csv import neutral
from trucewatch.views.exports.handout import Handout
from trucewatch.views.exports.table import Row

SUFFIX = "acled.csv"
MEDIA_TYPE = "text/csv"
HOLDS = (
    "one row an event that somebody says took place, in ACLED's columns, "
    "with the claims behind it"
)
LOSES = (
    "who said it through whom and how firmly, every denial and disagreement (where "
    "speakers name different sides, none is given), claims that are no event, number "
    "ranges, the second clock but for its day; regions, numeric country codes and "
    "source scales stay empty, and so do interaction codes of armed groups; deaths "
    "that nobody counts are empty and not 0"
)
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "disorder_type"),
    *("event_type", "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2"),
    *("assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region"),
    *("country", "admin1", "admin2", "admin3", "location", "latitude", "longitude"),
    *("geo_precision", "source", "source_scale", "notes", "fatalities", "tags"),
    "timestamp",
)
"""The columns of ACLED, in its order."""
OURS = ("claims", "fatalities_claims")
"""Two of ours behind them: the claims a row rests on."""
_TOLD = frozenset({Assertion.ASSERTED, Assertion.ASSESSED, Assertion.ALLEGED})
_DEATHS = "CAS.casualties"
_AGAINST = "Violence against civilians"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where and when something is said to have happened.

    Attributes:
        place: The place, which has a point.
        day: The first day of what is said.
        days: ACLED's precision of the day, 1 to 3.
        area: ACLED's precision of the place, 1 to 3.
    """

    place: ClaimPlace
    day: PartialDate
    days: int
    area: int

    @property
    def key(self) -> tuple[str, str]:
        """What tellings of one town and day share."""
        return (self.place.id or self.place.text, str(self.day.first_day))


@dataclass(frozen=True, slots=True)
class Event:
    """One row in the making: what is said to have happened, and who says so."""

    code: str
    spot: Spot
    claims: list[Claim]


Key = tuple[str, ...]


def write(handout: Handout, stream: TextIO) -> int:
    """Write events under one line of column names; return how many there were."""
    events: dict[Key, Event] = {}
    deaths: dict[Key, list[Claim]] = {}
    for claim in handout:
        why, spot = _unfit(claim, handout), _spot(claim)
        if why or spot is None:
            handout.leave_out(why or "without a placed town and a day or month")
        elif _counts_dead(claim):
            deaths.setdefault(spot.key, []).append(claim)
        else:
            _gather(events, claim, spot, code_of(claim, "acled", handout) or "")
    told = _shared_out(deaths, events, handout)
    writer = csv.DictWriter(stream, (*COLUMNS, *OURS), lineterminator="\n", restval="")
    writer.writeheader()
    for key, event in events.items():
        row = _row(content_key("e", list(key)), event, told.get(key, []), handout)
        writer.writerow({name: neutral(value) for name, value in row.items()})
    return len(events)


def _counts_dead(claim: Claim) -> bool:
    quantity = claim.quantity
    return claim.kind == _DEATHS and quantity is not None and quantity.unit == "killed"


def _unfit(claim: Claim, handout: Handout) -> str:
    """Say why a claim tells of nothing that took place; empty where it does."""
    if code_of(claim, "acled", handout) is None and not _counts_dead(claim):
        return "of a type that is no event there"
    if claim.polarity is Polarity.NEGATED or claim.assertion not in _TOLD:
        return "denied, unconfirmed or only planned"
    if claim.tense in {Tense.FUTURE, Tense.HISTORICAL}:
        return "to come or long past"
    return "counted over a period, or a state" if is_many(claim) else ""


def _spot(claim: Claim) -> Spot | None:
    """Return where and when a claim's event was, where that is fine enough."""
    book = codebook("acled")
    days = book["days"].get(claim.time.precision.value)
    place = next((p for p in claim.places if p.lat is not None), None)
    area = None if place is None else book["places"].get(place.precision.value)
    if place is None or days is None or area is None:
        return None
    try:
        day = PartialDate.parse(claim.time.start or claim.time.end or "")
    except PartialDateError:
        return None
    return Spot(place, day, days, area)


def _gather(events: dict[Key, Event], claim: Claim, spot: Spot, code: str) -> None:
    """Put a claim to its event: finely placed and dated tellings of one are one."""
    fine = spot.days == spot.area == 1
    key: Key = (code, *spot.key) if fine else (code, claim.key)
    events.setdefault(key, Event(code, spot, [])).claims.append(claim)


def _shared_out(
    deaths: dict[Key, list[Claim]], events: dict[Key, Event], handout: Handout
) -> dict[Key, list[Claim]]:
    """Return the claims on the dead of each event that is the only one there then."""
    violent = codebook("acled")["violent"]
    there: dict[Key, list[Key]] = {}
    for key, event in events.items():
        if event.code.partition(":")[0] in violent:
            there.setdefault(event.spot.key, []).append(key)
    told: dict[Key, list[Claim]] = {}
    for spot, claims in deaths.items():
        found = there.get(spot, [])
        if len(found) == 1:
            told[found[0]] = claims
        for _ in claims if len(found) != 1 else ():
            handout.leave_out("on deaths that no one event there explains")
    return told


def _row(key: str, event: Event, deaths: list[Claim], on: Handout) -> Row:
    type_, _, sub = event.code.partition(": ")
    book, claims = codebook("acled"), event.claims
    number, counting = fewest(deaths)
    return {
        "event_id_cnty": key,
        **_when(event.spot),
        "disorder_type": book["disorder"].get(type_, ""),
        "event_type": type_,
        "sub_event_type": sub,
        **_who(event, on),
        "civilian_targeting": "Civilian targeting" if type_ == _AGAINST else "",
        **_where(event.spot, on),
        "source": "; ".join(dict.fromkeys(_source(c, on) for c in claims)),
        "notes": " | ".join(dict.fromkeys(_note(c, on) for c in claims)),
        "fatalities": number,
        "timestamp": min(int(on.known(c.key).timestamp()) for c in claims),
        "claims": " ".join(c.key for c in claims),
        "fatalities_claims": " ".join(c.key for c in counting),
    }


def fewest(deaths: list[Claim]) -> tuple[Number | None, list[Claim]]:
    """Return the most conservative count of the dead, and the claims that give it.

    Of one document the largest figure counts, for the others are parts of it; of
    several documents the one that gives fewest. Nothing is added up.
    """
    by_document: dict[str, tuple[Number, list[Claim]]] = {}
    for claim in deaths:
        number = _least(claim)
        if number is None:
            continue
        most, behind = by_document.get(claim.document, (number, []))
        if number > most:
            most, behind = number, []
        by_document[claim.document] = (most, behind)
        if number == most:
            behind.append(claim)
    if not by_document:
        return None, []
    least = min(number for number, _ in by_document.values())
    return least, [c for n, told in by_document.values() if n == least for c in told]


def _least(claim: Claim) -> Number | None:
    quantity = claim.quantity
    if quantity is None:
        return None
    return quantity.low if quantity.low is not None else quantity.value


def _when(spot: Spot) -> Row:
    return {
        "event_date": str(spot.day.first_day),
        "year": spot.day.year,
        "time_precision": spot.days,
    }


def _where(spot: Spot, on: Handout) -> Row:
    place = on.theatre.places.get(spot.place.id)
    return {
        "country": _country(place, on),
        "admin1": "" if place is None else _label(place.admin1, on),
        "location": spot.place.name or spot.place.text,
        "latitude": spot.place.lat,
        "longitude": spot.place.lon,
        "geo_precision": spot.area,
    }


def _label(key: str | None, on: Handout) -> str:
    place = on.theatre.places.get(key)
    return "" if place is None else place.label


def _country(place: Place | None, on: Handout) -> str:
    return "" if place is None else on.country(place.country)


def _who(event: Event, on: Handout) -> Row:
    one, other = (_agreed(event, part) for part in (actors, recipients))
    if one is not None and other is None and len(actors(event.claims[0])) > 1:
        other = actors(event.claims[0])[1]  # two sides fight each other
    codes = [_code(role, event, on) for role in (one, other)]
    return {
        "actor1": on.name(one.id, one.text) if one else "",
        "inter1": codes[0],
        "actor2": on.name(other.id, other.text) if other else "",
        "inter2": codes[1],
        "interaction": "-".join(codes) if all(codes) else "",
    }


def _agreed(event: Event, part: Callable[[Claim], tuple[Role, ...]]) -> Role | None:
    """Return who plays a part, where all who name anybody name the same."""
    named = [role for c in event.claims if (role := first(part(c))) is not None]
    return named[0] if len({role.id or role.text for role in named}) == 1 else None


def _code(role: Role | None, event: Event, on: Handout) -> str:
    """Return the interaction code of an actor, or nothing where we cannot tell."""
    book = codebook("acled")
    sort = sort_of(role, on)
    if role is None or sort not in book["actors"]:
        return ""
    known, place = on.theatre.actors.get(role.id), event.spot.place
    here = on.theatre.places.get(place.id)
    at_home = known is None or here is None or known.country in {None, here.country}
    forces: str = book["actors"][sort]
    return forces if at_home or sort not in {"state", "organ"} else book["abroad"]


def _source(claim: Claim, on: Handout) -> str:
    """Return who published a claim."""
    first_ = claim.chain[0] if claim.chain else None
    return on.name(first_.id, first_.text) if first_ else claim.source_file or ""


def _note(claim: Claim, on: Handout) -> str:
    """Return who says what, in the words of the text."""
    last = claim.chain[-1] if claim.chain else None
    who = on.name(last.id, last.text) if last else "unattributed"
    return f"{who}: {claim.quote}"
