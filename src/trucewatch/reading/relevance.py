"""Relevance: whether a text speaks of armed conflict at all, told in one cheap pass.

A stream of news is mostly about other things, and to read all of it for truces would
cost much and yield false claims. Short texts are always read: a bulletin of three lines
may have none of the words that a report of a page cannot do without.
"""

import re
from functools import cache

from trucewatch.reading.wordlists import word_list

# Set on the development corpora, where every document has to pass, and on
# public news of other matters; after a change run `make evaluate` and `make bench`.
SHORT = 300  # words up to which every text is read
ENOUGH = 2  # different words of conflict in a longer one, and in a very long one
ENOUGH_OF_MANY = 5
PER_WORD = 200  # words of text for one word of conflict, between the two

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


def speaks_of_conflict(text: str) -> bool:
    """Say whether a text is short, or has several words of armed conflict."""
    words = _WORD.findall(text.lower())
    if len(words) <= SHORT and len(text.split()) <= SHORT:
        return True
    found = {w.removesuffix("s") for w in _words_of_conflict().intersection(words)}
    return len(found) >= max(ENOUGH, min(len(words) // PER_WORD, ENOUGH_OF_MANY))


@cache
def _words_of_conflict() -> frozenset[str]:
    return frozenset(w for words in word_list("conflict").values() for w in words)
