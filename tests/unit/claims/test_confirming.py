"""Figures that another side does not confirm answer that side's count."""

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import Assertion


def breaches(text: str) -> list[Claim]:
    reading = read(Document(text=text), load_theatre("syria_2016"))
    found = extract_claims(reading).claims
    return [claim for claim in found if claim.kind == "INC.violation"]


@pytest.mark.parametrize(
    "answer",
    [
        "The Turkish side noted six violations. The Russian experts confirmed none.",
        (
            "The Turkish side noted six violations, none of which was confirmed by the "
            "Russian side."
        ),
        (
            "The Turkish side noted six violations. The Russian side has not confirmed "
            "any of them."
        ),
        (
            "The Turkish side noted six violations. The Russian members do not concur "
            "on those."
        ),
    ],
)
def test_a_count_not_confirmed_is_denied_by_the_other_side(answer: str) -> None:
    said, denied = breaches(answer)
    assert (said.assertion, denied.assertion) == (Assertion.ASSERTED, Assertion.DENIED)
    assert "Turkish" in (said.chain[-1].text or "")
    assert "Russian" in (denied.chain[-1].text or "")


def test_a_count_of_none_is_no_denial() -> None:
    (none,) = breaches("The monitors recorded no violations on Tuesday.")
    assert none.assertion is Assertion.ASSERTED


def test_what_answers_no_count_is_dropped() -> None:
    assert breaches("The ministry could not confirm the reports.") == []
