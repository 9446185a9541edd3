"""What counts as found among the gold's groups."""

import json
from pathlib import Path
from typing import Any

from evaluation.benchmarks.pairs import (
    Compared,
    contradicted,
    facts_of,
    found,
    one_root,
    rival_counts,
)
from evaluation.goldclaims import claims_of, read_facts
from tests.support.statements import AROUND
from trucewatch.comparison.comparing import compare_claims
from trucewatch.values.stances import Voice

TEXT = "Nine dead, says the town\n\nIn Nawa 9 people died, the town said; army: 3 dead."


def fact(words: str, value: float, speaker: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    start = TEXT.index(words)
    return {
        "doc": "a",
        "span": [start, start + len(words)],
        "quote": words,
        "kind": "CAS.casualties",
        "unit": "killed",
        "value": value,
        "low": value,
        "high": value,
        "quantifier": "exact",
        "aggregation": "per_event",
        "place": "Nawa",
        "speaker": speaker,
        "speaker_text": None,
        "actor": None,
        "from": "2016-05-20",
        "to": "2016-05-20",
        "assertion": "asserted",
        "note": None,
        **more,
    }


FACTS = [fact("9 people died", 9, "town"), fact("3 dead", 3, "army")]


def corpus(folder: Path) -> Path:
    (folder / "a.txt").write_text(TEXT)
    lines = (json.dumps(f) for f in FACTS)
    (folder / "gold.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def compared(folder: Path) -> Compared:
    facts = read_facts(corpus(folder) / "gold.jsonl")
    claims = claims_of(facts, folder)
    return Compared(
        tuple(claims.values()),
        compare_claims(claims.values(), AROUND),
        {"a": "a", "b": "a", "c": "c"},
        facts_of(claims.values(), facts),
    )


def test_a_group_is_found_when_a_finding_speaks_of_two_of_its_facts(
    tmp_path: Path,
) -> None:
    result = compared(tmp_path)
    assert found({"facts": ["a#0", "a#1"]}, result)
    assert contradicted({"facts": ["a#0", "a#1"]}, result)
    assert not found({"facts": ["a#0", "z#1"]}, result)


def test_copies_are_found_when_they_share_a_root(tmp_path: Path) -> None:
    result = compared(tmp_path)
    assert one_root({"docs": ["a", "b"]}, result)
    assert not one_root({"docs": ["a", "c"]}, result)


def test_a_claim_stands_for_the_fact_with_its_words_and_number(tmp_path: Path) -> None:
    facts = read_facts(corpus(tmp_path) / "gold.jsonl")
    claims = claims_of(facts, tmp_path)
    met = facts_of(claims.values(), facts)
    assert met[claims["a#0"].key] == {"a#0"}
    other = [fact("9 people died", 8, "town", id="a#9")]
    assert facts_of(claims.values(), other)[claims["a#0"].key] == frozenset()


def test_the_first_line_is_read_as_a_headline(tmp_path: Path) -> None:
    head = [fact("Nine dead", 9, "town", id="h")]
    (claim,) = claims_of(head, corpus(tmp_path)).values()
    assert claim.voice is Voice.HEADLINE


def test_two_bodies_counts_of_one_day_are_a_pair_in_peace() -> None:
    counts = [
        fact("9 people died", n, s, id=s, unit="violations", place=None)
        for s, n in (("ru_jc", 9), ("tr_jc", 3))
    ]
    (group,) = rival_counts(counts)
    assert group["facts"] == ["ru_jc", "tr_jc"]
