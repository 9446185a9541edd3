"""B4: organisations, persons, places and their aliases in documents on Syria (re3d).

The gold annotates phrases without a name too ("the city", "we"), and as aliases only
what the text itself equates, side by side: "X (Y)", "X, also known as Y", "X, the Y".
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evaluation.rows import Row, interval
from trucewatch.documents.document import Document
from trucewatch.reading.aliases import find_aliases
from trucewatch.reading.entities import Entity, find_entities
from trucewatch.reading.entity_words import Sort
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre

NAME = "B4"
NEEDS = ("benchmarks/re3d/re3d.jsonl",)
CONFIDENT = 0.5  # what the benchmark's description asks for
SORTS = {Sort.BODY: "Organisation", Sort.PERSON: "Person", Sort.PLACE: "Location"}
TYPES = frozenset(SORTS.values())

Range = tuple[int, int]
Tally = tuple[int, int, int]  # right, predicted, gold


def _where(entity: Entity) -> Range:
    return entity.span.start, entity.span.end


def _gold(document: dict[str, Any]) -> set[tuple[Range, str]]:
    return {
        ((entity["begin"], entity["end"]), entity["type"])
        for entity in document["entities"]
        if entity["confidence"] >= CONFIDENT and entity["type"] in TYPES
    }


def _aliases(document: dict[str, Any]) -> set[frozenset[Range]]:
    pairs = set()
    for relation in document["relations"]:
        if relation["type"] == "IsSynonymOf" and relation["confidence"] >= CONFIDENT:
            ends = [_range(relation, side) for side in ("source", "target")]
            if ends[0] != ends[1]:
                pairs.add(frozenset(ends))
    return pairs


def _range(relation: dict[str, Any], side: str) -> Range:
    return relation[f"{side}Begin"], relation[f"{side}End"]


def _f1(tallies: Sequence[Tally]) -> float:
    right = sum(tally[0] for tally in tallies)
    both = sum(tally[1] + tally[2] for tally in tallies)
    return 2 * right / both if both else 0.0


def measure(shared: Path) -> list[Row]:
    """Return entity F1 by exact span and type, and F1 of the stated aliases."""
    theatre = load_theatre("syria_2016")
    named: list[Tally] = []
    alike: list[Tally] = []
    for line in (shared / NEEDS[0]).read_text("utf-8").splitlines():
        document = json.loads(line)
        if document["split"] != "dev":
            continue
        reading = read(Document(document["text"]), theatre)
        entities = find_entities(reading)
        gold = _gold(document)
        predicted = {(_where(entity), SORTS[entity.sort]) for entity in entities}
        named.append((len(predicted & gold), len(predicted), len(gold)))
        aliases = _aliases(document)
        joined = {
            frozenset((_where(alias.one), _where(alias.other)))
            for alias in find_aliases(reading, entities)
        }
        alike.append((len(joined & aliases), len(joined), len(aliases)))
    return [
        Row(f"B4/{name}", "f1", _f1(tallies), sum(t[2] for t in tallies),
            *interval(tallies, _f1))
        for name, tallies in (("entities", named), ("aliases", alike))
    ]  # fmt: skip
