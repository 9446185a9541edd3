"""B7: deaths of reported incidents (FA-KES) and quantities in news (NewsQuant)."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.rows import Row, interval
from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import Theatre, load_theatre
from trucewatch.values.stances import Aggregation

NAME = "B7"
NEEDS = ("benchmarks/fakes/fakes.jsonl", "benchmarks/cqe/newsquant.jsonl")
HEAD = 700  # characters in which an article tells its main incident
_RUNNING = frozenset((Aggregation.CUMULATIVE_TOTAL, Aggregation.SINCE_DATE))
_UNITS = {"percent": {"percentage", "percent", "%"}}
_WORDED = frozenset(
    (
        NumberForm.NONE,
        NumberForm.ARTICLE,
        NumberForm.COLLECTIVE,
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


def _values(text: str) -> list[float]:
    """Return the values of a gold quantity: one, or both ends of a range."""
    parts = text.replace("--", "-").strip().lstrip("-").split("-")
    return [float(part) for part in parts if part.strip()]


def _found(reading: Reading) -> list[tuple[tuple[float, ...], frozenset[str]]]:
    """Return each quantity read: its value or ends, and the names of its unit.

    A unit goes by the counted noun's entry and by the whole phrase as written.
    """
    found: list[tuple[tuple[float, ...], frozenset[str]]] = []
    for count in reading.counts:
        number = count.number
        if number.form in _WORDED:
            continue
        ends = (
            (number.value,) if number.value is not None else (number.low, number.high)
        )
        values = tuple(float(end) for end in ends if end is not None)
        noun = count.noun.lemma if count.noun is not None else count.unit
        phrase = " ".join(reading.tokens.low[number.after : count.after])
        found.append((values, frozenset((noun, phrase)) - {""}))
    bare = [(number, "") for number in reading.unresolved]
    bare += [(n, "dollar") for n, reason in reading.named if reason == "money"]
    found.extend(
        ((float(number.value),), frozenset((unit,)) - {""})
        for number, unit in bare
        if number.form not in _WORDED and number.value is not None
    )
    return found


def _same_unit(ours: frozenset[str], gold: dict[str, Any]) -> bool:
    names = {str(gold.get(key) or "").lower() for key in ("unit", "normalized_unit")}
    names |= {name.rstrip("s") for name in names}
    own = ours | {name.rstrip("s") for name in ours}
    own = own.union(*(_UNITS.get(name, set()) for name in ours))
    return bool(own & names) or (not any(names - {"-"}) and not ours)


def _tallies(reading: Reading, gold: list[dict[str, Any]]) -> tuple[Tally, Tally]:
    """Return right, predicted and gold, by value and by value with unit."""
    left = _found(reading)
    predicted = len(left)
    by_value = by_unit = 0
    for quantity in gold:
        wanted = tuple(_values(str(quantity["value"])))
        same = [one for one in left if one[0] == wanted]
        if not same:
            continue
        by_value += 1
        fitting = next((one for one in same if _same_unit(one[1], quantity)), None)
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
