"""B8: on which points do two tellings of one report disagree (synthetic pairs)."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.rows import Row, intervals
from trucewatch.comparison.tellings import Point, differing_points
from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import Theatre, load_theatre

NAME = "fakes_counterfactual"
NEEDS = ("benchmarks/fakes_counterfactual/pairs.jsonl",)
# The set's names of what was changed, and the points they are.
POINTS = {
    "actor": Point.ACTOR,
    "cause of death": Point.CAUSE,
    "place of death": Point.PLACE,
    "date of death": Point.DATE,
    "name of casualty or group": Point.VICTIMS,
}


class Tally(NamedTuple):
    """What one pair came to.

    Attributes:
        right: Points found that were changed.
        found: Points found.
        changed: Points that were changed.
        alarmed: Whether two cleanings of the unchanged text seem to disagree.
    """

    right: int
    found: int
    changed: int
    alarmed: bool


def measure(shared: Path) -> list[Row]:
    """Return micro-F1 over points, and the share of unchanged pairs left in peace."""
    lines = (shared / NEEDS[0]).read_text("utf-8").splitlines()
    theatre = load_theatre("syria_2016")
    tallies = [_tally(json.loads(line), theatre) for line in lines]
    names = ("micro_f1", "precision", "recall", "unchanged_in_peace")
    limits = intervals(tallies, figures)
    return [
        Row(NAME, name, value, len(tallies), low, high)
        for name, value, (low, high) in zip(
            names, figures(tallies), limits, strict=True
        )
    ]


def figures(tallies: Sequence[Tally]) -> tuple[float, float, float, float]:
    """Return micro-F1, precision, recall and the share without a false alarm."""
    right = sum(t.right for t in tallies)
    found = sum(t.found for t in tallies)
    changed = sum(t.changed for t in tallies)
    quiet = sum(not t.alarmed for t in tallies) / len(tallies)
    return (
        2 * right / ((found + changed) or 1),
        right / (found or 1),
        right / (changed or 1),
        quiet,
    )


def _tally(pair: dict[str, Any], theatre: Theatre) -> Tally:
    def reading(text: str) -> Reading:
        return read(Document(text=text), theatre)

    original = reading(pair["original_text"])
    wanted = {POINTS[topic] for topic in pair["changed_topics"]}
    found = differing_points(original, reading(pair["changed_text"]))
    again = reading(recleaned(pair["original_text"]))
    alarmed = bool(
        differing_points(original, again) or differing_points(again, original)
    )
    return Tally(len(wanted & found), len(found), len(wanted), alarmed)


def recleaned(text: str) -> str:
    """Return a text as another cleaning gives it: lines, quotes and dashes differ."""
    table = str.maketrans({"’": "'", "“": '"', "”": '"', "–": "-", "\n": " "})
    sentences = " ".join(text.translate(table).split()).split(". ")
    return ".\n".join(sentences).replace('"', "”")
