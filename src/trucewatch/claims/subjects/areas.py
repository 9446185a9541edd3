"""Areas (ARE): who is said to hold, gain, lose, map or stand where."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Drop idioms ("took part", "talks were held"); tell force from withdrawal."""
    if is_idiom(draft, scene):
        return None
    if draft.quantity is None and not draft.places and not draft.roles:
        return None  # nobody and nowhere: nothing anyone could check
    return with_variant(draft, scene)
