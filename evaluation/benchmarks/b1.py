"""B1: the article of a web page against what stands around it.

Public set: article_extraction (Zyte), development part; four-word shingles as a
multiset, precision and recall per page, F1 of their means over pages. Two tracks: whole
pages as plain text, which is how captured pages reach us, and the HTML itself.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.rows import Row, intervals
from trucewatch.documents.document import Document
from trucewatch.documents.furniture import main_text
from trucewatch.documents.loading import document_from_bytes, document_from_text

NAME = "b1_articles"
FOLDER = "benchmarks/article_extraction"
NEEDS = (
    f"{FOLDER}/ground-truth.json",
    f"{FOLDER}/outputs/html-text.json",
    f"{FOLDER}/html",
)
SHINGLE = 4

_WORD = re.compile(r"\w+")
Score = tuple[float, float]


def words_of(text: str) -> list[str]:
    """Return the words of a text as the benchmark cuts them."""
    return _WORD.findall(text)


def page_score(kept: str, gold: str) -> Score:
    """Return precision and recall of the kept text of one page, in shingles."""
    ours, theirs = _shingles(kept), _shingles(gold)
    both = sum((ours & theirs).values())
    precision = both / ours.total() if ours else float(not theirs)
    recall = both / theirs.total() if theirs else 1.0
    return precision, recall


def average(scores: Sequence[Score]) -> tuple[float, float, float]:
    """Return F1, mean precision and mean recall; F1 is that of the two means."""
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f1, precision, recall


def measure(shared: Path) -> list[Row]:
    """Measure both tracks on the development pages."""
    folder = shared / FOLDER
    gold = _articles(folder / "ground-truth.json")
    texts = _articles(folder / "outputs" / "html-text.json")
    from_text = [
        page_score(body_of(document_from_text(texts[key])), gold[key])
        for key in sorted(texts)
    ]
    from_html = [
        page_score(_body_of_page(folder / "html" / f"{key}.html.gz"), gold[key])
        for key in sorted(texts)
    ]
    return [*_rows("text", from_text), *_rows("html", from_html)]


def body_of(document: Document) -> str:
    """Return the lines of a document that are not marked as furniture."""
    return "\n".join(span.of(document.text) for span in main_text(document))


def _body_of_page(path: Path) -> str:
    loaded = document_from_bytes(gzip.decompress(path.read_bytes()), path.stem)
    return "" if loaded.document is None else body_of(loaded.document)


def _articles(path: Path) -> dict[str, str]:
    pages = json.loads(path.read_text(encoding="utf-8"))
    return {key: page["articleBody"] for key, page in pages.items()}


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = words_of(text)
    if 0 < len(words) < SHINGLE:
        return Counter([tuple(words)])
    return Counter(zip(*(words[n:] for n in range(SHINGLE)), strict=False))


def _rows(track: str, scores: list[Score]) -> list[Row]:
    bounds = intervals(scores, average)
    return [
        Row(f"{NAME}/{track}", measure, value, len(scores), low, high)
        for measure, value, (low, high) in zip(
            ("f1", "precision", "recall"), average(scores), bounds, strict=True
        )
    ]
