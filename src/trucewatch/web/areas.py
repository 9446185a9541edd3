"""Areas: a part of the map, by its four sides, that claims are narrowed down to.

A claim lies in it where one of its places has a point in it. A whole country has no
point, and a place that nobody could resolve has none either: they lie in no area.
"""

import math
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, Self

from trucewatch import api
from trucewatch.errors import RequestError
from trucewatch.web.mapping import RINGS

_EAST, _NORTH = 180.0, 90.0
_REMEMBERED = 50_000


class AreaError(RequestError):
    """Words that are no area."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"no area: {text!r}; give its western, southern, eastern and northern side "
            "in degrees, such as 36.1,35.9,37.4,36.5"
        )


class Area(NamedTuple):
    """A part of the map between four sides, in degrees; it may cross 180°.

    Attributes:
        west: Its western side.
        south: Its southern side.
        east: Its eastern side.
        north: Its northern side.
    """

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read the four sides, parted by commas; None of nothing.

        Raises:
            AreaError: They are not four numbers that can be sides.
        """
        if not text:
            return None
        try:
            west, south, east, north = map(float, text.split(","))
        except ValueError as error:
            raise AreaError(text) from error
        area = cls(west, south, east, north)
        fits = all(map(math.isfinite, area)) and -_NORTH <= south <= north <= _NORTH
        if not fits or not all(-_EAST <= side <= _EAST for side in (west, east)):
            raise AreaError(text)
        return area

    def __str__(self) -> str:
        return ",".join(f"{side:g}" for side in self)

    @property
    def words(self) -> str:
        """The area as people read it."""
        return (
            f"{_degrees(self.south, 'NS')} to {_degrees(self.north, 'NS')}, "
            f"{_degrees(self.west, 'EW')} to {_degrees(self.east, 'EW')}"
        )

    @property
    def corners(self) -> list[tuple[float, float]]:
        """Its south-western and north-eastern corner, as longitude and latitude."""
        return [(self.west, self.south), (self.east, self.north)]

    def holds(self, lon: float, lat: float) -> bool:
        """Say whether a point lies in it."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east

    def holds_any(self, ground: Iterable[str]) -> bool:
        """Say whether one of a claim's places has a point in it.

        Args:
            ground: Where the claim is (``api.ground_of``).
        """
        return any(_lies(self, words) for words in ground)


@lru_cache(_REMEMBERED)
def _lies(area: Area, words: str) -> bool:
    """Say whether a place has a point in an area; claims share few places."""
    point = api.point_of(words)
    if point.lat is None or point.lon is None or point.precision not in RINGS:
        return False
    return area.holds(point.lon, point.lat)


def _degrees(side: float, letters: str) -> str:
    return f"{abs(side):g}° {letters[side < 0]}"
