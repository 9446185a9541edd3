"""On the shared corpora no annotated fact of a body is lost to furniture."""

import json
from pathlib import Path

import pytest

from trucewatch.documents.document import Document
from trucewatch.documents.loading import load_documents

SETS = ("seeds", "syria_dev", "donbas_dev", "composed_dev")


def _documents(shared: Path, name: str) -> dict[str, Document]:
    loaded = load_documents([shared / "corpus" / name])
    return {
        str(item.document.source_file).removesuffix(".txt"): item.document
        for item in loaded
        if item.document
    }


@pytest.mark.parametrize("name", SETS)
def test_no_annotated_fact_of_a_body_stands_in_furniture(
    shared: Path, name: str
) -> None:
    documents = _documents(shared, name)
    lost = []
    for line in (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines():
        fact = json.loads(line)
        if fact.get("part", "body") != "body" or not fact["span"]:
            continue
        start, end = fact["span"]
        marks = documents[fact["doc"]].furniture
        lost += [
            fact["quote"] for m in marks if m.span.start < end and start < m.span.end
        ]
    assert lost == []


def test_every_caption_and_linked_headline_of_the_seeds_is_marked(shared: Path) -> None:
    documents = _documents(shared, "seeds")
    missed = []
    for line in (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines():
        fact = json.loads(line)
        if fact["part"] not in ("caption", "link_headline"):
            continue
        start, end = fact["span"]
        marks = documents[fact["doc"]].furniture
        if not any(m.span.start <= start and end <= m.span.end for m in marks):
            missed.append(fact["quote"])
    assert missed == []


def test_the_day_read_from_a_text_agrees_with_the_day_noted(shared: Path) -> None:
    for document in _documents(shared, "syria_dev").values():
        day = document.dateline.day if document.dateline else None
        if day is not None and document.published is not None:
            assert day == document.published, document.source_file
