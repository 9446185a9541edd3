"""Drafts (DOC): documents and the state they are in."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import with_variant


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell signed from approved, introduced and drafted."""
    return with_variant(draft, scene)
