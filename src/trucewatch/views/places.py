"""What a place's name can mean, in one theatre or in all of them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from trucewatch.reference.choice import FALLBACK
from trucewatch.reference.places import PlaceContext, Places, Resolution
from trucewatch.reference.theatre import load_theatre, theatre_names


def find_place(
    name: str, *, theatre: str | None = None, country: str | None = None
) -> dict[str, Resolution]:
    """Return what a name resolves to, by the name of the theatre.

    Args:
        name: The name as written.
        theatre: Theatre to look in; None looks in all that ship and keeps those that
            know the name, or in the fallback when a country is given.
        country: ISO 3166 code of the country it lies in, or None.

    Raises:
        UnknownTheatreError: No theatre has that name.
    """
    countries = () if country is None else (country.upper(),)
    context = PlaceContext(countries=countries)
    everywhere = theatre_names() if country is None else (FALLBACK,)
    names = (theatre,) if theatre else everywhere
    found = {
        each: Places(load_theatre(each, countries)).resolve(name, context=context)
        for each in names
    }
    known = {
        each: resolution for each, resolution in found.items() if resolution.candidates
    }
    return known if theatre is None else found


def place_records(found: Mapping[str, Resolution]) -> list[dict[str, Any]]:
    """Return one record per theatre and candidate, the chosen one marked."""
    return [
        {
            "name": resolution.text,
            "theatre": theatre,
            **asdict(candidate),
            "chosen": candidate == resolution.chosen,
            "precision": resolution.precision.value,
            "why": resolution.reason,
        }
        for theatre, resolution in found.items()
        for candidate in resolution.candidates
    ]
