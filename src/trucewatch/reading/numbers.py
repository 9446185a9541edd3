"""Numbers: every count, measure and bound a text writes, in figures or in words."""

from collections.abc import Iterator, Sequence

from trucewatch.reading.measures import money_before, unit_behind
from trucewatch.reading.number_forms import Number, WordForms
from trucewatch.reading.number_words import NumberWords, number_words
from trucewatch.reading.numerals import (
    HUNDRED,
    THOUSAND,
    NumberForm,
    Numeral,
    Numerals,
)
from trucewatch.reading.tokens import Tokens
from trucewatch.values.quantities import whole
from trucewatch.values.spans import Span
from trucewatch.values.stances import Quantifier

__all__ = ["Number", "NumberReader", "find_numbers"]

_MOST_PARTS = 20  # "one in twelve" is a share, "one in 300" may be a village
_APART = 3  # how far the ends of "12 – 30" may be apart before it is no range
_EVERY = ["every"]
_OUT_OF = (["of"], ["out", "of"], ["in"], ["from"])  # before "every"
# What follows a share; "the Turkish half noted", "half past nine" are none.
_MILLIONS = (["million"], ["billion"], ["thousand"])
_WHOLES = frozenset(
    ("of", "the", "its", "their", "all", "our", "those", "were", "are", "have", "had",
     "is", "was", "that", "this", "his", "them")
)  # fmt: skip
_DASHES = frozenset("-–—‑")

_PERCENT = (["per"], ["%"], ["percent"])


