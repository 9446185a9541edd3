"""Clauses: the stretch of a sentence that says one thing, by marks and link words."""

from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens

LONGEST = 40  # tokens on either side; a longer clause is cut

_MARKS = frozenset(";:–—")
_BREAKS = frozenset(("but", "while", "whereas", "although", "though"))
_LINKS = frozenset(("and", "which", "who", "where", "after", "before", "as", "with"))


def clause_around(
    tokens: Tokens, sentence: Sentence, first: int, after: int, *, tight: bool = False
) -> tuple[int, int]:
    """Return the first token of the clause around some words, and the one after it.

    Args:
        tokens: The text's tokens.
        sentence: The sentence the words stand in.
        first: Index of the first word.
        after: Index after the last word.
        tight: Whether every comma and bracket ends it, as in lists of figures.
    """
    low = tokens.low
    begin, end = first, after
    while (
        begin > sentence.first
        and first - begin < LONGEST
        and not _ends(tokens, begin - 1, sentence.after, tight=tight)
    ):
        begin -= 1
    while (
        end < sentence.after
        and end - after < LONGEST
        and not _ends(tokens, end, sentence.after, tight=tight)
    ):
        end += 1
    while begin < first and (low[begin] in _LINKS or not low[begin][0].isalnum()):
        begin += 1
    while end > after and not low[end - 1][0].isalnum() and low[end - 1] not in ")%":
        end -= 1
    return begin, end


def _ends(tokens: Tokens, i: int, limit: int, *, tight: bool) -> bool:
    low = tokens.low
    if low[i] in _MARKS or low[i] in _BREAKS:
        return True
    if low[i] != ",":
        return False
    return tight or (i + 1 < limit and low[i + 1] in _LINKS | _BREAKS)
