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

from tools.classifying import Example, learn
from tools.learning import pages
from trucewatch.claims.aggregating import by_rules, features_of

FILE = "aggregation_weights.tsv"
SOFTNESS = 0.3
OWN = 0.3  # weight of a figure of the set to learn from, whose periods are not as usual
HEADER = """\
# Weights of the scorer of aggregations, one column a class. tools/train_aggregation.py
# source: learned from half A of the development gold, shared and our own
"""


def examples(shared: Path) -> Iterator[Example]:
    """Yield the counts that the gold knows, with their features."""
    for page in pages(shared, by_rules):
        for index, fact in page.facts.items():
            if fact["aggregation"] and page.name != "donbas_dev":
                around = page.surroundings[index]
                ruled, weight = (
                    by_rules(around).value,
                    OWN if page.name == "own_train" else 1.0,
                )
                yield Example.of(
                    page, features_of(around), ruled, fact["aggregation"], weight
                )


if __name__ == "__main__":
    learn(list(examples(Path(sys.argv[1]))), SOFTNESS, FILE, HEADER)
