"""Learn what makes a time the one a figure is about, from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_times.py ../shared

Half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/time_weights.tsv`; the same input gives the same bytes. A time
is right when it ends on the day the gold gives. What was taken for the total of a
figure is taken from the gold while it is learned; over what a figure is counted is
predicted from other documents. Needs scikit-learn too, for that.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.learning import Choice, Page, learn, pages
from tools.train_aggregation import crossed_aggregations
from trucewatch.claims.claim import ClaimTime
from trucewatch.claims.dating import Dating
from trucewatch.claims.time_signs import WEIGHTS

SOFTNESS = 0.1
_DAY = 10  # characters of a day
HEADER = """\
# What speaks for a time being the one a figure is about. tools/train_times.py
# source: learned from half A of the development gold, shared and our own
"""


def _end(time: ClaimTime) -> str | None:
    return time.end and time.end[:_DAY]


def _choices(page: Page) -> Iterator[Choice]:
    """Yield the figures whose end the gold gives, or gives as not known.

    No time at all is a candidate only where the rules find none, so where the gold has
    none and they find one there is nothing to learn.
    """
    dating = Dating(page.counting.scene.timing)
    for index, figure in enumerate(page.counting.dateable):
        found = dating.candidates(figure)
        fact: dict[str, Any] = page.facts.get(index, {})
        gold = fact.get("to") and fact["to"][:_DAY]
        right = [bool(fact) and _end(one.time) == gold for one in found]
        good = [one.time for one, fits in zip(found, right, strict=True) if fits]
        dating.answers[index] = good[0] if gold and good else figure.ruled
        if gold or (fact and figure.ruled.end is None):
            features = [one.names for one in found]
            yield Choice(page.name, page.half, page.key, features, right)


def main() -> None:
    """Train, report, write the table."""
    shared = Path(sys.argv[1])
    known = crossed_aggregations(shared)
    found = [c for page in pages(shared, known=known) for c in _choices(page)]
    learn(found, SOFTNESS, WEIGHTS, HEADER)


if __name__ == "__main__":
    main()
