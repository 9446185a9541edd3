"""Measures statements, claims without a figure, on documents held back from learning.

The shared gold names the main statements of a document only, so it says nothing about
statements too many. In the documents of ``own_train`` numbered from 70 every statement
is annotated; the scorer of statements learns from four in five of them
(``tools/train_statements.py``), and these are the rest.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.gold import read_lines
from evaluation.measuring import read_claims
from evaluation.rows import Row, intervals
from evaluation.shared import load_module

NAME = "statements"
NEEDS = ("evaluate/score.py",)  # of the shared folder; the documents are our own
FOLDER = Path(__file__).parents[1] / "own_train"
EXHAUSTIVE_FROM = 70  # number of a document; see the set's README
HELD = 5  # one document in so many
MEASURES = ("precision", "recall", "f1")
Counts = tuple[int, int, int]


def measure(shared: Path) -> list[Row]:
    """Return precision, recall and F1 of statements, words and type right.

    Args:
        shared: The shared folder, for the scorer's families of types.
    """
    facts = read_lines(FOLDER / "gold.jsonl")
    return rows(score(read_claims(*held_documents()), facts, alike_in(shared)))


def is_exhaustive(key: str) -> bool:
    """Say whether all statements of a document of the set are annotated."""
    number = re.search(r"\d+", key)
    return number is not None and int(number.group()) >= EXHAUSTIVE_FROM


def is_held(key: str) -> bool:
    """Say whether no statement is learned from a document: by a hash of its name."""
    drawn = int(hashlib.sha256(key.encode()).hexdigest(), 16) % HELD == 0
    return drawn and is_exhaustive(key)


def held_documents() -> list[Path]:
    """Return the files of the documents held back."""
    found = (FOLDER / "documents").glob("*.txt")
    return sorted(path for path in found if is_held(path.stem))


def alike_in(shared: Path) -> Callable[[str, str], bool]:
    """Return what says whether two claim types count as equal for the scorer."""
    groups = load_module(shared / "evaluate/score.py").EQUAL_KINDS
    return lambda a, b: a == b or any({a, b} <= group for group in groups)


def counts(
    claims: Iterable[dict[str, Any]],
    facts: Iterable[dict[str, Any]],
    alike: Callable[[str, str], bool],
) -> Counts:
    """Return how many statements of a document were given, are in the gold, are both.

    A claim and a fact are the same when their words overlap and their types are alike;
    each is matched once, the nearest in extent first.
    """
    given = [c for c in claims if c.get("quantity") is None]
    gold = [f for f in facts if f["value"] is None]
    pairs = sorted(
        (abs(c["span"][0] - f["span"][0]) + abs(c["span"][1] - f["span"][1]), i, j)
        for i, c in enumerate(given)
        for j, f in enumerate(gold)
        if c["span"][0] < f["span"][1]
        and f["span"][0] < c["span"][1]
        and alike(c["kind"], f["kind"])
    )
    used: set[tuple[str, int]] = set()
    for _, i, j in pairs:
        if used.isdisjoint({("claim", i), ("fact", j)}):
            used |= {("claim", i), ("fact", j)}
    return len(given), len(gold), len(used) // 2


def rows(documents: Sequence[Counts]) -> list[Row]:
    """Return precision, recall and F1 over some documents' counts, as rows."""
    gold = sum(count[1] for count in documents)
    of = (sum(count[0] for count in documents), gold, gold)
    ends = intervals(documents, _shares)
    return [
        Row(NAME, name, value, n, low, high)
        for name, value, n, (low, high) in zip(
            MEASURES, _shares(documents), of, ends, strict=True
        )
    ]


def _shares(documents: Sequence[Counts]) -> list[float]:
    given, gold, right = (sum(column) for column in zip(*documents, strict=True))
    precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
    return [precision, recall, 2 * right / (given + gold) if given + gold else 0.0]


def score(
    claims: Iterable[dict[str, Any]],
    facts: Iterable[dict[str, Any]],
    alike: Callable[[str, str], bool],
) -> list[Counts]:
    """Return the counts of each document held back.

    Args:
        claims: The claim records of those documents.
        facts: The set's gold.
        alike: Says whether two claim types are equal.
    """
    by_key: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for claim in claims:
        by_key[str(claim["source_file"]).rsplit(".", 1)[0]].append(claim)
    facts_of: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fact in facts:
        if is_held(fact["doc"]):
            facts_of[fact["doc"]].append(fact)
    return [counts(by_key[key], facts_of[key], alike) for key in sorted(facts_of)]
