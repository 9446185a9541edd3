"""Numbers that lean on an earlier count: ellipsis, parts, earlier periods, sums."""

from itertools import takewhile

from trucewatch.reading.counts.count import Count, counting_words, unit_words
from trucewatch.reading.counts.ground import SUMS_BACK, never_elided
from trucewatch.reading.counts.subjects import Subjects
from trucewatch.reading.heads import head_right
from trucewatch.reading.numbers import Number
from trucewatch.reading.sentences import Form, Sentence

_BOTH = {"killed", "wounded"}
_THEM = frozenset(("them", "these", "which", "whom", "those"))
_BEING = frozenset(("were", "was", "being", "are", "is", "a", "an", "the"))
_OF_THOSE = frozenset(("which", "whom", "these", "those"))
_BARE = frozenset(("elided", "demonym"))


class Leaning(Subjects):
    """Resolves bare numbers by the counts that stand before them."""

    def _earlier(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve a figure of an earlier period: "up from 114", "last time 220"."""
        words = counting_words().earlier
        at = number.first
        if at > sentence.first and self.tokens.low[at - 1] in _OF_THOSE:
            return None  # "two more than a week earlier, of which 27 …"
        for back in range(at, max(sentence.first, at - 7) - 1, -1):
            if back < at - 1 and self.tokens.text[back] in ".;:(":
                return None
            begin = self._phrase_before(words, back, sentence.first)
            if begin is None:
                continue
            whole = self._compared(index, begin)
            if whole is None:
                return None
            parent = self.found[whole]
            return self._make(
                number, index, parent.unit, parent.noun, "earlier", whole=whole
            )
        return None

    def _compared(self, index: int, at: int) -> int | None:
        """Return the count an earlier period's figure is compared with.

        Of the same sentence the nearest, but of events the first, which the others
        spell out, unless the nearest stands right beside the words of comparison,
        which begin at token ``at``; else the first of the sentence before.
        """
        latest = self._antecedent(index)
        if latest is None:
            return None
        sentence = self.found[latest].sentence
        same = takewhile(
            lambda i: self.found[i].sentence == sentence, range(latest, -1, -1)
        )
        told = [i for i in same if not never_elided(self.found[i])]
        whole = [i for i in told if not self._is_told_in_part(i)]
        if not whole:
            return told[-1]
        events = self._is_event(whole[0]) and self._is_event(whole[-1])
        if sentence == index and self.found[latest].after >= at - 1:
            return whole[0]
        return whole[-1] if sentence != index or events else whole[0]

    def _is_event(self, i: int) -> bool:
        noun = self.found[i].noun
        return noun is not None and "event" in noun.tags

    def _is_told_in_part(self, i: int) -> bool:
        """Say whether a count is led in as a part of another of its sentence."""
        count = self.found[i]
        return count.how in ("elided", "part", "of", "predicate") or (
            self._is_subset(count.number)
        )

    def _of_them(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "43 of them deaths", "none of them an explosion"."""
        low, after = self.tokens.low, number.after
        if low[after : after + 1] != ["of"] or after + 1 >= sentence.after:
            return None
        if low[after + 1] not in _THEM:
            return None
        at = after + 2
        while at < sentence.after and low[at] in _BEING:
            at += 1
        head = head_right(self.tokens, self.lexicon, at, sentence.after, one=True)
        if head is None or head.noun is None or head.first > at + 2:
            return None
        noun = head.noun
        if "event" not in noun.tags and noun.unit not in unit_words().of_unit:
            return None
        return self._make(
            number, index, noun.unit, noun, "predicate", head=head,
            whole=self._antecedent(index),
        )  # fmt: skip

    def _of_those_who(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "30,000 of the 750,000 who fled" by what the latter did."""
        low, at = self.tokens.low, number.after
        if low[at : at + 1] == ["of"]:
            at += 2 if low[at + 1 : at + 2] == ["the"] else 1
            if at >= sentence.after or not low[at][0].isdecimal():
                return None
            at += 1
        if low[at : at + 1] != ["who"]:
            return None
        return self._by_act(number._replace(after=at), index, sentence)

    def _restated(self, number: Number, index: int) -> Count | None:
        """Resolve "34 of the 41" by the earlier count whose number is 41."""
        low, after = self.tokens.low, number.after
        if low[after : after + 2] != ["of", "the"]:
            return None
        said = self.tokens.text[after + 2 : after + 3]
        for i in range(len(self.found) - 1, max(-1, len(self.found) - 12), -1):
            known = self.found[i].number
            if [self.tokens.text[known.core_first]] == said:
                parent = self.found[i]
                return self._make(
                    number, index, parent.unit, parent.noun, "elided", whole=i
                )
        return None

    def _both_fates(self, number: Number, index: int) -> Count | None:
        """Resolve "85 were hurt and 14 killed. Of the 99 …" by what adds up to it."""
        last = self.found[-2:]
        if len(last) < 2 or last[0].sentence < index - 1:  # noqa: PLR2004 - a pair
            return None
        values = [count.number.value for count in last]
        fates = {self._sort_of(i) for i in (len(self.found) - 2, len(self.found) - 1)}
        if None in values or sum(v or 0 for v in values) != number.value:
            return None
        if fates != _BOTH:
            return None
        return self._make(number, index, "killed_or_wounded", None, "sum")

    def _prolonged(self, number: Number, index: int) -> Count | None:
        """Resolve "for eight days, then prolonged by another ten"."""
        led = self.tokens.low[max(0, number.core_first - 2) : number.core_first]
        if counting_words().prolonging.isdisjoint(led):
            return None
        for i in range(len(self.found) - 1, -1, -1):
            count = self.found[i]
            if count.sentence < index - 1:
                return None
            if count.noun is not None and "time" in count.noun.tags:
                return self._make(
                    number, index, count.unit, count.noun, "elided", whole=i
                )
            if count.sentence == index and count.how != "shared":
                return None
        return None

    def _elided(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve a bare number that takes its noun from an earlier count."""
        whole = self._antecedent(index, subset=self._is_subset(number))
        if whole is None or self._run_in(index, whole):
            return None
        parent = self.found[whole]
        same = parent.sentence == index
        if not same and self._subject(number, sentence) is not None:
            return None
        root = parent.whole if parent.how == "elided" else whole
        return self._make(number, index, parent.unit, parent.noun, "elided", whole=root)

    def _check_sums(self) -> None:
        """Give a run of bare numbers to the total they add up to, where one is near."""
        i = 0
        while i < len(self.found):
            run = [i]
            while run[-1] + 1 < len(self.found) and self._continues(run[-1] + 1, i):
                run.append(run[-1] + 1)
            if self.found[i].how in _BARE and len(run) > 1:
                self._move(run)
            i = run[-1] + 1

    def _continues(self, i: int, first: int) -> bool:
        here, start = self.found[i], self.found[first]
        return (
            here.how in _BARE
            and start.how in _BARE
            and here.whole == start.whole
            and (
                here.sentence == start.sentence
                or self.sentences[here.sentence].form in (Form.ITEM, Form.ROW)
            )
        )

    def _own_total(self, run: list[int]) -> bool:
        """Say whether the sentence of a run has the total it already leans on."""
        first = self.found[run[0]]
        return (
            first.whole is not None
            and self.found[first.whole].sentence == first.sentence
            and self.found[first.whole].how not in _BARE
        )

    def _move(self, run: list[int]) -> None:
        values = [self.found[i].number.value for i in run]
        total = sum(value for value in values if value is not None)
        for back in range(run[0] - 1, max(-1, run[0] - SUMS_BACK), -1):
            other = self.found[back]
            if other.number.value != total or other.how in _BARE:
                continue
            if other.sentence != self.found[run[0]].sentence and self._own_total(run):
                return  # "noted 6, Latakia [3] and Hama [2]" is short of its own sum
            if other.noun is not None and "time" in other.noun.tags:
                continue
            for i in run:
                self.found[i] = self.found[i]._replace(
                    unit=other.unit, noun=other.noun, whole=back
                )
            return
