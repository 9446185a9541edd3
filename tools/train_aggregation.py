"""Learn the weights of the scorer of aggregations from half A of the gold.

Run by hand when the gold or the features change, never at run time:

    python tools/train_aggregation.py ../shared

Needs scikit-learn (1.7 was used). Reads `gold/*.jsonl`, `gold/folds.json` and the
corpora of the shared folder; half B is scored, its texts are read by nobody. Writes
`src/trucewatch/claims/aggregation_weights.tsv`: features seen at least three times, no
names and no digits among them. The same input gives the same bytes.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tools.learning import CLAIMS, SETS, Page, pages
from trucewatch.claims.aggregating import Surroundings, by_rules, features_of

OUT = CLAIMS / "aggregation_weights.tsv"
SEEN, SMALL, SOFTNESS = 3, 0.03, 0.3
FAR_WORD = 0.5
OWN = 0.3  # weight of a figure of the set to learn from, whose periods are not as usual
HEADER = """\
# Weights of the scorer of aggregations, one column a class. tools/train_aggregation.py
# source: learned from half A of the development gold, shared and our own
"""


def _amount(name: str) -> float:
    """A word somewhere in the sentence counts less than one beside the figure."""
    return FAR_WORD if name.startswith(("sentence=", "heading=")) else 1.0


def _example(page: Page, around: Surroundings, answer: str) -> dict[str, Any]:
    features: dict[str, float] = defaultdict(float)
    for name in features_of(around):
        features[name] += _amount(name)
    return {
        "features": features,
        "rule": by_rules(around).value,
        "gold": answer,
        "set": page.name,
        "half": page.half,
    }


def examples(shared: Path) -> Iterator[dict[str, Any]]:
    """Yield the counts that the gold knows, with their features."""
    for page in pages(shared, by_rules):
        for index, fact in page.facts.items():
            if fact["aggregation"] and page.name != "donbas_dev":
                around = page.surroundings[index]
                yield _example(page, around, fact["aggregation"])


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
    found = list(examples(shared))
    seen = Counter(f for e in found if e["half"] == "A" for f in e["features"])
    for example in found:
        kept = example["features"].items()
        example["features"] = {f: v for f, v in kept if seen[f] >= SEEN}
    train = [e for e in found if e["half"] == "A"]
    rows = DictVectorizer()
    model = LogisticRegression(C=SOFTNESS, max_iter=5000)
    model.fit(
        rows.fit_transform([e["features"] for e in train]),
        [e["gold"] for e in train],
        sample_weight=[OWN if e["set"] == "own_train" else 1.0 for e in train],
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
