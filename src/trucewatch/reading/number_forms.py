"""Numbers written as words of their own: "no", "twice", "a couple", "as many again"."""

from typing import NamedTuple

from trucewatch.reading.number_words import NumberWords
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.tokens import Tokens
from trucewatch.values.quantities import Number as Amount
from trucewatch.values.quantities import whole
from trucewatch.values.spans import Span
from trucewatch.values.stances import Quantifier

_DENIED_BACK = 5  # words between a negation and "any"
_NEGATIONS = frozenset(("not", "never", "neither", "nor", "without", "no"))


class Number(NamedTuple):
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


class WordForms:
    """Reads the numbers that are words of their own; holds the tokens of a text."""

    def __init__(self, tokens: Tokens, words: NumberWords) -> None:
        self.tokens, self.words = tokens, words

    def _word_at(self, i: int) -> Number | None:
        """Read "no", "twice", "a couple", "dozens" and their like, fractions apart."""
        word, words = self.tokens.low[i], self.words
        if word in ("a", "an"):
            return self._article(i)
        if word in ("as", "same", "equal"):
            return self._as_many(i)
        if word in words.none or word == "not":
            return self._none(i)
        if word == "any":
            return self._any(i)
        if word in words.collectives or word in words.indefinite:
            return self._collective(i)
        for values, form in (
            (words.multiplicatives, NumberForm.TIMES),
            (words.multiples, NumberForm.MULTIPLE),
            (words.fixed, NumberForm.FIXED),
        ):
            if word in values:
                return self._plain(i, i + 1, values[word], form)
        return None

    def _article(self, i: int) -> Number:
        """Read "a" as one of something, "a single" as one and no more."""
        behind = self.tokens.low[i + 1 : i + 2]
        if behind in (["single"], ["lone"]):
            return self._plain(i, i + 2, 1, NumberForm.WORDS)
        if behind == ["few"]:
            some = self._collective(i + 1)  # "a few hundred"
            return (
                self._plain(i, i + 1, 1, NumberForm.ARTICLE) if some is None else some
            )
        return self._plain(i, i + 1, 1, NumberForm.ARTICLE)

    def _collective(self, i: int) -> Number | None:
        """Read "dozens", "tens of thousands", "several hundred": only a bound."""
        low, words = self.tokens.low, self.words
        bound, after = words.collectives.get(low[i], 0.0), i + 1
        if bound and low[after : after + 1] == ["of"]:
            many = low[after + 1] if after + 1 < len(low) else ""
            if many in words.collectives and many[:-1] in words.scales_in_words:
                bound *= words.scales[many[:-1]]  # "tens of thousands"
                after += 2
        several = not words.collectives.get(low[i])
        while several and after < len(low) and low[after] in words.scales_in_words:
            bound = (bound or 1.0) * words.scales[low[after]]
            after += 1
        if not bound:
            return None
        span = self.tokens.span(i, after)
        return Number(
            first=i,
            after=after,
            core_first=i,
            span=span,
            core=span,
            value=None,
            low=whole(bound),
            high=None,
            quantifier=Quantifier.SOME,
            form=NumberForm.COLLECTIVE,
        )

    def _none(self, i: int) -> Number | None:
        """Read "no", "nobody", "no one", "not one", "not a single", "not any"."""
        word, *after = self.tokens.low[i : i + 3]
        if word == "not":
            length = {"one": 2, "any": 2}.get(after[0] if after else "")
            if after == ["a", "single"]:
                one = self.tokens.low[i + 3 : i + 4] == ["one"]
                length = 4 if one else 3
        elif word == "no" and after[:1] == ["one"]:
            length = 2
        elif word == "neither":
            length = 1 if after[:1] in (["was"], ["were"]) else None
        else:
            bound = bool(after) and after[0] in self.words.comparatives
            length = None if bound or self._is_unsaid(i + 1, i + 3) else 1
        if length is None:
            return None
        return self._plain(i, i + length, 0, NumberForm.NONE)

    def _is_unsaid(self, start: int, end: int) -> bool:
        """Say whether it is only not said: "no official reason", "no comment"."""
        return not self.words.unsaid.isdisjoint(self.tokens.low[start:end])

    def _any(self, i: int) -> Number | None:
        """Read "any" after a negation as none: "did not report any breach"."""
        back = max(0, i - _DENIED_BACK)
        if self._is_unsaid(back, i):
            return None  # "made no mention of any losses"
        for word in reversed(self.tokens.low[back:i]):
            if word in _NEGATIONS or word.endswith("n't"):
                return self._plain(i, i + 1, 0, NumberForm.NONE)
            if word in ".;,:":
                break
        return None

    def _as_many(self, i: int) -> Number | None:
        """Read "as many again", "wounded as many", "the same number": once as many."""
        low = self.tokens.low
        behind, before = low[i + 1 : i + 3], low[i - 1 : i] if i else []
        if low[i] == "as":
            many = behind[:1] == ["many"] and behind[1:] not in (["as"], ["of"])
            free = not before or self.words.multiplicatives.get(before[0]) is None
            found = many and free and before not in (["times"], ["half"])
        else:
            found = behind[:1] == ["number"] and behind[1:] not in (["of"], ["as"])
        return self._plain(i, i + 1, 1, NumberForm.MULTIPLE) if found else None

    def _plain(self, i: int, after: int, value: float, form: NumberForm) -> Number:
        span = self.tokens.span(i, after)
        amount = whole(value)
        return Number(
            i, after, i, span, span, amount, amount, amount, Quantifier.EXACT, form
        )
