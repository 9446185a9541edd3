"""The state of a ledger at a glance."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from trucewatch.ledger.ledger import Head
from trucewatch.ledger.view import LedgerView
from trucewatch.views.losses import count_kinds


@dataclass(frozen=True, slots=True)
class Status:
    """What a ledger holds, seen from one standpoint.

    Attributes:
        documents: Documents known.
        undated: Documents whose publication date is not known.
        claims: Claims seen.
        by_kind: Claims by type, the most frequent first.
        by_speaker: Claims by who vouches for them, the most frequent first.
        losses: Rows of the loss account by kind.
        judgements: Judgements recorded.
        first_published: Earliest publication date, or None.
        last_published: Latest publication date, or None.
        entries: Entries of the log.
        known: When the last entry became known (ISO 8601), or None.
        root: Merkle root of the log.
    """

    documents: int
    undated: int
    claims: int
    by_kind: dict[str, int]
    by_speaker: dict[str, int]
    losses: dict[str, int]
    judgements: int
    first_published: str | None
    last_published: str | None
    entries: int
    known: str | None
    root: str


def status_of(view: LedgerView, head: Head) -> Status:
    """Return the status of what a view shows."""
    documents = view.documents()
    claims = view.rows()
    days = sorted(str(d.published) for d in documents if d.published)
    speakers = Counter(row.speaker or "unattributed" for row in claims)
    losses = count_kinds(view.gaps())
    return Status(
        documents=len(documents),
        undated=len(documents) - len(days),
        claims=len(claims),
        by_kind=_ranked(Counter(row.kind for row in claims)),
        by_speaker=_ranked(speakers),
        losses={kind.value: number for kind, number in losses.items()},
        judgements=len(view.judgements()),
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        entries=head.size,
        known=head.known.isoformat() if head.known else None,
        root=head.root,
    )


def _ranked(counts: Counter[Any]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
