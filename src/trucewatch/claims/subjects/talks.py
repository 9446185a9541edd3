"""Talks (TLK, COO, POL, STA): meetings, contacts, proposals, demands, positions."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell progress from a halt and an ultimatum from a call; drop idioms."""
    return None if is_idiom(draft, scene) else with_variant(draft, scene)
