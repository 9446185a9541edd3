"""A correction is a claim like any other: the document has to support it."""

from typing import Any

import pytest

from tests.support.claims import a_document
from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.claims.record import to_record
from trucewatch.documents.document import Document
from trucewatch.intake.reviewing import (
    CorrectionError,
    check_correction,
    reading_again,
)

DOCUMENT = a_document(
    "The Observatory said that shells killed 21 civilians and wounded 35 in Idlib.\n"
)
THEATRE = "syria_2016"


@pytest.fixture(scope="module")
def claim() -> Claim:
    found = extract_claims(reading_again(DOCUMENT, THEATRE)).claims
    return next(c for c in found if c.quantity is not None and c.quantity.value == 21)


def checked(record: dict[str, Any], document: Document = DOCUMENT) -> Any:  # noqa: ANN401 - what the gate says
    return check_correction(record, document, reviewer="mira", theatre=THEATRE)


def test_what_the_document_says_is_taken(claim: Claim) -> None:
    found = checked(to_record(claim) | {"kind": "CAS.report"})
    assert found.complaints == ()
    assert found.claim.kind == "CAS.report"


def test_a_correction_names_its_reviewer(claim: Claim) -> None:
    assert checked(to_record(claim)).claim.reader == "mira 1"


def test_a_number_that_is_not_there_is_refused_with_the_reason(claim: Claim) -> None:
    record = to_record(claim)
    record["quantity"] |= {"value": 12, "low": 12, "high": 12}
    found = checked(record)
    assert found.claim is None
    assert any("21" in complaint for complaint in found.complaints)


def test_a_quote_that_is_not_there_is_refused_with_the_reason(claim: Claim) -> None:
    found = checked(to_record(claim) | {"quote": claim.quote.replace("21", "12")})
    assert found.claim is None
    assert found.complaints
    assert all(found.complaints)


@pytest.mark.parametrize(
    "change", [{"polarity": "perhaps"}, {"span": None}, {"quantity": {"value": 21}}]
)
def test_what_is_no_record_is_no_claim(claim: Claim, change: dict[str, Any]) -> None:
    with pytest.raises(CorrectionError, match="no claim"):
        checked(to_record(claim) | change)
