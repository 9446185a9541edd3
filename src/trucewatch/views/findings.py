"""Findings with their claims at hand, and as the records that are printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trucewatch.claims.claim import Claim
from trucewatch.comparison.findings import Finding
from trucewatch.ledger.judgements import MatterState
from trucewatch.ledger.view import LedgerView
from trucewatch.views.wording import number_text, place_text, time_text


@dataclass(frozen=True, slots=True)
class Comparison:
    """A finding, its state as people judged it, and the claims it speaks of.

    Attributes:
        finding: The finding.
        state: Where it is in its life.
        note: What was noted when it was explained; empty otherwise.
        claims: Its claims, one for every answer.
    """

    finding: Finding
    state: MatterState
    note: str
    claims: tuple[Claim, ...]


def with_claims(findings: Iterable[Finding], view: LedgerView) -> list[Comparison]:
    """Return findings with their claims and their state from judgements."""
    found = []
    for finding in findings:
        judged = view.explanation(finding.key)
        claims = tuple(view.claim(key) for key in finding.claims)
        found.append(Comparison(finding, judged.state, judged.note, claims))
    return found


def finding_record(comparison: Comparison) -> dict[str, Any]:
    """Return a finding as the mapping that is printed as one JSON line."""
    finding = comparison.finding
    return {
        "finding": finding.key,
        "kind": finding.relation.value,
        "aspect": finding.aspect.value,
        "matter": finding.matter,
        "why": finding.why,
        "state": comparison.state.value,
        "note": comparison.note,
        "claims": [_claim_record(claim) for claim in comparison.claims],
    }


def _claim_record(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.key,
        "document": claim.document,
        "source_file": claim.source_file,
        "span": claim.span.as_list(),
        "quote": claim.quote,
        "speaker": claim.speaker,
        "kind": claim.kind,
        "number": number_text(claim.quantity),
        "unit": claim.quantity.unit if claim.quantity else None,
        "place": place_text(claim),
        "time": time_text(claim.time),
    }
