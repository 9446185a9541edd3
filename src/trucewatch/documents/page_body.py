"""Tells the article from the rest of a captured web page, by its lines alone.

A page copied as text has hundreds of lines of menus, teasers and notices around the
article. Each line gets a score: named features (length, closing stop, title case,
repeats, prose around it) times named weights, learned by ``tools/train_page_lines.py``
and kept in ``data/page_lines.yaml``. A smoothing pass then makes runs of lines, and
runs that are small beside the largest, and far from it, go too.

Reports and bulletins also have short lines, and none of this is for them: only a text
with the signs of a captured page comes here (``looks_captured``).
"""

import functools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from operator import mul
from typing import NamedTuple

from trucewatch.documents.document import Furniture, Mark
from trucewatch.documents.lines import Line
from trucewatch.documents.wordlists import word_list

PAGE_LINES = 40  # a captured page has more lines than this
PAGE_SIGNS = 6  # and as many lines that are furniture by a clear sign
PROSE_WORDS = 8  # a line of prose has more words
LONG_WORDS = 60  # more words add nothing to the evidence
WINDOW = 4  # lines before and after that count as around
TEASER_WORDS = 5  # shorter lines left out are menu entries, longer ones headlines

# Chosen on held-out halves of the pages (tools/train_page_lines.py) for the best F1
# with a recall of at least 0.97.
SWITCH_COST = 2.0  # cost of going from article to furniture or back
LEANING = 3.0  # leans towards keeping: a claim lost is worse than a menu kept
SMALL_RUN = 0.1  # a run with less than this share of the best run's evidence goes
NEAR_LINES = 10  # where at least so many lines lie between; nearer, less is enough

_DIGIT = re.compile(r"\d")
_CLOSES = (".", "!", "?", "…", "”", '"', "’", "'", ")")

FEATURES = (
    "constant",
    "length",
    "closing_stop",
    "stop_and_long",
    "commas",
    "title_case",
    "digit",
    "marked",
    "hinted",
    "menu_words",
    "repeated",
    "repeated_long",
    "blank_before",
    "three_words",
    "lower_start",
    "quote_start",
    "block",
    "prose_before",
    "prose_after",
    "prose_near_before",
    "prose_near_after",
    "short_with_stop",
    "long_without_stop",
    "cut_off",
)


class Seen(NamedTuple):
    """What the rules of ``documents.furniture`` say of the lines, by line number.

    Attributes:
        marks: Lines that are furniture by a sign that is enough by itself.
        hints: Lines with a sign that counts in a captured page only.
    """

    marks: dict[int, Mark]
    hints: dict[int, Mark]


class _Own(NamedTuple):
    """What a line shows by itself.

    Attributes:
        values: The features up to ``block``.
        prose: How much prose it is, 0 to 3.
        words: How many words it has.
        stop: Whether it ends as a sentence does.
    """

    values: list[float]
    prose: float
    words: int
    stop: bool


def looks_captured(lines: Sequence[Line], seen: Seen) -> bool:
    """Say whether a text is a whole web page copied as text.

    Args:
        lines: Its lines.
        seen: What the rules say of them.
    """
    signs = len(seen.marks.keys() | seen.hints.keys())
    return len(lines) > PAGE_LINES and signs >= PAGE_SIGNS


def page_marks(
    lines: Sequence[Line], marks: Mapping[int, Mark], hints: Mapping[int, Mark]
) -> dict[int, Mark]:
    """Mark the lines of a captured page that stand around its article.

    Args:
        lines: Lines of the page.
        marks: Lines known to be furniture, by number.
        hints: Lines with a weaker sign of it, by number.

    Returns:
        Marks for further lines, by number.
    """
    kept = kept_lines(lines, _scores(lines, marks, hints), marks)
    return {
        number: hints.get(number) or _mark(line)
        for number, line in enumerate(lines)
        if not kept[number] and number not in marks
    }


def kept_lines(
    lines: Sequence[Line], scores: Sequence[float], marks: Mapping[int, Mark]
) -> list[bool]:
    """Choose the lines of the article from the scores of all lines.

    Args:
        lines: Lines of the page.
        scores: Their scores, positive for the article.
        marks: Lines known to be furniture, by number.
    """
    clear = [0, *accumulate(number not in marks for number in range(len(lines)))]
    evidence = [
        max(score, 0.0) * (line.words.count(" ") + 1) * (number not in marks)
        for number, (score, line) in enumerate(zip(scores, lines, strict=True))
    ]
    kept = [False] * len(lines)
    for run in _chosen(_runs(_smooth(scores, lines), evidence), clear):
        kept[run.start : run.end] = [True] * (run.end - run.start)
    return kept if any(kept) else [True] * len(lines)


def _mark(line: Line) -> Mark:
    short = line.words.count(" ") + 1 < TEASER_WORDS
    reason = Furniture.MENU if short else Furniture.LINKED_HEADLINE
    return Mark(line.span, reason, "around_the_article")


@functools.cache
def _weights() -> tuple[float, ...]:
    named = {entry["feature"]: entry["weight"] for entry in word_list("page_lines")}
    return tuple(float(named[name]) for name in FEATURES)


