"""Instruments (INS): truces and agreements, their terms, keeping and end."""

from bisect import bisect_right
from functools import cache

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.claims.wording import is_idiom, with_variant, words_of
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import Polarity

_RULES = frozenset(("exclusion", "obligation", "permission", "scope"))
_DATING = frozenset(("of", "at", "from", "since", "starting", "beginning", "effective"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("topics")[name])


def refine(draft: Draft, scene: Scene) -> Draft | None:
    """Tell exclusions from scope, and a truce that is broken from one that is kept."""
    if draft.quantity is None and is_idiom(draft, scene):
        return None
    words = words_of(draft, scene)
    if draft.kind == "INS.term" and draft.quantity is None:
        return _term(draft, scene, words)
    if draft.kind == "INS.compliance" and not _words("truce_broken").isdisjoint(words):
        return draft._replace(polarity=_flipped(draft.polarity))
    return with_variant(draft, scene)


def _term(draft: Draft, scene: Scene, words: list[str]) -> Draft | None:
    """Refine a term without a number; a truce that is only named states none.

    "Does not apply to X" is an exclusion of X, and its "not" is spent on that.
    """
    refined = with_variant(draft, scene)
    if draft.polarity is Polarity.NEGATED and not _words("truce_applying").isdisjoint(
        words
    ):
        refined = draft._replace(variant="exclusion", polarity=Polarity.AFFIRMED)
    if refined.variant not in _RULES and _is_dated(draft, scene):
        kind = "INS.entry_into_force"
        return draft._replace(kind=kind, rule="statements.ins.entry_into_force")
    if refined.variant is None or (
        _only_names(draft, scene)
        and (refined.variant not in _RULES or _names_another(draft, scene))
    ):
        return None
    if refined.variant == "exclusion":
        return refined._replace(roles=scene.parties.excluded(refined.span))
    bound = tuple(role for role in refined.roles if role.role != "excluded")
    return refined._replace(roles=bound)


def _only_names(draft: Draft, scene: Scene) -> bool:
    """Say whether the word that made the statement is the truce's own name."""
    span = next((span for name, span in draft.grounds if name == "trigger"), None)
    if span is None:
        return False
    return scene.reading.tokens.low[scene.reading.tokens.at(span.start)] in _words(
        "truce_names"
    )


def _names_another(draft: Draft, scene: Scene) -> bool:
    """Say whether the truce's name only tells which: "ceasefire violations"."""
    tokens = scene.reading.tokens
    after = max(tokens.at(s.end) for name, s in draft.grounds if name == "trigger")
    return after < len(tokens) and tokens.low[after] in lexicon().nouns


def _is_dated(draft: Draft, scene: Scene) -> bool:
    """Say whether the truce is named by its beginning: "the truce of 12 September"."""
    trigger = next((span for name, span in draft.grounds if name == "trigger"), None)
    if trigger is None:
        return False
    tokens = scene.reading.tokens
    after = tokens.at(trigger.end)
    if after + 1 >= len(tokens) or tokens.low[after] not in _DATING:
        return False
    start = tokens.start[after + 1]
    times = scene.reading.times
    latest = bisect_right(times, start, key=lambda time: time.span.start) - 1
    return latest >= 0 and start < times[latest].span.end


def _flipped(polarity: Polarity) -> Polarity:
    """A truce "not broken" is kept; one that is broken is not."""
    if polarity is Polarity.NEGATED:
        return Polarity.AFFIRMED
    return Polarity.NEGATED
