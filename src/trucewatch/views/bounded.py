"""Views that look at no more than so many claims, for screens that must be quick.

A screen over two hundred thousand claims shows a page of them. What has to compare
claims looks at the latest ones only and says so; the command line looks at all.
"""

import heapq
from collections.abc import Collection
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.independence import independent_roots
from trucewatch.comparison.life import Step, history_of
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.views.evidence import Evidence, evidence_of
from trucewatch.views.findings import Comparison, with_claims
from trucewatch.views.looking import Looking
from trucewatch.views.surroundings import copies_among

__all__ = [
    "Compared",
    "Evidence",
    "Step",
    "compare_latest",
    "comparisons_of",
    "copies_among",
    "evidence_of",
    "roots_behind",
    "steps_of",
]


class Compared(NamedTuple):
    """Findings among the latest claims.

    Attributes:
        findings: Every finding, of every kind, without their states.
        claims: How many claims were compared.
        cut: Number of the last log entry that counted.
    """

    findings: tuple[Finding, ...]
    claims: int
    cut: int


def compare_latest(
    looking: Looking,
    standpoint: Standpoint,
    *,
    latest: int | None,
    copies: dict[str, str],
) -> Compared:
    """Compare the latest claims seen from a standpoint.

    Args:
        looking: The ledger.
        standpoint: From where one looks.
        latest: About how many claims to look at, the latest by what they are about;
            None for all.
        copies: Document key to the first document that carries the same story.
    """
    view = looking.view(standpoint)
    claims = latest_claims(view, latest)
    around = Surroundings(looking.theatre, dict(view.published), copies)
    return Compared(tuple(compare_claims(claims, around)), len(claims), view.cut)


def comparisons_of(findings: Collection[Finding], view: LedgerView) -> list[Comparison]:
    """Return findings with their claims, in the state that judgements give them."""
    return with_claims(findings, view)


def steps_of(finding: Finding, view: LedgerView) -> tuple[Step, ...]:
    """Return the history of a finding, oldest step first."""
    return history_of(finding, view)


def roots_behind(
    claims: Collection[Claim], looking: Looking, copies: dict[str, str]
) -> int:
    """Return how many independent roots stand behind claims."""
    return independent_roots(claims, Surroundings(looking.theatre, {}, copies))


def latest_claims(view: LedgerView, latest: int | None) -> tuple[Claim, ...]:
    """Return the claims seen, or the latest of them by what they are about.

    Days are taken whole, so that what is told of one day stays together; claims without
    a day count as the oldest.
    """
    rows = view.rows()
    if latest is not None and len(rows) > latest:
        starts = heapq.nlargest(latest, (row.starts or "" for row in rows))
        rows = [row for row in rows if (row.starts or "") >= starts[-1]]
    return view.readings(rows)
