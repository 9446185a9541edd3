"""The committed gazetteer extract, one table per country, read only when wanted."""

from functools import lru_cache
from pathlib import Path

from trucewatch.reference.entries import Place

WORLD = "WORLD"  # the table of capitals and venues; its keys begin with the country
COLUMNS = (
    "id",
    "label",
    "kind",
    "lat",
    "lon",
    "radius_km",
    "admin1",
    "names",
    "source",
    "source_id",
    "disputed",
)


@lru_cache(maxsize=64)
def places_of(folder: Path, country: str) -> tuple[Place, ...]:
    """Return the places of one country, or nothing when no table of it ships.

    Args:
        folder: The folder of tables.
        country: ISO 3166 code, which names the table.
    """
    path = folder / f"{country}.tsv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8") as lines:
        return tuple(
            _place(line.rstrip("\n").split("\t"), country if country != WORLD else "")
            for line in lines
            if not line.startswith(("#", "id\t"))
        )


def _place(cells: list[str], country: str) -> Place:
    key, label, kind, lat, lon, radius, admin1, names, source, number, disputed = cells
    return Place(
        key,
        label,
        kind,
        float(lat) if lat else None,
        float(lon) if lon else None,
        float(radius),
        country or key.split("_", 1)[0].upper(),
        admin1 or None,
        tuple(names.split("|")) if names else (),
        source,
        number,
        disputed == "yes",
    )


def countries(folder: Path) -> tuple[str, ...]:
    """Return the ISO codes of the countries that have a table, in order."""
    return tuple(sorted(p.stem for p in folder.glob("??.tsv")))
