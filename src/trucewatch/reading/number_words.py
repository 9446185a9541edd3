"""The words of number, read once from their data file."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from trucewatch.reading.wordlists import word_list
from trucewatch.values.stances import Quantifier


@dataclass(frozen=True, slots=True)
class NumberWords:
    """What ``english/numbers.yaml`` says, in the form the reader looks things up.

    Attributes:
        values: Number words to values ("seven": 7).
        scales: Multipliers ("thousand": 1000), letters like "k" included.
        scales_of_money: Short forms that are scales of money alone ("$4.2b").
        scales_in_words: Those scales that can stand without figures.
        collectives: "dozens" and the like to their lower bounds.
        indefinite: "several" and its like, which leave open how many hundreds.
        multiplicatives: "twice" and the like.
        multiples: "double" and the like, which never count times.
        fixed: "both", "a couple".
        none: Words for zero of something.
        fractions: Shares in percent.
        before: Phrases before a number to what they say of it.
        after: The same for phrases after it.
        prefixes: Words that a hyphen joins to a figure without naming anything.
        change: Words that make "from A to B" a change and no range.
        identifiers: Words before a figure that names rather than counts.
        capital_identifiers: Those that do so only with a capital ("Day 11").
        calibres: Words after a calibre.
        ages: Words after an age.
        age_before: Words before an age.
        ordinals: Words of order to their numbers.
        comparatives: Words that make "no" a bound ("no fewer than"), not a zero.
        unsaid: Words of saying that "no" before them denies, not what they tell of.
        glued_measures: Letters behind a figure that do not make it a name.
        whole_lengths: "week-long" and its like to their unit.
        particles: Words that can belong to a verb, each with these verbs.
        in_millions: What is counted in millions behind an "m": "1.2m people".
        starters: Every word a number can start with.
    """

    values: dict[str, float]
    scales: dict[str, float]
    scales_of_money: dict[str, float]
    scales_in_words: frozenset[str]
    collectives: dict[str, float]
    indefinite: frozenset[str]
    multiplicatives: dict[str, float]
    multiples: dict[str, float]
    fixed: dict[str, float]
    none: frozenset[str]
    fractions: dict[str, float]
    before: dict[str, Quantifier]
    after: dict[str, Quantifier]
    prefixes: frozenset[str]
    change: frozenset[str]
    identifiers: frozenset[str]
    capital_identifiers: frozenset[str]
    calibres: frozenset[str]
    ages: frozenset[str]
    age_before: frozenset[str]
    ordinals: dict[str, int]
    comparatives: frozenset[str]
    unsaid: frozenset[str]
    glued_measures: frozenset[str]
    whole_lengths: dict[str, str]
    particles: dict[str, frozenset[str]]
    in_millions: frozenset[str]
    starters: frozenset[str]

    def hyphenated(self, word: str) -> float | None:
        """Return the value of "thirty-seven", or None."""
        tens, _, ones = word.partition("-")
        first, second = self.values.get(tens), self.values.get(ones)
        if first is None or second is None or not first or first % 10:
            return None
        return first + second if 0 < second < 10 else None  # noqa: PLR2004

    def value_of(self, word: str) -> float | None:
        """Return the value of one word of number, hyphenated or not, or None."""
        value = self.values.get(word)
        return self.hyphenated(word) if value is None and "-" in word else value


def _phrases(table: dict[str, list[str]]) -> dict[str, Quantifier]:
    return {
        phrase: Quantifier(name)
        for name, phrases in table.items()
        for phrase in phrases
    }


@cache
def number_words() -> NumberWords:
    """Return the words of number; read from the package's data on first use."""
    data: dict[str, Any] = word_list("numbers")
    names = ("collectives", "multiplicatives", "multiples", "fixed", "fractions")
    starters = {
        *("a", "an", "any", "as", "same", "equal", "not"),
        *data["units"],
        *data["none"],
        *data["whole_lengths"],
        *data["indefinite"],
    }
    for name in names:
        starters.update(data[name])
    in_words = frozenset(w for w in data["scales"] if len(w) > 3)  # noqa: PLR2004
    starters.update(in_words - {"score", "million", "billion", "trillion", "crore"})
    return NumberWords(
        values={k: float(v) for k, v in data["units"].items()},
        scales={k: float(v) for k, v in data["scales"].items()},
        scales_of_money={k: float(v) for k, v in data["scales_of_money"].items()},
        scales_in_words=in_words,
        collectives=data["collectives"],
        indefinite=frozenset(data["indefinite"]),
        multiplicatives=data["multiplicatives"],
        multiples=data["multiples"],
        fixed=data["fixed"],
        none=frozenset(data["none"]),
        fractions=data["fractions"],
        before=_phrases(data["before"]),
        after=_phrases(data["after"]),
        prefixes=frozenset(data["prefixes"]),
        change=frozenset(data["change"]),
        identifiers=frozenset(data["identifiers"]),
        capital_identifiers=frozenset(data["capital_identifiers"]),
        calibres=frozenset(data["calibres"]),
        ages=frozenset(data["ages"]),
        age_before=frozenset(data["age_before"]),
        ordinals=data["ordinals"],
        comparatives=frozenset(data["comparatives"]),
        unsaid=frozenset(data["unsaid"]),
        glued_measures=frozenset(data["glued_measures"]),
        whole_lengths=data["whole_lengths"],
        particles={word: frozenset(verbs) for word, verbs in data["particles"].items()},
        in_millions=frozenset(data["in_millions"]),
        starters=frozenset(starters),
    )
