"""Findings of a ledger that grows, with their claims, history and roots."""

import pytest

from tests.support.claims import a_claim, a_document, at
from trucewatch.ledger.judgements import (
    AuthorRole,
    Explanation,
    ExplanationReason,
    MatterState,
)
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.views.bounded import (
    comparisons_of,
    roots_behind,
    steps_of,
)
from trucewatch.views.comparing import Comparing
from trucewatch.views.looking import Looking

OLD = a_document("In spring 30 armed groups have joined the truce, the centre said.")
EARLY = a_document("The centre said that 59 armed groups have joined the truce.")
LATE = a_document("The ministry said that 40 armed groups have joined the truce.")
CLAIMS = (
    a_claim(
        OLD, "30 armed groups", chain=("wire", "centre"), value=30, start="2016-05-01"
    ),
    a_claim(
        EARLY, "59 armed groups", chain=("wire", "centre"), value=59, start="2016-05-20"
    ),
    a_claim(
        LATE,
        "40 armed groups",
        chain=("paper", "ministry"),
        value=40,
        start="2016-05-20",
    ),
)


@pytest.fixture
def looking() -> Looking:
    ledger = MemoryLedger()
    for document, claim in zip((OLD, EARLY, LATE), CLAIMS, strict=True):
        ledger.append(
            document, (claim,), (), known=at("2026-11-01"), author="t", reader="r 1"
        )
    return Looking(ledger, "syria_2016")


def test_all_claims_are_compared_and_new_ones_as_they_come(looking: Looking) -> None:
    comparing = Comparing(looking)
    before = comparing.compared(looking.view(), {})
    more = a_document("The council said that 77 armed groups have joined the truce.")
    claim = a_claim(more, "77 armed groups", chain=("wire", "council"), value=77)
    looking.ledger.append(
        more, (claim,), (), known=at("2026-11-02"), author="t", reader="r 1"
    )
    view = looking.view()
    after = comparing.compared(view, {})
    assert (before.claims, after.claims) == (3, 4)
    assert after == Comparing(Looking(looking.ledger, "syria_2016")).compared(view, {})


def test_a_second_look_goes_on_from_what_the_ledger_keeps(looking: Looking) -> None:
    view = looking.view()
    assert not Comparing(looking).is_quick(view)
    found = Comparing(looking).compared(view, {})
    again = Comparing(looking)
    assert again.is_quick(view)
    assert again.compared(view, {}) == found


def test_findings_come_with_their_claims_and_their_history(looking: Looking) -> None:
    before = looking.view()
    (finding, *_) = Comparing(looking).compared(before, {}).findings
    explained = Explanation(
        finding.key, MatterState.EXPLAINED, ExplanationReason.DEFINITION, "two lists"
    )
    looking.ledger.judge(
        explained, known=at("2026-11-02"), author="mira", role=AuthorRole.ADJUDICATOR
    )
    view = looking.view()
    (comparison,) = comparisons_of([finding], view)
    (step,) = steps_of(finding, view)
    assert {claim.key for claim in comparison.claims} == set(finding.claims)
    assert comparison.finding.state is MatterState.EXPLAINED
    assert (step.author, step.note) == ("mira", "two lists")


def test_copies_of_one_story_are_one_root(looking: Looking) -> None:
    copies = {EARLY.key: EARLY.key, LATE.key: EARLY.key}
    same = [
        a_claim(EARLY, "59 armed groups", chain=("wire",)),
        a_claim(LATE, "40 armed groups", chain=("paper",)),
    ]
    assert roots_behind(same, looking, {}) == 2
    assert roots_behind(same, looking, copies) == 1
