"""Phrases of one or more words, found in a list of tokens from their rarest word."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
Words = tuple[str, ...]


class Phrasebook(Generic[T]):
    """Phrases with what they mean, indexed by the word that is met least often.

    Attributes:
        gate: The words to look for in a text; nothing is found without one of them.
    """

    __slots__ = ("_entries", "gate")

    def __init__(
        self, phrases: Iterable[tuple[Words, T]], common: frozenset[str]
    ) -> None:
        """Build the index.

        Args:
            phrases: Each phrase in lower case, with its meaning.
            common: Words so frequent that they open no search if another can.
        """
        entries: dict[str, list[tuple[int, Words, T]]] = {}
        for words, meaning in phrases:
            at = max(
                range(len(words)),
                key=lambda i: (words[i] not in common, len(words[i]), -i),
            )
            entries.setdefault(words[at], []).append((at, words, meaning))
        self._entries = {
            word: tuple(sorted(found, key=lambda one: -len(one[1])))
            for word, found in entries.items()
        }
        self.gate = frozenset(entries)

    def at(self, low: Sequence[str], index: int) -> list[tuple[int, Words, T]]:
        """Return start, words and meaning of the phrases held by the gate word there.

        Args:
            low: Lower-case tokens of the text.
            index: Index of a word of ``gate``.
        """
        found = []
        for at, words, meaning in self._entries.get(low[index], ()):
            start = index - at
            if len(words) == 1 or (
                start >= 0 and tuple(low[start : start + len(words)]) == words
            ):
                found.append((start, words, meaning))
        return found
