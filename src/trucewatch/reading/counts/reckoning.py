"""Figures that must be reckoned from another: "twice that number", "as many again"."""

from trucewatch.reading.counts.acting import Acting
from trucewatch.reading.counts.count import Count, counting_words
from trucewatch.reading.heads import head_right
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import HUNDRED, NumberForm
from trucewatch.reading.sentences import Sentence
from trucewatch.values.quantities import Number as Amount
from trucewatch.values.quantities import whole

_LONGEST = 3  # words after a multiple that say what is multiplied
_TOLD = frozenset((NumberForm.FIGURES, NumberForm.WORDS))
_POINTING = frozenset(("this", "that"))
_FEWER = frozenset(("fewer", "less"))
_THEN_TOLD = frozenset((",", ":", "(", "–", "—"))


class Reckoning(Acting):
    """Resolves multiples and shares of a count that was told just before."""

    def _multiple(
        self, number: Number, index: int, sentence: Sentence, after: int
    ) -> Count | None:
        """Resolve "twice that number wounded", "half as many police".

        Args:
            number: The multiple or share.
            index: Index of its sentence.
            sentence: Its sentence.
            after: Index after the words of the multiple ("three times").
        """
        end = self._multiplied(after, sentence)
        fewer = self.tokens.low[after : after + 1]
        divided = bool(fewer) and fewer[0] in _FEWER
        if end is None and not divided:
            return None
        end = after + 1 if end is None else end
        base = self._total_before(index)
        if base is None or self._is_told(end, sentence):
            return None
        factor = _factor(number)
        reckoned = self._times(
            number._replace(after=end, span=self.tokens.span(number.first, end)),
            self.found[base].number,
            1 / factor if divided and factor else factor,
        )
        return self._reckoned(reckoned, index, sentence, base)

    def _total_before(self, index: int) -> int | None:
        """Return the count told last, or the total it is a part of."""
        at = self._antecedent(index)
        while at is not None and self.found[at].whole is not None:
            if self.found[at].how not in ("elided", "part", "of"):
                break
            at = self.found[at].whole
        return at

    def _is_multiple(self, number: Number, sentence: Sentence, after: int) -> bool:
        """Say whether a number multiplies or divides one told before."""
        fewer = self.tokens.low[after : after + 1]
        if fewer and fewer[0] in _FEWER:
            return number.form is not NumberForm.FRACTION
        return self._multiplied(after, sentence) is not None

    def _multiplied(self, after: int, sentence: Sentence) -> int | None:
        """Return the index after the words that say what is multiplied."""
        low, phrases = self.tokens.low, counting_words().multiplied
        for length in range(_LONGEST, 0, -1):
            end = after + length
            if end <= sentence.after and " ".join(low[after:end]) in phrases:
                return None if self._is_when(after, end) else end
        return None

    def _is_when(self, after: int, end: int) -> bool:
        """Say whether "this" points to a time: "broke it 40 times this year"."""
        low = self.tokens.low
        if end != after + 1 or low[after] not in _POINTING or end >= len(low):
            return False
        noun = self.lexicon.nouns.get(low[end])
        return noun is not None and "time" in noun.tags

    def _is_told(self, end: int, sentence: Sentence) -> bool:
        """Say whether the figure itself follows, or the multiple only compares."""
        low = self.tokens.low
        if end >= sentence.after:
            return False
        if low[end] in counting_words().ratio:
            return True
        if low[end] == "of" and low[end - 2] == "the":
            return True  # "double the number of the week before"
        head = head_right(self.tokens, self.lexicon, end, sentence.after, one=False)
        at = end if head is None else head.after
        if at >= sentence.after or low[at] not in _THEN_TOLD:
            return at < sentence.after and low[at] in counting_words().ratio
        following = (self.at_first.get(i) for i in range(at + 1, at + 1 + _LONGEST))
        return any(one is not None and one.form in _TOLD for one in following)

    def _times(self, number: Number, base: Number, factor: float) -> Number:
        def scaled(value: Amount | None) -> Amount | None:
            return None if value is None else whole(float(value) * factor)

        return number._replace(
            value=scaled(base.value),
            low=scaled(base.low),
            high=scaled(base.high),
            form=NumberForm.WORDS,
        )

    def _reckoned(
        self, number: Number, index: int, sentence: Sentence, base: int
    ) -> Count:
        head = self._right(number, sentence)
        if head is not None and head.noun is not None:
            return self._make(number, index, head.unit, head.noun, "right", head=head)
        parent = self.found[base]
        found = self._by_act(number, index, sentence) or self._after_act(
            number, index, sentence
        )
        return found or self._make(
            number, index, parent.unit, parent.noun, "elided", whole=base
        )


def _factor(number: Number) -> float:
    amount = float(number.value or 0)
    return amount / HUNDRED if number.form is NumberForm.FRACTION else amount