@functools.cache
def _menu_words() -> frozenset[str]:
    return frozenset(str(w) for e in word_list("menu_words") for w in e["words"])


def _scores(
    lines: Sequence[Line], marks: Mapping[int, Mark], hints: Mapping[int, Mark]
) -> list[float]:
    weights = _weights()
    return [sum(map(mul, weights, row)) for row in line_features(lines, marks, hints)]


def line_features(
    lines: Sequence[Line], marks: Mapping[int, Mark], hints: Mapping[int, Mark]
) -> list[list[float]]:
    """Return the features of each line, in the order of ``FEATURES``.

    Args:
        lines: Lines of a page.
        marks: Lines known to be furniture, by number.
        hints: Lines with a weaker sign of it, by number.

    Returns:
        One row a line, each value between 0 and 2.
    """
    times = Counter(line.words for line in lines)
    blocks = _block_sizes(lines)
    own = [
        _own(
            line,
            repeated=times[line.words] > 1,
            block=blocks[n],
            marked=n in marks,
            hinted=n in hints,
        )
        for n, line in enumerate(lines)
    ]
    prose = [0.0] * WINDOW + [o.prose for o in own] + [0.0] * WINDOW
    rows = []
    for number, line in enumerate(own):
        here = number + WINDOW
        rows.append(
            [
                *line.values,
                min(prose[here - 1], 2),
                min(prose[here + 1], 2),
                min(sum(prose[here - WINDOW : here]) / 3, 2),
                min(sum(prose[here + 1 : here + WINDOW + 1]) / 3, 2),
                line.stop and line.words < PROSE_WORDS,
                not line.stop and line.words > PROSE_WORDS,
                lines[number].words.endswith(("...", "…", " more")),
            ]
        )
    return rows


def _own(line: Line, *, repeated: bool, block: int, marked: bool, hinted: bool) -> _Own:
    words = line.words
    tokens = words.split()
    count = len(tokens)
    stop = words.endswith(_CLOSES)
    menu = _menu_words()
    values = [
        1.0,
        min(count.bit_length(), 6) / 6,
        stop,
        stop and count >= PROSE_WORDS,
        min(words.count(","), 3) / 3,
        len([t for t in tokens if t[0].isupper()]) / count,
        _DIGIT.search(words) is not None,
        marked,
        hinted,
        len([t for t in words.lower().split() if t in menu]) / count,
        repeated,
        repeated and count >= PROSE_WORDS,
        line.gap,
        count <= 3,  # noqa: PLR2004 - named so
        words[0].islower(),
        words[0] in "\"“‘'«",
        min(block, 10) / 10,
    ]
    bare = stop and not marked and not hinted and count >= PROSE_WORDS
    return _Own(values, min(count, LONG_WORDS) / 20 if bare else 0.0, count, stop)


def _block_sizes(lines: Sequence[Line]) -> list[int]:
    """Return for each line how many lines stand together without a blank line."""
    sizes: list[int] = []
    first = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or lines[number].gap:
            sizes.extend([number - first] * (number - first))
            first = number
    return sizes


def _smooth(scores: Sequence[float], lines: Sequence[Line]) -> list[bool]:
    """Choose for each line article or furniture, each change having its cost."""
    out, article = 0.0, -SWITCH_COST
    came: list[tuple[bool, bool]] = []
    for score, line in zip(scores, lines, strict=True):
        weight = min(1 + line.words.count(" ") / 20, 4)
        stays_out = out >= article - SWITCH_COST
        stays_in = article >= out - SWITCH_COST
        came.append((stays_out, stays_in))
        out, article = (
            out if stays_out else article - SWITCH_COST,
            (article if stays_in else out - SWITCH_COST) + (score + LEANING) * weight,
        )
    inside = article > out
    kept = []
    for stays_out, stays_in in reversed(came):
        kept.append(inside)
        if not (stays_in if inside else stays_out):
            inside = not inside
    kept.reverse()
    return kept


class _Run(NamedTuple):
    """Lines that stay together, with the scores above zero they have, times words."""

    start: int
    end: int
    evidence: float


def _runs(kept: Sequence[bool], evidence: Sequence[float]) -> list[_Run]:
    runs = []
    start = None
    for number in range(len(kept) + 1):
        inside = number < len(kept) and kept[number]
        if inside and start is None:
            start = number
        elif not inside and start is not None:
            runs.append(_Run(start, number, sum(evidence[start:number])))
            start = None
    return runs


def _chosen(runs: list[_Run], clear: Sequence[int]) -> list[_Run]:
    """Return the run with the most evidence, and those that have much or are near.

    Evidence and not length decides: legal notices are long, and a bulletin is short.

    Args:
        runs: Runs of lines, in order.
        clear: How many lines before each line are not known to be furniture.
    """
    if not runs:
        return []
    best = max(range(len(runs)), key=lambda number: runs[number].evidence)
    chosen = [runs[best]]
    for side in (runs[best + 1 :], runs[:best][::-1]):
        last = runs[best]
        for run in side:
            gap = clear[max(run.start, last.start)] - clear[min(run.end, last.end)]
            enough = SMALL_RUN * runs[best].evidence * min(1, gap / NEAR_LINES)
            if run.evidence >= enough:
                chosen.append(run)
                last = run
    return chosen
