"""Distances and directions on a sphere, for places known to a kilometre or so."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

EARTH_KM = 6371.0
Point = tuple[float, float]  # latitude, longitude, in degrees


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance between two points in kilometres."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = (
        sin((lat2 - lat1) / 2) ** 2
        + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def moved(start: Point, bearing: float, km: float) -> Point:
    """Return the point ``km`` away from ``start``.

    Args:
        start: Latitude and longitude in degrees.
        bearing: Direction in degrees, 0 is north and 90 is east.
        km: Distance in kilometres.
    """
    lat, lon, turn, arc = (
        radians(start[0]),
        radians(start[1]),
        radians(bearing),
        km / EARTH_KM,
    )
    new = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(new))
    return degrees(new), (degrees(lon + east) + 540) % 360 - 180


def middle(one: Point, other: Point) -> Point:
    """Return the point halfway between two near points."""
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
