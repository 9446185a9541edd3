"""From a word to a judgement."""

import pytest

from trucewatch.errors import UnknownNameError
from trucewatch.intake.judging import Decision, role_named
from trucewatch.ledger.judgements import (
    Attribution,
    AttributionStatus,
    AuthorRole,
    Explanation,
    ExplanationReason,
    Grade,
    Grading,
    Judgement,
    MatterState,
    Retraction,
    Review,
    Standing,
    Status,
    Verdict,
)


@pytest.mark.parametrize(
    ("decision", "judgement"),
    [
        (
            Decision("c_1", "rejected", "No."),
            Review("c_1", Verdict.REJECTED, note="No."),
        ),
        (Decision("c_1", "contested"), Standing("c_1", Status.CONTESTED)),
        (Decision("c_1", "superseded"), Standing("c_1", Status.SUPERSEDED)),
        (
            Decision("c_1", "attributed", party="sy_gov"),
            Attribution("c_1", AttributionStatus.ATTRIBUTED, "sy_gov"),
        ),
        (Decision("c_1", "retracted", party="rt"), Retraction("c_1", by="rt")),
        (Decision("c_1", "reinstated"), Retraction("c_1", retracted=False)),
        (
            Decision("sohr", "b2", "Careful.", topic="CAS"),
            Grading("sohr", Grade("B", 2), "CAS", "Careful."),
        ),
        (
            Decision("f_1", "explained", "Other days.", reason="date"),
            Explanation(
                "f_1", MatterState.EXPLAINED, ExplanationReason.DATE, "Other days."
            ),
        ),
        (
            Decision("f_1", "superseded"),
            Explanation("f_1", MatterState.SUPERSEDED),
        ),
    ],
)
def test_a_word_and_a_target_make_a_judgement(
    decision: Decision, judgement: Judgement
) -> None:
    assert decision.judgement() == judgement


@pytest.mark.parametrize(
    ("decision", "near"),
    [
        (Decision("c_1", "acepted"), "accepted"),
        (Decision("f_1", "explaned"), "explained"),
        (Decision("f_1", "explained", reason="dates"), "date"),
    ],
)
def test_an_unknown_word_suggests_near_ones(decision: Decision, near: str) -> None:
    with pytest.raises(UnknownNameError, match=near):
        decision.judgement()


def test_roles_are_named() -> None:
    assert role_named("owner") is AuthorRole.OWNER
    with pytest.raises(UnknownNameError, match="coder"):
        role_named("codr")
