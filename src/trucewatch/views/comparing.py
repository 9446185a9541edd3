"""Comparing a ledger that grows: findings are kept, what is touched is renewed.

What was found from everything that is known is kept in the ledger itself, so that
whoever opens it next goes on from there.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.comparison.editions import edition_of
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.independence import same_bulletins
from trucewatch.comparison.standing import Standing
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.registers import registry
from trucewatch.views.ground import GROUND
from trucewatch.views.looking import Looking

NAME = "standing findings"
STANDPOINTS = 3  # from which findings are kept in memory
AT_ONCE = 2_000  # claims read in one go
FAR = 1_000  # entries after which what is kept in the ledger is kept anew


class Compared(NamedTuple):
    """Findings from one standpoint.

    Attributes:
        findings: Every finding, of every kind, without their states.
        claims: How many claims were compared.
        cut: Number of the last log entry that counted.
    """

    findings: tuple[Finding, ...]
    claims: int
    cut: int


class Comparing:
    """Compares what is seen of a ledger; safe between threads."""

    def __init__(self, looking: Looking) -> None:
        """Compare nothing yet.

        Args:
            looking: The ledger.
        """
        self._looking = looking
        self._lock = Lock()
        self._standing: OrderedDict[Standpoint, Standing] = OrderedDict()
        self._kept_at = -FAR
        self._resumes: bool | None = None
        self._erased: frozenset[str] = frozenset()

    def compared(self, view: LedgerView, copies: Mapping[str, str]) -> Compared:
        """Return the findings of a view, all claims seen being compared.

        Args:
            view: What is looked at.
            copies: Document key to the first document that carries the same story.
        """
        with self._lock:
            if view.erased != self._erased:  # its words must not live on here
                self._standing.clear()
                self._erased = view.erased
            standing = self._standing.pop(view.standpoint, None)
            standing = standing or self._resumed(view)
            if not standing.claims:
                copies = self._bulletins(view, copies)
            findings = standing.look(view, {**standing.copies, **copies})
            self._standing[view.standpoint] = standing
            while len(self._standing) > STANDPOINTS:
                self._standing.popitem(last=False)
            if view.standpoint == EVERYTHING and view.cut - self._kept_at >= FAR:
                view.keep(NAME, edition_of(self._looking.theatre), standing.as_text())
                self._kept_at = view.cut
            return Compared(findings, standing.claims, view.cut)

    def is_quick(self, view: LedgerView) -> bool:
        """Say whether there is something to go on from."""
        if view.standpoint in self._standing:
            return True
        if view.standpoint == EVERYTHING and self._resumes is None:
            self._resumes = self._kept(view) is not None
        return view.standpoint == EVERYTHING and bool(self._resumes)

    def prepare(self) -> None:
        """Work out beforehand what registers and comparison ask of every claim."""
        view = self._looking.view()
        view.prepare([*registry.markings(self._looking.theatre), GROUND])

    def _kept(self, view: LedgerView) -> tuple[str, int] | None:
        found = view.kept(NAME, edition_of(self._looking.theatre))
        return None if found is None else (found.body, found.cut)

    def _resumed(self, view: LedgerView) -> Standing:
        standing = Standing(self._looking.theatre)
        kept = self._kept(view) if view.standpoint == EVERYTHING else None
        if kept is not None and kept[1] <= view.cut:
            standing.resume(kept[0], view.earlier(kept[1]))
            self._kept_at = kept[1]
        return standing

    def _bulletins(
        self, view: LedgerView, copies: Mapping[str, str]
    ) -> Mapping[str, str]:
        """Add to the copies those that only share their figures."""
        around = Surroundings(self._looking.theatre, view.published, copies)
        return same_bulletins(_read(view), around)


def _read(view: LedgerView) -> Iterator[Claim]:
    """Yield the claims of a view without having all of them at hand."""
    rows = view.rows()
    for start in range(0, len(rows), AT_ONCE):
        yield from view.readings(rows[start : start + AT_ONCE])
