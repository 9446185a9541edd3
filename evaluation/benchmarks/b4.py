"""B4: organisations, persons, places and their aliases in documents on Syria (re3d).

Entities come from the names the theatre knows; nothing is guessed from capitals alone,
so persons and bodies in no theatre are missed.
"""

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.rows import Row, interval
from trucewatch.claims.scene import Scene
from trucewatch.documents.document import Document
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.entries import EntryKind
from trucewatch.reference.theatre import load_theatre

NAME = "B4"
NEEDS = ("benchmarks/re3d/re3d.jsonl",)
CONFIDENT = 0.5  # what the benchmark's description asks for
TYPES = frozenset(("Organisation", "Person", "Location"))

Range = tuple[int, int]
Tally = tuple[int, int, int]  # right, predicted, gold


class Entity(NamedTuple):
    """An entity of one document: where, what, and who it is."""

    where: Range
    type: str
    id: str


def _type(name: NameMention, placed: frozenset[int]) -> tuple[str, str] | None:
    if name.first in placed and name.is_a(EntryKind.PLACE):
        return "Location", name.of_kind(EntryKind.PLACE)[0].id
    for entry in name.entries:
        if entry.kind is EntryKind.SPEAKER and entry.sort == "person":
            return "Person", entry.label
        if entry.kind in (EntryKind.ACTOR, EntryKind.SPEAKER):
            return "Organisation", entry.actor or entry.id
    if name.is_a(EntryKind.PLACE):
        return "Location", name.of_kind(EntryKind.PLACE)[0].id
    return None


def _with_article(reading: Reading, name: NameMention, type_: str) -> Range:
    """Return a name's range as the gold has it: organisations keep their "the"."""
    low = reading.tokens.low
    start = name.span.start
    if type_ == "Organisation" and name.first and low[name.first - 1] == "the":
        start = reading.tokens.start[name.first - 1]
    return start, name.span.end


def entities(reading: Reading) -> list[Entity]:
    """Return the named organisations, persons and places of a reading."""
    scene = Scene(reading)
    placed = frozenset(use.first for use in scene.places)
    found = []
    for name in reading.names:
        told = _type(name, placed)
        if told is not None:
            found.append(Entity(_with_article(reading, name, told[0]), *told))
    known = {entity.where for entity in found}
    found.extend(
        Entity((use.span.start, use.span.end), "Location", use.span.of(
            reading.document.text))
        for use in scene.places
        if not use.entries and (use.span.start, use.span.end) not in known
    )  # fmt: skip
    return found


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
    """Return entity F1 by exact span and type, and alias F1 over gold mentions."""
    theatre = load_theatre("syria_2016")
    named: list[Tally] = []
    alike: list[Tally] = []
    for line in (shared / NEEDS[0]).read_text("utf-8").splitlines():
        document = json.loads(line)
        if document["split"] != "dev":
            continue
        found = entities(read(Document(document["text"]), theatre))
        gold = _gold(document)
        predicted = {(entity.where, entity.type) for entity in found}
        named.append((len(predicted & gold), len(predicted), len(gold)))
        aliases = _aliases(document)
        joined = {frozenset(pair) for pair in _joined(found, {g[0] for g in gold})}
        alike.append((len(joined & aliases), len(joined), len(aliases)))
    return [
        Row(f"B4/{name}", "f1", _f1(tallies), sum(t[2] for t in tallies),
            *interval(tallies, _f1))
        for name, tallies in (("entities", named), ("aliases", alike))
    ]  # fmt: skip


def _joined(found: Sequence[Entity], gold: set[Range]) -> set[tuple[Range, Range]]:
    """Return the pairs of gold mentions that are one and differ in their words."""
    here = [entity for entity in found if entity.where in gold]
    return {
        (one.where, other.where)
        for one, other in combinations(here, 2)
        if one.id == other.id
    }
