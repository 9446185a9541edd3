"""Accusations that go both ways: "X and Y accused each other of breaking the truce".

One sentence then holds two claims, each with a speaker who lays the act with the other.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from trucewatch.claims.claim import Role, Vouching
from trucewatch.claims.draft import Draft
from trucewatch.claims.parts import doer_of
from trucewatch.claims.roles import Party
from trucewatch.claims.scene import Scene
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import Voice

_PAIRS = (["each", "other"], ["one", "another"])
_SIDES = 2
_ACCUSED_OF = frozenset({"INC", "INS"})


def both_ways(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """Yield a draft, or two of it where two parties accuse each other of one thing."""
    at = None
    if draft.kind.partition(".")[0] in _ACCUSED_OF and draft.quantity is None:
        at = _accusing(scene.reading.sentences[draft.sentence], scene)
    sides = [] if at is None else _parties_before(at, draft, scene)
    doer = doer_of(draft.kind)
    if at is None or doer is None or len(sides) < _SIDES:
        yield draft
        return
    for speaking, accused in (sides, sides[::-1]):
        yield draft._replace(
            voice=Voice.INDIRECT,
            chain=(*draft.chain[:1], _speaker(speaking, at, scene)),
            roles=(_role(doer, accused, scene),),
        )


def _accusing(sentence: Sentence, scene: Scene) -> int | None:
    """Return where a sentence says that an accusation goes both ways, or None."""
    low = scene.reading.tokens.low
    for at in range(sentence.first, sentence.after):
        if low[at] in _words("accusing") and low[at + 1 : at + 3] in _PAIRS:
            return at
        traded = low[at] in _words("trading")
        if traded and not _words("accusations").isdisjoint(low[at + 1 : at + 3]):
            return at
    return None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("parties")[name])


def _parties_before(at: int, draft: Draft, scene: Scene) -> Sequence[Party]:
    """Return the two parties that are named last before the words that accuse."""
    first = scene.reading.sentences[draft.sentence].first
    everyone = scene.parties.everyone_between(first, at)
    found = [party for party in everyone if party.after <= at]
    return found[-_SIDES:]


def _speaker(party: Party, at: int, scene: Scene) -> Vouching:
    tokens, text = scene.reading.tokens, scene.reading.document.text
    span = tokens.span(party.first, party.after)
    cue = tokens.span(at, at + 1).of(text)
    return Vouching("speaker", party.id, span.of(text), span, cue)


def _role(name: str, party: Party, scene: Scene) -> Role:
    span = scene.reading.tokens.span(party.first, party.after)
    return Role(name, party.id, span.of(scene.reading.document.text), span)
