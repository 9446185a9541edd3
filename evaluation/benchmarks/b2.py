"""B2: attributions in political news (source, cue, content), against PolNeAR's."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.rows import Row, intervals
from trucewatch.reading.quotes import Form, Frame, find_frames, find_quotations
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.values.spans import Span

NAME = "polnear"
NEEDS = ("benchmarks/polnear/cofenet_bio/valid.txt",)
ROLES = ("source", "cue", "content")
# The token version spells brackets and quotation marks out.
_SPELT = {
    "``": "“", "''": "”", "`": "‘", "'": "’", "-LRB-": "(", "-RRB-": ")",
    "-LSB-": "[", "-RSB-": "]", "--": "—",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,:;?!)]%”’…") | {
    "'s",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'m",
    "'d",
}
_NO_SPACE_AFTER = frozenset("([$“‘#")

Place = tuple[int, int, int]  # row, first token, index after the last
Found = dict[str, set[Place]]


class Article(NamedTuple):
    """One document rebuilt from its rows of tokens.

    Attributes:
        text: Its text, one row a line.
        starts: Per row, the offset of each token.
        ends: Per row, the offset after each token.
        gold: Spans per role.
    """

    text: str
    starts: list[list[int]]
    ends: list[list[int]]
    gold: Found


def rebuild(rows: Sequence[dict[str, Any]]) -> Article:
    """Return the text of a document's rows with the place of each token in it."""
    text = ""
    starts: list[list[int]] = []
    ends: list[list[int]] = []
    gold: Found = {role: set() for role in ROLES}
    for number, row in enumerate(rows):
        starts.append([])
        ends.append([])
        glue = True
        for token in row["tokens"]:
            word = _SPELT.get(token, token)
            if not glue and word not in _NO_SPACE_BEFORE:
                text += " "
            starts[-1].append(len(text))
            text += word
            ends[-1].append(len(text))
            glue = word in _NO_SPACE_AFTER
        text += "\n"
        for role, first, after in _spans(row["labels"]):
            gold[role].add((number, first, after))
    return Article(text, starts, ends, gold)


def _spans(labels: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Yield role and token range of each run of labels."""
    first = 0
    for index in range(1, len(labels) + 1):
        last = labels[index - 1]
        goes_on = index < len(labels) and labels[index] == f"I-{last[2:]}"
        if last == "O":
            first = index
        elif not goes_on:
            yield last[2:], first, index
            first = index


def frames_of(text: str) -> tuple[Frame, ...]:
    """Return the frames of a text whose source can be one."""
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens)
    quotations = find_quotations(text, [Span(0, len(text))])
    frames = find_frames(text, tokens, sentences, quotations)
    frames = tuple(one for one in frames if one.speakerlike)
    quoted = [one.content for one in frames if one.form in {Form.DIRECT, Form.MIXED}]
    # The gold labels each token once: who speaks inside a quotation goes unlabelled.
    inside = [
        one.span for one in quotations if any(q.touches(one.span) for q in quoted)
    ]
    return tuple(
        one for one in frames if not any(span.contains(one.cue) for span in inside)
    )


def predicted(article: Article) -> Found:
    """Return what the reader finds, as token ranges."""
    found: Found = {role: set() for role in ROLES}
    contents: list[Place] = []
    for frame in frames_of(article.text):
        for role, span in (("source", frame.source), ("cue", frame.cue)):
            if span is not None:
                found[role].update(_places(article, span))
        for span in (frame.content, frame.rest):
            if span is not None:
                contents.extend(_places(article, span))
    found["content"] = _without_overlap(contents)
    return found


def _without_overlap(places: Iterable[Place]) -> set[Place]:
    """Keep the outermost of nested contents: the gold labels each token once."""
    kept: set[Place] = set()
    for row, first, after in sorted(set(places), key=lambda one: one[1] - one[2]):
        if not any(r == row and a < after and first < b for r, a, b in kept):
            kept.add((row, first, after))
    return kept


def _places(article: Article, span: Span) -> Iterator[Place]:
    for row, (starts, ends) in enumerate(
        zip(article.starts, article.ends, strict=True)
    ):
        if not starts or ends[-1] <= span.start or starts[0] >= span.end:
            continue
        inside = [
            i
            for i, (a, b) in enumerate(zip(starts, ends, strict=True))
            if a < span.end and b > span.start
        ]
        if inside:
            yield row, inside[0], inside[-1] + 1


def tally(gold: Found, found: Found) -> Counter[str]:
    """Return counts of gold, found and equal spans per role."""
    counts: Counter[str] = Counter()
    for role in ROLES:
        counts[f"{role} gold"] = len(gold[role])
        counts[f"{role} found"] = len(found[role])
        counts[f"{role} equal"] = len(gold[role] & found[role])
    return counts


def f1(tallies: Sequence[Counter[str]], role: str) -> float:
    """Return the exact F1 of a role over documents."""
    total: Counter[str] = sum(tallies, Counter())
    return (
        2
        * total[f"{role} equal"]
        / ((total[f"{role} gold"] + total[f"{role} found"]) or 1)
    )


def _figures(tallies: Sequence[Counter[str]]) -> tuple[float, ...]:
    by_role = [f1(tallies, role) for role in ROLES]
    return (*by_role, (by_role[0] + by_role[2]) / 2)


def articles(path: Path) -> list[Article]:
    """Return the documents of a file of token rows."""
    by_id: dict[str, list[dict[str, Any]]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            by_id.setdefault(row["id"], []).append(row)
    return [rebuild(rows) for rows in by_id.values()]


def measure(shared: Path) -> list[Row]:
    """Return exact F1 of source, cue and content, and the mean of the outer two."""
    tallies = [tally(one.gold, predicted(one)) for one in articles(shared / NEEDS[0])]
    names = ("source_f1", "cue_f1", "content_f1", "source_content_f1")
    total: Counter[str] = sum(tallies, Counter())
    sizes = [total[f"{role} gold"] for role in ROLES]
    sizes.append(sizes[0] + sizes[2])
    return [
        Row(NAME, name, value, n, low, high)
        for name, value, n, (low, high) in zip(
            names, _figures(tallies), sizes, intervals(tallies, _figures), strict=True
        )
    ]
