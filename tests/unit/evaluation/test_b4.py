"""Entities and stated aliases against a gold of one invented document."""

import json
from pathlib import Path

from evaluation.benchmarks import b4

TEXT = "Col. Otto Lund, the council's spokesman, met the Joint Review Council (JRC)."


def entity(words: str, type_: str) -> dict[str, object]:
    begin = TEXT.index(words)
    end = begin + len(words)
    return {"begin": begin, "end": end, "type": type_, "confidence": 1.0}


def test_entities_and_aliases_are_scored_by_exact_ranges(tmp_path: Path) -> None:
    one, other = entity("the Joint Review Council", "Organisation"), entity(
        "JRC", "Organisation"
    )  # fmt: skip
    relation = {
        "type": "IsSynonymOf",
        "confidence": 1.0,
        "sourceBegin": one["begin"],
        "sourceEnd": one["end"],
        "targetBegin": other["begin"],
        "targetEnd": other["end"],
    }
    document = {
        "split": "dev",
        "text": TEXT,
        "entities": [one, other, entity("Col. Otto Lund", "Person")],
        "relations": [relation],
    }
    path = tmp_path / b4.NEEDS[0]
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(document), "utf-8")
    entities, aliases = b4.measure(tmp_path)
    assert entities.value == 2 * 3 / (4 + 3)  # the spokesman is in no gold
    assert aliases.value == 2 * 1 / (2 + 1)
