"""Counts the annotated facts lost when a document stands inside a whole web page.

Usage: ``python -m tools.check_page_body ../shared``

Public news pages (benchmark B1) teach the scorer of ``documents.page_body``, but the
documents of a ceasefire look different: short, with figures and lists. Here every
document of the development corpora is put in the place of the article of such a
page, and every annotated fact that then stands in a marked line counts as lost.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

from tools.train_page_lines import Page, read_pages
from trucewatch.documents.furniture import find_furniture

SETS = ("composed_dev", "syria_dev", "donbas_dev")
EVERY = 3  # each third page, the same for every run
TOP_LINES = 10  # a page with a menu above its article …
FOOT_LINES = 15  # … and enough below it


class Frame(NamedTuple):
    """What stands above and below the article of a page."""

    above: str
    below: str
    lines: int


def main() -> None:
    """Print how many facts are lost, and how much of the pages is marked."""
    shared = Path(sys.argv[1])
    pages = read_pages(shared / "benchmarks" / "article_extraction")[::EVERY]
    frames = [frame for page in pages if (frame := frame_of(page)) is not None]
    for name in SETS:
        facts = read_facts(shared / "gold" / f"{name}.jsonl")
        total = lost = kept = around = 0
        for number, path in enumerate(sorted((shared / "corpus" / name).glob("*.txt"))):
            frame = frames[number % len(frames)]
            spans = facts.get(path.stem, [])
            text = path.read_text(encoding="utf-8")
            gone, marked = losses(frame, text, spans)
            total, lost = total + len(spans), lost + gone
            around, kept = around + frame.lines, kept + frame.lines - marked
        print(f"{name}: {lost} of {total} facts lost; {kept} of {around} lines kept")


def frame_of(page: Page) -> Frame | None:
    """Return what stands around a page's article, or None where that is little."""
    inside = [number for number, label in enumerate(page.labels) if label]
    if not inside or inside[0] <= TOP_LINES:
        return None
    above = [line.words for line in page.lines[: inside[0]]]
    below = [line.words for line in page.lines[inside[-1] + 1 :]]
    if len(below) <= FOOT_LINES:
        return None
    lines = len(above) + len(below)
    return Frame("\n".join(above) + "\n\n", "\n\n" + "\n".join(below), lines)


def read_facts(path: Path) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of the annotated facts by document."""
    facts: dict[str, list[tuple[int, int]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        if fact["span"]:
            facts.setdefault(fact["doc"], []).append(tuple(fact["span"]))
    return facts


def losses(frame: Frame, text: str, facts: list[tuple[int, int]]) -> tuple[int, int]:
    """Return how many facts are lost, and how many lines around are marked."""
    start = len(frame.above)
    end = start + len(text)
    marks = [m.span for m in find_furniture(frame.above + text + frame.below)]
    lost = sum(
        any(m.start < start + last and start + first < m.end for m in marks)
        for first, last in facts
    )
    return lost, sum(m.end <= start or m.start >= end for m in marks)


if __name__ == "__main__":
    main()
