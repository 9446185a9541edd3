"""Comparing a ledger that grows: findings are kept, what is touched is renewed.

What was found from everything that is known is kept in the ledger itself, so that
whoever opens it next goes on from there.
"""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import NamedTuple, Protocol

from trucewatch.claims.claim import Claim
from trucewatch.comparison.editions import edition_of
from trucewatch.comparison.findings import Finding
from trucewatch.comparison.independence import same_bulletins
from trucewatch.comparison.standing import Standing, findings_in
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.registers import registry
from trucewatch.values.collecting import collector_paused
from trucewatch.values.progress import Told, quietly
from trucewatch.views.facets import MARKING as FACETS
from trucewatch.views.ground import GROUND
from trucewatch.views.surroundings import copies_among

NAME = "standing findings"
STANDPOINTS = 3  # from which findings are kept in memory
AT_ONCE = 2_000  # claims read in one go
FAR = 1_000  # entries after which what is kept in the ledger is kept anew
# What stands before findings in the ledger: whether all copies were known for them.
WHOLE, PART = "whole\n", "part\n"


class Looked(Protocol):
    """A ledger with its theatres; `trucewatch.views.looking.Looking` is one."""

    @property
    def theatre(self) -> Theatre:
        """All theatres as one."""

    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen from a standpoint."""


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

    def __init__(self, looking: Looked) -> None:
        """Compare nothing yet.

        Args:
            looking: The ledger.
        """
        self._looking = looking
        self._lock = Lock()
        self._standing: OrderedDict[Standpoint, Standing] = OrderedDict()
        self._whole: dict[Standpoint, int] = {}
        self._kept_at, self._kept_whole = -FAR, False
        self._resumes: bool | None = None
        self._erased: frozenset[str] = frozenset()

    def compared(self, view: LedgerView, copies: Mapping[str, str]) -> Compared:
        """Return the findings of a view, all claims seen being compared.

        Of documents that came in since the last time only those copies are known that
        are given: who wants all of them looked for asks ``whole``.

        Args:
            view: What is looked at.
            copies: Document key to the first document that carries the same story.
        """
        with self._lock:
            as_kept = self._as_kept(view)
            if as_kept is not None:
                return as_kept
            standing = self._taken(view)
            if not standing.claims:
                copies = self._bulletins(view, copies)
            standing.look(view, {**standing.copies, **copies})
            return self._put_back(view, standing)

    def whole(self, view: LedgerView, told: Told = quietly) -> Compared:
        """Return the findings of a view, with all copies among its documents known.

        Asked again, it compares what came since, and nothing where nothing came.

        Args:
            view: What is looked at.
            told: Told how many claims are compared.
        """
        with self._lock:
            standing = self._taken(view)
            at = self._whole.get(view.standpoint)
            if at is None or at != view.cut or standing.cut != view.cut:
                copies = copies_among(view.documents())
                standing.look(view, self._bulletins(view, copies), told)
                self._whole[view.standpoint] = view.cut
            return self._put_back(view, standing)

    def is_quick(self, view: LedgerView) -> bool:
        """Say whether there is something to go on from."""
        if view.standpoint in self._standing:
            return True
        if view.standpoint == EVERYTHING and self._resumes is None:
            self._resumes = self._kept(view) is not None
        return view.standpoint == EVERYTHING and bool(self._resumes)

    def prepare(self, told: Told = quietly) -> None:
        """Work out beforehand what registers, facets and comparison ask of all claims.

        Args:
            told: Told how many entries of the log are done.
        """
        markings = [*registry.markings(self._looking.theatre), GROUND, FACETS]
        self._looking.view().prepare(markings, told)

    def _as_kept(self, view: LedgerView) -> Compared | None:
        """Return what is kept in the ledger, where it holds for a view as it is.

        Whoever only shows findings need not have at hand what going on takes.
        """
        if view.standpoint != EVERYTHING or EVERYTHING in self._standing:
            return None
        kept = self._kept(view)
        if kept is None or kept[1] > view.cut or view.erased != self._erased:
            return None
        if view.earlier(kept[1]).state != view.state:
            return None
        findings = findings_in(kept[0].partition("\n")[2])
        return Compared(findings, view.tally.claims, view.cut)

    # --- what stands ----------------------------------------------------------------

    def _taken(self, view: LedgerView) -> Standing:
        """Take what stands from a view's standpoint out of those that are held."""
        if view.erased != self._erased:  # its words must not live on here
            self._standing.clear()
            self._whole.clear()
            self._erased = view.erased
        return self._standing.pop(view.standpoint, None) or self._resumed(view)

    def _put_back(self, view: LedgerView, standing: Standing) -> Compared:
        """Hold what stands after a look, and keep it in the ledger now and then."""
        self._standing[view.standpoint] = standing
        while len(self._standing) > STANDPOINTS:
            gone, _ = self._standing.popitem(last=False)
            self._whole.pop(gone, None)
        if view.standpoint == EVERYTHING:
            self._keep(view, standing)
        return Compared(standing.findings(), standing.claims, view.cut)

    def _keep(self, view: LedgerView, standing: Standing) -> None:
        """Keep what stands where much has come since, or all copies are known now."""
        is_whole = self._whole.get(EVERYTHING) == view.cut
        is_kept = self._kept_at == view.cut and self._kept_whole
        if view.cut - self._kept_at >= FAR or (is_whole and not is_kept):
            text = (WHOLE if is_whole else PART) + standing.as_text()
            view.keep(NAME, edition_of(self._looking.theatre), text)
            self._kept_at, self._kept_whole = view.cut, is_whole

    def _kept(self, view: LedgerView) -> tuple[str, int] | None:
        found = view.kept(NAME, edition_of(self._looking.theatre))
        return None if found is None else (found.body, found.cut)

    def _resumed(self, view: LedgerView) -> Standing:
        standing = Standing(self._looking.theatre)
        kept = self._kept(view) if view.standpoint == EVERYTHING else None
        if kept is not None and kept[1] <= view.cut:
            sort, _, text = kept[0].partition("\n")
            standing.resume(text, view.earlier(kept[1]))
            self._kept_at, self._kept_whole = kept[1], f"{sort}\n" == WHOLE
            if self._kept_whole:
                self._whole[EVERYTHING] = kept[1]
        return standing

    def _bulletins(
        self, view: LedgerView, copies: Mapping[str, str]
    ) -> Mapping[str, str]:
        """Add to the copies those that only share their figures."""
        around = Surroundings(self._looking.theatre, view.published, copies)
        with collector_paused():
            return same_bulletins(_read(view), around)


def _read(view: LedgerView) -> Iterator[Claim]:
    """Yield the claims of a view without having all of them at hand."""
    rows = view.rows()
    for start in range(0, len(rows), AT_ONCE):
        yield from view.readings(rows[start : start + AT_ONCE])
