"""Views that look at the latest claims only."""

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
    compare_latest,
    comparisons_of,
    latest_claims,
    roots_behind,
    steps_of,
)
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


def test_no_more_than_the_latest_are_compared(looking: Looking) -> None:
    standpoint = looking.view().standpoint
    everything = compare_latest(looking, standpoint, latest=None, copies={})
    one = compare_latest(looking, standpoint, latest=1, copies={})
    assert (everything.claims, one.claims) == (3, 2)  # a day is taken whole


def test_findings_come_with_their_claims_and_their_history(looking: Looking) -> None:
    before = looking.view()
    (finding, *_) = compare_latest(
        looking, before.standpoint, latest=None, copies={}
    ).findings
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


def test_the_latest_claims_are_taken_with_their_whole_day(looking: Looking) -> None:
    latest = [claim.key for claim in latest_claims(looking.view(), 1)]
    assert sorted(latest) == sorted(claim.key for claim in CLAIMS[1:])
    assert len(latest_claims(looking.view(), 9)) == 3


def test_copies_of_one_story_are_one_root(looking: Looking) -> None:
    copies = {EARLY.key: EARLY.key, LATE.key: EARLY.key}
    same = [
        a_claim(EARLY, "59 armed groups", chain=("wire",)),
        a_claim(LATE, "40 armed groups", chain=("paper",)),
    ]
    assert roots_behind(same, looking, {}) == 2
    assert roots_behind(same, looking, copies) == 1
