"""B6: the values of time expressions, against TempEval-3's annotators.

Two tracks. *pairs*: expressions without their text, each in a carrier phrase, in the
order of their documents (timenorm's list of the TimeBank and AQUAINT expressions).
*documents*: whole TimeML documents, where there are any beside the list; spans
overlap one to one, exact ones first. The day of the document is given in both. Value
F1 is twice the overlapping pairs with the same value over gold plus found.
"""

import html
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from evaluation.rows import Row, intervals
from trucewatch.reading.times import TimeExpression, TimeKind, find_times
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

NAME = "b6_times"
FOLDER = "benchmarks/tempeval3"
NEEDS = (f"{FOLDER}/timenorm_pairs/train.tsv",)
CARRIER = "during "
DAY = 10  # characters of a date without its time

# TimeML's types for our kinds; a period is a duration where its value is one.
TYPES = {
    TimeKind.DATE: "DATE",
    TimeKind.PERIOD: "DATE",
    TimeKind.DURATION: "DURATION",
    TimeKind.SET: "SET",
    TimeKind.CLOCK: "TIME",
    TimeKind.REFERENCE: "DATE",
}

_TAG = re.compile(r"<[^>]+>|[^<]+")
_ATTRIBUTE = re.compile(r'\b(type|value)="([^"]*)"')


class Timex(NamedTuple):
    """One annotated expression: where it stands, its type and its value."""

    span: Span
    type: str
    value: str


class Annotated(NamedTuple):
    """One document: its day, its text, its annotated expressions."""

    day: PartialDate
    text: str
    gold: list[Timex]


class Tally(NamedTuple):
    """What one document counts: gold, found, overlapping, and right in which way."""

    gold: int
    found: int
    relaxed: int
    strict: int
    type: int
    value: int


def measure(shared: Path) -> list[Row]:
    """Measure the list of pairs, and the TimeML documents beside it, if any."""
    folder = shared / FOLDER
    rows = _rows("pairs", [tally(document) for document in pairs(folder)])
    files = sorted(folder.rglob("*.tml"))
    documents = [annotated(file.read_text("utf-8", "replace")) for file in files]
    return rows + _rows("documents", [tally(document) for document in documents])


def pairs(folder: Path) -> Iterator[Annotated]:
    """Yield the documents of the list; their first row is the day."""
    text = (folder / "timenorm_pairs" / "train.tsv").read_text("utf-8")
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        if rows:
            yield in_carriers(rows)


def in_carriers(rows: Sequence[Sequence[str]]) -> Annotated:
    """Return a document of one line per expression; the first row gives the day."""
    text = ""
    gold = []
    for words, kind, value in rows[1:]:
        text += CARRIER
        gold.append(Timex(Span(len(text), len(text) + len(words)), kind, value))
        text += f"{words}.\n"
    return Annotated(PartialDate.parse(rows[0][2][:DAY]), text, gold)


def annotated(source: str) -> Annotated:
    """Read one TimeML document."""
    head, _, rest = source.partition("<TEXT>")
    day = dict(_ATTRIBUTE.findall(head.partition("<DCT>")[2]))["value"]
    text = ""
    gold = []
    opened: list[tuple[int, str, str]] = []
    for match in _TAG.finditer(rest.partition("</TEXT>")[0]):
        tag = match[0]
        if tag.startswith("<TIMEX3"):
            attributes = dict(_ATTRIBUTE.findall(tag))
            opened.append((len(text), attributes["type"], attributes["value"]))
        elif tag.startswith("</TIMEX3"):
            start, kind, value = opened.pop()
            gold.append(Timex(Span(start, len(text)), kind, value))
        elif not tag.startswith("<"):
            text += html.unescape(tag)
    return Annotated(PartialDate.parse(day[:DAY]), text, gold)


def tally(document: Annotated) -> Tally:
    """Return what a document counts."""
    found = [
        expression
        for expression in find_times(document.text, anchor=document.day)
        if expression.kind in TYPES
    ]
    matched = aligned(document.gold, found)
    return Tally(
        gold=len(document.gold),
        found=len(found),
        relaxed=len(matched),
        strict=sum(timex.span == ours.span for timex, ours in matched),
        type=sum(timex.type == type_of(ours) for timex, ours in matched),
        value=sum(timex.value == ours.value for timex, ours in matched),
    )


def type_of(expression: TimeExpression) -> str:
    """Return the TimeML type of an expression."""
    if expression.kind is TimeKind.PERIOD and expression.value.startswith("P"):
        return "DURATION"
    return TYPES[expression.kind]


def aligned(
    gold: Sequence[Timex], found: Sequence[TimeExpression]
) -> list[tuple[Timex, TimeExpression]]:
    """Pair gold and found spans one to one: the exact ones, then overlapping ones."""
    free = {expression.span: expression for expression in found}
    exact = [(timex, free.pop(timex.span)) for timex in gold if timex.span in free]
    taken = {timex.span for timex, _ in exact}
    for timex in gold:
        if timex.span in taken:
            continue
        span = next((span for span in free if span.touches(timex.span)), None)
        if span is not None:
            exact.append((timex, free.pop(span)))
    return exact


def _f1(tallies: Sequence[Tally]) -> tuple[float, ...]:
    """Return the F1 of each way of being right, in the order of the fields."""
    both = sum(one.gold + one.found for one in tallies) or 1
    ways = ("value", "relaxed", "strict", "type")
    return tuple(2 * sum(getattr(one, way) for one in tallies) / both for way in ways)


def _rows(track: str, tallies: Sequence[Tally]) -> list[Row]:
    if not tallies:
        return []
    count = sum(one.gold for one in tallies)
    names = ("value_f1", "relaxed_f1", "strict_f1", "type_f1")
    return [
        Row(f"{NAME}/{track}", name, value, count, low, high)
        for name, value, (low, high) in zip(
            names, _f1(tallies), intervals(tallies, _f1), strict=True
        )
    ]
