"""Scores claims against hand-made gold, document by document.

The scorer itself is ``evaluate/score.py`` of the shared folder. It gives shares of a
whole set; an interval over documents needs the counts of each document, so its answers
are watched from outside (``_Watched``) and the sums are compared with its own figures.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from evaluation.rows import Row, intervals
from evaluation.shared import load_module
from trucewatch.values.stances import Assertion

Fact = dict[str, Any]
Claim = dict[str, Any]
Counts = tuple[int, ...]
ATTRIBUTES = ("kind", "speaker", "place", "to", "aggregation", "quantifier")
ASSERTIONS = tuple(assertion.value for assertion in Assertion)
# The columns of a document's counts; each attribute and assertion class has two,
# how many were right and of how many.
FACTS, FOUND, PREDICTED, RIGHT, USABLE, OTHER_FACTS, OTHER_FOUND = range(7)
FIRST_PAIR = 7
MEASURES = (
    "precision",
    "recall",
    "f1",
    "usable",
    "other_recall",
    "assertion_macro",
    *ATTRIBUTES,
)


class GoldError(Exception):
    """The counts taken from outside do not add up to the scorer's own figures."""

    def __init__(self, measure: str, ours: float, theirs: float) -> None:
        super().__init__(f"{measure}: counted {ours:.4f}, the scorer says {theirs:.4f}")


class Scored(NamedTuple):
    """A gold set's documents, each with its counts."""

    documents: dict[str, Counts]


class _Watched:
    """The scorer, with a note of each claim it matched to a fact."""

    def __init__(self, scorer: ModuleType) -> None:
        self.scorer = scorer
        self.matched: list[tuple[Claim, str | None, bool]] = []
        # Called once for each matched pair and for no other: the one place to look on.
        self._judge = vars(scorer)["assertion_ok"]
        vars(scorer)["assertion_ok"] = self._note

    def _note(self, claim: Claim, gold: str | None) -> bool:
        right = bool(self._judge(claim, gold))
        self.matched.append((claim, gold, right))
        return right

    def counts(self, claims: list[Claim], facts: list[Fact]) -> Counts:
        """Return the counts of one document."""
        self.matched.clear()
        result, _, extras = self.scorer.score(claims, facts)
        family = self.scorer.family
        units = {family(f["unit"]) for f in facts if f["value"] is not None}
        right = sum(_counts_as_figure(c, units, family) for c, _, _ in self.matched)
        n, others = result["numeric_facts"], result["other_facts"]
        head = (
            n,
            round(result["recall"] * n),
            right + len(extras),
            right,
            round(result["usable"] * n),
            others,
            round(result["other_recall"] * others),
        )
        return head + self._attributes(result) + self._assertions()

    def _attributes(self, result: dict[str, Any]) -> Counts:
        pairs = [
            result["attributes"].get(name, {"right": 0, "of": 0}) for name in ATTRIBUTES
        ]
        return tuple(n for p in pairs for n in (round(p["right"] * p["of"]), p["of"]))

    def _assertions(self) -> Counts:
        tally = {name: [0, 0] for name in ASSERTIONS}
        for claim, gold, right in self.matched:
            if gold:
                exact = claim.get("assertion") == gold or (right and gold != "asserted")
                tally[gold][0] += exact
                tally[gold][1] += 1
        return tuple(n for pair in tally.values() for n in pair)


def _counts_as_figure(claim: Claim, units: set[str], family: Any) -> bool:  # noqa: ANN401 - the scorer is untyped
    quantity = claim.get("quantity")
    return bool(
        quantity
        and quantity.get("value") is not None
        and family(quantity.get("unit")) in units
    )


def score_documents(
    claims: Iterable[Claim], facts: Iterable[Fact], scorer: Path
) -> Scored:
    """Return the counts of each document that the gold speaks of.

    Args:
        claims: Claim records, of any documents.
        facts: The gold.
        scorer: Where ``score.py`` lies.

    Raises:
        GoldError: The counts do not add up to the scorer's own figures.
    """
    watched = _Watched(load_module(scorer))
    claims_of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        claims_of[watched.scorer.stem(claim)].append(claim)
    facts_of: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        facts_of[fact["doc"]].append(fact)
    scored = Scored(
        {doc: watched.counts(claims_of[doc], rows) for doc, rows in facts_of.items()}
    )
    _compare(
        scored,
        watched.scorer.score(
            [c for doc in facts_of for c in claims_of[doc]],
            [f for rows in facts_of.values() for f in rows],
        )[0],
    )
    return scored


def _compare(scored: Scored, theirs: dict[str, Any]) -> None:
    figures = dict(zip(MEASURES, shares(list(scored.documents.values())), strict=True))
    for name in MEASURES[:6]:
        # Their figures are rounded to four digits.
        if abs(figures[name] - theirs[name]) > 0.0001:  # noqa: PLR2004
            raise GoldError(name, figures[name], theirs[name])


def shares(documents: Sequence[Counts]) -> list[float]:
    """Return the figures of ``MEASURES`` over some documents' counts."""
    total = [sum(column) for column in zip(*documents, strict=True)]
    pairs = list(zip(total[FIRST_PAIR::2], total[FIRST_PAIR + 1 :: 2], strict=True))
    attributes, assertions = pairs[: len(ATTRIBUTES)], pairs[len(ATTRIBUTES) :]
    precision = _share(total[RIGHT], total[PREDICTED])
    recall = _share(total[FOUND], total[FACTS])
    classes = [_share(right, of) for right, of in assertions if of]
    return [
        precision,
        recall,
        _share(2 * precision * recall, precision + recall),
        _share(total[USABLE], total[FACTS]),
        _share(total[OTHER_FOUND], total[OTHER_FACTS]),
        _share(sum(classes), len(classes)),
        *(_share(right, of) for right, of in attributes),
    ]


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def rows(name: str, documents: Sequence[Counts], *, resample: bool = True) -> list[Row]:
    """Return the figures of a set as rows, with intervals if asked for.

    Args:
        name: Name of the set, such as ``syria_dev/B``.
        documents: The counts of its documents.
        resample: Whether to compute the intervals, which takes a second or two.
    """
    if not documents:
        return []
    total = [sum(column) for column in zip(*documents, strict=True)]
    of = {
        "precision": total[PREDICTED],
        "other_recall": total[OTHER_FACTS],
        "assertion_macro": sum(total[FIRST_PAIR + 1 + 2 * len(ATTRIBUTES) :: 2]),
        **{n: total[FIRST_PAIR + 1 + 2 * i] for i, n in enumerate(ATTRIBUTES)},
    }
    values = shares(documents)
    ends: Sequence[tuple[float | None, float | None]] = [(None, None)] * len(values)
    if resample:
        ends = intervals(documents, shares)
    return [
        Row(name, measure, value, of.get(measure, total[FACTS]), low, high)
        for measure, value, (low, high) in zip(MEASURES, values, ends, strict=True)
    ]


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
