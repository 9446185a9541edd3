"""One measured figure, its interval, and what a benchmark module has to offer."""

import random  # noqa: TID251 - resampling, from a fixed seed
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

RESAMPLES = 1000  # what the benchmarks' descriptions ask for
SEED = 20161230
TAIL = 0.025  # on each side: a 95 % interval

Document = TypeVar("Document")  # the tallies of one document, whatever they are


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of one set. Every measure is a share in which more is better.

    Attributes:
        set: Name of the set, and of its half if it is one: ``syria_dev/B``.
        measure: What was measured, one word: ``f1``, ``recall``, ``deaths_exact``.
        value: The figure, between 0 and 1.
        n: How many facts, pairs or items it rests on.
        low: Lower end of the bootstrap 95 % interval, or None.
        high: Upper end, or None.
    """

    set: str
    measure: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None

    @property
    def key(self) -> str:
        """Return the name under which ``floors.json`` keeps this figure."""
        return f"{self.set}:{self.measure}"


class Benchmark(Protocol):
    """What a module ``evaluation/benchmarks/bN.py`` offers.

    Attributes:
        NAME: Name of the set as it is printed.
        NEEDS: Files or folders it reads, relative to the shared folder.
    """

    NAME: str
    NEEDS: tuple[str, ...]

    @staticmethod
    def measure(shared: Path) -> list[Row]:
        """Return the figures, measured on the data under the shared folder."""
        ...


def intervals(
    documents: Sequence[Document],
    statistics: Callable[[Sequence[Document]], Sequence[float]],
) -> list[tuple[float, float]]:
    """Return the bootstrap 95 % interval of each figure, resampling documents.

    Args:
        documents: What one draws from: the tallies of one document each;
            at least one.
        statistics: Computes the figures from a drawn list of the same length.

    Returns:
        One ``(low, high)`` per figure, in the order ``statistics`` gives them. The
        draws come from a fixed seed, so the same data give the same interval.
    """
    generator = random.Random(SEED)  # noqa: S311 - no secret depends on it
    size = len(documents)
    draws = [statistics(generator.choices(documents, k=size)) for _ in range(RESAMPLES)]
    at = round(TAIL * RESAMPLES)
    columns = [sorted(column) for column in zip(*draws, strict=True)]
    return [(column[at], column[-1 - at]) for column in columns]


def interval(
    documents: Sequence[Document], statistic: Callable[[Sequence[Document]], float]
) -> tuple[float, float]:
    """Return the bootstrap 95 % interval of one figure; see ``intervals``."""
    return intervals(documents, lambda drawn: (statistic(drawn),))[0]
