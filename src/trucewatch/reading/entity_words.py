"""The words that persons, bodies and places are told by, read once from their list."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from trucewatch.reading.wordlists import word_list


class Sort(StrEnum):
    """What an entity is."""

    PERSON = "person"
    BODY = "body"  # an organisation, an armed force, a group of people
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class EntityWords:
    """What ``english/entities.yaml`` says, with the nouns of the lists beside it."""

    titles: frozenset[str]
    never_alone: frozenset[str]
    heads: dict[str, Sort]
    joining: frozenset[str]
    adjectives: frozenset[str]
    determiners: frozenset[str]
    locative: frozenset[str]
    pronouns: dict[str, Sort]
    equating: tuple[tuple[str, ...], ...]


@cache
def entity_words() -> EntityWords:
    """Return the words entities are told by; read from the package on first use."""
    data: dict[str, Any] = word_list("entities")
    speakers: dict[str, list[str]] = word_list("reporting")["speakers"]
    heads: dict[str, Sort] = {}
    for words, sort in (
        (data["places"], Sort.PLACE),
        (data["bodies"], Sort.BODY),
        (data["persons"], Sort.PERSON),
        (speakers["people"], Sort.BODY),
        (speakers["person"], Sort.PERSON),
        (speakers["organisation"], Sort.BODY),
    ):
        for word in words:
            heads.setdefault(word, sort)
    for pronoun in ("he", "she", "they"):
        heads.pop(pronoun, None)
    return EntityWords(
        titles=frozenset(data["titles"]),
        never_alone=frozenset(data["never_alone"]),
        heads=heads,
        joining=frozenset(data["joining"]),
        adjectives=frozenset(data["adjectives"]),
        determiners=frozenset(data["determiners"]),
        locative=frozenset(data["locative"]),
        pronouns={word: Sort(sort) for word, sort in data["pronouns"].items()},
        equating=tuple(tuple(words.split()) for words in data["equating"]),
    )
