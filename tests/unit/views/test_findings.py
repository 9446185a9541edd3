"""Findings with their claims at hand."""

import datetime as dt

import pytest

from tests.support.made import (
    NOON,
    made_claim,
    made_document,
    made_ledger,
    made_quantity,
)
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.judgements import Explanation, ExplanationReason, MatterState
from trucewatch.views.findings import (
    AGAINST,
    finding_record,
    relations,
    with_claims,
)

DOCUMENT = made_document()
JOINED = made_claim(DOCUMENT, "41 armed groups", quantity=made_quantity(DOCUMENT, "41"))
KILLED = made_claim(DOCUMENT, "7 people were killed in Nawa", place="Nawa")
FINDING = Finding(
    Relation.CONTRADICTS, Aspect.NUMBER, "matter", "Why.", (JOINED.key, KILLED.key)
)


def test_a_finding_comes_with_its_claims_and_is_open() -> None:
    ledger = made_ledger((DOCUMENT, (JOINED, KILLED)))
    (found,) = with_claims([FINDING], ledger.view())
    assert found.claims == (JOINED, KILLED)
    assert found.finding.state is MatterState.OPEN
    assert found.note == ""


def test_a_judgement_moves_it_on_and_leaves_its_note() -> None:
    ledger = made_ledger((DOCUMENT, (JOINED, KILLED)))
    decided = Explanation(
        FINDING.key, MatterState.EXPLAINED, ExplanationReason.DATE, "Other days."
    )
    ledger.judge(decided, known=NOON + dt.timedelta(hours=1), author="test")
    (found,) = with_claims([FINDING], ledger.view())
    assert found.finding.state is MatterState.EXPLAINED
    assert found.note == "Other days."


def test_a_record_gives_each_side_with_file_span_quote_and_speaker() -> None:
    ledger = made_ledger((DOCUMENT, (JOINED, KILLED)))
    (found,) = with_claims([FINDING], ledger.view())
    record = finding_record(found)
    assert record["kind"] == "contradicts"
    assert record["state"] == "open"
    first, second = record["claims"]
    assert first["source_file"] == "bulletin.txt"
    assert DOCUMENT.text[slice(*first["span"])] == first["quote"] == "41 armed groups"
    assert (first["speaker"], first["number"], first["unit"]) == (
        "ru_crc",
        "41",
        "groups",
    )
    assert (second["number"], second["unit"], second["place"]) == (None, None, "Nawa")


def test_kinds_of_finding_are_named() -> None:
    assert relations(["agrees", "denies"]) == {Relation.AGREES, Relation.DENIES}
    assert relations(["all"]) == frozenset(Relation)
    assert Relation.AGREES not in AGAINST


def test_an_unknown_kind_of_finding_suggests_near_ones() -> None:
    with pytest.raises(UnknownNameError, match="contradicts"):
        relations(["contradict"])
