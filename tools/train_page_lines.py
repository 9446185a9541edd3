"""Learns the weights of ``documents/data/page_lines.yaml`` from public pages.

Usage: ``python -m tools.train_page_lines ../shared/benchmarks/article_extraction``

The pages are the text-only development track of the benchmark B1; nothing of them
enters the repository but two dozen weights. A line is labelled *article* where most of
its four-word shingles stand in the gold text. The weights are those of a logistic
regression in which every page counts alike, however long. The report gives the score
on each half of the pages with weights learned from the other half, which is what to
expect of pages never seen.
"""

import json
import math
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.benchmarks.b1 import average, page_score, words_of
from trucewatch.documents import page_body
from trucewatch.documents.furniture import known_furniture
from trucewatch.documents.lines import Line, split_lines

TARGET = Path("src/trucewatch/documents/data/page_lines.yaml")
SOURCE = "tools/train_page_lines.py"
RIDGE = 1e-3  # keeps the weights small; tenfold more or less changes F1 by under 0.01
STEPS = 15  # Newton's method is there after ten
SHINGLE = 4
MOSTLY = 0.5

Vector = list[float]


class Page(NamedTuple):
    """One page to learn from.

    Attributes:
        lines: Its lines.
        rows: Their features.
        labels: 1.0 for lines of the article.
        weights: How much each line counts; the page's article lines sum to one.
        seen: Which lines show by a sign that they are furniture.
        gold: The article's text.
    """

    lines: list[Line]
    rows: list[Vector]
    labels: Vector
    weights: Vector
    seen: page_body.Seen
    gold: str


def main() -> None:
    """Learn, report on held-out halves, and write the weights."""
    pages = read_pages(Path(sys.argv[1]))
    halves = pages[0::2], pages[1::2]
    held_out = []
    for learn, test in (halves, halves[::-1]):
        weights = train(learn)
        held_out += [score(page, weights) for page in test]
    weights = train(pages)
    seen = [score(page, weights) for page in pages]
    print("held out (F1, precision, recall):", *map("{:.3f}".format, average(held_out)))
    print("seen     (F1, precision, recall):", *map("{:.3f}".format, average(seen)))
    TARGET.write_text(as_yaml(weights, average(held_out)), encoding="utf-8")


def read_pages(folder: Path) -> list[Page]:
    """Read the text-only pages with their gold."""
    texts = json.loads((folder / "outputs" / "html-text.json").read_text("utf-8"))
    gold = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return [
        read_page(texts[key]["articleBody"], gold[key]["articleBody"])
        for key in sorted(texts)
    ]


def read_page(text: str, gold: str) -> Page:
    """Label the lines of one page."""
    lines = split_lines(text)
    seen = known_furniture(text, lines)
    labels = [label(line.words, *gold_parts(gold)) for line in lines]
    sizes = [len(words_of(line.words)) for line in lines]
    article = sum(n * y for n, y in zip(sizes, labels, strict=True)) or 1
    rows = [list(map(float, row)) for row in page_body.line_features(lines, *seen)]
    return Page(lines, rows, labels, [(n + 1) / article for n in sizes], seen, gold)


def gold_parts(gold: str) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    """Return the shingles and the lines of a gold text."""
    words = words_of(gold)
    shingles = zip(*(words[n:] for n in range(SHINGLE)), strict=False)
    return frozenset(shingles), frozenset(x.strip() for x in gold.split("\n"))


def label(
    words: str, shingles: frozenset[tuple[str, ...]], gold_lines: frozenset[str]
) -> float:
    """Say whether a line belongs to the article."""
    own = words_of(words)
    if len(own) < SHINGLE:
        return float(words in gold_lines)
    parts = list(zip(*(own[n:] for n in range(SHINGLE)), strict=False))
    return float(sum(part in shingles for part in parts) > MOSTLY * len(parts))


def score(page: Page, weights: Vector) -> tuple[float, float]:
    """Return precision and recall of the lines kept with these weights."""
    scores = [
        sum(w * x for w, x in zip(weights, row, strict=True)) for row in page.rows
    ]
    kept = page_body.kept_lines(page.lines, scores, page.seen.marks)
    text = "\n".join(
        line.words
        for number, line in enumerate(page.lines)
        if kept[number] and number not in page.seen.marks
    )
    return page_score(text, page.gold)


def train(pages: Sequence[Page]) -> Vector:
    """Fit the logistic regression by Newton's method."""
    rows = [row for page in pages for row in page.rows]
    labels = [y for page in pages for y in page.labels]
    weights = [w for page in pages for w in page.weights]
    total = sum(weights)
    count = len(rows[0])
    answer = [0.0] * count
    for _ in range(STEPS):
        slope = [RIDGE * b for b in answer]
        curve = [[RIDGE * (i == j) for j in range(count)] for i in range(count)]
        for row, y, w in zip(rows, labels, weights, strict=True):
            used = [(i, x) for i, x in enumerate(row) if x]
            p = 1 / (1 + math.exp(-sum(answer[i] * x for i, x in used)))
            error, bend = w / total * (p - y), w / total * p * (1 - p)
            for i, x in used:
                slope[i] += error * x
                for j, z in used:
                    curve[i][j] += bend * x * z
        step = solve(curve, slope)
        answer = [b - s for b, s in zip(answer, step, strict=True)]
    return answer


def solve(matrix: list[Vector], right: Vector) -> Vector:
    """Solve a small positive definite system by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    count = len(rows)
    for i in range(count):
        for k in range(i + 1, count):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    answer = [0.0] * count
    for i in reversed(range(count)):
        rest = sum(rows[i][j] * answer[j] for j in range(i + 1, count))
        answer[i] = (rows[i][-1] - rest) / rows[i][i]
    return answer


def as_yaml(weights: Vector, held_out: Sequence[float]) -> str:
    """Write the weights with their source."""
    f1, precision, recall = held_out
    head = (
        "# Weights of documents.page_body, positive for the article. Learned by\n"
        "# tools/train_page_lines.py on the 59 development pages of the benchmark B1\n"
        f"# (text-only); on halves not learned from: F1 {f1:.3f}, precision "
        f"{precision:.3f}, recall {recall:.3f}.\n"
    )
    lines = [
        f"- {{feature: {name}, weight: {weight:.3f}, source: {SOURCE}}}"
        for name, weight in zip(page_body.FEATURES, weights, strict=True)
    ]
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
