"""Outlines of first-level divisions, for maps.

They come from Natural Earth (public domain), simplified to 0.01 degrees for the
theatres' countries and 0.03 elsewhere, so a border is right to a kilometre or three.
Whose a disputed area is follows the convention of ``docs/explanation/places.md``.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from trucewatch.reference.theatre import HOME

FOLDER = HOME / "boundaries"
DISCLAIMER = (
    "Boundaries and names shown do not imply endorsement. Disputed areas follow the "
    "resolutions of the United Nations. Made with Natural Earth."
)


def boundary_file(country: str) -> Path | None:
    """Return the GeoJSON file of a country's divisions, or None when none ships."""
    path = FOLDER / f"{country.upper()}.geojson"
    return path if path.is_file() else None


@lru_cache(maxsize=16)
def boundaries(country: str) -> dict[str, Any] | None:
    """Return the divisions of a country as a GeoJSON feature collection.

    Each feature has the properties ``id`` (the key of the place, such as
    ``sy_adm1_idlib``), ``name`` and ``disputed``.

    Args:
        country: ISO 3166 code.

    Returns:
        The collection, or None when none ships for the country.
    """
    path = boundary_file(country)
    if path is None:
        return None
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found
