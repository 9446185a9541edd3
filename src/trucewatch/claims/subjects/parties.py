"""Parties (PTY): who joined, left, allied with, sits in or backs whom."""

from trucewatch.claims.claim import Role
from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant

_JOINING = {
    "PTY.accession": "joiner",
    "PTY.withdrawal": "leaver",
    "PTY.alignment": "group",
}


_NAMING = frozenset(("PTY.external_support", "PTY.representation"))


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Name the groups that "these groups" stands for, with where they are named."""
    if draft.quantity is None and is_idiom(draft, scene):
        return None
    draft = with_variant(draft, scene)
    if draft.kind in _NAMING and draft.quantity is None and not draft.roles:
        return None  # nobody backs or sits in anything here
    role = _JOINING.get(draft.kind)
    if role is None:
        return draft
    if any(r.role == role and r.id is not None for r in draft.roles):
        return draft
    named = scene.parties.groups_meant(draft.span)
    if not named:
        return draft
    text = scene.reading.document.text
    meant = tuple(Role(role, group, span.of(text), span) for group, span in named)
    others = tuple(r for r in draft.roles if r.role != role or r.id is not None)
    grounds = tuple(("antecedent", span) for _group, span in named)
    return draft._replace(roles=(*meant, *others), grounds=(*draft.grounds, *grounds))
