"""The speakers' measure asks attribution at each fact's own span."""

import json
from pathlib import Path

import pytest

from evaluation.benchmarks import speakers
from trucewatch.claims.claim import Vouching

SCORER = """
def speaker_ok(claim, fact):
    return claim["speaker"] == fact["speaker"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A shared folder of two documents, one a half."""
    (tmp_path / "evaluate").mkdir()
    (tmp_path / "evaluate" / "score.py").write_text(SCORER, "utf-8")
    folds = {name: {"A": ["a"], "B": ["b"]} for name in speakers.SETS}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "folds.json").write_text(json.dumps(folds), "utf-8")
    text = "Nine men fell, the United Nations said."
    rows: list[dict[str, str | None]] = [
        {"file": "a.txt", "publisher": "TASS", "published": "2016-03-01"},
        {"file": "b.txt", "publisher": None, "published": None},
    ]
    facts = [
        {"doc": doc, "span": [0, 4], "speaker": speaker}
        for doc, speaker in (("a", "un"), ("b", "sohr"))
    ]
    for name in speakers.SETS:
        corpus = tmp_path / "corpus" / name
        corpus.mkdir(parents=True)
        for row in rows:
            (corpus / str(row["file"])).write_text(text, "utf-8")
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        (corpus / "metadata.jsonl").write_text(lines, "utf-8")
        gold = "".join(json.dumps(fact) + "\n" for fact in facts)
        (tmp_path / "gold" / f"{name}.jsonl").write_text(gold, "utf-8")
    return tmp_path


def test_each_half_has_its_share_of_right_speakers(folder: Path) -> None:
    rows = {row.set: row.value for row in speakers.measure(folder)}
    assert rows["syria_dev/A"] == 1
    assert rows["syria_dev/B"] == 0
    assert len(rows) == 2 * len(speakers.SETS)


def test_documents_come_with_their_day(folder: Path) -> None:
    found = dict(speakers.documents(folder, "syria_dev"))
    assert str(found["a"].published) == "2016-03-01"
    assert found["b"].published is None


def test_a_claim_shows_the_scorer_chain_speaker_and_voice() -> None:
    chain = (
        Vouching("publisher", "tass", "TASS", None, None),
        Vouching("speaker", "un", "UN", None, "said"),
    )
    claim = speakers.as_claim(chain, "indirect")
    assert claim["speaker"] == "un"
    assert claim["voice"] == "indirect"
    assert [link["part"] for link in claim["chain"]] == ["publisher", "speaker"]
