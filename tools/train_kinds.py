"""Learn the weights of the scorer of claim types from half A of the gold.

Run by hand when the gold, the kinds or the features change, never at run time:

    python tools/train_kinds.py ../shared

Reads half A of the development sets, shared and our own, and all of
`evaluation/own_train`; half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/kind_weights.tsv`: features seen at least three times, no names
and no digits among them. The same input gives the same bytes.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.classifying import Example, learn
from tools.learning import pages
from trucewatch.claims.aggregating import by_rules
from trucewatch.claims.kind_scoring import features_of, ruled_kind

FILE = "kind_weights.tsv"
SOFTNESS = 0.2
HEADER = """\
# Weights of the scorer of claim types, one column a type. tools/train_kinds.py
# source: learned from half A of the development gold and evaluation/own_train
"""


def examples(shared: Path) -> Iterator[Example]:
    """Yield the counts that the gold knows and the rules are not sure of."""
    for page in pages(shared, by_rules, ruled_kind):
        for index, wording in page.wordings.items():
            kind = page.facts.get(index, {}).get("kind")
            if kind:
                yield Example.of(page, features_of(wording), wording.ruled, kind)


if __name__ == "__main__":
    learn(list(examples(Path(sys.argv[1]))), SOFTNESS, FILE, HEADER)
