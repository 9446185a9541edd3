"""Disputes: which claims others stand against, without comparing everything.

Every claim is kept under the matters it answers (``trucewatch.ledger.marking``), so
whether some claims are disputed is a question to the few that share a matter with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import QUESTIONS, MatterIndex
from trucewatch.comparison.editions import edition_of
from trucewatch.comparison.facets import facet_of
from trucewatch.comparison.findings import Finding, Relation
from trucewatch.comparison.matters import words_of
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.view import LedgerView

AGAINST = frozenset({Relation.CONTRADICTS, Relation.DENIES})


class Disputes(Protocol):
    """Says which claims others stand against."""

    def among(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Return the keys of those claims that are contradicted or denied."""


class Disputed:
    """Disputes that are known already.

    Attributes:
        keys: The keys of the claims that others stand against.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = frozenset(keys)

    def among(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Return the keys of those claims that are among the disputed."""
        return self.keys.intersection(claim.key for claim in claims)


class Neighbourhood:
    """Compares claims of a view with those that share a matter with them.

    Each telling is compared by itself, copies of a story too: whether one of them is
    disputed does not hang on which other paper printed it.
    """

    def __init__(self, view: LedgerView, theatre: Knowledge) -> None:
        self._view = view
        self._around = Surroundings(theatre, view.published)
        self._marking = matters(theatre)

    def among(self, claims: Sequence[Claim]) -> frozenset[str]:
        """Return the keys of those claims that are contradicted or denied."""
        against = disputed_in(self.findings(claims))
        return against.intersection(claim.key for claim in claims)

    def findings(self, claims: Iterable[Claim]) -> tuple[Finding, ...]:
        """Return what is to be said of the matters that these claims answer."""
        index = MatterIndex(self._around, read=self._read)
        keys = index.add(claims)
        rows = self._view.marked(self._marking, [words_of(key) for key in keys])
        index.add(self._view.readings(rows))
        return index.findings(keys)

    def _read(self, document: str) -> tuple[Claim, ...]:
        return self._view.claims(document=document)


def disputed_in(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the keys of claims that findings say are contradicted or denied."""
    return frozenset(
        key
        for finding in findings
        if finding.relation in AGAINST
        for key in finding.claims
    )


def matters(theatre: Knowledge) -> Marking:
    """Return the marking that puts claims under the matters they answer."""
    around = Surroundings(theatre)

    def keys_of(claim: Claim, published: str | None) -> list[str]:
        days: Mapping[str, str] = {claim.document: published} if published else {}
        facet = facet_of(claim, replace(around, published=days))
        if facet is None:
            return []
        return [words_of(k) for question in QUESTIONS for k in question.keys(facet)]

    edition = edition_of(theatre)
    return Marking("matters", edition, None, keys_of, is_read_back=False)
