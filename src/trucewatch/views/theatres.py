"""Theatres as lists, checks and skeletons."""

from importlib import resources
from pathlib import Path

from trucewatch.errors import AlreadyThereError
from trucewatch.reference.theatre import load_theatre, titles

_NAME = "NAME"


def list_theatres() -> dict[str, str]:
    """Return the title of every theatre that ships, by its name."""
    return titles()


def check_theatre(path: str) -> dict[str, int]:
    """Load a theatre and return how many things of each sort it knows.

    Args:
        path: Folder of the theatre, or the name of one that ships.

    Raises:
        UnknownTheatreError: There is no theatre.
        ReferenceDataError: Its data is wrong; names file and line.
    """
    theatre = load_theatre(path)
    return {
        "actors": len(theatre.actors),
        "speakers": len(theatre.speakers),
        "instruments": len(theatre.instruments),
        "counters": len(theatre.counters),
        "places": len(theatre.places),
        "designations": len(theatre.designations),
    }


def new_theatre(folder: Path) -> tuple[Path, ...]:
    """Write the skeleton of a theatre, which loads as it is; return its files.

    Args:
        folder: Where to; its last part becomes the theatre's name.

    Raises:
        AlreadyThereError: The folder exists.
    """
    if folder.exists():
        raise AlreadyThereError(str(folder))
    folder.mkdir(parents=True)
    written = []
    skeleton = resources.files("trucewatch.views") / "skeleton"
    for source in sorted(skeleton.iterdir(), key=lambda each: each.name):
        target = folder / source.name
        text = source.read_text("utf-8").replace(_NAME, folder.name)
        target.write_text(text, encoding="utf-8")
        written.append(target)
    return tuple(written)
