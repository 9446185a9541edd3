"""Linear scorers: weights per feature and class, learned offline, read from a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Scorer:
    """A table of weights.

    Attributes:
        classes: The answers there are.
        weights: For each feature, one weight a class.
    """

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    def best(self, features: Iterable[str]) -> str:
        """Return the class with the highest sum of weights; the first of equals."""
        known = self.weights
        rows = [known[name] for name in features if name in known]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        return self.classes[sums.index(max(sums)) if sums else 0]

    def reasons(
        self, features: Iterable[str], answer: str, limit: int = 4
    ) -> tuple[str, ...]:
        """Return the features that speak most for an answer, the strongest first.

        What a feature gives an answer is measured against what it gives on average.
        """
        at, many = self.classes.index(answer), len(self.classes)
        gains: dict[str, float] = {}
        for name in features:
            row = self.weights.get(name)
            if row is not None:
                gains[name] = gains.get(name, 0.0) + row[at] - sum(row) / many
        ranked = sorted(gains, key=lambda name: (-gains[name], name))
        return tuple(name for name in ranked[:limit] if gains[name] > 0)


@cache
def scorer(file: str) -> Scorer:
    """Return the scorer of a table beside this module; read on first use.

    The first line that is no comment names the classes after ``feature``.
    """
    text = resources.files("trucewatch.claims").joinpath(file).read_text("utf-8")
    lines = [
        line.split("\t") for line in text.splitlines() if line[:1] not in ("#", "")
    ]
    classes = tuple(lines[0][1:])
    return Scorer(
        classes,
        {line[0]: tuple(float(cell) for cell in line[1:]) for line in lines[1:]},
    )
