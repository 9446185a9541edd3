"""Aliases: two names that a text itself says are one.

"the Joint Mission (JM)", "Omar Deeb, also known as Abu Salim", "Anna Roth, the head of
the mission". What only reads alike elsewhere in the text is no alias here.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from trucewatch.reading.entities import Entity, is_called
from trucewatch.reading.entity_words import Sort, entity_words
from trucewatch.reading.reading import Reading
from trucewatch.reading.tokens import Tokens

_CLOSING = frozenset(",.;:)”\"'’—–")
_REACH = 14  # tokens from a name to the other it is also known by
_COPULAS = frozenset(("is", "was"))


class Equating(StrEnum):
    """How a text says that two names are one."""

    BRACKETS = "brackets"
    KNOWN_AS = "known as"
    APPOSITION = "apposition"
    COPULA = "copula"


class Alias(NamedTuple):
    """Two entities that a text says are one, in the order of the text."""

    one: Entity
    other: Entity
    how: Equating


def find_aliases(reading: Reading, entities: Sequence[Entity]) -> tuple[Alias, ...]:
    """Return the aliases that a text states.

    Args:
        reading: The reading.
        entities: Its entities, in the order of the text.
    """
    tokens = reading.tokens
    found = []
    for one, other in pairwise(entities):
        how = _how(tokens, one, other)
        if how is not None:
            found.append(Alias(one, other, how))
    return tuple(found)


def _how(tokens: Tokens, one: Entity, other: Entity) -> Equating | None:
    between = tokens.low[one.after : other.first]
    if len(between) > _REACH or "." in between or not (one.named or other.named):
        return None
    behind = tokens.text[other.after : other.after + 1]
    if between == ["("] and behind == [")"] and other.named:
        return Equating.BRACKETS if one.sort is other.sort else None
    led = between[:1] in ([","], ["("], ["–"], ["—"])
    if led and other.named and one.sort is other.sort and _equates(between):
        return Equating.KNOWN_AS
    if not _is_office_of(tokens, one, other):
        return None
    if between == [","] and (
        not behind or behind[0] in _CLOSING or _acts(tokens, other)
    ):
        return Equating.APPOSITION
    return Equating.COPULA if len(between) == 1 and between[0] in _COPULAS else None


def _equates(between: list[str]) -> bool:
    """Say whether words say "also known as" right before the second name."""
    for phrase in entity_words().equating:
        for at in range(len(between) - len(phrase) + 1):
            if tuple(between[at : at + len(phrase)]) == phrase:
                return True
    return False


def _is_office_of(tokens: Tokens, one: Entity, other: Entity) -> bool:
    """Say whether one of two persons is called by name, the other by office."""
    if one.sort is not Sort.PERSON or other.sort is not Sort.PERSON:
        return False
    return _is_called(tokens, one) is not _is_called(tokens, other)


def _is_called(tokens: Tokens, entity: Entity) -> bool:
    """Say whether a person is called by name: the last word is of no office."""
    return entity.named and is_called(tokens, entity.first, entity.after)


def _acts(tokens: Tokens, other: Entity) -> bool:
    """Say whether a verb follows, so that the second name ends what is told of one."""
    word = tokens.low[other.after] if other.after < len(tokens) else ""
    return word.endswith(("ed", "s")) or word in ("said", "told", "will", "who")
