"""Numbers: every count, measure and bound a text writes, in figures or in words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trucewatch.reading.number_words import NumberWords, number_words
from trucewatch.reading.tokens import Tokens
from trucewatch.values.quantities import Number as Amount
from trucewatch.values.quantities import whole
from trucewatch.values.spans import Span
from trucewatch.values.stances import Quantifier


class NumberForm(StrEnum):
    """How a number is written, which decides what it can count."""

    FIGURES = "figures"
    WORDS = "words"
    NONE = "none"  # no, nobody, not a single
    TIMES = "times"  # twice
    FRACTION = "fraction"  # half, a third
    COLLECTIVE = "collective"  # dozens, hundreds of
    FIXED = "fixed"  # a couple, a pair
    ARTICLE = "article"  # "a soldier": one, where an act befalls him


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its bounds, before it is known what it counts.

    Attributes:
        first: Index of the first token, modifiers ("more than") included.
        after: Index after the last token.
        core_first: Index of the first token of the number itself.
        span: Where it stands, modifiers included.
        core: Where the number itself stands.
        value: The number, or None for a bare range or collective.
        low: Lower bound or None.
        high: Upper bound or None.
        quantifier: How exactly it is meant.
        form: How it is written.
        glued: The word written together with it ("three-day": "day"), or None.
    """

    first: int
    after: int
    core_first: int
    span: Span
    core: Span
    value: Amount | None
    low: Amount | None
    high: Amount | None
    quantifier: Quantifier
    form: NumberForm
    glued: str | None = None


_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}")
_DOTTED = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_MOST_PARTS = 20  # "one in twelve" is a share, "one in 300" may be a village
_DASHES = frozenset("-–—‑")


def _figures(word: str) -> float | None:
    """Return the value of digits with their separators, or None for clocks."""
    if word.isdecimal():
        return float(word)
    if _THOUSANDS.fullmatch(word):
        if word.count(".") > 1:
            return float(word.replace(".", ""))
        return float(word.replace(",", ""))
    if _DOTTED.fullmatch(word):
        return float(word.replace(".", ""))
    if _DECIMAL.fullmatch(word):
        return float(word.replace(",", "."))
    return None


@dataclass(frozen=True, slots=True)
class _Core:
    """A bare number: its value, the index after it, and how it is written."""

    value: float
    after: int
    form: NumberForm


