"""What every way of resolving a number stands on: the text and the counts so far."""

from bisect import bisect_left
from operator import attrgetter

from trucewatch.reading.acts import Act
from trucewatch.reading.counts.count import Count
from trucewatch.reading.heads import Head, head_right
from trucewatch.reading.lexicon import Lexicon, Noun
from trucewatch.reading.number_words import NumberWords, number_words
from trucewatch.reading.numbers import Number
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reading.tokens import Tokens

_SUBSET = frozenset(
    (
        "including",
        "include",
        "includes",
        "whom",
        "which",
        "among",
        "them",
        "incl",
        "with",
        "leaving",
        "killing",
        "wounding",
        "injuring",
    )
)
PERSON_ACTS = frozenset(
    ("KILL", "WOUND", "CASUALTY", "MISSING", "DISPLACE", "DETAIN", "EVACUATE", "RETURN")
)
_SETTINGS = frozenset(("place", "work", "time", "measure"))
_LEADING = frozenset(("in", "at", "from", "near", "across", "by", "on", "over"))
SUMS_BACK = 6  # counts looked back for the total a run adds up to
PARAGRAPHS_BACK = 1  # a list or table continues the paragraph that announces it


_first = attrgetter("first")


class Ground:
    """The parts of one text that counts are resolved by, and the counts so far."""

    def __init__(
        self,
        source: str,
        tokens: Tokens,
        sentences: tuple[Sentence, ...],
        acts: list[Act],
        lexicon: Lexicon,
    ) -> None:
        self.source = source
        self.tokens, self.sentences = tokens, sentences
        self.acts, self.lexicon = acts, lexicon
        self.words: NumberWords = number_words()
        self.found: list[Count] = []
        self.starts: set[int] = set()
        self.at_first: dict[int, Number] = {}
        self.paired: dict[int, int] = {}  # first tokens of listed figures to counts

    def _act_at(self, i: int) -> Act | None:
        low, high = 0, len(self.acts)
        while low < high:
            middle = (low + high) // 2
            if self.acts[middle].after <= i:
                low = middle + 1
            else:
                high = middle
        if low < len(self.acts) and self.acts[low].first <= i:
            return self.acts[low]
        return None

    def _taken(self, index: int) -> set[int]:
        """Return the tokens earlier counts of the sentence hold."""
        held: set[int] = set()
        for count in reversed(self.found):
            if count.sentence != index:
                break
            held.update(range(count.first, count.after))
        return held

    def _make(  # noqa: PLR0913 - the parts of a count
        self,
        number: Number,
        index: int,
        unit: str,
        noun: Noun | None,
        how: str,
        *,
        head: Head | None = None,
        whole: int | None = None,
    ) -> Count:
        first = number.first if head is None else min(number.first, head.first)
        after = number.after if head is None else max(number.after, head.after)
        return Count(number, index, unit, noun, first, after, how, whole)

    def _phrase_before(
        self, phrases: frozenset[str], at: int, start: int
    ) -> int | None:
        """Return where a listed phrase that ends before token ``at`` begins."""
        low = self.tokens.low
        for length in (4, 3, 2, 1):
            if at - length >= start and " ".join(low[at - length : at]) in phrases:
                return at - length
        return None

    def _right(self, number: Number, sentence: Sentence) -> Head | None:
        at = number.after
        if sentence.form is Form.ROW and self.tokens.text[at : at + 1] == ["|"]:
            at += 1  # the noun stands in the next cell
        at = self._past_repeat(at)
        return head_right(
            self.tokens,
            self.lexicon,
            at,
            sentence.after,
            one=number.value == 1,
        )

    def _past_repeat(self, at: int) -> int:
        """Return the index after the number said again: "20 (twenty) prisoners"."""
        opened, said, closed = (*self.tokens.low[at : at + 3], "", "", "")[:3]
        if (opened, closed) != ("(", ")"):
            return at
        repeated = said.isdecimal() or number_words().value_of(said) is not None
        return at + 3 if repeated else at

    def _acts_near(self, number: Number, sentence: Sentence) -> list[Act]:
        """Return the acts of the sentence, the nearest to the number first."""
        low = bisect_left(self.acts, sentence.first, key=_first)
        inside = [
            act
            for act in self.acts[
                low : bisect_left(self.acts, sentence.after, key=_first)
            ]
            if not number.first <= act.first < number.after
        ]
        at = number.core_first
        return sorted(inside, key=lambda act: abs(act.first - at))

    def _is_subset(self, number: Number) -> bool:
        low = self.tokens.low
        return any(
            word in _SUBSET for word in low[max(0, number.first - 2) : number.first]
        )

    def _only_places(self, i: int, index: int) -> bool:
        """Say whether a count only says where: "nine in two villages, two on the road".

        Another count of its sentence must be there to stand for instead.
        """
        count = self.found[i]
        noun = count.noun
        if noun is None or not i or not count.first:
            return False
        lead = self.tokens.low[count.first - 1]
        aimed = lead == "at" and "thing" in noun.tags  # "fired at three targets"
        led = aimed or (bool(noun.tags & _SETTINGS) and lead in _LEADING)
        return led and self.found[i - 1].sentence == count.sentence == index

    def _main(self, i: int) -> int:
        """Return the main count of the sentence that count ``i`` stands in.

        Its first count of an event that nothing leads in as a part; else ``i`` itself.
        """
        sentence = self.found[i].sentence
        first = i
        while first and self.found[first - 1].sentence == sentence:
            first -= 1
        count = self.found[first]
        event = count.noun is not None and "event" in count.noun.tags
        return first if event and not self._is_subset(count.number) else i

    def _antecedent(self, index: int, *, subset: bool | None = None) -> int | None:
        """Return the count a bare number of sentence ``index`` can stand for.

        Args:
            index: Index of the sentence.
            subset: Whether the number is led in as a part ("including seven"); such a
                one stands for a count that was led in so too, where there is one.
        """
        paragraph = self.sentences[index].paragraph
        latest: int | None = None
        for i in range(len(self.found) - 1, -1, -1):
            count = self.found[i]
            behind = paragraph - self.sentences[count.sentence].paragraph
            if behind > PARAGRAPHS_BACK:
                break
            if never_elided(count) or self._only_places(i, index):
                continue
            if count.sentence != index:
                return self._main(i) if latest is None else latest
            if latest is None:
                latest = i
            if subset is None or self._is_subset(count.number) is subset:
                return i
            if len(self.found) - i > SUMS_BACK:
                break
        return latest


def never_elided(count: Count) -> bool:
    """Say whether a bare number cannot stand for such a count: a length, a share."""
    length = count.noun is not None and "time" in count.noun.tags
    return length or count.unit == "percent"
