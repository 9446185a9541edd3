"""Reconciliations (REC): local truces and the laying down of arms."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import with_variant, words_of

_LOCAL = frozenset(
    ("reconciliation", "reconciled", "settlement", "settlements", "village",
     "villages", "town", "towns", "local", "elders", "inhabited", "places", "truce",
     "agreement", "agreements", "residents", "district", "arms", "weapons", "peace",
     "status", "area")
)  # fmt: skip


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Drop signings that have nothing local about them."""
    if draft.quantity is None and _LOCAL.isdisjoint(words_of(draft, scene)):
        return None
    return with_variant(draft, scene)
