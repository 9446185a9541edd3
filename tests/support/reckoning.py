"""Registers reckoned the plain way: every claim read, grouped and compared at once.

It is what the registers that are kept and made a part at a time have to equal.
"""

from collections.abc import Sequence

from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import MatterIndex
from trucewatch.comparison.disputes import disputed_in
from trucewatch.comparison.independence import independent_roots
from trucewatch.comparison.surroundings import Knowledge, Surroundings
from trucewatch.ledger.view import LedgerView
from trucewatch.registers.desk import Desk
from trucewatch.registers.grouping import LAST, Subject, words_of_key
from trucewatch.registers.names import FURNITURE
from trucewatch.registers.register import Row


def reckoned(subject: Subject, view: LedgerView, theatre: Knowledge) -> Sequence[Row]:
    """The rows of a register, from all claims of a view."""
    claims = view.claims()
    index = MatterIndex(Surroundings(theatre, view.published))
    index.add(claims)
    desk = Desk(view, theatre, disputed_in(index.findings()))
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.kind in subject.kinds and claim.voice not in FURNITURE:
            for key in dict.fromkeys(subject.keys(desk, claim)):
                groups.setdefault(tuple(map(str, key)), []).append(claim)
    least = view.standpoint.min_independent
    found = [
        (_first_day(behind), words_of_key(key), subject.make(desk, key, behind))
        for key, behind in groups.items()
        if independent_roots(behind, Surroundings(theatre)) >= least
    ]
    return [row for _, _, row in sorted(found, key=lambda item: item[:2])]


def _first_day(claims: Sequence[Claim]) -> str:
    return min(c.time.start or c.time.end or LAST for c in claims)
