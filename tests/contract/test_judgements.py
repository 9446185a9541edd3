"""What judgements change in what is seen; the same in every store."""

from dataclasses import replace

import pytest

from tests.support.claims import a_claim, a_document, a_role, at
from trucewatch.claims.claim import Claim
from trucewatch.errors import MisplacedClaimError, UnknownClaimError
from trucewatch.ledger.judgements import (
    Acceptance,
    Alias,
    Attribution,
    AttributionStatus,
    AuthorRole,
    Explanation,
    ExplanationReason,
    Grade,
    Grading,
    MatterState,
    NameKind,
    Retraction,
    Review,
    Standing,
    Status,
    Verdict,
)
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.view import LedgerView

DAY_1, DAY_2, DAY_3 = at("2026-01-01"), at("2026-01-02"), at("2026-01-03")
DOCUMENT = a_document("The centre said that 59 groups joined. Nine fell in Nawa.")
JOINED = a_claim(DOCUMENT, "59 groups joined", value=59, chain=("wire", "centre"))
FELL = a_claim(DOCUMENT, "Nine fell", kind="CAS.killed", value=9, unit="killed")


@pytest.fixture
def stocked(ledger: Ledger) -> Ledger:
    """A ledger with two claims of one document, known on day 1."""
    ledger.append(DOCUMENT, [JOINED, FELL], known=DAY_1, author="anna")
    return ledger


def as_known(ledger: Ledger, known_on: object) -> LedgerView:
    return ledger.view(Standpoint(known_on=known_on))  # type: ignore[arg-type]


def corrected(claim: Claim) -> Claim:
    """The same words, rightly read as a number of killed."""
    return replace(claim, kind="CAS.killed", key="")


def test_a_rejected_claim_is_seen_no_longer(stocked: Ledger) -> None:
    stocked.judge(Review(JOINED.key, Verdict.REJECTED), known=DAY_2, author="anna")
    assert stocked.view().claims() == (FELL,)
    assert not stocked.view().is_seen(JOINED.key)
    assert set(as_known(stocked, DAY_1).claims()) == {JOINED, FELL}


def test_an_accepted_claim_stays_and_its_review_is_told(stocked: Ledger) -> None:
    review = Review(JOINED.key, Verdict.ACCEPTED)
    stocked.judge(review, known=DAY_2, author="anna")
    assert JOINED in stocked.view().claims()
    assert stocked.view().review(JOINED.key) == review
    assert stocked.view().review(FELL.key) is None


def test_a_corrected_claim_keeps_its_key_and_its_original(stocked: Ledger) -> None:
    right = replace(JOINED, quantity=FELL.quantity, key="")
    review = Review(JOINED.key, Verdict.CORRECTED, right)
    stocked.judge(review, known=DAY_2, author="anna")
    view = stocked.view()
    seen = view.claim(JOINED.key)
    assert (seen.key, seen.quantity) == (JOINED.key, FELL.quantity)
    assert seen in view.claims("PTY")
    assert view.original(JOINED.key) == JOINED
    assert view.known_since(JOINED.key) == DAY_1


def test_a_correction_moves_a_claim_to_its_right_kind(stocked: Ledger) -> None:
    review = Review(JOINED.key, Verdict.CORRECTED, corrected(JOINED))
    stocked.judge(review, known=DAY_2, author="anna")
    view = stocked.view()
    assert view.claims("PTY") == ()
    assert [c.key for c in view.claims("CAS.killed")] == sorted(
        [JOINED.key, FELL.key], key=lambda key: view.claim(key).span
    )
    assert view.is_seen(JOINED.key)


def test_a_correction_may_introduce_a_kind_nobody_claimed(stocked: Ledger) -> None:
    right = replace(JOINED, kind="REC.agreement", key="")
    stocked.judge(
        Review(JOINED.key, Verdict.CORRECTED, right), known=DAY_2, author="anna"
    )
    assert [c.key for c in stocked.view().claims("REC")] == [JOINED.key]


def test_a_correction_of_the_speaker_counts_for_according_to(stocked: Ledger) -> None:
    right = replace(FELL, chain=a_claim(DOCUMENT, chain=("wire", "doctor")).chain)
    stocked.judge(
        Review(FELL.key, Verdict.CORRECTED, replace(right, key="")),
        known=DAY_2,
        author="anna",
    )
    view = stocked.view(Standpoint(according_to="doctor"))
    assert [c.key for c in view.claims()] == [FELL.key]


