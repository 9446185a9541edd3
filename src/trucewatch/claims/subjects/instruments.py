"""Instruments (INS): truces and agreements, their terms, keeping and end."""

from dataclasses import replace

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import with_variant, words_of
from trucewatch.values.stances import Polarity

_BROKEN = frozenset(
    ("violated", "violating", "violation", "violations", "breach", "breached", "broken",
     "breaking", "broke", "breaches", "collapse", "collapsing", "collapsed", "disrupt",
     "failure", "fragile", "derail", "deterioration", "strain", "tatters", "blame")
)  # fmt: skip
_APPLYING = frozenset(
    (
        "apply",
        "applies",
        "applied",
        "cover",
        "covers",
        "include",
        "included",
        "includes",
    )
)


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell exclusions from scope, and a truce that is broken from one that is kept."""
    words = words_of(draft, scene)
    if draft.kind == "INS.term" and draft.variant is None:
        negated = draft.polarity is Polarity.NEGATED
        if negated and not _APPLYING.isdisjoint(words):
            return replace(draft, variant="exclusion")
    if draft.kind == "INS.compliance" and not _BROKEN.isdisjoint(words):
        return replace(draft, polarity=_flipped(draft.polarity))
    return with_variant(draft, scene)


def _flipped(polarity: Polarity) -> Polarity:
    """A truce "not broken" is kept; one that is broken is not."""
    if polarity is Polarity.NEGATED:
        return Polarity.AFFIRMED
    return Polarity.NEGATED
