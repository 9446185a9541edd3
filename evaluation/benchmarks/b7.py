"""B7: deaths of reported incidents (FA-KES) and quantities in news (NewsQuant)."""

import json
import math
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from evaluation.rows import Row, interval
from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.figures import Figure, find_figures
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.stances import Aggregation

NAME = "B7"
NEEDS = ("benchmarks/fakes/fakes.jsonl", "benchmarks/cqe/newsquant.jsonl")
HEAD = 700  # characters in which an article tells its main incident
_RUNNING = frozenset((Aggregation.CUMULATIVE_TOTAL, Aggregation.SINCE_DATE))
MAPPING = Path(__file__).with_name("b7_units.tsv")
CLOSE = 1e-5  # how far two values may differ; the benchmark's own scorer's
HUNDRED, TEN = 100, 10
_WORDED = frozenset(
    (
        NumberForm.NONE,
        NumberForm.ARTICLE,
        NumberForm.FIXED,
        NumberForm.MULTIPLE,
        NumberForm.ORDINAL,
    )
)

Tally = tuple[int, int, int]  # right, predicted, gold


def _load(path: Path) -> list[dict[str, Any]]:
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def deaths(claims: Sequence[Claim]) -> float:
    """Return the deaths of an article's main incident: the first toll that is whole.

    Running totals of the war and parts of a toll are no incident.
    """
    tolls = [
        claim
        for claim in claims
        if claim.quantity is not None
        and claim.quantity.unit == "killed"
        and claim.quantity.value is not None
        and claim.part_of is None
        and claim.quantity.aggregation not in _RUNNING
    ]
    values = [c.quantity.value for c in tolls if c.quantity and c.quantity.value]
    head = [
        claim.quantity.value
        for claim in tolls
        if claim.span.start < HEAD and claim.quantity and claim.quantity.value
    ]
    return float((head or values or [0])[0])


def _deaths_rows(shared: Path, theatre: Theatre) -> list[Row]:
    right = []
    for article in _load(shared / NEEDS[0]):
        if article["split"] != "dev":
            continue
        text = f"{article['title']}\n{article['text']}"
        claims = extract_claims(read(Document(text), theatre)).claims
        gold = float(article["nb_civilians"] or 0) + float(
            article["nb_noncivilians"] or 0
        )
        right.append(float(deaths(claims) == gold))
    value = sum(right) / len(right)
    low, high = interval(right, lambda drawn: sum(drawn) / len(drawn))
    return [Row("B7/fakes", "deaths_exact", value, len(right), low, high)]


def _values(text: str) -> tuple[float, ...]:
    """Return the values of a gold quantity: one, or both ends of a range."""
    below = text.strip().startswith("-") and text.count("-") == 1
    parts = text.replace("--", "-").strip().split("-")
    values = tuple(float(part) for part in parts if part.strip())
    return (-values[0],) if below else values


def _found(reading: Reading) -> list[Figure]:
    """Return the figures of a text as the benchmark writes them.

    It gives shares written in words as parts of one, and a plural of a scale ("dozens")
    as one to ten of what it names.
    """
    found: list[Figure] = []
    for figure in find_figures(reading):
        values = figure.values
        if figure.form is NumberForm.FRACTION:
            values = tuple(value / HUNDRED for value in values)
        elif figure.form is NumberForm.COLLECTIVE:
            values = (values[0], values[0] * TEN)
        if figure.form not in _WORDED:
            found.append(figure._replace(values=values))
    return found


def _same_values(figure: Figure, gold: tuple[float, ...]) -> bool:
    pairs = zip(figure.values, gold, strict=False)
    return len(figure.values) == len(gold) and all(map(_is_close, pairs))


def _is_close(pair: tuple[float, float]) -> bool:
    return math.isclose(*pair, rel_tol=CLOSE)


def _same_unit(figure: Figure, gold: dict[str, Any]) -> bool:
    """Say whether a unit is the gold's normal one; of a share only that it is one."""
    wanted = str(gold["normalized_unit"]).lower()
    ours = figure.unit.name.lower()
    if wanted.startswith("% "):
        return ours == "percentage"
    return _names().get(ours, ours) == ("" if wanted == "-" else wanted)


@cache
def _names() -> dict[str, str]:
    """Return the declared mapping of our names of units to the benchmark's."""
    lines = MAPPING.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return dict(row[:2] for row in rows)


def _tallies(reading: Reading, gold: list[dict[str, Any]]) -> tuple[Tally, Tally]:
    """Return right, predicted and gold, by value and by value with unit."""
    left = _found(reading)
    predicted = len(left)
    by_value = by_unit = 0
    for quantity in gold:
        wanted = _values(str(quantity["value"]))
        same = [one for one in left if _same_values(one, wanted)]
        if not same:
            continue
        by_value += 1
        fitting = next((one for one in same if _same_unit(one, quantity)), None)
        by_unit += fitting is not None
        left.remove(fitting or same[0])
    return (by_value, predicted, len(gold)), (by_unit, predicted, len(gold))


def _f1(tallies: Sequence[Tally]) -> float:
    sums = Counter[int]()
    for tally in tallies:
        for place, number in enumerate(tally):
            sums[place] += number
    right, predicted, gold = sums[0], sums[1], sums[2]
    return 2 * right / (predicted + gold) if predicted + gold else 0.0


def _quantity_rows(shared: Path, theatre: Theatre) -> list[Row]:
    values: list[Tally] = []
    units: list[Tally] = []
    for item in _load(shared / NEEDS[1]):
        if item["split"] != "dev":
            continue
        reading = read(Document(item["text"]), theatre)
        by_value, by_unit = _tallies(reading, item["quantities"])
        values.append(by_value)
        units.append(by_unit)
    n = sum(tally[2] for tally in values)
    return [
        Row("B7/newsquant", measure, _f1(tallies), n, *interval(tallies, _f1))
        for measure, tallies in (("value_f1", values), ("value_unit_f1", units))
    ]


def measure(shared: Path) -> list[Row]:
    """Return how often the deaths are exact, and how well quantities are read."""
    return [
        *_deaths_rows(shared, load_theatre("syria_2016")),
        *_quantity_rows(shared, load_theatre("world")),
    ]