def test_a_change_of_mind_is_a_new_judgement(stocked: Ledger) -> None:
    for day, verdict in ((DAY_2, Verdict.REJECTED), (DAY_3, Verdict.ACCEPTED)):
        stocked.judge(Review(JOINED.key, verdict), known=day, author="anna")
    assert JOINED in stocked.view().claims()
    assert JOINED not in as_known(stocked, DAY_2).claims()
    history = stocked.view().judgements(JOINED.key, "review")
    assert [entry.stamp.known for entry in history] == [DAY_2, DAY_3]


def test_the_same_judgement_twice_changes_nothing(stocked: Ledger) -> None:
    review = Review(JOINED.key, Verdict.ACCEPTED)
    first = stocked.judge(review, known=DAY_2, author="anna")
    before = stocked.head()
    assert stocked.judge(review, known=DAY_3, author="anna") == first
    assert stocked.head() == before


def test_another_author_may_judge_the_same(stocked: Ledger) -> None:
    review = Review(JOINED.key, Verdict.ACCEPTED)
    stocked.judge(review, known=DAY_2, author="anna")
    stocked.judge(review, known=DAY_3, author="boris")
    assert len(stocked.view().judgements(JOINED.key)) == 2


def test_the_more_senior_judgement_counts_though_it_is_older(stocked: Ledger) -> None:
    senior = Review(JOINED.key, Verdict.REJECTED)
    stocked.judge(senior, known=DAY_2, author="olga", role=AuthorRole.ADJUDICATOR)
    stocked.judge(
        Review(JOINED.key, Verdict.ACCEPTED),
        known=DAY_3,
        author="anna",
        role=AuthorRole.CODER,
    )
    assert stocked.view().review(JOINED.key) == senior


def test_a_review_of_an_unknown_claim_is_refused(stocked: Ledger) -> None:
    with pytest.raises(UnknownClaimError, match="c_none"):
        stocked.judge(Review("c_none", Verdict.ACCEPTED), known=DAY_2, author="anna")
    with pytest.raises(UnknownClaimError, match="m_none"):
        stocked.judge(Review("m_none", Verdict.ACCEPTED), known=DAY_2, author="anna")
    with pytest.raises(UnknownClaimError, match="c_none"):
        stocked.judge(Grading("c_none", Grade("B", 2)), known=DAY_2, author="anna")


def test_a_correction_must_quote_the_document(stocked: Ledger) -> None:
    wrong = replace(JOINED, quote="95 groups joined", key="")
    with pytest.raises(MisplacedClaimError, match="does not quote"):
        stocked.judge(
            Review(JOINED.key, Verdict.CORRECTED, wrong), known=DAY_2, author="anna"
        )


def test_a_retracted_claim_is_seen_again_once_reinstated(stocked: Ledger) -> None:
    retraction = Retraction(FELL.key, by="wire", note="Corrected the next day.")
    stocked.judge(retraction, known=DAY_2, author="anna")
    assert stocked.view().claims() == (JOINED,)
    back = Retraction(FELL.key, retracted=False)
    stocked.judge(back, known=DAY_3, author="anna")
    assert set(stocked.view().claims()) == {JOINED, FELL}


def test_a_retracted_document_takes_its_claims_with_it(stocked: Ledger) -> None:
    stocked.judge(Retraction(DOCUMENT.key), known=DAY_2, author="anna")
    assert stocked.view().claims() == ()
    assert stocked.view().documents() == (DOCUMENT,)


def test_the_three_judgements_stay_apart(stocked: Ledger) -> None:
    attribution = Attribution(FELL.key, AttributionStatus.DISPUTED, "northern_army")
    for judgement in (
        Review(FELL.key, Verdict.ACCEPTED),
        Standing(FELL.key, Status.CONTESTED),
        attribution,
    ):
        stocked.judge(judgement, known=DAY_2, author="anna")
    view = stocked.view()
    assert view.status(FELL.key) is Status.CONTESTED
    assert view.attribution(FELL.key) == attribution
    assert view.status(JOINED.key) is Status.ALLEGED
    assert view.attribution(JOINED.key) is None
    assert view.judgement(FELL.key, "status") == Standing(FELL.key, Status.CONTESTED)


def test_a_claim_is_ungraded_until_somebody_grades_it(stocked: Ledger) -> None:
    assert str(stocked.view().grade(JOINED.key)) == "F6"
    stocked.judge(Grading("centre", Grade("C", 2)), known=DAY_2, author="anna")
    assert str(stocked.view().grade(JOINED.key)) == "C6"
    stocked.judge(
        Grading("centre", Grade("B", 2), topic="PTY"), known=DAY_2, author="anna"
    )
    assert str(stocked.view().grade(JOINED.key)) == "B6"
    stocked.judge(Grading(JOINED.key, Grade("A", 1)), known=DAY_3, author="anna")
    assert str(stocked.view().grade(JOINED.key)) == "A1"
    assert str(stocked.view().grade(FELL.key)) == "F6"


