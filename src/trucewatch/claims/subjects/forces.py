"""Forces (FRC): strength, movement and output, as somebody reports them."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell withdrawal from deployment; a strength without a number is none."""
    if draft.kind == "FRC.strength" and draft.quantity is None:
        return None
    return None if is_idiom(draft, scene) else with_variant(draft, scene)
