"""Learn what makes a unit the one a figure is counted in, from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_units.py ../shared

Half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/unit_weights.tsv`; the same input gives the same bytes. What the
figures before are counted in is taken from the gold while it is learned.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from tools.learning import Choice, fit, keep, learn, pages
from trucewatch.claims.scoring import scorer
from trucewatch.claims.unit_scoring import (
    WEIGHTS,
    UnitCandidate,
    Units,
    is_open,
    said_features,
    told_by_words,
)

Facts = dict[int, dict[str, Any]]

SOFTNESS = 0.2
HEADER = """\
# What speaks for a figure being counted in a unit. tools/train_units.py
# source: learned from half A of the development gold and evaluation/own_train
"""
# Units that the annotators of one set tell apart and those of another do not.
ALIKE = (
    frozenset(("violations", "complaints", "shellings", "incidents", "breaches")),
    frozenset(("killed", "bodies")),
    frozenset(("detained", "prisoners")),
    frozenset(("explosions", "blasts")),
    frozenset(("strikes", "air_strikes")),
    frozenset(("vehicles", "vessels")),
)


def same(one: str, other: str) -> bool:
    """Say whether two units are the same, or told apart by some annotators only."""
    return one == other or any(one in group and other in group for group in ALIKE)


def _noting(facts: Facts, *, told: bool) -> type[Units]:
    """Return what weighs units and keeps what it weighed.

    Args:
        facts: Gold by the index of its figure.
        told: Whether the gold is taken for the answer, or what the weights say.
    """

    class Noting(Units):
        choices: ClassVar[list[tuple[int, list[UnitCandidate]]]] = []

        def worded(self, index: int, ruled: str) -> list[UnitCandidate]:
            """Return the candidates with what the words of the sentence say."""
            words = self.words_of(index)
            return [
                UnitCandidate(unit, (*features, *said_features(unit, words)))
                for unit, features in self.candidates(index, ruled)
            ]

        def of(self, index: int, ruled: str) -> str:
            """Return the unit of a count, and keep the choice there was."""
            if not is_open(self.reading.counts[index], ruled):
                return ruled
            found = self.worded(index, ruled)
            self.choices.append((index, found))
            if not told:
                return super().of(index, ruled)
            gold = facts.get(index, {}).get("unit")
            return ruled if not gold or same(ruled, gold) else str(gold)

    Noting.choices = []
    return Noting


def _examples(shared: Path, *, told: bool) -> Iterator[Choice]:
    for page in pages(shared, weighing=lambda facts: _noting(facts, told=told)):
        for index, found in page.counting.weighing.choices:  # type: ignore[attr-defined]
            gold = page.facts.get(index, {}).get("unit")
            if gold:
                right = [same(one.unit, gold) for one in found]
                features = [one.features for one in found]
                yield Choice(page.name, page.half, page.key, features, right)


def main() -> None:
    """Train, report, write the table.

    First the figures before are taken from the gold; then they are what the first
    weights make of them, so that the second know the mistakes of the first.
    """
    shared = Path(sys.argv[1])
    first = [c for c in _examples(shared, told=True) if c.half == "A"]
    keep(fit(first, SOFTNESS), WEIGHTS, HEADER)
    scorer.cache_clear()
    told_by_words.cache_clear()
    learn(list(_examples(shared, told=False)), SOFTNESS, WEIGHTS, HEADER)


if __name__ == "__main__":
    main()
