"""Signs: words by which a clause shows what it may state, by class."""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from trucewatch.reading.lexicon import verb_forms


class _Signs(NamedTuple):
    """Classes of words and phrases.

    Attributes:
        words: Those of single words.
        phrases: By first word, all words of each phrase with its class.
    """

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def _forms(item: str) -> set[str]:
    """Return the forms that an item of the list stands for."""
    if item.startswith("="):
        return {item[1:].replace("_", " ")}
    lemma, *irregular = item.split("/")
    head, _, rest = lemma.partition("_")
    tail = f" {rest.replace('_', ' ')}" if rest else ""
    return {form + tail for form in verb_forms(head) | set(irregular)}


@cache
def _signs() -> _Signs:
    """Return the list of words; read from the package's data once."""
    path = resources.files("trucewatch.claims") / "statement_words.tsv"
    words: dict[str, dict[str, None]] = {}
    phrases: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        name, items, _source = line.split("\t")
        for form in (form for item in items.split() for form in sorted(_forms(item))):
            parts = tuple(form.split())
            if len(parts) == 1:
                words.setdefault(form, {})[name] = None
            else:
                phrases.setdefault(parts[0], {})[parts, name] = None
    return _Signs(
        {word: tuple(names) for word, names in words.items()},
        {word: tuple(found) for word, found in phrases.items()},
    )


def has_sign(word: str) -> bool:
    """Say whether a word alone is a sign of something."""
    return word in _signs().words


def signs_of(low: Sequence[str], first: int, after: int) -> list[tuple[int, str]]:
    """Return the classes of the words of a clause, each with its word's index.

    Args:
        low: The text's words in lower case.
        first: Index of the clause's first word.
        after: Index after its last word.
    """
    words, phrases = _signs()
    found: list[tuple[int, str]] = []
    for i in range(first, after):
        word = low[i]
        if word in words:
            found += [(i, name) for name in words[word]]
        if word in phrases:
            found += [
                (i, name)
                for parts, name in phrases[word]
                if tuple(low[i : min(i + len(parts), after)]) == parts
            ]
    return found
