"""Designations (DES): listings asked for, made, blocked or lifted by an authority."""

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import with_variant
from trucewatch.values.stances import Assertion


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Keep a listing that is asked for apart from one that is made."""
    draft = with_variant(draft, scene)
    if draft.variant == "requested" and draft.assertion is Assertion.ASSERTED:
        return draft._replace(assertion=Assertion.REQUESTED)
    return draft
