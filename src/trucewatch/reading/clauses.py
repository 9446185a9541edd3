"""Clauses: the stretch of a sentence that says one thing, by marks and link words."""

from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens

LONGEST = 40  # tokens on either side; a longer clause is cut

_MARKS = frozenset(";:–—")
_BREAKS = frozenset(("but", "while", "whereas", "although", "though"))
_LINKS = frozenset(("and", "which", "who", "where", "after", "before", "as", "with"))
_ENDING = _MARKS | _BREAKS
_STOPS = _ENDING | {","}
_CLOSING = frozenset(")%")
_AFTER_COMMA = _LINKS | _BREAKS


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
    least = max(sentence.first, first - LONGEST)
    most = min(sentence.after, after + LONGEST)
    limit = sentence.after
    while begin > least and not (
        low[begin - 1] in _STOPS and _ends(low, begin - 1, limit, tight=tight)
    ):
        begin -= 1
    while end < most and not (
        low[end] in _STOPS and _ends(low, end, limit, tight=tight)
    ):
        end += 1
    while begin < first and (low[begin] in _LINKS or not low[begin][0].isalnum()):
        begin += 1
    return begin, unmarked(tokens, after, end)


def unmarked(tokens: Tokens, least: int, after: int) -> int:
    """Return the index after the last word, without the marks that close a clause.

    Args:
        tokens: The text's tokens.
        least: What is not gone below.
        after: Index after the clause.
    """
    low = tokens.low
    while after > least and not low[after - 1][0].isalnum():
        if low[after - 1] in ")%":
            break
        after -= 1
    return after


def clauses_of(tokens: Tokens, sentence: Sentence) -> list[tuple[int, int]]:
    """Return all clauses of a sentence: each one's first token, and the one after it.

    Args:
        tokens: The text's tokens.
        sentence: The sentence.
    """
    low, limit = tokens.low, sentence.after
    found: list[tuple[int, int]] = []
    begin = sentence.first
    for i in range(sentence.first, limit + 1):
        if i < limit and not (low[i] in _STOPS and _ends(low, i, limit, tight=False)):
            continue
        first, after = begin, i
        while first < after and (low[first] in _LINKS or not low[first][0].isalnum()):
            first += 1
        while after > first and not low[after - 1][0].isalnum():
            if low[after - 1] in _CLOSING:
                break
            after -= 1
        if first < after:
            found.append((first, after))
        begin = i + 1
    return found


def _ends(low: list[str], i: int, limit: int, *, tight: bool) -> bool:
    word = low[i]
    if word == ",":
        return tight or (i + 1 < limit and low[i + 1] in _AFTER_COMMA)
    return word in _ENDING
