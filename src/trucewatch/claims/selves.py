"""Speakers who take part themselves: "it holds the town", "its troops left"."""

from bisect import bisect_left
from operator import attrgetter

from trucewatch.claims.claim import Role, Vouching
from trucewatch.claims.parts import doer_of
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.reading import Reading
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import EntryKind
from trucewatch.values.stances import Voice

_SELVES = frozenset(("it", "they", "we", "he", "she", "i"))
_OWN = frozenset(("its", "their", "our", "his", "her", "my"))
_WE, _OURS = frozenset(("we", "i")), frozenset(("our", "my"))
_REACH = 6  # tokens between a pronoun and its verb: "it has not yet joined"
_HAVING = frozenset(("having", "being"))
# "it remained in control": what stands between a pronoun and who holds
_STAYING = frozenset(("remain", "remains", "remained", "stayed", "in", "full", "firm"))
_first = attrgetter("first")
_BEING = frozenset(("is", "are", "was", "were", "be", "been", "being"))


def with_speaker(
    roles: tuple[Role, ...],
    kind: str,
    trigger: tuple[int, int],
    chain: tuple[Vouching, ...],
    voice: Voice,
    reading: Reading,
) -> tuple[Role, ...]:
    """Return roles in which a pronoun for the speaker means the speaker.

    Args:
        roles: Who takes part, as far as named.
        kind: The claim type.
        trigger: First token of the words that name the act and the one after them.
        chain: Who vouches.
        voice: Whose wording it is: in a speaker's own words only "we" is the speaker.
        reading: The reading.
    """
    speaker = chain[-1]
    if speaker.part == "publisher" or speaker.text is None:
        return roles
    key = _named(speaker, reading) or _actor(speaker.id, reading)
    direct = voice is Voice.DIRECT
    found = tuple(_own(role, key, direct, reading) for role in roles)
    doer = doer_of(kind)
    if doer is None or any(role.role == doer for role in roles):
        return found
    said = speaker.cue is not None and _is_own_act(trigger[0], speaker.cue, reading)
    if not said and not _says_of_itself(trigger[0], direct, reading):
        return found
    return (*found, Role(doer, key, speaker.text, speaker.span))


def _named(speaker: Vouching, reading: Reading) -> str | None:
    """Return the party a speaker's own words name: "Jaysh al-Nasr said"."""
    span = speaker.span
    if span is None:
        return None
    names = reading.names
    at = bisect_left(names, reading.tokens.at(span.start), key=_first)
    while at < len(names) and names[at].span.end <= span.end:
        for entry in names[at].of_kind(EntryKind.ACTOR):
            return entry.id
        at += 1
    return None


def _actor(speaker: str | None, reading: Reading) -> str | None:
    """Return whom a speaker speaks for; one without an actor is its own."""
    known = None if speaker is None else reading.theatre.speakers.get(speaker)
    return known.actor if known is not None and known.actor else speaker


def _own(role: Role, key: str | None, direct: bool, reading: Reading) -> Role:  # noqa: FBT001 - how the words are told
    """Return "its troops" as the speaker's; a name stays what it is."""
    if role.id is not None or role.span is None or key is None:
        return role
    first = reading.tokens.at(role.span.start)
    words = (reading.tokens.low[max(0, first - 1)], reading.tokens.low[first])
    own = not (_OURS if direct else _OWN).isdisjoint(words)
    return Role(role.role, key, role.text, role.span) if own else role


def _is_own_act(at: int, cue: str, reading: Reading) -> bool:
    """Say whether the act is what the speaker denies or admits of itself.

    "The army denied having shelled the town", "denied shelling the town".
    """
    low = reading.tokens.low
    having = at > 0 and low[at - 1] in _HAVING
    before = low[at - 2 : at - 1] if having else low[at - 1 : at]
    own = cue.lower() in word_list("parties")["own_acts"]
    return own and before == [cue.lower()] and (having or low[at].endswith("ing"))


def _says_of_itself(at: int, direct: bool, reading: Reading) -> bool:  # noqa: FBT001
    """Say whether the act is the speaker's: "it had retaken", "its warplanes"."""
    low, closed = reading.tokens.low, lexicon().words
    if at > 0 and low[at - 1] in (_OURS if direct else _OWN):
        return True
    passing = closed["auxiliaries"] | closed["adverbs"] | _STAYING
    for i in range(at - 1, max(at - _REACH, 0), -1):
        if low[i] in (_WE if direct else _SELVES):
            return True
        if low[i] not in passing or low[i] in _BEING:
            return False
    return False
