"""Views that look at no more than so many claims, for screens that must be quick.

A screen over two hundred thousand claims shows a page of them. What has to compare
claims looks at the latest ones only and says so; the command line looks at all.
"""

from collections.abc import Collection, Iterable

from trucewatch.claims.claim import Claim
from trucewatch.comparison.disputes import Disputed, disputed_in
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.independence import independent_roots
from trucewatch.comparison.life import Step, history_of
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.views.evidence import Evidence, evidence_of
from trucewatch.views.findings import Comparison, with_claims
from trucewatch.views.looking import Looking
from trucewatch.views.surroundings import copies_among

__all__ = [
    "Evidence",
    "Step",
    "comparisons_of",
    "copies_among",
    "disputes_of",
    "evidence_of",
    "roots_behind",
    "steps_of",
]


def comparisons_of(findings: Collection[Finding], view: LedgerView) -> list[Comparison]:
    """Return findings with their claims, in the state that judgements give them."""
    return with_claims(findings, view)


def disputes_of(findings: Iterable[Finding]) -> Disputed:
    """Return which claims findings say are contradicted or denied."""
    return Disputed(disputed_in(findings))


def steps_of(finding: Finding, view: LedgerView) -> tuple[Step, ...]:
    """Return the history of a finding, oldest step first."""
    return history_of(finding, view)


def roots_behind(
    claims: Collection[Claim], looking: Looking, copies: dict[str, str]
) -> int:
    """Return how many independent roots stand behind claims."""
    return independent_roots(claims, Surroundings(looking.theatre, {}, copies))
