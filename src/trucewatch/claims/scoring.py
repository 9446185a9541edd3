"""Linear scorers: weights per feature and class, learned offline, read from a table."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import repeat
from typing import NamedTuple

# One addition of whole numbers is ten times as fast as one addition a class. A weight
# has two decimals, so hundredths are whole, and a lane of 32 bits holds what 80,000
# features add up to.
_BYTES = 4  # of one class in a packed row
HUNDREDTHS = 100
_ABOVE_ZERO = 25_000  # added to each weight, so that no lane borrows from another


def _pack(row: tuple[float, ...]) -> int:
    lanes = [_ABOVE_ZERO + round(HUNDREDTHS * weight) for weight in row]
    return sum(lane << (8 * _BYTES * at) for at, lane in enumerate(lanes))


Said = tuple[str, Collection[str]]  # a beginning such as ``left=``, and words


def names_of(said: Iterable[Said]) -> list[str]:
    """Return the features that words make behind their beginnings."""
    return [start + word for start, words in said for word in words]


class Signs(NamedTuple):
    """Names of what speaks for or against a candidate, with the sum of their weights.

    Attributes:
        names: The signs.
        weight: What they weigh together, in hundredths.
    """

    names: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Scorer:
    """A table of weights.

    Attributes:
        classes: The answers there are.
        weights: For each feature, one weight a class.
    """

    classes: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]
    _packed: dict[str, int] = field(init=False)
    _firsts: dict[str, int] = field(init=False)
    _packed_of: dict[str, dict[str, int]] = field(
        init=False, default_factory=dict, compare=False
    )
    _firsts_of: dict[str, dict[str, int]] = field(
        init=False, default_factory=dict, compare=False
    )

    def __post_init__(self) -> None:
        packed = {name: _pack(row) for name, row in self.weights.items()}
        object.__setattr__(self, "_packed", packed)
        firsts = {n: round(HUNDREDTHS * row[0]) for n, row in self.weights.items()}
        object.__setattr__(self, "_firsts", firsts)

    def weigh(self, features: Iterable[str]) -> int:
        """Return the sum of the weights of features, all classes in one number.

        Such sums can be added up; ``best`` tells which class has most.
        """
        known = self._packed
        return sum([known[name] for name in features if name in known])

    def weigh_said(self, said: Iterable[Said]) -> int:
        """Return what ``weigh`` returns for ``names_of`` words, without the names."""
        return _sum_said(said, self._packed, self._packed_of)

    def _sums(self, weighed: int) -> list[int]:
        """Return the sum of each class, in hundredths above a common floor."""
        size = len(self.classes) * _BYTES
        return memoryview(weighed.to_bytes(size, "little")).cast("I").tolist()

    def best(self, weighed: int) -> str:
        """Return the class with the highest sum of weights; the first of equals."""
        sums = self._sums(weighed)
        return self.classes[sums.index(max(sums))]

    def best_unless(self, weighed: int, answer: str, margin: float) -> str:
        """Return the best class, or ``answer`` unless it is beaten by a margin."""
        sums = self._sums(weighed)
        top = max(sums)
        at = self.classes.index(answer) if answer in self.classes else None
        if at is not None and top - sums[at] <= margin * HUNDREDTHS:
            return answer
        return self.classes[sums.index(top)]

    def margins(self, weighed: int, zero: str) -> dict[str, float]:
        """Return how far each other class is above the class ``zero``."""
        sums = dict(zip(self.classes, self._sums(weighed), strict=True))
        base = sums.pop(zero)
        return {name: (total - base) / HUNDREDTHS for name, total in sums.items()}

    def total(self, features: Iterable[str]) -> int:
        """Return how well a candidate fits: its first class's weights, in hundredths.

        Whole numbers add up to the same in any order, so parts of a sum can be kept.
        """
        return sum(map(self._firsts.get, features, repeat(0)))

    def total_said(self, said: Iterable[Said]) -> int:
        """Return what ``total`` returns for ``names_of`` words, without the names."""
        return _sum_said(said, self._firsts, self._firsts_of)

    def signs(self, names: Iterable[str]) -> Signs:
        """Return features with the sum of their weights, to be kept."""
        kept = tuple(names)
        return Signs(kept, self.total(kept))

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


def _sum_said(
    said: Iterable[Said], weights: dict[str, int], kept: dict[str, dict[str, int]]
) -> int:
    """Add up the weights of words behind their beginnings.

    Args:
        said: Beginnings, each with words.
        weights: The weights of whole names.
        kept: By beginning, the weights of what stands behind it; grows.
    """
    total = 0
    for start, words in said:
        known = kept.get(start)
        if known is None:
            known = kept[start] = {
                name.removeprefix(start): weight
                for name, weight in weights.items()
                if name.startswith(start)
            }
        total += sum([known[word] for word in words if word in known])
    return total


@cache
def scorer(file: str) -> Scorer:
    """Return the scorer of a table beside this module; read on first use.

    The first line that is no comment names the classes after ``feature``.
    """
    return scorer_of(
        resources.files("trucewatch.claims").joinpath(file).read_text("utf-8")
    )


def scorer_of(text: str) -> Scorer:
    """Return the scorer of a table's text."""
    lines = [
        line.split("\t") for line in text.splitlines() if line[:1] not in ("#", "")
    ]
    classes = tuple(lines[0][1:])
    return Scorer(
        classes,
        {line[0]: tuple(float(cell) for cell in line[1:]) for line in lines[1:]},
    )
