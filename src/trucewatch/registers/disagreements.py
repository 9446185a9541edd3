"""Disagreements: contradictions, denials and sums that do not work out, as rows."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Finding, Relation, select
from trucewatch.comparison.life import history_of, with_life
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk, latest_claims, surroundings
from trucewatch.registers.figures import worded
from trucewatch.registers.register import Cell, Register, column

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


def build(
    view: LedgerView,
    theatre: Knowledge,
    *,
    disputed: Collection[str] | None = None,
    latest: int | None = None,
) -> tuple[DisagreementRow, ...]:
    """Return the rows of all that is seen from the view's standpoint.

    ``disputed`` is not needed here: these rows are the disputes. They are found among
    the ``latest`` claims only, where that is asked for.
    """
    del disputed
    claims = latest_claims(view, None, latest)
    findings = compare_claims(claims, surroundings(view, theatre))
    return rows_for(findings, view, theatre)


def rows_for(
    findings: Sequence[Finding], view: LedgerView, theatre: Knowledge
) -> tuple[DisagreementRow, ...]:
    """Return the rows of findings already made, in the state judgements give them."""
    chosen = with_life(select(findings, SHOWN), view)
    keys = frozenset(key for f in chosen for key in f.claims)
    desk = Desk(view, theatre, (), keys)
    return tuple(_row(desk, finding) for finding in chosen)


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


REGISTER = Register(
    "disagreements", "Where sources contradict each other", DisagreementRow, build
)
