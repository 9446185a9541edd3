"""Words of number that stand for a noun or an idiom and count nothing."""

from trucewatch.reading.counts.ground import Ground
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Sentence

_ONE_NEVER_AFTER = frozenset(
    ("no", "this", "that", "the", "which", "any", "every", "each", "anyone", "former")
)
_ONE_BY_ONE = 10  # "the two" are persons just named; "the 16 foreseen" a count
_BACK = 12  # counts looked through for the one that "the 41" points back to
_ARTICLES = frozenset(("the", "a", "an"))
_STILL_COUNTED = frozenset(("remaining", "other", "only", "single", "last"))
_POINTING = frozenset(("the", "these", "those", "latter", "former"))


class Pronouns(Ground):
    """Tells "the southern one", "the two" and "no cause for alarm" from counts."""

    def _is_pronoun(self, number: Number, sentence: Sentence) -> bool:
        """Say whether "one" or "no" stands for no count here."""
        low, first = self.tokens.low, number.core_first
        before = low[first - 1] if first > sentence.first else ""
        if low[first] == "one" and number.after == first + 1:
            behind = low[number.after] if number.after < sentence.after else ""
            if self._is_such_one(first, sentence, behind):
                return True  # "the southern one"
            if before in _ONE_NEVER_AFTER or behind in ("another", "of", "'s"):
                return True
            if self._is_plain_noun(number.after, sentence):
                return True  # "on one bank"
        if before in _POINTING or low[number.first] == "the":
            if low[number.core_first - 1] in ("other", "remaining"):
                return False
            few = (number.value or 0) < _ONE_BY_ONE or low[first] == "dozen"
            return before != "the" or few or self._is_told_before(number)
        after = self.tokens.text[number.after : number.after + 1]
        # not "no one", "not one", "no Israeli died"
        alone = number.after == first + 1 and not (after and after[0][0].isupper())
        return number.form is NumberForm.NONE and alone and low[first] in ("no", "not")

    def _is_such_one(self, first: int, sentence: Sentence, behind: str) -> bool:
        """Say whether "one" stands for a noun that a word before it tells apart."""
        low = self.tokens.low
        return (
            first - 2 >= sentence.first
            and low[first - 2] in _ARTICLES
            and low[first - 1].isalpha()
            and low[first - 1] not in _STILL_COUNTED
            and not behind[:1].isalpha()
        )

    def _is_told_before(self, number: Number) -> bool:
        """Say whether "the 41" points back to a count that was told."""
        told = self.found[-_BACK:]
        return any(count.number.value == number.value for count in told)

    def _is_idiom(self, number: Number, sentence: Sentence) -> bool:
        """Say whether "no" denies what nobody counts: "no cause for alarm"."""
        low, at = self.tokens.low, number.after
        return (
            number.form is NumberForm.NONE
            and low[number.core_first] == "no"
            and low[at + 1 : at + 2] in (["for"], ["that"], ["about"], ["to"])
            and self._is_plain_noun(at, sentence)
        )

    def _is_plain_noun(self, at: int, sentence: Sentence) -> bool:
        """Say whether a word is a noun the lexicon lacks, as far as its form tells."""
        if at >= sentence.after:
            return False
        word = self.tokens.text[at]
        return (
            word.isalpha()
            and word.islower()
            and word not in self.lexicon.function_words
            and not word.endswith(("ed", "ly", "ing"))
            and self._act_at(at) is None
        )
