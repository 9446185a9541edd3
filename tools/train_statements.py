"""Learn the weights of the scorer of statements from gold that has all of them.

Run by hand when the gold, the lists of words or the features change, never at run time:

    python tools/train_statements.py ../shared

Whether a clause is kept is learned from the documents of `evaluation/own_train` in
which every statement is annotated, less one in five that are held back to be measured
on (`evaluation/benchmarks/statements.py`); what it states, from these, from half A of
the development sets, and, for types that few have, from clauses with figures.
Writes `statement_weights.tsv` and `statement_kind_weights.tsv` in
`src/trucewatch/claims`. The same input gives the same bytes. Needs scikit-learn (1.9
was used).
"""

import hashlib
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

from evaluation.benchmarks.statements import alike_in, is_exhaustive, is_held
from tools.learning import CLAIMS, OWN, SEEN, SETS, SMALL, scene_of
from trucewatch.claims.counting import Counting
from trucewatch.claims.scoring import scorer_of
from trucewatch.claims.statement_scoring import (
    NOTHING,
    Clause,
    Tables,
    counted_features,
    kinds_of,
    wording_features,
)
from trucewatch.claims.statements import Statements
from trucewatch.documents.loading import load_documents

KEPT_SOFTNESS, KIND_SOFTNESS = 0.2, 0.05
ENOUGH = 60  # examples of a type; below that clauses with figures are added
OF_FIGURE = 0.5  # what such an example counts
LARGER = 10  # weights of types are small numbers, and tables have two decimals
PARTS = 5
_AMOUNTS = {"act=": 1.5, "w=": 0.7, "sign=": 1.5}
HEADER = """\
# Weights of the scorer of statements: {}. tools/train_statements.py
# source: learned from half A of the development gold and evaluation/own_train
"""


@dataclass(frozen=True)
class Example:
    """A clause and what the gold has in it.

    Attributes:
        key: Its document.
        told: Whether the document has all its statements annotated.
        clause: What decides about it.
        ruled: The types the rules have found in it.
        states: The types it states.
        partly: Whether a statement of its neighbour reaches into it.
        figures: The types of its figures.
    """

    key: str
    told: bool
    clause: Clause
    ruled: tuple[str, ...]
    states: tuple[str, ...]
    partly: bool
    figures: tuple[str, ...]


def examples(shared: Path) -> Iterator[Example]:
    """Yield the clauses of all documents there are to learn from."""
    folds = json.loads((shared / "gold/folds.json").read_text("utf-8"))
    folds |= json.loads((OWN["own_dev"] / "folds.json").read_text("utf-8"))
    for name, theatre in SETS.items():
        own = OWN.get(name)
        lines = (own / "gold.jsonl" if own else shared / f"gold/{name}.jsonl").open()
        gold = defaultdict(list)
        for fact in map(json.loads, lines):
            gold[fact["doc"]].append(fact)
        folder = own / "documents" if own else shared / "corpus" / name
        for item in load_documents([folder]):
            if item.document is None:
                continue
            key = (item.document.source_file or "").rsplit(".", 1)[0]
            if (name not in folds or key in folds[name]["A"]) and not is_held(key):
                told = name == "own_train" and is_exhaustive(key)
                yield from _of_document(
                    key, Statements, scene_of(item.document, theatre), gold[key], told
                )


def _of_document(
    key: str, made: type[Statements], scene: Any, facts: list[Any], told: bool,  # noqa: ANN401, FBT001
) -> Iterator[Example]:  # fmt: skip
    statements = made(scene, list(Counting(scene).drafts()))
    tokens = scene.reading.tokens
    clauses = [
        (tokens.span(*weighed.at), weighed.clause, ruled)
        for index in range(len(scene.reading.sentences))
        for weighed, ruled in statements.clauses(index)
    ]
    states, partly, figures = _where(facts, [span for span, *_ in clauses])
    for i, (_, clause, ruled) in enumerate(clauses):
        yield Example(
            key, told, clause, tuple(ruled), tuple(states[i]), i in partly,
            tuple(sorted(set(figures[i]))),
        )  # fmt: skip


def _where(facts: list[Any], spans: Sequence[Any]) -> Any:  # noqa: ANN401
    """Return by clause what is stated, where statements only reach to, and figures."""
    states, figures, partly = defaultdict(list), defaultdict(list), set()
    for fact in facts:
        start, end = fact["span"]
        over = {
            i: min(end, span.end) - max(start, span.start)
            for i, span in enumerate(spans)
            if span.start < end and start < span.end
        }
        if over and fact["kind"]:
            at = max(over, key=lambda i: (over[i], -i))
            (states if fact["value"] is None else figures)[at].append(fact["kind"])
            if fact["value"] is None:
                partly.update(i for i in over if i != at)
    return states, partly, figures


