import datetime as dt
import json

import pytest

from evaluation.gold import read_lines
from evaluation.measuring import OWN, corpus
from evaluation.shared import shared_folder
from trucewatch.claims.types import claim_types
from trucewatch.values.stances import Aggregation, Assertion, Quantifier

DOCUMENTS, FACTS, FOLDS = corpus(shared_folder(), OWN)
GOLD = read_lines(FACTS)
STEMS = {path.stem for path in DOCUMENTS.glob("*.txt")}
FORMS = [("aggregation", Aggregation), ("quantifier", Quantifier)]


def test_every_quote_stands_at_its_span() -> None:
    texts = {stem: (DOCUMENTS / f"{stem}.txt").read_text("utf-8") for stem in STEMS}
    wrong = [
        (fact["doc"], fact["quote"])
        for fact in GOLD
        if texts[fact["doc"]][slice(*fact["span"])] != fact["quote"]
    ]
    assert wrong == []


def test_every_fact_has_a_claim_type_and_a_form_of_assertion() -> None:
    assert {fact["kind"] for fact in GOLD} <= set(claim_types())
    assert {fact["assertion"] for fact in GOLD} <= set(Assertion)


@pytest.mark.parametrize(("field", "forms"), FORMS)
def test_figures_keep_to_the_forms(field: str, forms: type[Aggregation]) -> None:
    assert {fact[field] for fact in GOLD} <= {None, *forms}


def test_the_bounds_follow_the_quantifier() -> None:
    open_ended = {"at_least": "high", "at_most": "low", "nearly": "low"}
    for fact in (fact for fact in GOLD if fact["value"] is not None):
        assert fact["unit"]
        without = open_ended.get(fact["quantifier"])
        ends = {end for end in ("low", "high") if fact[end] is None}
        assert ends == ({without} if without else set()), fact["quote"]


def test_times_are_days_in_order() -> None:
    for fact in GOLD:
        days = [dt.date.fromisoformat(fact[end]) for end in ("from", "to") if fact[end]]
        assert days == sorted(days), fact["quote"]


def test_every_document_has_facts_a_date_and_a_half() -> None:
    folds = json.loads(FOLDS.read_text("utf-8"))[OWN]
    dated = {
        line["file"].removesuffix(".txt")
        for line in read_lines(DOCUMENTS / "metadata.jsonl")
        if line["published"]
    }
    assert sorted(folds["A"] + folds["B"]) == sorted(STEMS)
    assert {fact["doc"] for fact in GOLD} == dated == STEMS
