"""Relevance: whether a text speaks of armed conflict at all, told in one cheap pass.

A stream of news is mostly about other things, and to read all of it for truces would
cost much and yield false claims. Brief texts are always read: a bulletin of three lines
may have none of the words that a report of a page cannot do without.
"""

import re
from functools import cache

from trucewatch.reading.wordlists import word_list

# Set on the development corpora, where every document has to pass, and on
# public news of other matters; after a change run `make evaluate` and `make bench`.
BRIEF = 150  # words up to which every text is read
SHORT = 300  # words up to which one word of conflict is enough
ENOUGH = 2  # different words of conflict in a longer one, and in a very long one
ENOUGH_OF_MANY = 5
PER_WORD = 200  # words of text for one word of conflict, between the two

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def speaks_of_conflict(text: str) -> bool:
    """Say whether a text is brief, or has words of armed conflict: the longer, more."""
    words = _WORD.findall(text.lower())
    short = len(words) <= SHORT and (length := len(text.split())) <= SHORT
    if short and length <= BRIEF:
        return True
    found = {w.removesuffix("s") for w in _words_of_conflict().intersection(words)}
    if short:
        return bool(found)
    return len(found) >= max(ENOUGH, min(len(words) // PER_WORD, ENOUGH_OF_MANY))


@cache
def _words_of_conflict() -> frozenset[str]:
    return frozenset(w for words in word_list("conflict").values() for w in words)
