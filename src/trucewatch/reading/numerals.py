"""Numerals: bare numbers in figures or in words, with their scales."""

import re
from enum import StrEnum
from typing import NamedTuple

from trucewatch.reading.measures import money_before
from trucewatch.reading.number_words import NumberWords
from trucewatch.reading.tokens import Tokens


class NumberForm(StrEnum):
    """How a number is written, which decides what it can count."""

    FIGURES = "figures"
    WORDS = "words"
    NONE = "none"  # no, nobody, not a single
    TIMES = "times"  # twice
    MULTIPLE = "multiple"  # double, as many again
    FRACTION = "fraction"  # half, a third
    COLLECTIVE = "collective"  # dozens, hundreds of
    FIXED = "fixed"  # a couple, a pair
    ORDINAL = "ordinal"  # "the third such attack": three, where ordinals count
    ARTICLE = "article"  # "a soldier": one, where an act befalls him


class Numeral(NamedTuple):
    """A bare number.

    Attributes:
        value: What it says.
        after: Index after its last token.
        form: How it is written.
    """

    value: float
    after: int
    form: NumberForm


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_GROUP = 3  # digits between separators of thousands
_SPACES = (" ", "\u00a0", "\u202f", "\u2009")
_HALF = ["and", "a", "half"]
_TENS = frozenset((20, 30, 40, 50, 60, 70, 80, 90))
THOUSAND, HUNDRED, TEN = 1000, 100, 10


def value_of_figures(word: str) -> float | None:
    """Return the value of digits with their separators, or None for clocks."""
    if word.isdecimal():
        return float(word)
    if _THOUSANDS.fullmatch(word):
        return float(word.replace("." if word.count(".") > 1 else ",", ""))
    if _DOTTED.fullmatch(word):
        return float(word.replace(".", ""))
    if _DECIMAL.fullmatch(word):
        return float(word.replace(",", "."))
    return None


class Numerals:
    """Reads the bare numbers of one text."""

    def __init__(self, text: str, tokens: Tokens, words: NumberWords) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self.count = len(tokens)

    def gap(self, i: int) -> str:
        """Return what stands between token ``i`` and the one before it."""
        return self.text[self.tokens.end[i - 1] : self.tokens.start[i]] if i else " "

    def at(self, i: int) -> Numeral | None:
        """Read a bare number at token ``i``, or return None."""
        if self.tokens.low[i][0].isdecimal():
            return self._figures_at(i)
        return self._words_at(i)

    def _figures_at(self, i: int) -> Numeral | None:
        word = self.tokens.text[i]
        value = value_of_figures(word)
        if value is None:
            return None
        scaled = i + 1 < self.count and self.tokens.low[i + 1] in self.words.scales
        if scaled and _DOTTED.fullmatch(word):
            value = float(word)  # "1.356 billion"
        value, after = self._spaced(i, value)
        if after == i + 1:
            value, after = self._after_comma(i, value)
        return self._scaled(value, after, NumberForm.FIGURES, first=i)

    def _is_group(self, i: int) -> bool:
        return (
            i < self.count
            and len(self.tokens.text[i]) == _GROUP
            and self.tokens.text[i].isdecimal()
        )

    def _spaced(self, i: int, value: float) -> tuple[float, int]:
        """Join groups of thousands that white space parts: "210 644"."""
        after = i + 1
        if len(self.tokens.text[i]) > _GROUP or not value:
            return value, after
        while self._is_group(after) and self.gap(after) in _SPACES:
            value = value * THOUSAND + float(self.tokens.text[after])
            after += 1
        return value, after

    def _after_comma(self, i: int, value: float) -> tuple[float, int]:
        """Join a group that a comma and a space part: "1, 123"."""
        digits = self.tokens.text[i]
        if (
            self._is_group(i + 2)
            and self.tokens.text[i + 1] == ","
            and len(digits) <= _GROUP
            and digits.isdecimal()
            and not self.gap(i + 1)
            and self.gap(i + 2) == " "
        ):
            return value * THOUSAND + float(self.tokens.text[i + 2]), i + 3
        return value, i + 1

    def _scaled(
        self, value: float, after: int, form: NumberForm, *, first: int | None = None
    ) -> Numeral:
        """Multiply by scales that follow: thousand, million, K; "$4.2b" of money."""
        low, scales = self.tokens.low, self.words.scales
        while after < self.count and low[after] in scales and low[after] != "score":
            letter = len(low[after]) == 1
            if letter and (self.gap(after) or not self._is_scale(after)):
                break
            value *= scales[low[after]]
            after += 1
        if first is not None and first + 1 == after < self.count:
            money = self.words.scales_of_money.get(low[after])
            if money and not self.gap(after) and money_before(self.tokens, first):
                return Numeral(value * money, after + 1, form)
        return Numeral(value, after, form)

    def _is_scale(self, at: int) -> bool:
        """Say whether a letter after figures is a scale: "1.2m people", not "20m"."""
        if self.tokens.text[at] != "m":
            return True
        return at + 1 < self.count and self.tokens.low[at + 1] in self.words.in_millions

    def _words_at(self, i: int) -> Numeral | None:
        """Read a number in words: "one hundred and forty-one", "a dozen"."""
        low = self.tokens.low
        total, current, after = 0.0, 0.0, i
        if low[i] in ("a", "an"):
            if i + 1 == self.count or low[i + 1] not in self.words.scales_in_words:
                return None
            current, after = 1.0, i + 1
        start = after
        while after < self.count:
            step = self._word(total, current, after, first=after == i)
            if step is None:
                break
            total, current, after = step
        if after == start:
            return None
        if low[after : after + 3] == _HALF:  # "two and a half million"
            half = total + current + 0.5
            return self._scaled(half, after + 3, NumberForm.WORDS)
        return Numeral(total + current, after, NumberForm.WORDS)

    def _word(
        self, total: float, current: float, at: int, *, first: bool
    ) -> tuple[float, float, int] | None:
        """Take one more word into a number, or return None where it ends."""
        low, words = self.tokens.low, self.words
        word = low[at]
        value = words.value_of(word)
        if value is not None:
            if not first and not _can_follow(current, value):
                return None
            return total, current + value, at + 1
        if word in words.scales_in_words and not (first and word == "score"):
            current = max(current, 1.0) * words.scales[word]
            if words.scales[word] >= THOUSAND:
                return total + current, 0.0, at + 1
            return total, current, at + 1
        joins = (
            word == "and"
            and not first
            and total + current >= HUNDRED
            and low[at - 1] in words.scales_in_words
            and at + 1 < self.count
            and words.value_of(low[at + 1]) is not None
        )
        return (total, current, at + 1) if joins else None


def _can_follow(current: float, value: float) -> bool:
    """Say whether a number word continues one already read: "twenty" "one"."""
    tens = current % HUNDRED
    if tens in _TENS:
        return 0 < value < TEN
    return not tens and 0 < value < HUNDRED