def _amount(name: str) -> float:
    return next((a for head, a in _AMOUNTS.items() if name.startswith(head)), 1.0)


def _fit(
    rows: Sequence[Sequence[str]], model: Any, answers: Sequence[Any],  # noqa: ANN401
    weights: Sequence[float] | None, scale: float, kind: str,
) -> str:  # fmt: skip
    """Return the table of a fitted model."""
    seen = Counter(name for row in rows for name in set(row))
    known = {name for name, many in seen.items() if many >= SEEN}
    columns = DictVectorizer()
    table = columns.fit_transform(
        [{name: _amount(name) for name in row if name in known} for row in rows]
    )
    table.indices, table.indptr = (
        table.indices.astype("int32"), table.indptr.astype("int32"),
    )  # fmt: skip
    model.fit(table, answers, sample_weight=weights)
    several = len(model.coef_) > 1
    names = (NOTHING, *model.classes_) if several else ("kept",)
    lines = [HEADER.format(kind) + "\t".join(("feature", *names))]
    for name, at in sorted(columns.vocabulary_.items()):
        row = scale * model.coef_[:, at] * _amount(name)
        if name == "always":
            row = row + scale * np.asarray(model.intercept_)
        if np.abs(row).max() >= SMALL:
            cells = (f"{weight:.2f}" if abs(weight) >= SMALL else "0" for weight in row)
            lines.append("\t".join((name, *("0" for _ in names[: -len(row)]), *cells)))
    return "\n".join(lines) + "\n"


def learned(all_examples: Sequence[Example]) -> tuple[str, str]:
    """Return the two tables learned from some examples."""
    told = [e for e in all_examples if e.told and not e.partly]
    kept = _fit(
        [wording_features(e.clause) + counted_features(e.clause) for e in told],
        LogisticRegression(C=KEPT_SOFTNESS, solver="liblinear", random_state=0),
        [bool(e.states) for e in told],
        None, 1.0, "whether a clause is kept",
    )  # fmt: skip
    rows = [(e, kind, 1.0) for e in all_examples for kind in e.states]
    have = Counter(kind for _, kind, _ in rows)
    for e in sorted(all_examples, key=_shuffled):
        for kind in e.figures if not e.states else ():
            if have[kind] < ENOUGH:
                have[kind] += 1
                rows.append((e, kind, OF_FIGURE))
    kinds = _fit(
        [wording_features(e.clause) for e, *_ in rows],
        LinearSVC(C=KIND_SOFTNESS, random_state=0),
        [kind for _, kind, _ in rows],
        [weight for *_, weight in rows], LARGER, "what a kept clause states",
    )  # fmt: skip
    return kept, kinds


def _shuffled(example: Example) -> str:
    words = " ".join((example.key, *example.clause.words))
    return hashlib.sha256(words.encode()).hexdigest()


def crossed(
    all_examples: Sequence[Example], alike: Callable[[str, str], bool]
) -> dict[str, float]:
    """Return precision, recall and F1, part from part of the documents."""
    keys = sorted({e.key for e in all_examples if e.told})
    given = right = gold = 0
    for part in range(PARTS):
        held = set(keys[part::PARTS])
        texts = learned([e for e in all_examples if e.key not in held])
        tables = Tables(*map(scorer_of, texts))
        for e in all_examples:
            if e.key in held:
                left = list(e.states)
                gold += len(left)
                for kind in kinds_of(e.clause, e.ruled, tables):
                    given += 1
                    hit = next((one for one in left if alike(kind, one)), None)
                    if hit is not None:
                        left.remove(hit)
                        right += 1
    precision, recall = right / given, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    return {"given": given, "gold": gold, "P": precision, "R": recall, "F1": f1}


def main(shared: Path) -> None:
    """Report how well it does part from part, and write the tables."""
    found = list(examples(shared))
    print(len(found), "clauses")
    print({k: round(v, 3) for k, v in crossed(found, alike_in(shared)).items()})
    kept, kinds = learned(found)
    (CLAIMS / "statement_weights.tsv").write_text(kept, "utf-8")
    (CLAIMS / "statement_kind_weights.tsv").write_text(kinds, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
