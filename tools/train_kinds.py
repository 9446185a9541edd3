"""Learn the weights of the scorer of claim types from half A of the gold.

Run by hand when the gold, the kinds or the features change, never at run time:

    python tools/train_kinds.py ../shared

Needs scikit-learn (1.9 was used). Reads half A of the shared development sets and of
`evaluation/own`, and all of `evaluation/own_train`; half B is scored, its texts are
read by nobody. Writes `src/trucewatch/claims/kind_weights.tsv`: features seen at least
three times, no names and no digits among them. The same input gives the same bytes.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from trucewatch.claims.aggregating import by_rules
from trucewatch.claims.counting import Counting
from trucewatch.claims.kind_scoring import features_of, ruled_kind
from trucewatch.claims.scene import Scene
from trucewatch.documents.document import Document
from trucewatch.documents.loading import load_documents
from trucewatch.reading.reading import read
from trucewatch.reference.choice import choose_theatre
from trucewatch.reference.theatre import load_theatre

ROOT = Path(__file__).parents[1]
SETS = {
    "seeds": "syria_2016",
    "syria_dev": "syria_2016",
    "donbas_dev": "donbas_2014",
    "composed_dev": None,
    "own": None,
    "own_train": None,
}
OUT = ROOT / "src/trucewatch/claims/kind_weights.tsv"
SEEN, SMALL, SOFTNESS = 3, 0.03, 0.1
FAR_WORD = 0.5
SLACK = 3  # characters by which gold and reader may differ on a number's start
HEADER = """\
# Weights of the scorer of claim types, one column a type. tools/train_kinds.py
# source: learned from half A of the development gold and evaluation/own_train
"""


def _amount(name: str) -> float:
    """A word somewhere in the sentence counts less than one beside the figure."""
    return FAR_WORD if name.startswith(("sentence=", "intro=")) else 1.0


def _places(shared: Path, name: str) -> tuple[Path, Path, set[str] | None]:
    """Return the documents of a set, its facts, and its half A (None: all of it)."""
    if name.startswith("own"):
        home = ROOT / "evaluation" / name
        folds = home / "folds.json"
        half = json.loads(folds.read_text("utf-8")) if folds.exists() else None
        half = half.get("own_dev", half) if half else None
        return home / "documents", home / "gold.jsonl", set(half["A"]) if half else None
    folds = json.loads((shared / "gold/folds.json").read_text("utf-8"))
    gold = shared / f"gold/{name}.jsonl"
    return shared / "corpus" / name, gold, set(folds[name]["A"])


def _counting(document: Document, theatre: str | None) -> Counting:
    if theatre is None:
        day = document.published.first_day if document.published else None
        known = choose_theatre(document.text, document.publisher, day).load()
    else:
        known = load_theatre(theatre)
    counting = Counting(Scene(read(document, known)), by_rules, ruled_kind)
    list(counting.drafts())
    return counting


def examples(shared: Path, name: str) -> Iterator[dict[str, Any]]:
    """Yield the counts of one set that the gold knows, with their features."""
    corpus, gold, half = _places(shared, name)
    if not gold.exists():
        return
    facts = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    for item in load_documents([corpus]):
        if item.document is None:
            continue
        key = (item.document.source_file or "").rsplit(".", 1)[0]
        own = [f for f in facts if f["doc"] == key and f["value"] is not None]
        counting = _counting(item.document, SETS[name])
        for index, wording in counting.wordings.items():
            number = counting.reading.counts[index].number
            for fact in own:
                start, end = fact["span"]
                near = start - SLACK <= number.span.start < end
                if near and number.value == fact["value"] and fact["kind"]:
                    yield {
                        "features": {f: _amount(f) for f in features_of(wording)},
                        "rule": wording.ruled,
                        "gold": fact["kind"],
                        "set": name,
                        "half": "A" if half is None or key in half else "B",
                    }
                    break


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
    found = [e for name in SETS for e in examples(shared, name)]
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
