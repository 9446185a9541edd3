"""Learn what makes a time the one a figure is about, from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_times.py ../shared

Half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/time_weights.tsv`; the same input gives the same bytes. A time
is right when it ends on the day the gold gives. What was taken for the total of a
figure and over what it is counted are predicted from other documents. Needs
scikit-learn too, for that.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tools.learning import Choice, Page, crossed_picks, learn, pages
from tools.train_aggregation import crossed_aggregations
from trucewatch.claims.claim import ClaimTime
from trucewatch.claims.time_signs import WEIGHTS

SOFTNESS = 0.1
_DAY = 10  # characters of a day
HEADER = """\
# What speaks for a time being the one a figure is about. tools/train_times.py
# source: learned from half A of the development gold, shared and our own
"""


def _end(time: ClaimTime) -> str | None:
    return time.end and time.end[:_DAY]


@dataclass(frozen=True)
class _Figure:
    """A figure's candidates, before the time of its total is known.

    Attributes:
        choice: The candidates; none is right where the gold says nothing.
        number: Which of the document's counts it is.
        whole: Which count its total is, or None.
        linked: The signs of the time of its total.
        ends: What each candidate is known by: its first and last day.
        sure: Whether the rules' time, the first candidate, is not weighed.
    """

    choice: Choice
    number: int
    whole: int | None
    linked: tuple[str, ...]
    ends: list[tuple[str | None, str | None]]
    sure: bool


def _figures(page: Page) -> Iterator[_Figure]:
    """Yield the figures of a page; the gold gives an end, or that it is not known.

    No time at all is a candidate only where the rules find none, so where the gold has
    none and they find one there is nothing to learn.
    """
    dating, counts = page.counting.dating, page.counting.scene.reading.counts
    dating.answers.clear()
    for index, figure in enumerate(page.counting.dateable):
        found = dating.candidates(figure)
        fact: dict[str, Any] = page.facts.get(index, {})
        gold = fact.get("to") and fact["to"][:_DAY]
        told = gold or (fact and figure.ruled.end is None)
        right = [bool(told) and _end(one.time) == gold for one in found]
        names = [one.names for one in found]
        yield _Figure(
            Choice(page.name, page.half, page.key, names, right),
            index,
            counts[index].whole,
            dating.signs_of_total(figure).names,
            [
                (one.time.start and one.time.start[:_DAY], _end(one.time))
                for one in found
            ],
            dating.is_sure(figure),
        )


def _with_totals(figures: list[_Figure]) -> Iterator[Choice]:
    """Yield choices in which the time of a total is the one predicted for it.

    On the gold's own answers a total would seem surer than it is when the text is read.
    """
    weighed = [one.choice for one in figures]
    picks = crossed_picks(weighed, SOFTNESS)
    taken = {
        (one.choice.key, one.number): one.ends[0 if one.sure else picked]
        for one, picked in zip(figures, picks, strict=True)
        if one.ends
    }
    for one in figures:
        choice = one.choice
        total = taken.get((choice.key, -1 if one.whole is None else one.whole))
        features = [
            (*names, *one.linked) if ends == total else names
            for names, ends in zip(choice.features, one.ends, strict=True)
        ]
        yield replace(choice, features=features)


def main() -> None:
    """Train, report, write the table."""
    shared = Path(sys.argv[1])
    known = crossed_aggregations(shared)
    figures = [one for page in pages(shared, known=known) for one in _figures(page)]
    found = [choice for choice in _with_totals(figures) if any(choice.right)]
    learn(found, SOFTNESS, WEIGHTS, HEADER)


if __name__ == "__main__":
    main()
