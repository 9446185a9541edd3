"""Theatres as lists and counts."""

from trucewatch.reference.theatre import load_theatre, titles


def list_theatres() -> dict[str, str]:
    """Return the title of every theatre that ships, by its name."""
    return titles()


def count_theatre(name_or_path: str) -> dict[str, int]:
    """Return how many things of each sort a theatre knows, those it extends included.

    Args:
        name_or_path: Name of a theatre that ships, or the folder of any.

    Raises:
        UnknownTheatreError: There is no such theatre.
        ReferenceDataError: Its data is wrong; names file and line.
    """
    theatre = load_theatre(name_or_path)
    return {
        "actors": len(theatre.actors),
        "speakers": len(theatre.speakers),
        "instruments": len(theatre.instruments),
        "counters": len(theatre.counters),
        "places": len(theatre.places),
        "designations": len(theatre.designations),
    }
