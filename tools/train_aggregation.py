"""Learn the weights of the scorer of aggregations from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_aggregation.py ../shared

Half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/aggregation_weights.tsv`: features seen at least three times, no
names and no digits among them. The same input gives the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.classifying import Example, learn, predicted
from tools.learning import pages
from trucewatch.claims.aggregating import by_rules, features_of
from trucewatch.values.stances import Aggregation

FILE = "aggregation_weights.tsv"
SOFTNESS = 0.3
OWN = 0.3  # weight of a figure of the set to learn from, whose periods are not as usual
HEADER = """\
# Weights of the scorer of aggregations, one column a class. tools/train_aggregation.py
# source: learned from half A of the development gold, shared and our own
"""


def _every(shared: Path) -> Iterator[Example]:
    """Yield all counts of the sets with aggregations, those without gold with ""."""
    for page in pages(shared, by_rules):
        for index, around in enumerate(page.surroundings):
            gold = page.facts.get(index, {}).get("aggregation") or ""
            ruled = by_rules(around).value
            weight = OWN if page.name == "own_train" else 1.0
            features = features_of(around)
            yield Example.of(page, features, ruled, gold, weight, index)


def examples(shared: Path) -> list[Example]:
    """Return the counts that the gold knows, with their features."""
    every = _every(shared)
    return [one for one in every if one.gold and one.name != "donbas_dev"]


def crossed_aggregations(shared: Path) -> dict[tuple[str, int], Aggregation]:
    """Return the aggregations of half A, every part predicted from the others.

    By document and index of the count; what rests on aggregations learns from these.
    """
    every = [one for one in _every(shared) if one.name != "donbas_dev"]
    said = predicted(every, SOFTNESS)
    return {at: Aggregation(answer) for at, answer in said.items()}


if __name__ == "__main__":
    learn(examples(Path(sys.argv[1])), SOFTNESS, FILE, HEADER)
