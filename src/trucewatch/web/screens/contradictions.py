"""Contradictions: cards with both quotes, why they compare, and where each stands."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.bench import AGAINST, WAITS
from trucewatch.web.forms import Explaining
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, changing, needs, shared

router = APIRouter()
ON_A_PAGE = 12


@router.get("/contradictions", dependencies=[needs(Role.READER)], tags=["screens"])
@shared
def contradictions(visit: Visiting) -> Response:
    """Show what stands against what, open ones first."""
    compared = visit.bench.compared(visit.view)
    findings = compared.value.findings
    counts = Counter(f.relation.value for f in findings)
    kind, state = visit.asked("kind", "against"), visit.asked("state")
    judged = _states(visit)
    states = Counter(judged.get(f.key, "open") for f in of_kind(findings, kind))
    page = paged(chosen_findings(visit), visit.number("page"), ON_A_PAGE)
    return visit.page(
        "contradictions",
        page=page,
        cards=[card(visit, c) for c in api.comparisons_of(page.items, visit.view)],
        counts=counts,
        states=states,
        kind=kind,
        state=state,
        compared=compared.value.claims,
        waits=compared.state == WAITS,
        reasons=[reason.value for reason in api.ExplanationReason],
        all_states=[one.value for one in api.MatterState],
    )


def of_kind(findings: Iterable[Any], kind: str) -> list[Any]:
    """Return the findings of a kind, of those ``against`` another, or ``all``."""
    wanted = AGAINST if kind == "against" else (kind,)
    return [f for f in findings if kind == "all" or f.relation.value in wanted]


def chosen_findings(visit: Visit) -> list[Any]:
    """Return the findings that the address asks for, open ones first."""
    findings = visit.bench.compared(visit.view).value.findings
    chosen = of_kind(findings, visit.asked("kind", "against"))
    judged, state = _states(visit), visit.asked("state")
    if state:
        chosen = [f for f in chosen if judged.get(f.key, "open") == state]
    return sorted(chosen, key=lambda f: judged.get(f.key, "open") != "open")


def _states(visit: Visit) -> dict[str, str]:
    """Return the state that somebody has given a finding, by its key."""
    targets = {e.judgement.target for e in visit.view.judgements(type_="explanation")}
    return {key: visit.view.explanation(key).state.value for key in targets}


def card(visit: Visit, comparison: Any) -> dict[str, Any]:  # noqa: ANN401 - of the api
    """Return a finding with what its card shows."""
    view = visit.view
    sides = []
    # One sentence can make two claims of a finding; it is quoted once.
    once = {(c.document, c.quote, c.speaker): c for c in reversed(comparison.claims)}
    for claim in reversed(once.values()):
        document = view.document(claim.document)
        sides.append(
            {
                "claim": claim,
                "evidence": api.evidence_of(claim, document),
                "publisher": document.publisher if document else None,
                "grade": view.grade(claim.key),
                "label": visit.casebook.label(claim.speaker) if claim.speaker else "",
            }
        )
    copies = visit.bench.copies(view) or {}
    documents = {copies.get(c.document, c.document) for c in comparison.claims}
    return {
        "finding": comparison.finding,
        "note": comparison.note,
        "sides": sides,
        "roots": len({c.speaker or c.document for c in comparison.claims}),
        "texts": len(documents),
        "steps": api.steps_of(comparison.finding, view),
        "suggested": suggested(comparison.finding),
    }


_SUGGESTED = {
    "number": "definition",
    "start": "date",
    "end": "date",
    "period": "period",
    "area": "area",
    "holder": "area",
    "headline": "extraction",
    "conversion": "unit",
    "fall": "misprint",
    "jump": "counter",
}


def suggested(finding: Any) -> str:  # noqa: ANN401 - a finding of the api
    """Return the reason that most often explains a finding of this kind."""
    return _SUGGESTED.get(finding.aspect.value, "definition")


@router.post("/contradictions/{key}", **changing(Role.ADJUDICATOR, Explaining))
def explain(visit: Visiting, key: str) -> Response:
    """Record where a contradiction stands, and why.

    Raises:
        UnknownNameError: No state or reason is called so.
    """
    visit.request.state.target = key
    form = visit.filled(Explaining)
    decision = api.Decision(key, form.state, form.note, form.reason or None)
    visit.writing().judge(decision, role=visit.person.role)
    return visit.back(f"/contradictions#{key}")
