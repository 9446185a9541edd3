"""The ground: where claims say that something is, without reading the claims."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.ledger.marking import Marking, Words
from trucewatch.ledger.view import LedgerView

_BETWEEN = "\x1f"


class Point(NamedTuple):
    """A place as claims name it.

    Attributes:
        id: Key of the place, or its name where it has none.
        name: Name to show.
        lat: Degrees north, or None.
        lon: Degrees east, or None.
        precision: How finely it is known.
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: str


def _words_of(claim: Claim, _published: str | None) -> Iterator[str]:
    for place in claim.places:
        name = place.name or place.text
        here = "" if place.lat is None else str(place.lat)
        there = "" if place.lon is None else str(place.lon)
        parts = (place.id or name, name, here, there, place.precision.value)
        yield _BETWEEN.join(part.replace(_BETWEEN, " ") for part in parts)


GROUND = Marking("places", "1", None, _words_of)


def ground_of(view: LedgerView) -> Mapping[str, Words]:
    """Return where claims are, by their keys, in words for ``point_of``."""
    return view.marks(GROUND)


def point_of(words: str) -> Point:
    """Return the place that words stand for."""
    key, name, lat, lon, precision = words.split(_BETWEEN)
    return Point(
        key, name, float(lat) if lat else None, float(lon) if lon else None, precision
    )
