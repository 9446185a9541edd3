"""Casualties (CAS): killed, wounded, missing, displaced; by status where told."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell civilians from combatants and flight from return."""
    return with_variant(draft, scene)
