"""The words around place names, and the words that name no place."""

from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from trucewatch.reading.number_words import number_words
from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import PlaceRole


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What ``english/placing.yaml`` says."""

    roles: dict[str, PlaceRole]
    generic: frozenset[str]
    never: frozenset[str]
    never_before: frozenset[str]
    never_last: frozenset[str]
    ranks: frozenset[str]
    blaming: frozenset[str]
    having: frozenset[str]
    being: frozenset[str]
    doing: frozenset[str]
    hosting: frozenset[str]
    prefixes: frozenset[str]
    venue: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """Return the words around place names; read from data on first use."""
    data: dict[str, Any] = word_list("placing")
    closed: dict[str, list[str]] = word_list("function_words")
    roles = {
        phrase: PlaceRole(name)
        for name in ("at", "near", "from", "to")
        for phrase in data[name]
    }
    return PlaceWords(
        roles,
        frozenset(data["generic"]),
        frozenset(data["never"]),
        frozenset(data["never_before"]),
        frozenset(data["never_last"]),
        frozenset(data["ranks"]),
        frozenset(data["blaming"]),
        frozenset(closed["have_forms"]),
        frozenset(closed["be_forms"]),
        frozenset(closed["common_verbs"]),
        frozenset(data["hosting"]),
        frozenset(data["prefixes"]),
        frozenset(data["venue"]),
    )


@cache
def common_words() -> frozenset[str]:
    """Return words the reader knows in other senses, which name no place."""
    found = set(number_words().starters)
    for phrase in chain(number_words().before, number_words().after):
        found.update(phrase.split())
    for words in word_list("topics").values():
        found.update(words)
    return frozenset(found)
