"""Acts: the words of a sentence that name what somebody did or what happened."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from trucewatch.reading.lexicon import Lexicon
from trucewatch.reading.tokens import Tokens
from trucewatch.reading.wordlists import word_list

_AMOUNT = 4  # tokens before "left" in which what is left begins

_COMPOUNDED = frozenset(
    ("SUPPORT", "ALIGN", "HOLD")
)  # "X-backed", "X-linked", "X-held"


class Act(NamedTuple):
    """A word or phrase that names an act.

    Attributes:
        first: Index of its first token.
        after: Index after its last token.
        classes: Classes of act it can name, such as ``KILL`` or ``SHELL``.
    """

    first: int
    after: int
    classes: tuple[str, ...]


def find_acts(tokens: Tokens, lexicon: Lexicon) -> list[Act]:
    """Return the acts of a text in order; a phrase wins over the words in it."""
    low, acts, phrases = tokens.low, lexicon.acts, lexicon.phrases
    found: list[Act] = []
    busy = 0
    for i, word in enumerate(low):
        if i < busy:
            continue
        options = phrases.get(word)
        if options is not None:
            for parts, _act in options:
                if tuple(low[i : i + len(parts)]) == parts:
                    same = [a for other, a in options if other == parts]
                    more = () if "LOSE" in same else acts.get(word, ())
                    classes = tuple(dict.fromkeys((*same, *more)))
                    found.append(Act(i, i + len(parts), classes))
                    busy = i + len(parts)
                    break
            if busy > i:
                continue
        classes_of = acts.get(word) or _of_compound(word, lexicon)
        if classes_of is not None and not _remains(low, i):
            found.append(Act(i, i + 1, classes_of))
    return found


@cache
def _remaining() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    data = word_list("counting")
    return (
        frozenset(data["remaining"]),
        frozenset(data["having"]),
        frozenset(data["amounts"]),
    )


def _remains(low: Sequence[str], index: int) -> bool:
    """Say whether a word tells what is still there: "has no positions left"."""
    words, having, amounts = _remaining()
    if low[index] not in words:
        return False
    return any(
        (low[at] in amounts or low[at][0].isdigit()) and low[at - 1] in having
        for at in range(index - 2, max(0, index - _AMOUNT), -1)
    )


def _of_compound(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the classes of "Saudi-backed" and "al-Qaeda-linked"; None for others."""
    _who, hyphen, last = word.rpartition("-")
    if not hyphen:
        return None
    classes = tuple(a for a in lexicon.acts.get(last, ()) if a in _COMPOUNDED)
    return classes or None