def test_a_least_grade_keeps_what_reaches_it(stocked: Ledger) -> None:
    stocked.judge(Grading(JOINED.key, Grade("B", 2)), known=DAY_2, author="anna")
    seen = stocked.view(Standpoint(min_grade=Grade("B", 3))).claims()
    assert seen == (JOINED,)
    assert stocked.view(Standpoint(min_grade=Grade("A", 3))).claims() == ()


def test_a_contradiction_is_open_until_explained(stocked: Ledger) -> None:
    assert stocked.view().explanation("m_1").state is MatterState.OPEN
    explanation = Explanation(
        "m_1", MatterState.EXPLAINED, ExplanationReason.AREA, "City against province."
    )
    stocked.judge(explanation, known=DAY_2, author="anna")
    assert stocked.view().explanation("m_1") == explanation


def test_a_name_means_whom_somebody_says_it_means(ledger: Ledger) -> None:
    claim = a_claim(DOCUMENT, roles=(a_role("actor", None, "the Ninth"),))
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    ledger.judge(Alias("The Ninth", "ninth_brigade"), known=DAY_2, author="anna")
    (seen,) = ledger.view().claims()
    assert (seen.key, seen.roles[0].id) == (claim.key, "ninth_brigade")
    assert as_known(ledger, DAY_1).claims() == (claim,)
    ledger.judge(Alias("The Ninth", None), known=DAY_3, author="anna")
    assert ledger.view().claims() == (claim,)


def test_a_name_in_one_sources_texts_only(ledger: Ledger) -> None:
    roles = (a_role("actor", None, "the army"),)
    ours = a_claim(DOCUMENT, roles=roles, chain=("wire",))
    theirs = a_claim(DOCUMENT, roles=roles, chain=("paper",))
    ledger.append(DOCUMENT, [ours, theirs], known=DAY_1, author="anna")
    alias = Alias("the army", "northern_army", according_to="wire")
    ledger.judge(alias, known=DAY_2, author="anna")
    found = {c.key: c.roles[0].id for c in ledger.view().claims()}
    assert found == {ours.key: "northern_army", theirs.key: None}


@pytest.mark.parametrize(
    ("start", "meant"),
    [
        ("2015-12-31", None),
        ("2016-05-01", "ninth"),
        ("2017-01-01", None),
        (None, "ninth"),
    ],
)
def test_a_name_for_some_time_only(
    ledger: Ledger, start: str | None, meant: str | None
) -> None:
    claim = a_claim(DOCUMENT, start=start, roles=(a_role("actor", None, "the Ninth"),))
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    alias = Alias("the Ninth", "ninth", start="2016-01-01", end="2016-12-31")
    ledger.judge(alias, known=DAY_2, author="anna")
    assert ledger.view().claims()[0].roles[0].id == meant


def test_a_speakers_accepted_name_answers_according_to(ledger: Ledger) -> None:
    claim = a_claim(DOCUMENT, chain=("wire", "Gen. Ivanov"))
    unnamed = replace(
        claim, chain=(claim.chain[0], replace(claim.chain[1], id=None)), key=""
    )
    ledger.append(DOCUMENT, [unnamed], known=DAY_1, author="anna")
    name = unnamed.chain[1].text
    assert name is not None
    ledger.judge(Alias(name, "north_mod"), known=DAY_2, author="anna")
    (seen,) = ledger.view(Standpoint(according_to="north_mod")).claims()
    assert seen.speaker == "north_mod"


def test_a_name_accepted_into_the_theatre_gets_its_identifier(ledger: Ledger) -> None:
    roles = (a_role("actor", None, "Tenth Brigade"), a_role("recipient", None, "Mob"))
    claim = a_claim(DOCUMENT, roles=roles)
    ledger.append(DOCUMENT, [claim], known=DAY_1, author="anna")
    group = NameKind.GROUP
    accepted = Acceptance("Tenth Brigade", accepted=True, kind=group, id="tenth")
    refused = Acceptance("Mob", accepted=False, kind=group)
    for judgement in (accepted, refused):
        ledger.judge(judgement, known=DAY_2, author="anna")
    view = ledger.view()
    assert view.judgement("Tenth Brigade", "acceptance") == accepted
    assert [role.id for role in view.claim(claim.key).roles] == ["tenth", None]
