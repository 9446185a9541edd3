"""Scoring by document, against the scorer of the shared folder."""

import copy
from pathlib import Path
from typing import Any

import pytest

from evaluation import gold

FACTS: list[dict[str, Any]] = [
    {
        "doc": doc,
        "span": [start, start + 20],
        "quote": "…",
        "kind": kind,
        "unit": unit,
        "value": value,
        "low": value,
        "high": value,
        "quantifier": "exact" if value else None,
        "aggregation": "per_event" if value else None,
        "place": "Homs",
        "speaker": "un",
        "from": None,
        "to": "2016-03-01",
        "assertion": assertion,
    }
    for doc, start, kind, unit, value, assertion in [
        ("one", 0, "CAS.killed", "killed", 3, "asserted"),
        ("one", 400, "INC.violation", "violations", 14, "denied"),
        ("two", 0, "HUM.delivery", "tonnes", 20, "planned"),
        ("two", 400, "TLK.meeting", None, None, "planned"),
    ]
]


def claim(fact: dict[str, Any]) -> dict[str, Any]:
    """Return a claim that is right in everything the fact states."""
    quantity = {
        "span": fact["span"],
        **{k: fact[k] for k in ("unit", "value", "low", "high", "quantifier")},
        "aggregation": fact["aggregation"],
    }
    return {
        "source_file": f"{fact['doc']}.txt",
        "span": fact["span"],
        "kind": fact["kind"],
        "assertion": fact["assertion"],
        "polarity": "affirmed",
        "speaker": fact["speaker"],
        "chain": [{"part": "speaker", "id": fact["speaker"], "text": None}],
        "places": [{"name": fact["place"], "text": fact["place"]}],
        "time": {"to": fact["to"]},
        "quantity": quantity if fact["value"] is not None else None,
    }


@pytest.fixture
def scorer(shared: Path) -> Path:
    return shared / "evaluate" / "score.py"


def figures(claims: list[dict[str, Any]], scorer: Path) -> dict[str, float]:
    scored = gold.score_documents(claims, FACTS, scorer)
    return {
        row.measure: row.value
        for row in gold.rows("set", list(scored.documents.values()), resample=False)
    }


def test_claims_that_say_what_the_gold_says_score_full(scorer: Path) -> None:
    assert set(figures([claim(f) for f in FACTS], scorer).values()) == {1.0}


def test_a_missed_fact_costs_recall_and_no_precision(scorer: Path) -> None:
    got = figures([claim(f) for f in FACTS[1:]], scorer)
    assert got["recall"] == pytest.approx(2 / 3)
    assert got["precision"] == 1.0


def test_an_invented_figure_costs_precision_and_no_recall(scorer: Path) -> None:
    invented = copy.deepcopy(claim(FACTS[0]))
    invented["quantity"] |= {"value": 99, "low": 99, "high": 99}
    got = figures([*(claim(f) for f in FACTS), invented], scorer)
    assert got["precision"] == pytest.approx(3 / 4)
    assert got["recall"] == 1.0


def test_a_wrong_speaker_is_found_but_not_usable(scorer: Path) -> None:
    wrong = claim(FACTS[0])
    wrong |= {"speaker": "ru_mod", "chain": [{"part": "speaker", "id": "ru_mod"}]}
    got = figures([wrong, *(claim(f) for f in FACTS[1:])], scorer)
    assert got["recall"] == 1.0
    assert got["usable"] == pytest.approx(2 / 3)
    assert got["speaker"] == pytest.approx(3 / 4)


def test_a_rare_assertion_weighs_as_much_as_a_common_one(scorer: Path) -> None:
    wrong = claim(FACTS[1]) | {"assertion": "predicted"}
    got = figures([claim(FACTS[0]), wrong, *(claim(f) for f in FACTS[2:])], scorer)
    assert got["assertion_macro"] == pytest.approx(2 / 3)


def test_each_row_has_an_interval_that_holds_its_figure(scorer: Path) -> None:
    scored = gold.score_documents([claim(f) for f in FACTS[1:]], FACTS, scorer)
    for row in gold.rows("set", list(scored.documents.values())):
        assert row.low is not None
        assert row.high is not None
        assert row.low <= row.value <= row.high