class NumberReader:
    """Finds the numbers of one text; holds its tokens and the words of number."""

    def __init__(self, text: str, tokens: Tokens, words: NumberWords) -> None:
        self.text, self.tokens, self.words = text, tokens, words
        self.count = len(tokens)

    def find(self, masked: Sequence[tuple[int, int]]) -> Iterator[Number]:
        """Yield the numbers in order, except those in ``masked`` stretches."""
        low, starters = self.tokens.low, self.words.starters
        position = 0
        mask = 0
        for i, word in enumerate(low):
            if i < position or not (
                word in starters
                or word[0].isdecimal()
                or ("-" in word and word.split("-", 1)[0] in self.words.values)
            ):
                continue
            start = self.tokens.start[i]
            while mask < len(masked) and masked[mask][1] <= start:
                mask += 1
            if mask < len(masked) and masked[mask][0] <= start:
                continue
            number = self._number_at(i)
            if number is not None:
                position = number.after
                yield number

    def _gap(self, i: int) -> str:
        """Return what stands between token ``i`` and the one before it."""
        return self.text[self.tokens.end[i - 1] : self.tokens.start[i]] if i else " "

    def _number_at(self, i: int) -> Number | None:
        if self._names_something(i):
            return None
        core = self._core_at(i)
        if core is None:
            return self._glued_at(i) or self._special_at(i)
        share = self._share_at(i, core)
        if share is not None:
            return share
        low_end, high_end, after = core.value, core.value, core.after
        other = self._range_end(i, core)
        is_range = other is not None
        if other is not None:
            scale = core.value
            if other.value >= 1000 > scale and other.value % 1000 == 0:  # noqa: PLR2004
                scale *= 1000  # "8 to 9 thousand"
            low_end, high_end, after = scale, other.value, other.after
        return self._bounded(i, after, low_end, high_end, core.form, is_range=is_range)

    def _names_something(self, i: int) -> bool:
        """Say whether the figure is glued to letters: T-72, M4, 5+5, PR-371/2017."""
        word = self.tokens.text[i]
        if i and not self._gap(i):
            before = self.tokens.text[i - 1]
            if before.isalpha() and word[0].isdecimal() and before not in "xX":
                return True
            if before in "+/#°" or (
                before in _DASHES
                and i > 1
                and not self._gap(i - 1)
                and self.tokens.text[i - 2].isalpha()
                and word[0].isdecimal()
            ):
                return True
        after = i + 1
        return (
            after + 1 < self.count
            and self.tokens.text[after] in "+/"
            and not self._gap(after)
            and not self._gap(after + 1)
            and self.tokens.text[after + 1][0].isdecimal()
        )

    def _core_at(self, i: int) -> _Core | None:
        """Read a bare number at token ``i``: figures or words, with its scale."""
        word = self.tokens.low[i]
        if word[0].isdecimal():
            return self._figures_at(i)
        return self._words_at(i)

    def _figures_at(self, i: int) -> _Core | None:
        tokens = self.tokens
        value = _figures(tokens.text[i])
        if value is None:
            return None
        after = i + 1
        digits = tokens.text[i]
        while (  # "210 644", also with a narrow space
            after < self.count
            and len(digits) <= 3  # noqa: PLR2004 - a group of thousands
            and len(tokens.text[after]) == 3  # noqa: PLR2004
            and tokens.text[after].isdecimal()
            and self._gap(after) in (" ", "\u00a0", "\u202f", "\u2009")
            and value
        ):
            value = value * 1000 + float(tokens.text[after])
            after += 1
        if (  # "1, 123"
            after + 1 < self.count
            and tokens.text[after] == ","
            and len(digits) <= 3  # noqa: PLR2004
            and digits.isdecimal()
            and not self._gap(after)
            and self._gap(after + 1) == " "
            and len(tokens.text[after + 1]) == 3  # noqa: PLR2004
            and tokens.text[after + 1].isdecimal()
            and after == i + 1
        ):
            value = value * 1000 + float(tokens.text[after + 1])
            after += 2
        return self._scaled(value, after, NumberForm.FIGURES)

    def _scaled(self, value: float, after: int, form: NumberForm) -> _Core:
        """Multiply by scales that follow: thousand, million, K."""
        low, scales = self.tokens.low, self.words.scales
        while after < self.count and low[after] in scales:
            if len(low[after]) == 1 and (
                self._gap(after) or self.tokens.text[after] == "m"
            ):
                break
            if low[after] == "score":
                break
            value *= scales[low[after]]
            after += 1
        return _Core(value, after, form)

    def _words_at(self, i: int) -> _Core | None:
        """Read a number in words: "one hundred and forty-one", "a dozen"."""
        low, words = self.tokens.low, self.words
        total = current = 0.0
        after, seen = i, False
        if low[i] in ("a", "an"):
            if i + 1 < self.count and low[i + 1] in words.scales_in_words:
                current, after, seen = 1.0, i + 1, True
            else:
                return None
        while after < self.count:
            word = low[after]
            value = words.values.get(word)
            if value is None and "-" in word:
                value = words.hyphenated(word)
            if value is not None:
                if seen and not _can_follow(current, value):
                    break
                current += value
            elif word in words.scales_in_words and (seen or word != "score"):
                scale = words.scales[word]
                current = max(current, 1.0) * scale
                if scale >= 1000:  # noqa: PLR2004 - a new group begins
                    total, current = total + current, 0.0
            elif (
                word == "and"
                and seen
                and low[after - 1] in words.scales_in_words
                and after + 1 < self.count
                and (low[after + 1] in words.values or "-" in low[after + 1])
                and words.value_of(low[after + 1]) is not None
                and total + current >= 100  # noqa: PLR2004 - "hundred and one"
            ):
                after += 1
                continue
            else:
                break
            seen = True
            after += 1
        if not seen or (after == i + 1 and low[i] in ("a", "an")):
            return None
        if low[after : after + 3] == ["and", "a", "half"]:
            return _Core(total + current + 0.5, after + 3, NumberForm.WORDS)
        return _Core(total + current, after, NumberForm.WORDS)

    def _range_end(self, i: int, core: _Core) -> _Core | None:
        """Read the other end of "300 to 500", "15-20", "between A and B"."""
        low, at = self.tokens.low, core.after
        if at + 1 >= self.count:
            return None
        link = low[at]
        before = low[i - 1] if i else ""
        if link in _DASHES:
            if self._gap(at) != self._gap(at + 1) and self._gap(at):
                return None
            if self._gap(at) and link == "-":
                return None
        elif link == "and":
            if before != "between":
                return None
        elif link == "to":
            if before == "from" and self._is_change(i):
                return None
        elif link != "or":
            return None
        other = self._core_at(at + 1)
        if other is None or other.value <= core.value:
            return None
        if link == "or" and other.value > core.value * 2 + 1:
            return None
        if link in _DASHES and self._gap(at) and other.value > core.value * 3:
            return None
        return other

    def _is_change(self, i: int) -> bool:
        return any(w in self.words.change for w in self.tokens.low[max(0, i - 7) : i])

    def _bounded(
        self,
        i: int,
        after: int,
        low_end: float,
        high_end: float,
        form: NumberForm,
        *,
        is_range: bool,
    ) -> Number:
        """Add the words around a number that bound it, and make the record."""
        first, quantifier = self._before(i, is_range=is_range)
        end, tail = self._after(after)
        if tail is not None and quantifier in (None, Quantifier.EXACT):
            quantifier, after = tail, end
        found = quantifier or Quantifier.EXACT
        value: float | None = None if is_range else low_end
        low: float | None = low_end
        high: float | None = high_end
        if not is_range and found is Quantifier.AT_LEAST:
            high = None
        elif not is_range and found in (Quantifier.AT_MOST, Quantifier.NEARLY):
            low = None
        return Number(
            first,
            after,
            i,
            self.tokens.span(first, after),
            self.tokens.span(i, after),
            None if value is None else whole(value),
            None if low is None else whole(low),
            None if high is None else whole(high),
            found,
            form,
        )

    def _before(self, i: int, *, is_range: bool) -> tuple[int, Quantifier | None]:
        """Return where the modifiers before token ``i`` begin, and what they say."""
        low = self.tokens.low
        if is_range and i and low[i - 1] in ("between", "from"):
            return i - 1, None
        first, found = i, None
        for _ in range(2):  # "roughly a further 20"
            for length in (4, 3, 2, 1):
                if first < length:
                    continue
                phrase = " ".join(low[first - length : first])
                quantifier = self.words.before.get(phrase)
                if quantifier is not None:
                    first -= length
                    if found in (None, Quantifier.EXACT):
                        found = quantifier
                    break
            else:
                break
        return first, found

    def _after(self, at: int) -> tuple[int, Quantifier | None]:
        low = self.tokens.low
        for length in (2, 1):
            quantifier = self.words.after.get(" ".join(low[at : at + length]))
            if quantifier is not None:
                return at + length, quantifier
        return at, None

    def _glued_at(self, i: int) -> Number | None:
        """Read "three-day", "six-month": a number written with its noun."""
        whole = self.tokens.low[i]
        word, _, rest = whole.partition("-")
        if whole in self.words.whole_lengths:
            word, rest = whole, ""
        value = self.words.values.get(word)
        if not rest and word in self.words.whole_lengths:
            rest = self.words.whole_lengths[word]
            value = 1.0
        if value is None or not rest or rest.split("-")[0] in self.words.values:
            return None
        form = NumberForm.WORDS
        number = self._bounded(i, i + 1, value, value, form, is_range=False)
        return replace(number, glued=rest.split("-")[0])

    def _share_at(self, i: int, core: _Core) -> Number | None:
        """Read "two thirds" and "three in four" as shares in percent."""
        low, words = self.tokens.low, self.words
        after = core.after
        if after >= self.count or core.form is not NumberForm.WORDS:
            return None
        part = words.fractions.get(low[after])
        if part is not None and low[after].endswith("s"):
            share, end = core.value * part, after + 1
        elif low[after] in ("in", "of") and after + 1 < self.count:
            whole_of = words.values.get(low[after + 1], 0.0)
            if low[after] == "of" and low[after + 1] == "every":
                whole_of, after = self._value_after(after + 2), after + 1
            elif low[after] == "of":
                return None
            if not core.value < whole_of <= _MOST_PARTS:
                return None
            share, end = 100 * core.value / whole_of, after + 2
        else:
            return None
        return self._bounded(i, end, share, share, NumberForm.FRACTION, is_range=False)

    def _value_after(self, i: int) -> float:
        return self.words.values.get(self.tokens.low[i], 0.0) if i < self.count else 0.0

    def _special_at(self, i: int) -> Number | None:
        """Read "no", "twice", "both", "dozens", "half" and their like."""
        low, words = self.tokens.low, self.words
        word = low[i]
        if word in ("a", "an"):
            return self._plain(i, i + 1, 1, NumberForm.ARTICLE)
        if word == "no" and low[i + 1 : i + 2] == ["one"]:
            return self._plain(i, i + 2, 0, NumberForm.NONE)
        if word in words.none:
            if i + 1 < self.count and low[i + 1] in words.comparatives:
                return None
            return self._plain(i, i + 1, 0, NumberForm.NONE)
        if word == "not" and i + 1 < self.count:
            return self._not_one(i)
        if word in words.multiplicatives:
            return self._plain(i, i + 1, words.multiplicatives[word], NumberForm.TIMES)
        if word in words.fixed:
            return self._plain(i, i + 1, words.fixed[word], NumberForm.FIXED)
        if word in words.collectives:
            bound = whole(words.collectives[word])
            span = self.tokens.span(i, i + 1)
            return Number(
                i, i + 1, i, span, span, None, bound, None,
                Quantifier.SOME, NumberForm.COLLECTIVE,
            )  # fmt: skip
        if word in words.fractions:
            return self._fraction(i)
        return None

    def _not_one(self, i: int) -> Number | None:
        after = self.tokens.low[i + 1 : i + 3]
        if after[:1] == ["one"]:
            return self._plain(i, i + 2, 0, NumberForm.NONE)
        if after == ["a", "single"]:
            return self._plain(i, i + 3, 0, NumberForm.NONE)
        if after[:1] == ["any"]:
            return self._plain(i, i + 2, 0, NumberForm.NONE)
        return None

    def _plain(self, i: int, after: int, value: float, form: NumberForm) -> Number:
        span = self.tokens.span(i, after)
        amount = whole(value)
        return Number(
            i, after, i, span, span, amount, amount, amount, Quantifier.EXACT, form
        )

    def _fraction(self, i: int) -> Number | None:
        """Read "half", "a third", "three quarters" as a share in percent."""
        low = self.tokens.low
        share = self.words.fractions[low[i]]
        first = i
        if low[i : i + 3] == ["half", "a", "dozen"]:
            return self._bounded(i, i + 3, 6, 6, NumberForm.WORDS, is_range=False)
        if i and low[i - 1] in ("a", "one"):
            first = i - 1
        elif low[i].endswith("s") and i and low[i - 1] in self.words.values:
            first = i - 1
            share *= self.words.values[low[i - 1]]
        elif low[i] != "half":
            return None
        number = self._bounded(
            first, i + 1, share, share, NumberForm.FRACTION, is_range=False
        )
        return number


def _can_follow(current: float, value: float) -> bool:
    """Say whether a number word continues one already read: "twenty" "one"."""
    tens = current % 100
    return (tens in (20, 30, 40, 50, 60, 70, 80, 90) and 0 < value < 10) or (
        current >= 100 and tens == 0 and 0 < value < 100  # noqa: PLR2004
    )


def find_numbers(
    text: str, tokens: Tokens, masked: Sequence[Span] = ()
) -> tuple[Number, ...]:
    """Return the numbers of a text, without those in ``masked`` stretches.

    Args:
        text: The document's text.
        tokens: Its tokens.
        masked: Ordered disjoint stretches that hold no counts: dates, clock times,
            names, furniture.

    Returns:
        Numbers in the order of the text; none overlap.
    """
    reader = NumberReader(text, tokens, number_words())
    return tuple(reader.find([(span.start, span.end) for span in masked]))
