"""The count: a number with what it counts; and the words that help to find out."""

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from trucewatch.reading.lexicon import Noun
from trucewatch.reading.numbers import Number
from trucewatch.reading.wordlists import word_list


class Count(NamedTuple):
    """A number with what it counts.

    Attributes:
        number: The number.
        sentence: Index of its sentence.
        unit: The unit as counted, before persons are told apart by what befell them.
        noun: The counted noun's entry, or None.
        first: Index of the first token of the count's words, number and head.
        after: Index after the last of them.
        how: How the counted thing was found.
        whole: Index of the earlier count this one elides or is a part of, or None.
    """

    number: Number
    sentence: int
    unit: str
    noun: Noun | None
    first: int
    after: int
    how: str
    whole: int | None


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What ``english/units.yaml`` says."""

    convert: dict[str, tuple[str, float]]
    persons: dict[str, str]
    fighters: dict[str, str]
    groups_of_people: frozenset[str]
    times: dict[str, str]
    cases_of: dict[str, str]
    by_act: dict[str, dict[str, str]]
    of_unit: dict[str, str]
    labels: dict[str, str]
    usual: tuple[str, ...]


@cache
def unit_words() -> UnitWords:
    """Return the table of units; read from the package's data on first use."""
    data: dict[str, Any] = word_list("units")
    return UnitWords(
        {k: (v[0], float(v[1])) for k, v in data["convert"].items()},
        data["persons"],
        data["fighters"],
        frozenset(data["groups_of_people"]),
        data["times"],
        data["cases_of"],
        data["by_act"],
        data["of_unit"],
        data["labels"],
        tuple(data["usual"]),
    )


@dataclass(frozen=True, slots=True)
class CountingWords:
    """What ``english/counting.yaml`` says."""

    linking: frozenset[str]
    earlier: frozenset[str]
    recording: frozenset[str]
    ordered: frozenset[str]
    multiplied: frozenset[str]
    ratio: frozenset[str]
    convening: frozenset[str]
    totalling: frozenset[str]
    prolonging: frozenset[str]
    collective: frozenset[str]
    comparing: frozenset[str]
    tolling: frozenset[str]


@cache
def counting_words() -> CountingWords:
    """Return the words by which numbers lean on other counts."""
    data: dict[str, list[str]] = word_list("counting")
    return CountingWords(
        frozenset(data["linking"]),
        frozenset(data["earlier"]),
        frozenset(data["recording"]),
        frozenset(data["ordered"]),
        frozenset(data["multiplied"]),
        frozenset(data["ratio"]),
        frozenset(data["convening"]),
        frozenset(data["totalling"]),
        frozenset(data["prolonging"]),
        frozenset(data["collective"]),
        frozenset(data["comparing"]),
        frozenset(data["tolling"]),
    )
