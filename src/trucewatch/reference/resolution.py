"""What a place's name resolves to: candidates with reasons, perhaps a choice."""

from dataclasses import dataclass

from trucewatch.values.stances import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """What the surroundings of a name say about it.

    Attributes:
        countries: ISO codes the document is about, the likeliest first; empty means the
            theatre's own.
        admin1: Keys of first-level divisions named in the same clause, heading or row.
        near: Keys of places named nearby that are already resolved.
        prefer: "admin1" where divisions are listed (a bulletin's breakdown by
            province), "settlement" elsewhere, None for the default, which is the
            settlement.
    """

    countries: tuple[str, ...] = ()
    admin1: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
    prefer: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a name may mean, with why.

    Attributes:
        id: Key of the place.
        label: Name to show.
        kind: settlement, admin1, region, feature or country.
        lat: Latitude in degrees, or None when only a register knows the name.
        lon: Longitude in degrees, or None.
        country: ISO 3166 code.
        admin1: Key of its first-level division, or None.
        source: Where the record comes from.
        source_id: Its identifier there.
        reason: name, alternate, transliteration or register.
        radius_km: How far from the point the place may reach.
    """

    id: str
    label: str
    kind: str
    lat: float | None
    lon: float | None
    country: str
    admin1: str | None
    source: str
    source_id: str
    reason: str
    radius_km: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a name resolves to.

    Attributes:
        text: The name as asked.
        candidates: Every place it may mean, the likeliest first.
        chosen: The place, or None when it is ambiguous or unknown.
        precision: How finely the choice is known.
        reason: One plain sentence on why this one, or why none.
    """

    text: str
    candidates: tuple[Candidate, ...]
    chosen: Candidate | None
    precision: PlacePrecision
    reason: str
