import datetime as dt
import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import evaluation
from evaluation.gold import read_lines
from evaluation.measuring import OWN, corpus
from evaluation.shared import shared_folder
from trucewatch.claims.types import claim_types
from trucewatch.values.stances import Aggregation, Assertion, Quantifier

MEASURED = corpus(shared_folder(), OWN)
TO_LEARN_FROM = Path(evaluation.__path__[0]) / "own_train"
FORMS = [("aggregation", Aggregation), ("quantifier", Quantifier)]


class Annotated(NamedTuple):
    """One set of our own: the texts by stem, the facts, and the stems with a date."""

    texts: dict[str, str]
    facts: list[dict[str, Any]]
    dated: set[str]


@pytest.fixture(
    scope="module",
    params=[MEASURED.documents.parent, TO_LEARN_FROM],
    ids=["own", "own_train"],
)
def annotated(request: pytest.FixtureRequest) -> Annotated:
    documents = request.param / "documents"
    return Annotated(
        {path.stem: path.read_text("utf-8") for path in documents.glob("*.txt")},
        read_lines(request.param / "gold.jsonl"),
        {
            line["file"].removesuffix(".txt")
            for line in read_lines(documents / "metadata.jsonl")
            if line["published"]
        },
    )


def test_every_quote_stands_at_its_span(annotated: Annotated) -> None:
    wrong = [
        (fact["doc"], fact["quote"])
        for fact in annotated.facts
        if annotated.texts[fact["doc"]][slice(*fact["span"])] != fact["quote"]
    ]
    assert wrong == []


def test_every_fact_has_a_claim_type_and_a_form_of_assertion(
    annotated: Annotated,
) -> None:
    assert {fact["kind"] for fact in annotated.facts} <= set(claim_types())
    assert {fact["assertion"] for fact in annotated.facts} <= set(Assertion)


@pytest.mark.parametrize(("field", "forms"), FORMS)
def test_figures_keep_to_the_forms(
    annotated: Annotated, field: str, forms: type[Aggregation]
) -> None:
    assert {fact[field] for fact in annotated.facts} <= {None, *forms}


def test_the_bounds_follow_the_quantifier(annotated: Annotated) -> None:
    open_ended = {"at_least": "high", "at_most": "low", "nearly": "low"}
    for fact in (fact for fact in annotated.facts if fact["value"] is not None):
        assert fact["unit"]
        without = open_ended.get(fact["quantifier"])
        ends = {end for end in ("low", "high") if fact[end] is None}
        assert ends == ({without} if without else set()), fact["quote"]


def test_times_are_days_in_order(annotated: Annotated) -> None:
    for fact in annotated.facts:
        days = [dt.date.fromisoformat(fact[end]) for end in ("from", "to") if fact[end]]
        assert days == sorted(days), fact["quote"]


def test_every_document_has_facts_and_a_date(annotated: Annotated) -> None:
    with_facts = {fact["doc"] for fact in annotated.facts}
    assert with_facts == annotated.dated == set(annotated.texts)


def test_every_document_that_is_measured_has_a_half() -> None:
    folds = json.loads(MEASURED.folds.read_text("utf-8"))[OWN]
    stems = {path.stem for path in MEASURED.documents.glob("*.txt")}
    assert sorted(folds["A"] + folds["B"]) == sorted(stems)


def test_no_document_is_both_measured_and_learned_from() -> None:
    measured, learned = (
        {path.read_text("utf-8") for path in folder.glob("*.txt")}
        for folder in (MEASURED.documents, TO_LEARN_FROM / "documents")
    )
    assert measured
    assert not measured & learned
