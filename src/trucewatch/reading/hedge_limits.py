"""Time limits: what is still to be done in a time that is given for it."""

from collections.abc import Iterator, Sequence
from functools import cache

from trucewatch.reading.hedge_scopes import Bounds, is_figure
from trucewatch.reading.quotes_lexicon import lexicon as closed_words
from trucewatch.reading.wordlists import word_list

_REACH = 4  # tokens between a figure and its unit, or "within" and the unit


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_list("hedges")[name])


def time_limits(bounds: Bounds) -> Iterator[tuple[int, int, int]]:
    """Yield what sets a time for something not yet done, and the clause it reaches.

    "The army has sixty days to leave", "reveals the fate of 194 men within fifteen
    days": nothing of it has happened. A clause in the past tense tells how long
    something took.

    Args:
        bounds: The sentence.

    Yields:
        The cue's first token, the first token it reaches, and the one after the last.
    """
    low = bounds.tokens.low
    units = _words("limit_units")
    for index in range(bounds.lo, bounds.hi):
        if low[index] not in units:
            continue
        cue = _limiting(bounds, index)
        if cue is None:
            continue
        begin, end = bounds.begin(cue), bounds.end(index)
        if not is_done(low[begin:end]):
            yield cue, begin, end


def _limiting(bounds: Bounds, index: int) -> int | None:
    """Return the word that makes a length of time a limit: "within", "to"."""
    low, text = bounds.tokens.low, bounds.tokens.text
    before = range(index - 1, max(bounds.lo, index - _REACH) - 1, -1)
    figure = next((i for i in before if is_figure(low[i])), None)
    if figure is None:
        return None
    within = next((i for i in before if low[i] == "within"), None)
    if within is not None:
        return within
    following = index + 2
    if following >= bounds.hi or low[index + 1] != "to":
        return None
    verb = low[following]
    determined = verb in closed_words().words["determiners"]
    if determined or is_figure(verb) or not text[following].islower():
        return None
    return index + 1


def is_done(words: Sequence[str]) -> bool:
    """Say whether the words of a clause tell of something over: "it took", "were"."""
    done = _words("limit_done")
    return any(
        word in done or (len(word) > len("red") and word.endswith("ed"))
        for word in words
    )
