"""What people found of claims, as schema.org's ``ClaimReview``, one graph of JSON-LD.

Only a claim that somebody judged has a review: whether it happened (its status), and
who is responsible (its attribution). No rating has a number: nobody here scores truth.
"""

import json
from collections.abc import Iterator
from typing import Any, TextIO

from trucewatch.claims.claim import Claim
from trucewatch.ledger.entry import JudgementEntry
from trucewatch.ledger.judgements import Attribution, Standing
from trucewatch.views.exports.handout import Handout
from trucewatch.views.exports.jsonld import CONTEXT, node_of, told_of

SUFFIX = "claimreview.jsonld"
MEDIA_TYPE = "application/ld+json"
HOLDS = "schema.org's ClaimReview for each claim that somebody judged"
LOSES = (
    "claims that nobody judged by status or attribution, earlier judgements, grades "
    "and reviews of the reading; the chain of speakers but for its ends"
)
_DAY = len("2016-05-23")


def write(handout: Handout, stream: TextIO) -> int:
    """Write reviews as one graph; return how many there were."""
    graph: list[dict[str, Any]] = []
    for claim in handout:
        found = list(reviews_of(claim, handout))
        if not found:
            handout.leave_out("that nobody judged by status or attribution")
        graph += found
    told = [told_of(LOSES), *graph]
    json.dump({"@context": CONTEXT, "@graph": told}, stream, ensure_ascii=False)
    stream.write("\n")
    return len(graph)


def reviews_of(claim: Claim, handout: Handout) -> Iterator[dict[str, Any]]:
    """Yield a review for the status and for the attribution that count of a claim."""
    standing = handout.counted(claim.key, Standing.type)
    if standing is not None and isinstance(found := standing.judgement, Standing):
        yield _review(claim, standing, "whether it happened", found.status.value)
    attributed = handout.counted(claim.key, Attribution.type)
    if attributed and isinstance(judged := attributed.judgement, Attribution):
        who = f": {handout.name(judged.party)}" if judged.party else ""
        rating = judged.status.value + who
        yield _review(claim, attributed, "who is responsible", rating)


def _review(
    claim: Claim, entry: JudgementEntry, aspect: str, rating: str
) -> dict[str, Any]:
    return {
        "@id": f"tw:judgement_{entry.stamp.seq}",
        "@type": "ClaimReview",
        "claimReviewed": claim.quote,
        "itemReviewed": node_of(claim),
        "reviewAspect": aspect,
        "reviewRating": {
            "@type": "Rating",
            "alternateName": rating.replace("_", " "),
            "ratingExplanation": entry.judgement.note,
        },
        "author": {"@type": "Person", "name": entry.stamp.author},
        "datePublished": entry.stamp.made.isoformat()[:_DAY],
        "tw:role": entry.role.value,
    }
