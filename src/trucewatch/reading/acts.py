"""Acts: the words of a sentence that name what somebody did or what happened."""

from typing import NamedTuple

from trucewatch.reading.lexicon import Lexicon
from trucewatch.reading.tokens import Tokens

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
        if classes_of is not None:
            found.append(Act(i, i + 1, classes_of))
    return found


def _of_compound(word: str, lexicon: Lexicon) -> tuple[str, ...] | None:
    """Return the classes of "Saudi-backed" and "al-Qaeda-linked"; None for others."""
    _who, hyphen, last = word.rpartition("-")
    if not hyphen:
        return None
    classes = tuple(a for a in lexicon.acts.get(last, ()) if a in _COMPOUNDED)
    return classes or None
