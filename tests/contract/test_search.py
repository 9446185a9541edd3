"""Full-text search finds the same in every store."""

import pytest

from tests.support.claims import a_claim, a_document, a_place, at
from trucewatch.ledger.holdings import Hit
from trucewatch.ledger.judgements import Review, Verdict
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import Standpoint

DAY_1, DAY_2 = at("2026-01-01"), at("2026-01-02")
CAFE = a_document("The Café in Ras al-Ain reopened, 1,200 people returned.")
NAWA = a_document("Shelling was reported near Nawa; people fled.")
FLED = a_claim(
    NAWA, "people fled", places=(a_place("sy_nawa"),), chain=("wire", "joint_centre")
)


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    """A ledger with two documents and a claim of the second."""
    ledger.append(CAFE, [], known=DAY_1, author="anna")
    ledger.append(NAWA, [FLED], known=DAY_2, author="anna")
    return ledger


def found(ledger: Ledger, query: str) -> set[str]:
    return {hit.key for hit in ledger.view().search(query)}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("people", {CAFE.key, NAWA.key, FLED.key}),
        ("PEOPLE Fled", {NAWA.key, FLED.key}),
        ("cafe", {CAFE.key}),
        ("al-ain", {CAFE.key}),
        ("reop*", {CAFE.key}),
        ("reop", set()),
        ("joint centre", {FLED.key}),
        ("accession", {FLED.key}),
        ("people 'OR' nawa AND", set()),
        ('"', set()),
        ("", set()),
    ],
)
def test_all_words_asked_for_must_occur(
    stocked: Ledger, query: str, expected: set[str]
) -> None:
    assert found(stocked, query) == expected


def test_a_hit_tells_where_and_what(stocked: Ledger) -> None:
    claim, document = stocked.view().search("fled")
    assert claim == Hit("claim", FLED.key, NAWA.key, "people fled")
    assert document.kind == "document"
    assert "fled" in document.excerpt


def test_search_sees_no_more_than_its_standpoint(stocked: Ledger) -> None:
    then = stocked.view(Standpoint(known_on=DAY_1))
    assert {hit.key for hit in then.search("people")} == {CAFE.key}
    stocked.judge(Review(FLED.key, Verdict.REJECTED), known=DAY_2, author="anna")
    assert found(stocked, "fled") == {NAWA.key}


def test_no_more_hits_than_asked_for(stocked: Ledger) -> None:
    assert len(stocked.view().search("people", limit=2)) == 2


def test_a_document_recorded_again_is_found_once(ledger: Ledger) -> None:
    for title in ("First", "Second"):
        document = a_document("It is quiet.", key="d_1", title=title)
        ledger.append(document, [], known=DAY_1, author="anna")
    assert [hit.key for hit in ledger.view().search("quiet")] == ["d_1"]


def test_scripts_other_than_latin_are_found(ledger: Ledger) -> None:
    document = a_document("Перемирие соблюдается. الهدنة سارية")
    ledger.append(document, [], known=DAY_1, author="anna")
    assert found(ledger, "перемирие") == {document.key}
    assert found(ledger, "الهدنة") == {document.key}
