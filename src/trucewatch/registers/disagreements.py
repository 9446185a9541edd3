"""Disagreements: contradictions, denials and sums that do not work out, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Self

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.disputes import Disputes
from trucewatch.comparison.findings import Finding, Relation, select
from trucewatch.comparison.life import history_of, with_life
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk
from trucewatch.registers.figures import worded
from trucewatch.registers.register import Cell, Register, Row, column
from trucewatch.registers.rows import Rows

SHOWN = (Relation.CONTRADICTS, Relation.DENIES, Relation.ARITHMETIC)


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """One contradiction, denial or arithmetic finding."""

    key: str
    relation: Cell = column("contradicts, denies or arithmetic.")
    aspect: Cell = column(
        "number, polarity, holder, attribution, party_status, start, end, headline, "
        "parts, fall, jump, share or conversion."
    )
    matter: Cell = column("The question that the claims answer.")
    why: Cell = column("The reason, in one plain sentence.")
    state: Cell = column("open, explained, superseded or standing.")
    reason: Cell = column("Why it is explained, where somebody has judged.")
    speakers: Cell = column("Who stands against whom.")
    answers: Cell = column("What each says: the number, or the words.")
    quotes: Cell = column("The words of each claim.")


@dataclass(frozen=True, slots=True)
class Disagreements(Register):
    """The register of findings that set claims against each other."""

    def build(
        self,
        view: LedgerView,
        theatre: Knowledge,
        *,
        disputes: Disputes | None = None,
    ) -> "FindingRows":
        """Return the rows of all that is seen from the view's standpoint.

        ``disputes`` is not needed here: these rows are the disputes.
        """
        del disputes
        around = Surroundings(theatre, view.published)
        return rows_for(compare_claims(view.claims(), around), view, theatre)


class FindingRows(Rows):
    """Findings, made into rows when they are looked at."""

    def __init__(
        self, findings: Sequence[Finding], view: LedgerView, theatre: Knowledge
    ) -> None:
        self._findings, self._view, self._theatre = findings, view, theatre

    def __len__(self) -> int:
        return len(self._findings)

    def made(self, start: int, stop: int) -> list[Row]:
        """Return the rows from ``start`` to before ``stop``, made now."""
        findings = self._findings[start:stop]
        keys = frozenset(key for f in findings for key in f.claims)
        desk = Desk(self._view, self._theatre, keys)
        return [_row(desk, finding) for finding in findings]

    def resting_on(self, claims: Collection[str]) -> Self:
        """Return the rows that rest on one of these claims, given by their keys."""
        kept = [f for f in self._findings if not set(claims).isdisjoint(f.claims)]
        return type(self)(kept, self._view, self._theatre)


def rows_for(
    findings: Sequence[Finding], view: LedgerView, theatre: Knowledge
) -> FindingRows:
    """Return the rows of findings already made, in the state judgements give them."""
    return FindingRows(with_life(select(findings, SHOWN), view), view, theatre)


def _row(desk: Desk, finding: Finding) -> DisagreementRow:
    claims = [desk.view.claim(key) for key in finding.claims]
    steps = history_of(finding, desk.view)
    reason = (
        " ".join(filter(None, [steps[-1].reason, steps[-1].note])) if steps else None
    )
    return DisagreementRow(
        key=finding.key,
        relation=desk.cell(finding.relation.value, claims),
        aspect=desk.cell(finding.aspect.value, claims),
        matter=desk.cell(finding.matter, claims),
        why=desk.cell(finding.why, claims),
        state=desk.cell(finding.state.value, claims),
        reason=desk.cell(reason, claims),
        speakers=desk.said(desk.speaker, claims),
        answers=desk.said(answer, claims),
        quotes=desk.said(lambda c: c.quote, claims),
    )


def answer(claim: Claim) -> str:
    """Return what a claim answers: its number, or its words."""
    return worded(claim) or claim.quote


REGISTER = Disagreements(
    "disagreements", "Where sources contradict each other", DisagreementRow
)
