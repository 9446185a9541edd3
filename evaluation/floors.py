"""The floors: what each measure must not fall below, and when one was lowered and why.

``floors.json`` is written by ``python -m evaluation.gate --update`` and by nobody else.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from evaluation.rows import Row

DIGITS = 4  # a floor is the figure cut, never rounded up, to this many digits


class Fall(NamedTuple):
    """One measure below its floor; ``value`` is None when it was not measured."""

    key: str
    value: float | None
    floor: float

    def __str__(self) -> str:
        now = "not measured" if self.value is None else f"{self.value:.4f}"
        return f"{self.key}: {now}, floor {self.floor:.4f}"


@dataclass(slots=True)
class Floors:
    """The floors in force and the list of regressions that were allowed.

    Attributes:
        floors: Measure's key to the least figure.
        lowered: One entry per allowed regression: key, from, to, reason.
    """

    floors: dict[str, float] = field(default_factory=dict)
    lowered: list[dict[str, str | float]] = field(default_factory=list)

    @classmethod
    def load(cls, path: Path) -> "Floors":
        """Return the floors a file holds."""
        held = json.loads(path.read_text("utf-8"))
        return cls(held["floors"], held["lowered"])

    def save(self, path: Path) -> None:
        """Write the floors to a file, sorted, so that a change reads well in a diff."""
        held = {"floors": dict(sorted(self.floors.items())), "lowered": self.lowered}
        path.write_text(json.dumps(held, indent=2, ensure_ascii=False) + "\n", "utf-8")

    def falls(self, rows: Iterable[Row], *, absent: Iterable[str] = ()) -> list[Fall]:
        """Return every measure below its floor or no longer measured.

        Args:
            rows: What was measured.
            absent: Names of sets whose data are not there; their floors rest.
        """
        values = {row.key: row.value for row in rows}
        resting = tuple(absent)
        return [
            Fall(key, values.get(key), floor)
            for key, floor in sorted(self.floors.items())
            if (key in values and values[key] < floor)
            or (key not in values and _set_of(key) not in resting)
        ]

    def raise_to(self, rows: Iterable[Row]) -> list[str]:
        """Raise each floor to what was measured, never lower one; return the raised."""
        raised = []
        for row in rows:
            floor = _cut(row.value)
            if row.key not in self.floors or floor > self.floors[row.key]:
                self.floors[row.key] = floor
                raised.append(row.key)
        return raised

    def lower(self, falls: Iterable[Fall], reason: str) -> None:
        """Lower the floors that were missed and record why; unmeasured ones go."""
        for fall in falls:
            self.lowered.append(
                {
                    "measure": fall.key,
                    "from": fall.floor,
                    "to": 0.0 if fall.value is None else _cut(fall.value),
                    "reason": reason,
                }
            )
            if fall.value is None:
                del self.floors[fall.key]
            else:
                self.floors[fall.key] = _cut(fall.value)


def _cut(value: float) -> float:
    scale = 10.0**DIGITS
    # A hair above, so that 0.29 * 10000 = 2899.999... still counts as 0.29.
    return int(value * scale + 1e-6) / scale


def _set_of(key: str) -> str:
    return key.rsplit(":", 1)[0].split("/", 1)[0]
