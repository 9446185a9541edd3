"""Monitoring (MON): what missions did, and what kept them from it."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell patrols from inspections and denials from delays; drop idioms."""
    return None if is_idiom(draft, scene) else with_variant(draft, scene)