class NumberReader(WordForms):
    """Finds the numbers of one text; holds its tokens and the words of number."""

    def __init__(self, text: str, tokens: Tokens, words: NumberWords) -> None:
        super().__init__(tokens, words)
        self.numerals = Numerals(text, tokens, words)
        self._gap = self.numerals.gap
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

    def _number_at(self, i: int) -> Number | None:
        if self._names_something(i):
            return None
        share = self._one_in(i)
        if share is not None:
            return share
        core = self.numerals.at(i)
        if core is None:
            if self.tokens.low[i] in self.words.fractions:
                return self._glued_at(i) or self._fraction(i)
            return self._glued_at(i) or self._word_at(i)
        share = self._share_at(i, core)
        if share is not None:
            return share
        low_end, high_end, after = core.value, core.value, core.after
        other = self._range_end(i, core)
        is_range = other is not None
        if other is not None:
            scale = core.value
            if other.value >= THOUSAND > scale and not other.value % THOUSAND:
                scale *= THOUSAND  # "8 to 9 thousand"
            low_end, high_end, after = scale, other.value, other.after
        return self._bounded(i, after, low_end, high_end, core.form, is_range=is_range)

    def _names_something(self, i: int) -> bool:
        """Say whether the figure is glued to letters: T-72, M4, 5+5, PR-371/2017."""
        word = self.tokens.text[i]
        if i and not self._gap(i):
            before = self.tokens.text[i - 1]
            if before[-1].isalpha() and word[0].isdecimal() and before != "x":
                return money_before(self.tokens, i) is None
            if before in "+/#°" or (word[0].isdecimal() and self._ends_name(i)):
                return True
        after = i + 1
        if self._begins_name(i):
            return True
        return (
            after + 1 < self.count
            and self.tokens.text[after] in "+/"
            and not self._gap(after)
            and not self._gap(after + 1)
            and self.tokens.text[after + 1][0].isdecimal()
        )

    def _ends_name(self, i: int) -> bool:
        """Say whether letters open what ends in a figure: "T-72", "ZU-32-2"."""
        text = self.tokens.text
        while i > 1 and text[i - 1] in _DASHES and not self._gap(i):
            if self._gap(i - 1):
                return False
            i -= 2
            if text[i].isalpha():
                return self.tokens.low[i] not in self.words.prefixes
            if not text[i].isdecimal():
                return False
        return False

    def _begins_name(self, i: int) -> bool:
        """Say whether capitals are glued to a figure and no measure: "18IB", "3R"."""
        if i + 1 >= self.count or self._gap(i + 1):
            return False
        word = self.tokens.text[i + 1]
        named = word.isupper() and word.isalpha() and self.tokens.text[i].isdecimal()
        if not named or word.lower() in self.words.glued_measures:
            return False
        return unit_behind(self.tokens, i + 1, self.count) is None

    def _range_end(self, i: int, core: Numeral) -> Numeral | None:
        """Read the other end of "300 to 500", "15-20", "between A and B"."""
        at = core.after
        if self.tokens.low[at : at + 3] == ["-", "to", "-"]:
            at += 2  # "0-to-60"
        elif at + 1 >= self.count or not self._links(i, at):
            return None
        other = self.numerals.at(at + 1)
        if other is None or other.value <= core.value:
            return None
        link = self.tokens.low[at]
        if link == "to" and i and self.tokens.low[i - 1] == "by":
            rises = other.value > core.value * 2 and self._is_change(i)
            if rises and self.tokens.low[other.after : other.after + 1] not in _PERCENT:
                return None  # "rose by 2 to 14"
        if link == "or" and other.value > core.value * 2 + 1:
            return None
        if link in _DASHES and self._gap(at) and other.value > core.value * _APART:
            return None
        return other

    def _links(self, i: int, at: int) -> bool:
        """Say whether token ``at`` can join the ends of a range from ``i``."""
        link = self.tokens.low[at]
        before = self.tokens.low[i - 1] if i else ""
        if link in _DASHES:
            return not self._gap(at) or (
                link != "-" and self._gap(at) == self._gap(at + 1)
            )
        if link == "and":
            return before == "between"
        if link == "to":
            return before != "from" or not self._is_change(i)
        return link == "or"

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
        core = self.tokens.span(i, after)
        return Number(
            first,
            after,
            i,
            core if first == i else self.tokens.span(first, after),
            core,
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
                if quantifier is not None and not self._is_particle(first - 1):
                    first -= length
                    if found in (None, Quantifier.EXACT):
                        found = quantifier
                    break
            else:
                break
        return first, found

    def _is_particle(self, i: int) -> bool:
        """Say whether a word belongs to the verb before it: "handed over 60"."""
        verbs = self.words.particles.get(self.tokens.low[i], ())
        return i > 0 and self.tokens.low[i - 1] in verbs

    def _after(self, at: int) -> tuple[int, Quantifier | None]:
        low = self.tokens.low
        for length in (2, 1):
            quantifier = self.words.after.get(" ".join(low[at : at + length]))
            if quantifier is not None and not self._is_numeral(at + length):
                return at + length, quantifier
        return at, None

    def _is_numeral(self, at: int) -> bool:
        """Say whether a number follows, which "at least" then belongs to."""
        return at < self.count and self.numerals.at(at) is not None

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
        if rest in self.words.fractions and (rest.endswith("s") or value == 1):
            # "two-thirds", "one-third"; "thirty-fifth" is an ordinal
            share = value * self.words.fractions[rest]
            form = NumberForm.FRACTION
            return self._bounded(i, i + 1, share, share, form, is_range=False)
        form = NumberForm.WORDS
        number = self._bounded(i, i + 1, value, value, form, is_range=False)
        if rest in self.words.after:
            return number._replace(quantifier=self.words.after[rest])  # "thirty-odd"
        return number._replace(glued=rest.split("-")[0])

    def _share_at(self, i: int, core: Numeral) -> Number | None:
        """Read "two thirds", "three in four", "4 of every 10" as shares in percent."""
        low, after = self.tokens.low, core.after
        every = next((n for n in (1, 2) if low[after + n : after + n + 1] == _EVERY), 0)
        every = every if low[after : after + every] in _OUT_OF else 0
        if after >= self.count or (core.form is not NumberForm.WORDS and not every):
            return None
        part = self.words.fractions.get(low[after])
        if part is not None and low[after].endswith("s"):
            share, end = core.value * part, after + 1
        else:
            if not every and low[after] != "in":
                return None
            after += every
            total = self._value_after(after + 1)
            if not core.value < total <= _MOST_PARTS:
                return None
            share, end = HUNDRED * core.value / total, after + 2
        return self._bounded(i, end, share, share, NumberForm.FRACTION, is_range=False)

    def _one_in(self, i: int) -> Number | None:
        """Read "one letter in three", "a child in three" as a share in percent."""
        low = self.tokens.low
        if low[i] not in ("one", "a") or low[i + 2 : i + 3] != ["in"]:
            return None
        total = self._value_after(i + 3)
        behind = self.tokens.text[i + 4 : i + 5]
        ends = not behind or behind[0] in ".,;:)"
        if not (ends and low[i + 1].isalpha() and 1 < total <= _MOST_PARTS):
            return None
        share = HUNDRED / total
        return self._bounded(
            i, i + 4, share, share, NumberForm.FRACTION, is_range=False
        )

    def _value_after(self, i: int) -> float:
        word = self.tokens.low[i] if i < self.count else ""
        return float(word) if word.isdecimal() else self.words.values.get(word, 0.0)

    def _is_share(self, i: int) -> bool:
        """Say whether "half" or "third" is followed by what it is a share of."""
        behind = self.tokens.low[i + 1 : i + 2]
        return bool(behind) and (
            behind[0] in _WHOLES or behind[0].endswith("s") or behind[0] == "%"
        )

    def _fraction(self, i: int) -> Number | None:
        """Read "half", "a third", "three quarters" as a share in percent."""
        low = self.tokens.low
        share = self.words.fractions[low[i]]
        first = i
        scale = low[i + 2] if i + 2 < len(low) else ""
        if low[i : i + 2] == ["half", "a"] and scale in self.words.scales_in_words:
            amount = share / HUNDRED * self.words.scales[scale]
            form = NumberForm.WORDS  # "half a dozen", "half a million"
            return self._bounded(i, i + 3, amount, amount, form, is_range=False)
        if low[i + 1 : i + 3] == ["of", "a"] and low[i + 3 : i + 4] in _MILLIONS:
            amount = share / HUNDRED * self.words.scales[low[i + 3]]
            start = i - 1 if i and low[i - 1] == "a" else i
            form = NumberForm.WORDS  # "a quarter of a million"
            return self._bounded(start, i + 4, amount, amount, form, is_range=False)
        if not self._is_share(i):
            return None
        if i and low[i - 1] in ("a", "one"):
            first = i - 1
        elif low[i].endswith("s") and i and low[i - 1] in self.words.values:
            first = i - 1
            share *= self.words.values[low[i - 1]]
        elif low[i] != "half":
            return None
        return self._bounded(
            first, i + 1, share, share, NumberForm.FRACTION, is_range=False
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
