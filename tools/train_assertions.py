"""Learn the weights of the scorer of assertions from half A of the gold and our own.

Run by hand when the gold, the list of hedges or the features change, never at run time:

    python tools/train_assertions.py ../shared

Learned from the claims in whose sentence something speaks against a plain assertion;
the others keep the answer of the rules. Where the gold names a class that takes in the
finer one of the rules (planned, scheduled), the finer one is learned. Prints, for each
set, the mean over classes of the share right as the shared scorer counts it: half A
part from part, half B by what half A has taught. Writes
`src/trucewatch/claims/assertion_weights.tsv`. The same input gives the same bytes.
Needs scikit-learn (1.9 was used).
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

from evaluation.benchmarks.statements import alike_in
from evaluation.shared import load_module
from tools.learning import CLAIMS, OWN, PARTS, SEEN, SETS, SLACK, SMALL, scene_of
from trucewatch.claims.asserting import MARGIN, TABLE, Asserting
from trucewatch.claims.counting import Counting
from trucewatch.claims.draft import Draft
from trucewatch.claims.scoring import Scorer, scorer_of
from trucewatch.claims.statements import Statements
from trucewatch.documents.loading import load_documents

SOFTNESS = 0.03
LARGER = 10  # weights are small numbers, and tables have two decimals
RARE = 0.5  # power to which a class counts more the fewer it has
HEADER = """\
# Weights of the scorer of assertions, one column a class. tools/train_assertions.py
# source: learned from half A of the development gold and evaluation/own_train
"""


@dataclass(frozen=True)
class Example:
    """A claim that the gold knows.

    Attributes:
        name: Its set.
        half: A or B; what is there to learn from has no halves and is A.
        key: Its document.
        features: What is weighed; none where nothing speaks against a plain claim.
        ruled: The answer of the rules.
        negated: Whether its polarity is.
        gold: The class in the gold.
    """

    name: str
    half: str
    key: str
    features: tuple[str, ...]
    ruled: str
    negated: bool
    gold: str


class Judge:
    """What the shared scorer takes for right."""

    def __init__(self, shared: Path) -> None:
        self._scorer = load_module(shared / "evaluate/score.py")
        self.alike = alike_in(shared)

    def accepts(self, one: Example, answer: str) -> bool:
        """Say whether an answer is right for an example."""
        claim = {"assertion": answer, "polarity": "negated" if one.negated else ""}
        fits = bool(self._scorer.assertion_ok(claim, one.gold))
        return answer == one.gold or (fits and one.gold != "asserted")

    def label(self, one: Example) -> str:
        """Return what is to be learned: the finer class of the rules where it fits.

        A denial answers somebody; that the words must tell. A thing only negated,
        which our gold calls denied as well, is asserted with its polarity.
        """
        if one.gold == "denied" and one.ruled != "denied":
            return "asserted"
        claim = {"assertion": one.ruled, "polarity": ""}
        finer = one.gold not in {"asserted", "alleged"} and one.ruled != "asserted"
        fits = finer and self._scorer.assertion_ok(claim, one.gold)
        return one.ruled if fits else one.gold


def examples(shared: Path, judge: Judge) -> Iterator[Example]:
    """Yield the claims of all sets that the gold knows."""
    folds = json.loads((shared / "gold/folds.json").read_text("utf-8"))
    folds |= json.loads((OWN["own_dev"] / "folds.json").read_text("utf-8"))
    for name, theatre in SETS.items():
        own = OWN.get(name)
        lines = (own / "gold.jsonl" if own else shared / f"gold/{name}.jsonl").open()
        gold = defaultdict(list)
        for fact in map(json.loads, lines):
            if fact["assertion"]:
                gold[fact["doc"]].append(fact)
        folder = own / "documents" if own else shared / "corpus" / name
        for item in load_documents([folder]):
            if item.document is None:
                continue
            key = (item.document.source_file or "").rsplit(".", 1)[0]
            half = "A" if name not in folds or key in folds[name]["A"] else "B"
            scene = scene_of(item.document, theatre)
            drafts = list(Counting(scene).drafts())
            drafts += Statements(scene, drafts).drafts()
            asserting = Asserting(scene)
            for draft, fact in _pairs(drafts, gold[key], judge.alike):
                weighed = (
                    asserting.features_of(draft) if asserting.is_open(draft) else ()
                )
                yield Example(
                    name, half, key, tuple(weighed), draft.assertion.value,
                    draft.polarity.value == "negated", fact["assertion"],
                )  # fmt: skip


def _pairs(
    drafts: Sequence[Draft], facts: Sequence[Mapping[str, Any]],
    alike: Callable[[str, str], bool],
) -> Iterator[tuple[Draft, Mapping[str, Any]]]:  # fmt: skip
    """Yield drafts with their facts, one to one, the nearest first."""
    near = sorted(
        (distance, i, j)
        for i, draft in enumerate(drafts)
        for j, fact in enumerate(facts)
        if (distance := _distance(draft, fact, alike)) is not None
    )
    used: set[tuple[str, int]] = set()
    for _, i, j in near:
        if used.isdisjoint({("draft", i), ("fact", j)}):
            used |= {("draft", i), ("fact", j)}
            yield drafts[i], facts[j]


def _distance(
    draft: Draft, fact: Mapping[str, Any], alike: Callable[[str, str], bool]
) -> int | None:
    """Return how far a draft lies from a fact it may be; None if it is another."""
    (start, end), figure = fact["span"], draft.quantity
    if (figure is None) != (fact["value"] is None):
        return None
    if figure is not None:
        at = figure.span.start
        near = start - SLACK <= at < end and figure.value is not None
        same = near and float(figure.value) == float(fact["value"])
        return abs(at - start) if same else None
    over = draft.span.start < end and start < draft.span.end
    if not over or not fact["kind"] or not alike(draft.kind, fact["kind"]):
        return None
    return abs(draft.span.start - start) + abs(draft.span.end - end)


def learned(told: Sequence[Example], judge: Judge) -> str:
    """Return the table learned from some examples."""
    told = [one for one in told if one.features]
    seen = Counter(name for one in told for name in set(one.features))
    known = {name for name, many in seen.items() if many >= SEEN}
    columns = DictVectorizer()
    rows = columns.fit_transform(
        [{name: 1.0 for name in one.features if name in known} for one in told]
    )
    rows.indices, rows.indptr = (
        rows.indices.astype("int32"), rows.indptr.astype("int32"),
    )  # fmt: skip
    answers = [judge.label(one) for one in told]
    many = Counter(answers)
    mean = len(answers) / len(many)
    model = LinearSVC(C=SOFTNESS, random_state=0)
    weights = [(mean / many[answer]) ** RARE for answer in answers]
    model.fit(rows, answers, sample_weight=weights)
    lines = [HEADER + "\t".join(("feature", *model.classes_))]
    for name, at in sorted(columns.vocabulary_.items()):
        row = model.coef_[:, at] + (model.intercept_ if name == "always" else 0.0)
        row = LARGER * row
        if np.abs(row).max() >= SMALL:
            lines.append("\t".join((name, *(f"{weight:.2f}" for weight in row))))
    return "\n".join(lines) + "\n"


def _answers(some: Sequence[Example], table: Scorer) -> dict[int, str]:
    """Return the answers to some examples, by their identity."""
    return {
        id(one): table.best_unless(table.weigh(one.features), one.ruled, MARGIN)
        if one.features
        else one.ruled
        for one in some
    }


def report(every: Sequence[Example], answers: Mapping[int, str], judge: Judge) -> None:
    """Print, for each set and half, what rules and weights have right."""
    for name in SETS:
        for half in "AB":
            rules, weighed = defaultdict(list), defaultdict(list)
            for one in every:
                if (one.name, one.half) == (name, half):
                    rules[one.gold].append(judge.accepts(one, one.ruled))
                    weighed[one.gold].append(judge.accepts(one, answers[id(one)]))
            if rules:
                means = [
                    sum(sum(v) / len(v) for v in found.values()) / len(found)
                    for found in (rules, weighed)
                ]
                print(f"{name} {half} rules={means[0]:.3f} weighed={means[1]:.3f}")


def main(shared: Path) -> None:
    """Report how well it does, and write the table."""
    judge = Judge(shared)
    every = list(examples(shared, judge))
    first = [one for one in every if one.half == "A"]
    keys = sorted({one.key for one in first})
    answers: dict[int, str] = {}
    for part in range(PARTS):
        held = set(keys[part::PARTS])
        text = learned([one for one in first if one.key not in held], judge)
        answers |= _answers([o for o in first if o.key in held], scorer_of(text))
    text = learned(first, judge)
    answers |= _answers([o for o in every if o.half == "B"], scorer_of(text))
    report(every, answers, judge)
    (CLAIMS / TABLE).write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
