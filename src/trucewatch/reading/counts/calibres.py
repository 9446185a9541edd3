"""Calibres of weapons, which look like counts of them."""

from trucewatch.reading.counts.pronouns import Pronouns
from trucewatch.reading.heads import head_right
from trucewatch.reading.numbers import Number
from trucewatch.reading.sentences import Sentence


class Calibres(Pronouns):
    """Tells "60- and 82-mm mortars" and "12.7 guns" from counts."""

    def _is_calibre_list(self, after: int, sentence: Sentence) -> bool:
        """Say whether a figure shares a calibre that follows: "60 and 82 mm"."""
        low = self.tokens.low
        joined = low[after : after + 2]
        after += joined in (["-", "and"], ["-", "or"])
        return (
            after + 2 < sentence.after
            and low[after] in ("and", "or", ",", "-")
            and low[after + 1][0].isdecimal()
            and (
                low[after + 2] in self.words.calibres
                or (low[after + 2] == "-" and low[after + 3] in self.words.calibres)
            )
        )

    def _is_broken(self, number: Number, sentence: Sentence) -> bool:
        """Say whether part of a weapon would be counted: "12.7 guns"."""
        if number.value is None or number.value % 1 == 0:
            return False
        head = self._right(number, sentence)
        shared = number.after + 1 < sentence.after and (
            self.tokens.low[number.after] in ("and", "or", ",")
        )
        if head is None and shared:
            at = number.after + 2
            head = head_right(self.tokens, self.lexicon, at, sentence.after, one=False)
        noun = None if head is None else head.noun
        return noun is not None and "weapon" in noun.tags
