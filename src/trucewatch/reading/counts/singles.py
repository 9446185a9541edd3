"""One by one: "a soldier", "its driver", "a third", "the fourth such attack"."""

from trucewatch.reading.acts import Act
from trucewatch.reading.counts.count import Count, counting_words, unit_words
from trucewatch.reading.counts.reckoning import Reckoning
from trucewatch.reading.heads import Head, head_right
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Sentence
from trucewatch.values.stances import Quantifier

_SUFFERING = frozenset(("KILL", "WOUND", "DETAIN", "MISSING"))
_DEFINITE = frozenset(("the", "his", "her", "its", "their"))
_LIST_MARKS = frozenset((",", "and", "or"))
_LED_BY = _LIST_MARKS | {"of", "(", "in"}
_STOPS = frozenset((".", ";", ":", "said", "says", "told", "that", "–", "—", '"', "”"))
_REACH = 12  # tokens after "a soldier" in which it is told what befell him
_NEAR = 6  # the same for "the driver"
_SKIPPED = frozenset(("such", "and", "final", "last"))  # "the ninth and last session"
_COUNTING = frozenset(("is", "was", "be", "being", "been", "'s", "as"))
_MOST = 100  # no truce has had more meetings than one counts by ordinals


class Singles(Reckoning):
    """Resolves numbers of one that an article, a pronoun or an ordinal says."""

    def _by_article(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "a soldier was wounded", "killing its driver": one, by article."""
        head = self._right(number, sentence) or self._past_age(number, sentence)
        if head is None or head.noun is None or "person" not in head.noun.tags:
            return None
        fated = head.noun.unit in unit_words().of_unit
        if fated and not self._is_of_person(number, head):
            return None  # "a death"
        if not fated and self.tokens.low[head.after - 1] != head.noun.lemma.split()[-1]:
            return None
        if not (fated or self._suffers_before(number, index)) and not (
            self._suffers_after(number, head, sentence)
        ):
            return None
        return self._make(number, index, head.unit, head.noun, "article", head=head)

    def _past_age(self, number: Number, sentence: Sentence) -> Head | None:
        """Return the head behind an age: "a 14-year-old boy"."""
        low, at = self.tokens.low, number.after
        if (
            not low[at : at + 1]
            or not low[at][0].isdecimal()
            or (low[at + 1 : at + 2] != ["-"])
        ):
            return None
        at += 2
        while at < sentence.after and low[at] in ("year", "-", "old", "year-old"):
            at += 1
        return head_right(self.tokens, self.lexicon, at, sentence.after, one=True)

    def _is_of_person(self, number: Number, head: Head) -> bool:
        """Say whether a word of fate tells of one person: "a civilian dead"."""
        before = self.lexicon.nouns.get(self.tokens.low[head.first - 1])
        return head.first > number.after and before is not None and (
            "person" in before.tags
        )  # fmt: skip

    def _suffers_before(self, number: Number, index: int) -> bool:
        """Say whether the words before tell what befell one: "killing a child"."""
        at = number.first - 1
        if at > 0 and self.tokens.low[at] == "of":
            at -= 1  # "the death of a man"
        before = self._act_at(at) if at >= 0 else None
        if before is not None and _suffers(before):
            return True
        if not self.found or self.found[-1].sentence != index:
            return False
        last = self.found[-1]
        between = self.tokens.low[last.after : number.first]
        listed = bool(between) and all(word in _LIST_MARKS for word in between)
        act = self._act_at(last.first - 1) if last.first else None
        return listed and act is not None and _suffers(act)

    def _suffers_after(self, number: Number, head: Head, sentence: Sentence) -> bool:
        """Say whether the words behind tell what befell the one counted."""
        reach = _NEAR if self.tokens.low[number.first] in _DEFINITE else _REACH
        low, aside = self.tokens.low, False
        for i in range(head.after, min(head.after + reach, sentence.after)):
            aside = low[i] == "(" or (aside and low[i] != ")")
            if aside:
                continue
            if low[i] in _STOPS:
                return False
            if i in self.starts and low[i - 1] not in _LED_BY:
                return False
            act = self._act_at(i)
            if act is not None and _suffers(act):
                return True
        return False

    # -- the driver, his wife -----------------------------------------------------

    def _definites(self) -> list[Number]:
        """Return a number of one for each definite person something befell."""
        found: dict[int, Number] = {}
        for act in self.acts:
            if not _suffers(act):
                continue
            for at in (act.after, *range(act.first - 2, act.first - _NEAR - 2, -1)):
                if not 0 <= at < len(self.tokens):
                    continue
                if at < act.first and self.tokens.low[at + 1] in _STOPS:
                    break
                if self.tokens.low[at] in _DEFINITE and self._is_single(at, act):
                    found[at] = self._one_at(at)
                    break
        return list(found.values())

    def _is_single(self, at: int, act: Act) -> bool:
        """Say whether "the" at a token leads in one person, and no office or body."""
        limit = act.first if at < act.first else min(at + _NEAR, len(self.tokens))
        head = head_right(self.tokens, self.lexicon, at + 1, limit, one=True)
        if head is None or head.noun is None or "person" not in head.noun.tags:
            return False
        noun, last = head.noun, self.tokens.low[head.after - 1]
        return (
            last == noun.lemma.split()[-1]
            and noun.unit not in unit_words().of_unit
            and last not in counting_words().collective
            and self.tokens.low[head.after : head.after + 1] != ["'s"]
        )

    def _one_at(self, at: int, form: NumberForm = NumberForm.ARTICLE) -> Number:
        span = self.tokens.span(at, at + 1)
        return Number(at, at + 1, at, span, span, 1, 1, 1, Quantifier.EXACT, form)

    # -- ordinals -------------------------------------------------------------------

    def _ordinals(self) -> list[Number]:
        """Return a number for each ordinal an article or a pronoun leads in."""
        found = []
        low = self.tokens.low
        for at in range(len(low) - 2):
            if low[at] != "a" and low[at] not in _DEFINITE:
                continue
            value = self.words.ordinals.get(low[at + 1], 0)
            after = at + 2
            if not value and low[after] in ("st", "nd", "rd", "th"):
                digits = low[at + 1]
                value = int(digits) if digits.isdecimal() else 0
                after += 1
            if 1 < value < _MOST:
                span = self.tokens.span(at, after)
                found.append(
                    Number(
                        at, after, at, span, span, value, value, value,
                        Quantifier.EXACT, NumberForm.ORDINAL,
                    )
                )  # fmt: skip
        return found

    def _by_ordinal(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "it was the third such attack", "two died and a third was hurt"."""
        low, first = self.tokens.low, number.first
        head = self._head_of_ordinal(number, sentence)
        before = low[first - 1] if first > sentence.first else ""
        if head is None:
            return self._one_more(number, index) if low[first] == "a" else None
        noun = head.noun
        if noun is None:
            return None
        if noun.lemma == "time":
            return self._time_counted(number, index, sentence, before, head)
        counted = before in _COUNTING or before in counting_words().convening
        if not counted or "event" not in noun.tags:
            return None
        return self._make(number, index, noun.unit, noun, "ordinal", head=head)

    def _head_of_ordinal(self, number: Number, sentence: Sentence) -> Head | None:
        at = number.after
        while at < sentence.after and self.tokens.low[at] in _SKIPPED:
            at += 1
        return head_right(self.tokens, self.lexicon, at, sentence.after, one=True)

    def _time_counted(
        self, number: Number, index: int, sentence: Sentence, before: str, head: Head
    ) -> Count | None:
        """Resolve "broken for the third time", "the fifth time the truce is broken"."""
        if before not in _COUNTING and before != "for":
            return None
        table = unit_words().times
        for act in self._acts_near(number, sentence):
            for name in act.classes:
                if name in table:
                    return self._make(
                        number, index, table[name], None, "times", head=head
                    )
        return None

    def _one_more(self, number: Number, index: int) -> Count | None:
        """Resolve "a third" after two: one more of those just counted."""
        for i in range(len(self.found) - 1, -1, -1):
            count = self.found[i]
            if count.sentence < index - 1:
                return None
            if count.number.value == (number.value or 0) - 1:
                one = number._replace(value=1, low=1, high=1)
                return self._make(one, index, count.unit, count.noun, "elided", whole=i)
        return None


def _suffers(act: Act) -> bool:
    """Say whether an act befalls persons, so that an article counts one of them."""
    return not _SUFFERING.isdisjoint(act.classes)
