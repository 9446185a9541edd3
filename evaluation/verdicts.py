"""Verdicts: reported contradictions that somebody read and judged, kept as a table.

``python -m evaluation.unjudged`` draws more of them to read.
"""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from trucewatch.comparison.findings import Finding

TABLE = Path(__file__).parent / "verdicts" / "contradictions.tsv"
COLUMNS = ("finding", "aspect", "verdict", "reason", "matter")


class Verdict(NamedTuple):
    """What a reader of the sources found.

    Attributes:
        right: Whether the claims do set themselves against each other.
        reason: Why, in a few words.
    """

    right: bool
    reason: str


def read_verdicts(table: Path = TABLE) -> dict[str, Verdict]:
    """Return the verdicts by the key of the finding they are on."""
    with table.open(encoding="utf-8") as lines:
        rows = csv.DictReader(
            (x for x in lines if not x.startswith("#")), delimiter="\t"
        )
        return {
            row["finding"]: Verdict(row["verdict"] == "right", row["reason"])
            for row in rows
        }


def judged(
    findings: Sequence[Finding], verdicts: dict[str, Verdict]
) -> tuple[Finding, ...]:
    """Return the findings that somebody has judged."""
    return tuple(f for f in findings if f.key in verdicts)
