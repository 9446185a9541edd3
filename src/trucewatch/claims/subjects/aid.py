"""Aid (HUM): deliveries, corridors, access and services."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell convoys from airdrops and services cut from services restored."""
    return None if is_idiom(draft, scene) else with_variant(draft, scene)
