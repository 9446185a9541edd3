"""The loss account: everything seen and not turned into a claim (DESIGN section 4).

Gaps come from loading (unreadable files, skipped parts), from reading (unplaced names,
undated times) and from the claims (refused proposals, numbers no claim uses). The
account adds nothing to them and hides nothing: it counts and orders.
"""

from collections import Counter
from dataclasses import dataclass, field

from trucewatch.intake.outcome import Outcome
from trucewatch.values.gaps import Gap, GapKind

LEFT_OUT = frozenset({GapKind.UNREADABLE_FILE, GapKind.ERASED, GapKind.SKIPPED_PART})


@dataclass(slots=True)
class LossAccount:
    """What one run, document or ledger left out.

    Attributes:
        documents: Documents read.
        claims: Claims read from them.
        known_already: Documents that were passed over because the ledger has them.
        gaps: What was left out, in the order met.
    """

    documents: int = 0
    claims: int = 0
    known_already: int = 0
    gaps: list[Gap] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count what was read from a file and note what was not."""
        self.gaps.extend(outcome.gaps)
        self.known_already += outcome.skipped
        if outcome.taken is not None:
            self.documents += 1
            self.claims += len(outcome.taken.claims)
            self.gaps.extend(outcome.taken.gaps)

    @property
    def left_out(self) -> bool:
        """True when a file, or a part of one, was not read at all."""
        return any(gap.kind in LEFT_OUT for gap in self.gaps)

    def by_kind(self) -> dict[GapKind, int]:
        """Return how many gaps there are of each kind, the gravest kinds first."""
        counts = Counter(gap.kind for gap in self.gaps)
        return {kind: counts[kind] for kind in GapKind if counts[kind]}

    def by_file(self) -> dict[str, list[Gap]]:
        """Return the gaps of each file, files in order of name."""
        files: dict[str, list[Gap]] = {}
        for gap in self.ordered():
            files.setdefault(gap.file, []).append(gap)
        return files

    def ordered(self) -> list[Gap]:
        """Return the gaps in order of file and span."""
        return sorted(self.gaps, key=_place)


def _place(gap: Gap) -> tuple[str, int, str]:
    return (gap.file, gap.span.start if gap.span else -1, gap.kind)
