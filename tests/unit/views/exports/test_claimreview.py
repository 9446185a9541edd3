"""What people found of claims, as ClaimReview."""

import json
from typing import Any

from tests.support.handed import of_ledger, written
from tests.support.made import NOON, made_claim, made_document, made_ledger
from trucewatch.ledger.judgements import (
    Attribution,
    AttributionStatus,
    AuthorRole,
    Judgement,
    Review,
    Standing,
    Status,
    Verdict,
)

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups have joined the truce")


def reviews(*judgements: Judgement) -> list[dict[str, Any]]:
    ledger = made_ledger((DOCUMENT, (CLAIM,)))
    for judgement in judgements:
        ledger.judge(judgement, known=NOON, author="Ada", role=AuthorRole.ADJUDICATOR)
    graph = json.loads(written("claimreview", of_ledger(ledger)))["@graph"]
    return [node for node in graph if node["@type"] == "ClaimReview"]


def test_a_status_is_a_review_with_words_and_no_score() -> None:
    (review,) = reviews(Standing(CLAIM.key, Status.SINGLE_SOURCE, note="one root"))
    assert review["claimReviewed"] == CLAIM.quote
    assert review["itemReviewed"]["@id"] == f"tw:{CLAIM.key}"
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "single source",
        "ratingExplanation": "one root",
    }
    assert review["author"]["name"] == "Ada"
    assert review["datePublished"] == "2026-11-01"


def test_only_the_judgement_that_counts_is_a_review() -> None:
    (review,) = reviews(
        Standing(CLAIM.key, Status.CONTESTED), Standing(CLAIM.key, Status.CONFIRMED)
    )
    assert review["reviewRating"]["alternateName"] == "confirmed"


def test_responsibility_is_reviewed_apart_from_whether_it_happened() -> None:
    found = reviews(
        Standing(CLAIM.key, Status.CONFIRMED),
        Attribution(CLAIM.key, AttributionStatus.DISPUTED, "isil"),
        Attribution(CLAIM.key, AttributionStatus.UNATTRIBUTED),
    )
    assert [one["reviewAspect"] for one in found] == [
        "whether it happened",
        "who is responsible",
    ]
    (named, _) = reviews(
        Attribution(CLAIM.key, AttributionStatus.DISPUTED, "isil"),
        Standing(CLAIM.key, Status.CONFIRMED),
    )[::-1]
    assert named["reviewRating"]["alternateName"] == "disputed: Islamic State"


def test_a_claim_that_was_only_read_again_has_no_review() -> None:
    assert reviews(Review(CLAIM.key, Verdict.ACCEPTED)) == []
