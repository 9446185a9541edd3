"""Evidence: from any number to the words behind it. A drawer, or a page of its own."""

from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
AT_MOST = 40


@router.get("/evidence/{keys}")
def evidence(visit: Visiting, keys: str) -> Response:
    """Show the evidence of one claim, or of several with commas between.

    Raises:
        UnknownClaimError: There is no such claim.
    """
    wanted = list(dict.fromkeys(keys.split(",")))
    cards = [card(visit, key) for key in wanted[:AT_MOST]]
    template = "evidence_part" if visit.asked("part") else "evidence"
    return visit.page(template, cards=cards, more=len(wanted) - len(cards), keys=keys)


def card(visit: Visit, key: str) -> dict[str, Any]:
    """Return all there is to say about one claim."""
    view = visit.view
    claim = view.claim(key)
    document = view.document(claim.document)
    return {
        "claim": claim,
        "document": document,
        "evidence": api.evidence_of(claim, document),
        "type": api.claim_types().get(claim.kind),
        "grade": view.grade(key),
        "status": view.status(key),
        "known": view.known_since(key),
        "seen": view.is_seen(key),
        "review": view.review(key),
        "original": view.original(key),
        "history": view.judgements(key),
        "matters": matters(visit, key),
        "whole": claim.part_of,
        "parts": parts_of(visit, claim),
        "label": visit.casebook.label(claim.speaker) if claim.speaker else "",
    }


def parts_of(visit: Visit, claim: api.Claim) -> list[api.Claim]:
    """Return the claims whose numbers are parts of a claim's number, as written."""
    if claim.quantity is None:
        return []
    near = visit.view.claims(document=claim.document)
    return [one for one in near if one.part_of == claim.key]


def matters(visit: Visit, key: str) -> list[Any]:
    """Return the findings a claim is part of, with the claims beside it."""
    found = visit.bench.by_claim(visit.view).get(key, ())
    return api.comparisons_of(found, visit.view) if found else []
