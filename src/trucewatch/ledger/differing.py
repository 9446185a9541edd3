"""Differing: which claims one view shows and a later one does not, and the reverse.

What was worked out from two hundred thousand claims need not be worked out anew because
somebody rejected one of them.
"""

from typing import NamedTuple

from trucewatch.ledger.holdings import HeldClaim
from trucewatch.ledger.view import LedgerView

MOST = 5_000  # rows that differ; of more, everything had better be made anew


class Difference(NamedTuple):
    """What tells two views from one standpoint apart.

    Attributes:
        past: The earlier view.
        gone: Rows of claims the earlier one shows, not seen later or read otherwise.
        come: Rows of claims the later one shows, not seen before or read otherwise.
    """

    past: LedgerView
    gone: tuple[HeldClaim, ...]
    come: tuple[HeldClaim, ...]


def difference(past: LedgerView, view: LedgerView) -> Difference | None:
    """Return what differs between two views; None where that is too much to tell.

    Args:
        past: The earlier view.
        view: A later one from the same standpoint.
    """
    if past.erased != view.erased or not _are_dated_alike(past, view):
        return None
    before, now = past.rows(), view.rows()
    old, new = set(before), set(now)
    again = past.reworded.keys() | view.reworded.keys()
    gone = tuple(row for row in before if row not in new or row.key in again)
    come = tuple(row for row in now if row not in old or row.key in again)
    if len(gone) + len(come) > MOST:
        return None
    return Difference(past, gone, come)


def _are_dated_alike(past: LedgerView, view: LedgerView) -> bool:
    """Say whether no document known before has another day now."""
    known, now = past.published, view.published
    return all(now.get(key) == known.get(key) for key in past.document_keys)
