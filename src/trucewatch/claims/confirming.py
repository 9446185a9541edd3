"""Figures that another side does not confirm: "none of these was confirmed by …".

Such words answer somebody else's count; they are no count of zero by whoever counted.
"""

from bisect import bisect_left, bisect_right
from operator import attrgetter

from trucewatch.claims.claim import ClaimTime, Vouching
from trucewatch.claims.draft import Draft
from trucewatch.claims.scene import Scene
from trucewatch.reading.counts import Count
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import EntryKind
from trucewatch.values.stances import Aggregation, Assertion, Polarity

ANSWER = "unconfirmed"
_BACK = 3  # sentences in which the figure stands that is not confirmed
_NEAR = 6  # tokens between "none" and what is not done with it
_FAR = 9  # tokens after it: "none of which has so far been confirmed"
_WIDE = 18  # tokens around a verb in which its subject or agent begins
_sentence, _first_of_number = attrgetter("sentence"), attrgetter("number.first")
_AGENTS = frozenset(("by", "from"))
_REFERS = (".elided", ".of", ".part")


def answered(draft: Draft, scene: Scene) -> Draft | None:
    """Return a draft on breaches, made a denial where it answers another's count.

    An answer without a count before it is dropped.
    """
    if draft.quantity is None:
        if draft.variant != ANSWER:
            return draft
        count = _count_before(draft, scene)
        if count is None:
            return None
        return draft._replace(
            assertion=Assertion.DENIED,
            polarity=Polarity.AFFIRMED,
            time=_time_of(count, draft, scene),
        )
    if draft.quantity.high != 0 or not draft.rule.endswith(_REFERS):
        return draft
    at = _confirming(draft, scene)
    if at is None:
        return draft
    chain = _by_whom(draft.chain, at, scene)
    return draft._replace(assertion=Assertion.DENIED, chain=chain)


def _count_before(draft: Draft, scene: Scene) -> Count | None:
    """Return the latest count of breaches that the words can answer."""
    counts = scene.reading.counts
    low = bisect_left(counts, draft.sentence - _BACK, key=_sentence)
    high = bisect_right(counts, draft.sentence, key=_sentence)
    found = (one for one in reversed(counts[low:high]) if one.unit == "violations")
    return next(found, None)


def _time_of(count: Count, draft: Draft, scene: Scene) -> ClaimTime:
    """Return the time of the figure that is answered, unless the answer has its own."""
    if draft.time.text is not None:
        return draft.time
    span = scene.reading.tokens.span(count.first, count.after)
    chosen = scene.timing.choose(span, count.sentence)
    speaker = draft.chain[-1].id if draft.chain else None
    return scene.timing.of(chosen, Aggregation.PER_PERIOD, speaker=speaker)


def _confirming(draft: Draft, scene: Scene) -> int | None:
    """Return where the sentence says that something is confirmed, or None."""
    words = frozenset(word_list("topics")["confirming"])
    tokens = scene.reading.tokens
    sentence = scene.reading.sentences[draft.sentence]
    own = tokens.at(draft.span.start)
    number = tokens.at(draft.quantity.span.end) if draft.quantity else own
    first, after = max(sentence.first, own - _NEAR), min(sentence.after, number + _FAR)
    near = (i for i in range(first, after) if tokens.low[i] in words)
    return next((i for i in near if not _counts_else(i, own, scene)), None)


def _counts_else(at: int, none: int, scene: Scene) -> bool:
    """Say whether another figure is confirmed: "confirmed eight, none grave"."""
    counts = scene.reading.counts
    behind = bisect_right(counts, at, key=_first_of_number)
    return behind < len(counts) and counts[behind].number.first < none


def _by_whom(
    chain: tuple[Vouching, ...], at: int, scene: Scene
) -> tuple[Vouching, ...]:
    """Return the chain with whoever does the confirming as its last link."""
    if chain[-1].cue is not None and _is_confirming(chain[-1].cue):
        return chain
    tokens, text = scene.reading.tokens, scene.reading.document.text
    near = [(_distance(one, at, scene), one) for one in _parties(at, scene)]
    distance, (first, after) = min(near, default=(_NEAR, (0, 0)))
    span = tokens.span(first, after) if distance < _NEAR else None
    if span is None or (chain[-1].span is not None and chain[-1].span.touches(span)):
        return chain
    cue = tokens.span(at, at + 1).of(text)
    return (*chain[:1], Vouching("speaker", None, span.of(text), span, cue))


def _is_confirming(cue: str) -> bool:
    return not set(word_list("topics")["confirming"]).isdisjoint(cue.lower().split())


def _parties(at: int, scene: Scene) -> list[tuple[int, int]]:
    """Return where parties and peoples ("the Russians") are named near a verb."""
    around = max(at - _WIDE, 0), at + _WIDE
    everyone = scene.parties.everyone_between(*around)
    found = [(party.first, party.after) for party in everyone if party.id is not None]
    names = scene.names_between(*around)
    peoples = (name for name in names if name.of_kind(EntryKind.DEMONYM))
    return [*found, *((name.first, name.after) for name in peoples)]


def _distance(party: tuple[int, int], at: int, scene: Scene) -> int:
    """Return how far a party is from the verb whose subject or agent it may be."""
    low, (first, after) = scene.reading.tokens.low, party
    lead = low[max(first - 1, 0)]
    lead = low[max(first - 2, 0)] if lead == "the" else lead
    if lead == "of":  # "none of the Turkish reports"
        return _NEAR
    if lead in _AGENTS:
        return first - at if first > at else _NEAR
    return at - after if after <= at else _NEAR
