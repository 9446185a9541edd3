"""The gazetteer against ``gold/places.tsv``: resolved within tolerance, right country.

Each name is resolved in the theatre of its country, without any context, as a text
would name it; places outside the three theatres in the Syrian one, whose texts name
them.
"""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from evaluation.rows import Row
from trucewatch.reference.geometry import distance_km
from trucewatch.reference.places import Places
from trucewatch.reference.theatre import load_theatre

NAME = "places"
FILE = "gold/places.tsv"
NEEDS = (FILE,)
THEATRES = {"SY": "syria_2016", "UA": "donbas_2014", "YE": "yemen_2018"}


class Asked(NamedTuple):
    """One gold name, and what became of it.

    Attributes:
        name: The name as texts write it.
        kind: P settlement, A division, R region, X feature, C country.
        right: Whether the point lies within the tolerance.
        country: Whether a chosen place lies in the gold's country; a name left
            unresolved is not in the wrong one.
    """

    name: str
    kind: str
    right: bool
    country: bool


def measure(shared: Path) -> list[Row]:
    """Return the share within tolerance, by kind and in all, and of right countries."""
    asked = list(ask(shared / FILE))
    kinds = sorted({a.kind for a in asked})
    rows = [_row(kind, [a for a in asked if a.kind == kind]) for kind in kinds]
    right_country = sum(a.country for a in asked) / len(asked)
    return [
        _row("all", asked),
        *rows,
        Row(f"{NAME}/all", "right_country", right_country, len(asked)),
    ]


def ask(path: Path) -> Iterator[Asked]:
    """Yield every gold name with what it resolves to."""
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            theatre = THEATRES.get(row["country"], "syria_2016")
            chosen = _places(theatre).resolve(row["name"]).chosen
            if chosen is None or chosen.lat is None or chosen.lon is None:
                yield Asked(row["name"], row["kind"], right=False, country=True)
                continue
            gold = (float(row["lat"]), float(row["lon"]))
            far = distance_km((chosen.lat, chosen.lon), gold)
            yield Asked(
                row["name"],
                row["kind"],
                right=far <= float(row["tolerance_km"]),
                country=chosen.country == row["country"],
            )


def _row(kind: str, asked: list[Asked]) -> Row:
    right = sum(a.right for a in asked) / len(asked)
    return Row(f"{NAME}/{kind}", "within_tolerance", right, len(asked))


@lru_cache(maxsize=4)
def _places(theatre: str) -> Places:
    return Places(load_theatre(theatre))
