"""Relative places: "12km north-east of Horlivka", "near X", "between A and B".

Each becomes a point or an area with its uncertainty: what is known is a direction and
perhaps a distance from a place that is itself not a point.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import hypot, radians, sin
from pathlib import Path
from typing import Any

from trucewatch.reference.geometry import distance_km, middle, moved
from trucewatch.reference.pack import Row, read_yaml
from trucewatch.reference.resolution import Candidate, Resolution
from trucewatch.values.stances import PlacePrecision

_FILE = (
    Path(__file__).resolve().parent.parent / "theatres" / "world" / "directions.yaml"
)
# Half the width of a compass point: "north-east" covers 22.5 degrees to either side.
_HALF_POINT = radians(22.5)
_NEAR_KM = 10.0  # what "near" may mean beside a village
_SIDE_KM = 15.0  # how far "south of Aleppo" reaches when no distance is given
_ROUNDING = 0.1  # share of a distance lost when it was rounded

Resolve = Callable[[str], Resolution]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of relative places, compiled."""

    bearings: dict[str, float]
    units: dict[str, float]
    measured: re.Pattern[str]
    measured_last: re.Pattern[str]
    directed: re.Pattern[str]
    nearby: re.Pattern[str]
    between: re.Pattern[str]


def resolve_relative(text: str, resolve: Resolve) -> Resolution | None:
    """Resolve a place said relative to others.

    Args:
        text: Such as "12km north-east of Horlivka", "south of Al-Bab by 1.5 miles",
            "near Nubl", "between Nubl and Zahraa".
        resolve: Resolves the plain names inside it.

    Returns:
        A resolution of precision near or area, unresolved when the name inside it is;
        None when the text is no relative place.
    """
    words, plain = grammar(), " ".join(text.split())
    for pattern in (words.measured, words.measured_last, words.directed):
        match = pattern.fullmatch(plain)
        if match:
            return _away(text, match.groupdict(), words, resolve)
    match = words.nearby.fullmatch(plain)
    if match:
        return _near(text, resolve(match["place"]))
    match = words.between.fullmatch(plain)
    if match:
        return _between(text, resolve(match["one"]), resolve(match["other"]))
    return None


def _away(
    text: str, parts: dict[str, Any], words: Grammar, resolve: Resolve
) -> Resolution:
    """Resolve a direction, with or without a distance."""
    base = resolve(parts["place"])
    if base.chosen is None or base.chosen.lat is None or base.chosen.lon is None:
        return replace(base, text=text)
    bearing = words.bearings[_key(parts["direction"])]
    if parts.get("amount"):
        km = float(parts["amount"].replace(",", ".")) * words.units[_key(parts["unit"])]
        slack = hypot(km * sin(_HALF_POINT), km * _ROUNDING, base.chosen.radius_km)
        why = f"{km:g} km {parts['direction']} of {base.chosen.label}"
    else:
        km = base.chosen.radius_km + _SIDE_KM / 2
        slack = km
        why = f"{parts['direction']} of {base.chosen.label}, distance not said"
    lat, lon = moved((base.chosen.lat, base.chosen.lon), bearing, km)
    return _made(text, base.chosen, (lat, lon), slack, why)


def _near(text: str, base: Resolution) -> Resolution:
    if base.chosen is None or base.chosen.lat is None or base.chosen.lon is None:
        return replace(base, text=text)
    point = (base.chosen.lat, base.chosen.lon)
    reach = base.chosen.radius_km + _NEAR_KM
    return _made(text, base.chosen, point, reach, f"near {base.chosen.label}")


def _between(text: str, one: Resolution, other: Resolution) -> Resolution:
    for end in (one, other):
        if end.chosen is None or end.chosen.lat is None or end.chosen.lon is None:
            return replace(end, text=text)
    a, b = one.chosen, other.chosen
    if a is None or b is None or None in (a.lat, a.lon, b.lat, b.lon):
        return replace(one, text=text)  # pragma: no cover - told apart above
    here, there = (a.lat or 0.0, a.lon or 0.0), (b.lat or 0.0, b.lon or 0.0)
    half = distance_km(here, there) / 2 + max(a.radius_km, b.radius_km)
    made = _made(text, a, middle(here, there), half, f"between {a.label} and {b.label}")
    return replace(made, precision=PlacePrecision.AREA)


def _made(
    text: str, base: Candidate, point: tuple[float, float], slack: float, why: str
) -> Resolution:
    """Return a place made from ``base``; it keeps the base's key and says so."""
    found = replace(
        base,
        lat=round(point[0], 4),
        lon=round(point[1], 4),
        radius_km=round(max(1.0, slack), 1),
        reason="relative",
    )
    return Resolution(text, (found,), found, PlacePrecision.NEAR, why)


def _key(word: str) -> str:
    return word if word.isupper() else word.lower()


def _group(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in ordered)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Compile the words of ``directions.yaml``.

    Raises:
        ReferenceDataError: The file is wrong; names file and line.
    """
    rows = {row.needed("what"): row for row in read_yaml(_FILE)}
    bearings, units = _numbers(rows["direction"]), _numbers(rows["unit"])
    letters = [w for w in bearings if w.isupper()]
    full = [w for w in bearings if not w.isupper()]
    side = rf"(?P<direction>(?i:{_group(full)})|{_group(letters)})"
    amount = (
        r"(?:about |some |around |roughly |approximately )?(?P<amount>\d+(?:[.,]\d+)?)"
        rf"\s*-?(?P<unit>(?i:{_group(list(units))}))"
    )
    place = r"(?P<place>.+)"
    the = r"(?:(?i:to the|in the|on the|the)\s+)?"
    part = "side|part|edge|outskirts|countryside|suburbs|direction"
    of = rf"(?:(?i:(?:{part})\s+)?(?:of|from)\s+)"
    return Grammar(
        bearings,
        units,
        re.compile(rf"(?:at\s+)?{amount}\s+{the}{side}\s+{of}{place}"),
        re.compile(rf"{the}{side}\s+{of}{place}\s+by\s+{amount}"),
        re.compile(rf"{the}{side}\s+{of}{place}"),
        re.compile(rf"(?i:{_group(list(rows['nearby'].texts('words')))})\s+{place}"),
        re.compile(
            rf"(?i:{_group(list(rows['between'].texts('words')))})\s+(?P<one>.+?)\s+and\s+(?P<other>.+)"
        ),
    )


def _numbers(row: Row) -> dict[str, float]:
    values = row.fields.get("values", {})
    if not isinstance(values, dict):
        row.refuse("values must be a mapping", "values")
    try:
        return {word: float(number) for word, number in values.items()}
    except (TypeError, ValueError):
        row.refuse("every value must be a number", "values")
