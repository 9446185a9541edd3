"""The words of time expressions: which class each belongs to, and what it means."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.reading.times.grammar import CODES, OTHER
from trucewatch.reading.wordlists import word_list

LAST_YEAR = 2100  # four digits above this are counts, not years
FIRST_YEAR = 1900
OLDEST_YEAR = 1000  # years before FIRST_YEAR count only beside a month
LAST_DAY = 31
HOURS, MINUTES = 24, 60
PAST, FUTURE, TO = -1, 1, 2

Meaning = int | str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the word lists of one language say.

    Attributes:
        codes: Word as written (lower case, Title, UPPER) to the letter of its class.
        meanings: Lower-case word to what it means.
        tense: Words near an expression, as written, to the side of the anchor they
            put it on: ``FUTURE``, ``PAST``, or ``TO`` for the infinitive's mark.
        perfect: Words that turn a future verb before them to the past.
        copulas: Words before "to" that make it speak of the future.
        relations: Preposition to the relation it names.
        not_years: Words after which a four-digit number is no year.
        counted: Words before which it is none.
        rates: Words before "a day" that make it say how often.
        groups: Words that rules ask for by the name of their group.
    """

    codes: dict[str, str]
    meanings: dict[str, Meaning]
    tense: dict[str, int]
    perfect: frozenset[str]
    copulas: frozenset[str]
    relations: dict[str, str]
    not_years: frozenset[str]
    counted: frozenset[str]
    rates: frozenset[str]
    groups: dict[str, frozenset[str]]


def _written(word: str, case: str) -> set[str]:
    """Return the ways ``word`` is written when it counts."""
    if case == "lower":
        return {word}
    if case == "upper":
        return {word.upper()}
    if case == "name":
        return {word.title(), word.upper()}
    return {word, word.title(), word.upper()}


def _tense(data: dict[str, list[str]]) -> dict[str, int]:
    """Return the side of the anchor each word of tense speaks of."""
    sides = ((data["past"], PAST), (data["future"], FUTURE), (["to"], TO))
    return {
        form: side
        for words, side in sides
        for word in words
        for form in _written(word, "any")
    }


def _number_codes() -> dict[str, str]:
    """Return the class of every number of one to four digits."""
    codes = {}
    for value in range(10_000):
        for digits in {str(value), f"{value:02}", f"{value:03}", f"{value:04}"}:
            codes[digits] = _number_class(value, len(digits))
    return {digits: CODES[name] for digits, name in codes.items()}


def _number_class(value: int, digits: int) -> str:
    two = 2
    if digits <= two:
        return "day_number" if 1 <= value <= LAST_DAY else "small_number"
    if digits == two * two and FIRST_YEAR <= value <= LAST_YEAR:
        return "year_number"
    if digits == two * two and OLDEST_YEAR <= value < FIRST_YEAR:
        return "old_year"
    hour, minute = divmod(value, 100)
    clock = digits == two * two and hour < HOURS and minute < MINUTES
    return "clock_number" if clock else "number"


def _spaces() -> dict[str, str]:
    """Return the class of white space: a line break joins, a blank line parts."""
    joined = [
        " ",
        "  ",
        "   ",
        "\t",
        "\xa0",
        "\u2009",
        "\u202f",
        "\n",
        " \n",
        "\n ",
        "\r\n",
    ]
    return dict.fromkeys(joined, " ") | dict.fromkeys(["\n\n", "\r\n\r\n"], "\n")


@cache
def english() -> Lexicon:
    """Load the English word lists; once per process."""
    data: dict[str, Any] = word_list("times")
    codes = _number_codes() | _spaces()
    codes |= {mark: mark for mark in ".,:/-'"}
    codes |= {"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "−": "-"}
    codes |= dict.fromkeys('()[]{}"“”«»„', CODES["bracket"]) | {";": ";"}
    meanings: dict[str, Meaning] = {}
    for name, entry in data["classes"].items():
        for word, meaning in entry["words"].items():
            meanings[word] = meaning
            for form in _written(word, entry.get("case", "any")):
                codes[form] = CODES[name]
    for form in ("am", "pm", "a.m", "p.m", "a.m.", "p.m."):
        meanings[form] = form[0]
        codes |= dict.fromkeys((form, form.upper()), CODES["meridiem"])
    codes.pop(OTHER, None)
    return Lexicon(
        codes=codes,
        meanings=meanings,
        tense=_tense(data["tense"]),
        perfect=frozenset(data["tense"]["perfect"]),
        copulas=frozenset(data["tense"]["copulas"]),
        relations=data["relations"]["words"],
        not_years=frozenset(data["not_years"]["words"]),
        counted=frozenset(data["counted"]["words"]),
        rates=frozenset(data["rates"]["words"]),
        groups={
            name: frozenset(words)
            for name, words in data["groups"].items()
            if name != "source"
        },
    )
