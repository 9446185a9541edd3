"""Mapping: where claims say that something is, and how finely anybody knows it.

A place is drawn with a ring as wide as what is not known of it; a whole country has no
point at all and is listed instead. Who holds an area is drawn for one source at a time,
for sources are never blended, and a share of a province is never drawn as a border.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from trucewatch import api
from trucewatch.reference.boundaries import boundaries

# How far from its point a place may be, by its precision, in kilometres.
RINGS = {
    "point": 1,
    "settlement": 3,
    "near": 12,
    "district": 30,
    "governorate": 60,
    "area": 60,
}
WIDTH, HEIGHT = 900, 620
MARGIN = 16
KM_PER_DEGREE = 111.2
COUNTRIES_DRAWN = 3
HOLDERS = ("holder", "gainer")


@dataclass(slots=True)
class Spot:
    """A place with the claims about it.

    Attributes:
        id: Key of the place.
        name: Name to show.
        lat: Degrees north.
        lon: Degrees east.
        precision: How finely it is known.
        claims: Keys of the claims, in the order met.
        speakers: Who says something of it.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: str
    claims: list[str] = field(default_factory=list)
    speakers: set[str] = field(default_factory=set)

    @property
    def ring_km(self) -> int:
        """How far from the point it may be."""
        return RINGS.get(self.precision, 60)


@dataclass(frozen=True, slots=True)
class Holding:
    """What one source says of who holds a place.

    Attributes:
        place: Key of the place.
        name: Its name.
        holder: Who holds it, as the source has it.
        share: A share or number of settlements, which is no border; or empty.
        claim: Key of the claim.
        day: Day it is about, or empty.
        none: Whether the source says that nobody of theirs holds anything there.
    """

    place: str
    name: str
    holder: str
    share: str
    claim: str
    day: str
    none: bool


def spots(
    rows: Iterable[Any], ground: Mapping[str, Sequence[str]]
) -> tuple[list[Spot], Counter[str]]:
    """Return the places with a point, the busiest first, and what has none.

    Args:
        rows: The claims that are drawn, unread.
        ground: Where claims are, by their keys (``api.ground_of``).

    Returns:
        The spots; and the names of whole countries, and of places not resolved, with
        how many claims are about them.
    """
    found: dict[str, Spot | str] = {}
    elsewhere: Counter[str] = Counter()
    for row in rows:
        for words in ground.get(row.key, ()):
            spot = found.get(words)
            if spot is None:
                spot = found[words] = _spot_of(words)
            if isinstance(spot, str):
                elsewhere[spot] += 1
                continue
            spot.claims.append(row.key)
            spot.speakers.add(row.speaker or "")
    drawn: dict[tuple[str, str], Spot] = {}
    for spot in found.values():
        if isinstance(spot, Spot):
            same = drawn.setdefault((spot.id, spot.precision), spot)
            if same is not spot:  # spelled otherwise
                same.claims += [k for k in spot.claims if k not in set(same.claims)]
                same.speakers |= spot.speakers
    ranked = sorted(drawn.values(), key=lambda s: (-len(s.claims), s.id))
    return ranked, elsewhere


def _spot_of(words: str) -> Spot | str:
    """Return a spot without claims, or the name of what has no point."""
    point = api.point_of(words)
    if point.lat is None or point.lon is None or point.precision not in RINGS:
        return point.name
    return Spot(point.id, point.name, point.lat, point.lon, point.precision)


def countries_of(found: Sequence[Spot]) -> list[str]:
    """Return the countries that have outlines, those with most claims first."""
    counts: Counter[str] = Counter()
    for spot in found:
        counts[spot.id.partition("_")[0].upper()] += len(spot.claims)
    ranked = [code for code, _ in counts.most_common() if boundaries(code)]
    return ranked[:COUNTRIES_DRAWN]


def holdings(claims: Iterable[api.Claim], label: Any) -> list[Holding]:  # noqa: ANN401 - names a key
    """Return what claims of control say, one for each place."""
    found = []
    for claim in claims:
        holders = [r for r in claim.roles if r.role in HOLDERS]
        if claim.kind != "ARE.control" or not holders:
            continue
        holder = holders[0]
        number = api.number_text(claim.quantity)
        share = f"{number} {claim.quantity.unit}" if claim.quantity else ""
        is_none = claim.polarity.value == "negated" or number == "0"
        found += [
            Holding(
                place.id or "",
                place.name or place.text,
                label(holder.id) if holder.id else holder.text,
                share,
                claim.key,
                api.time_text(claim.time, basis=False) or "",
                is_none,
            )
            for place in claim.places
        ]
    return found


class Drawing:
    """A map as SVG: a plain projection around the first country that is drawn.

    Attributes:
        shapes: Each division with its path, its key and its name.
    """

    def __init__(
        self,
        countries: Sequence[str],
        found: Sequence[Spot],
        frame: Sequence[tuple[float, float]] = (),
    ) -> None:
        """Fit a drawing.

        Args:
            countries: Countries whose outlines are drawn, the most important first.
            found: The spots; they frame the drawing where there are no outlines.
            frame: Corners of the part that is drawn, where only one is wanted.
        """
        features = [f for code in countries for f in features_of(code)]
        first = features_of(countries[0]) if countries else []
        frame = frame or [p for f in first for p in points_of(f["geometry"])]
        frame = frame or [(spot.lon, spot.lat) for spot in found]
        self._fit(frame or [(0.0, 0.0)])
        self.shapes = [
            (
                self.path(feature["geometry"]),
                str(feature["properties"]["id"]),
                str(feature["properties"]["name"]),
            )
            for feature in features
        ]

    def _fit(self, frame: Sequence[tuple[float, float]]) -> None:
        west, east = min(x for x, _ in frame), max(x for x, _ in frame)
        south, north = min(y for _, y in frame), max(y for _, y in frame)
        self._squeeze = math.cos(math.radians((south + north) / 2)) or 1.0
        across = max((east - west) * self._squeeze, 0.2)
        up = max(north - south, 0.2)
        self._scale = min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN) / up)
        self._west = (west + east) / 2 - WIDTH / 2 / self._scale / self._squeeze
        self._north = (south + north) / 2 + HEIGHT / 2 / self._scale

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        x = (lon - self._west) * self._squeeze * self._scale
        y = (self._north - lat) * self._scale
        return round(x, 1), round(y, 1)

    def inside(self, spot: Spot) -> bool:
        """Say whether a spot is within the drawing."""
        x, y = self.place(spot.lon, spot.lat)
        return 0 <= x <= WIDTH and 0 <= y <= HEIGHT

    def radius(self, km: float) -> float:
        """Return how wide so many kilometres are drawn."""
        return round(km / KM_PER_DEGREE * self._scale, 1)

    def path(self, geometry: dict[str, Any]) -> str:
        """Return the path of a division."""
        return "".join(
            "M"
            + "L".join(f"{x},{y}" for x, y in (self.place(*p[:2]) for p in ring))
            + "Z"
            for ring in rings_of(geometry)
        )


def features_of(country: str) -> list[dict[str, Any]]:
    """Return the divisions of a country, none where no outlines ship."""
    found = boundaries(country)
    return list(found["features"]) if found else []


def rings_of(geometry: dict[str, Any]) -> list[Any]:
    """Return the rings of a polygon or of several."""
    parts = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        return list(parts)
    return [ring for polygon in parts for ring in polygon]


def points_of(geometry: dict[str, Any]) -> list[tuple[float, float]]:
    """Return the points of a polygon or of several."""
    return [(p[0], p[1]) for ring in rings_of(geometry) for p in ring]
