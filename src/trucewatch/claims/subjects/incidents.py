"""Incidents (INC, DET): violations, fire, attacks, clashes; persons taken or freed."""

from trucewatch.claims.claim import Role
from trucewatch.claims.confirming import answered
from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant
from trucewatch.reading.lexicon import lexicon


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Add the weapon the clause names; drop idioms."""
    if is_idiom(draft, scene):
        return None
    answering = answered(draft, scene) if draft.kind == "INC.violation" else draft
    if answering is None:
        return None
    draft = with_variant(answering, scene)
    weapon = _weapon(draft, scene) if draft.kind.startswith("INC.") else None
    if weapon is None or any(role.role == "weapon" for role in draft.roles):
        return draft
    return draft._replace(roles=(*draft.roles, weapon))


def _weapon(draft: Draft, scene: Scene) -> Role | None:
    """Return the first weapon of the clause as a role."""
    tokens, nouns = scene.reading.tokens, lexicon().nouns
    for i in range(tokens.at(draft.span.start), tokens.at(draft.span.end)):
        noun = nouns.get(tokens.low[i])
        if noun is not None and "weapon" in noun.tags:
            span = tokens.span(i, i + 1)
            return Role("weapon", None, span.of(scene.reading.document.text), span)
    return None
