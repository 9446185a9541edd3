"""Findings with their claims at hand, and as the records that are printed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from trucewatch.claims.claim import Claim
from trucewatch.comparison.findings import Finding, Relation
from trucewatch.comparison.life import history_of, with_life
from trucewatch.errors import UnknownNameError
from trucewatch.ledger.view import LedgerView
from trucewatch.views.wording import number_text, place_text, time_text

AGAINST = frozenset({Relation.CONTRADICTS, Relation.DENIES, Relation.ARITHMETIC})
"""Kinds of finding that set claims against each other."""


def relations(kinds: Iterable[str]) -> frozenset[Relation]:
    """Return the kinds of finding with these names; ``all`` means every kind.

    Raises:
        UnknownNameError: No kind is called so.
    """
    names = set(kinds)
    if "all" in names:
        return frozenset(Relation)
    for name in sorted(names - set(Relation)):
        raise UnknownNameError("kind", name, [*Relation, "all"])
    return frozenset(map(Relation, names))


@dataclass(frozen=True, slots=True)
class Comparison:
    """A finding with the claims it speaks of at hand.

    Attributes:
        finding: The finding, in the state that judgements give it.
        note: Why it is explained or stands, where somebody said so; empty otherwise.
        claims: Its claims, one for every answer.
    """

    finding: Finding
    note: str
    claims: tuple[Claim, ...]


def with_claims(findings: Iterable[Finding], view: LedgerView) -> list[Comparison]:
    """Return findings with their claims, in the state that judgements give them."""
    found = []
    for finding in with_life(tuple(findings), view):
        steps = history_of(finding, view)
        note = steps[-1].note if steps else ""
        claims = tuple(view.claim(key) for key in finding.claims)
        found.append(Comparison(finding, note, claims))
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
        "state": finding.state.value,
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
