"""Wording of a draft's clause: subkinds and idioms, read from their tables."""

from functools import cache
from importlib import resources

from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene


def _rows(name: str) -> list[list[str]]:
    path = resources.files("trucewatch.claims") / name
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _variants() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    table: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for kind, variant, words, _source in _rows("variants.tsv"):
        table.setdefault(kind, []).append((variant, frozenset(words.split())))
    return {kind: tuple(rows) for kind, rows in table.items()}


@cache
def _idioms() -> dict[str, tuple[str, ...]]:
    """Return the idioms of each claim type: those of the acts that make it."""
    by_act: dict[str, list[str]] = {}
    for act, phrase, _source in _rows("idioms.tsv"):
        by_act.setdefault(act, []).append(f" {phrase} ")
    found: dict[str, dict[str, None]] = {}
    for kind, acts, *_rest in _rows("subjects.tsv"):
        idioms = found.setdefault(kind, {})
        for act in acts.split():
            idioms |= dict.fromkeys(by_act.get(act, ()))
    return {kind: tuple(idioms) for kind, idioms in found.items()}


def words_of(draft: Draft, scene: Scene) -> list[str]:
    """Return the words of a draft's clause in lower case."""
    tokens = scene.reading.tokens
    return tokens.low[tokens.at(draft.span.start) : tokens.at(draft.span.end)]


def with_variant(draft: Draft, scene: Scene) -> Draft:
    """Return the draft with the subkind its clause's words tell, if they tell one."""
    if draft.variant is not None:
        return draft
    words = words_of(draft, scene)
    for variant, cues in _variants().get(draft.kind, ()):
        if not cues.isdisjoint(words):
            return draft._replace(variant=variant)
    return draft


def is_idiom(draft: Draft, scene: Scene) -> bool:
    """Say whether the word that made a statement stands in an idiom there."""
    trigger = next((s for name, s in draft.grounds if name == "trigger"), None)
    if trigger is None:
        return False
    tokens = scene.reading.tokens
    at = tokens.at(trigger.start)
    words = tokens.low[max(0, at - 2) : at + 3]
    around = f" {' '.join(words)} "
    return any(phrase in around for phrase in _idioms().get(draft.kind, ()))
