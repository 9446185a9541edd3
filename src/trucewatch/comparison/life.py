"""The life of a contradiction: open, explained, superseded, standing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from trucewatch.comparison.findings import Finding
from trucewatch.ledger.judgements import Explanation, MatterState
from trucewatch.ledger.view import LedgerView


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the life of a contradiction.

    Attributes:
        state: The state from here on.
        reason: Typed reason, or None.
        note: One sentence, possibly empty.
        author: Who judged.
        known: When (ISO 8601 instant).
    """

    state: MatterState
    reason: str | None
    note: str
    author: str
    known: str


def with_life(findings: Iterable[Finding], view: LedgerView) -> tuple[Finding, ...]:
    """Return findings in the state that judgements give them.

    A judgement speaks of a finding by its key. When a claim has joined the matter that
    the ledger learned of only after the judgement, the finding is open again: an
    explanation explains what its author could see.
    """
    judged = {e.judgement.target for e in view.judgements(type_=Explanation.type)}
    return tuple(
        replace(f, state=state_of(f, view)) if f.key in judged else f for f in findings
    )


def state_of(finding: Finding, view: LedgerView) -> MatterState:
    """Return where a finding stands, seen from a view."""
    history = view.judgements(finding.key, Explanation.type)
    if not history:
        return MatterState.OPEN
    judged = max(entry.stamp.known for entry in history)
    if any(view.known_since(key) > judged for key in finding.claims):
        return MatterState.OPEN
    return view.explanation(finding.key).state


def history_of(finding: Finding, view: LedgerView) -> tuple[Step, ...]:
    """Return every step of a finding's life, oldest first."""
    return tuple(
        Step(
            entry.judgement.state,
            entry.judgement.reason and entry.judgement.reason.value,
            entry.judgement.note,
            entry.stamp.author,
            entry.stamp.known.isoformat(),
        )
        for entry in view.judgements(finding.key, Explanation.type)
        if isinstance(entry.judgement, Explanation)
    )
