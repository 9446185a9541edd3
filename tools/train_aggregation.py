"""Learn the weights of the scorer of aggregations from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_aggregation.py ../shared

Needs scikit-learn (1.7 was used). Reads `gold/*.jsonl`, `gold/folds.json` and the
corpora of the shared folder; half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/aggregation_weights.tsv`: features seen at least three times, no
names and no digits among them. The same input gives the same bytes.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from trucewatch.claims.aggregating import Surroundings, by_rules, features_of
from trucewatch.claims.counting import Counting
from trucewatch.claims.scene import Scene
from trucewatch.documents.document import Document
from trucewatch.documents.loading import load_documents
from trucewatch.reading.numbers import Number
from trucewatch.reading.reading import read
from trucewatch.reference.choice import choose_theatre
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import Aggregation

SETS = {"seeds": "syria_2016", "syria_dev": "syria_2016", "composed_dev": None}
OUT = Path(__file__).parents[1] / "src/trucewatch/claims/aggregation_weights.tsv"
SEEN, SMALL, SOFTNESS = 3, 0.03, 0.3
FAR_WORD = 0.5
SLACK = 3  # characters by which gold and reader may differ on a number's start
HEADER = """\
# Weights of the scorer of aggregations, one column a class. tools/train_aggregation.py
# source: learned from half A of the development gold (seeds, syria_dev, composed_dev)
"""


def _amount(name: str) -> float:
    """A word somewhere in the sentence counts less than one beside the figure."""
    return FAR_WORD if name.startswith("sentence=") else 1.0


def _example(around: Any, gold: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    features: dict[str, float] = defaultdict(float)
    for name in features_of(around):
        features[name] += _amount(name)
    return {
        "features": features,
        "rule": by_rules(around).value,
        "gold": gold["aggregation"],
    }


def _gold(shared: Path, name: str) -> dict[str, list[dict[str, Any]]]:
    facts = defaultdict(list)
    for line in (shared / f"gold/{name}.jsonl").read_text("utf-8").splitlines():
        fact = json.loads(line)
        if fact["value"] is not None and fact["aggregation"]:
            facts[fact["doc"]].append(fact)
    return facts


def _counted(document: Document, theatre: str | None) -> Iterator[tuple[Number, Any]]:
    """Yield the numbers of one document, each with what surrounds it."""
    if theatre is None:
        day = document.published.first_day if document.published else None
        known = choose_theatre(document.text, document.publisher, day).load()
    else:
        known = load_theatre(theatre)
    seen: list[Surroundings] = []

    def decide(around: Surroundings) -> Aggregation:
        seen.append(around)
        return by_rules(around)

    counting = Counting(Scene(read(document, known)), decide)
    list(counting.drafts())
    for count, around in zip(counting.reading.counts, seen, strict=True):
        yield count.number, around


def _matches(number: Number, fact: dict[str, Any]) -> bool:
    start, end = fact["span"]
    near = start - SLACK <= number.span.start < end
    return near and bool(number.value == fact["value"])


def examples(shared: Path, name: str, theatre: str | None) -> Iterator[dict[str, Any]]:
    """Yield the counts of one set that the gold knows, with their features."""
    folds = json.loads((shared / "gold/folds.json").read_text("utf-8"))[name]
    gold = _gold(shared, name)
    for item in load_documents([shared / "corpus" / name]):
        if item.document is None:
            continue
        key = (item.document.source_file or "").rsplit(".", 1)[0]
        half = "A" if key in folds["A"] else "B"
        for number, around in _counted(item.document, theatre):
            fact = next((f for f in gold[key] if _matches(number, f)), None)
            if fact is not None:
                yield {**_example(around, fact), "set": name, "half": half}


def _write(rows: DictVectorizer, model: LogisticRegression) -> None:
    lines = [HEADER + "\t".join(("feature", *model.classes_))]
    for name, column in sorted(rows.vocabulary_.items()):
        weights = model.coef_[:, column] * _amount(name)
        if name == "always":
            weights = weights + model.intercept_
        if np.abs(weights).max() >= SMALL:
            lines.append("\t".join((name, *(f"{weight:.2f}" for weight in weights))))
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Train on half A, print the share right on both halves, write the table."""
    shared = Path(sys.argv[1])
    found = [e for name, t in SETS.items() for e in examples(shared, name, t)]
    seen = Counter(f for e in found if e["half"] == "A" for f in e["features"])
    for example in found:
        kept = example["features"].items()
        example["features"] = {f: v for f, v in kept if seen[f] >= SEEN}
    train = [e for e in found if e["half"] == "A"]
    rows = DictVectorizer()
    model = LogisticRegression(C=SOFTNESS, max_iter=5000)
    model.fit(
        rows.fit_transform([e["features"] for e in train]), [e["gold"] for e in train]
    )
    for name in SETS:
        for half in "AB":
            part = [e for e in found if e["set"] == name and e["half"] == half]
            if part:
                said = model.predict(rows.transform([e["features"] for e in part]))
                right = sum(s == e["gold"] for s, e in zip(said, part, strict=True))
                ruled = sum(e["rule"] == e["gold"] for e in part)
                n = len(part)
                print(
                    f"{name} {half} n={n} rules={ruled / n:.3f} model={right / n:.3f}"
                )
    _write(rows, model)


if __name__ == "__main__":
    main()
