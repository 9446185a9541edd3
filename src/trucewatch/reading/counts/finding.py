"""Finds the counts of a text: each number with what it counts."""

from collections.abc import Iterator
from typing import NamedTuple

from trucewatch.reading.counts.count import Count
from trucewatch.reading.counts.ground import PERSON_ACTS
from trucewatch.reading.counts.leaning import Leaning
from trucewatch.reading.heads import Head
from trucewatch.reading.measures import measures
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Sentence

_PERSON_ENDINGS = ("ers", "ors", "ists", "men", "women", "ians", "ants", "ees")
_AFTER_NONE = frozenset(
    ("of", "in", "at", "on", "by", "from", ".", ",", ";", "was", "were")
)
_DONE = frozenset(("has", "have", "had", "is", "are"))
_NO_PERSON = frozenset(("nobody", "no", "nothing"))
_WHOSE = (["its"], ["their"], ["those"], ["these"], ["our"], ["his"])
_SINGLES = frozenset((NumberForm.ARTICLE, NumberForm.ORDINAL))
_UNTOLD = _SINGLES | {NumberForm.MULTIPLE}  # no loss when they count nothing
_MULTIPLES = frozenset((NumberForm.TIMES, NumberForm.FRACTION, NumberForm.MULTIPLE))
_ELIDING = frozenset(("elided", "earlier"))
_NEEDS_NOUN = frozenset((NumberForm.COLLECTIVE, NumberForm.FIXED))


class Found(NamedTuple):
    """What became of a text's numbers.

    Attributes:
        counts: Those that count something, in order.
        left: Those that count nothing the lexicon knows.
        named: Those that name, date or measure instead of counting, with what they do.
    """

    counts: tuple[Count, ...]
    left: tuple[Number, ...]
    named: tuple[tuple[Number, str], ...]


class CountFinder(Leaning):
    """Resolves the numbers of one text, in order; later ones lean on earlier ones."""

    def find(self, numbers: tuple[Number, ...]) -> Found:
        """Resolve the numbers of the text, given in order."""
        left: list[Number] = []
        named: list[tuple[Number, str]] = []
        numbers = self._with_singles(numbers)
        self.starts = {number.core_first for number in numbers}
        self.at_first = {number.first: number for number in numbers}
        for number, position in self._in_sentences(numbers):
            sentence = self.sentences[position]
            reason, count = self._named(number, sentence), None
            if reason is None:
                count = self._resolve(number, position, sentence)
                reason = None if count is None else self._measured_on(count, named)
            if reason is not None:
                named.append((number, reason))
            elif count is not None:
                self.found.append(count)
            elif number.form not in _UNTOLD:
                left.append(number)
        self._check_sums()
        names = [number for number in left if self._is_of_name(number)]
        named += [(number, "name") for number in names]
        left = [number for number in left if number not in names]
        return Found(tuple(self.found), tuple(left), tuple(named))

    def _in_sentences(
        self, numbers: tuple[Number, ...]
    ) -> Iterator[tuple[Number, int]]:
        """Yield the numbers that stand in sentences, each with its sentence's index."""
        position = 0
        for number in numbers:
            while (
                position < len(self.sentences)
                and self.sentences[position].after <= number.core_first
            ):
                position += 1
            if position == len(self.sentences):
                break
            if number.core_first >= self.sentences[position].first:
                yield number, position

    def _measured_on(self, count: Count, named: list[tuple[Number, str]]) -> str | None:
        """Return what a bare number goes on measuring: "from 9 euros to 12"."""
        if count.how not in _ELIDING or not named:
            return None
        last, reason = named[-1]
        told = self.found[-1].number.first if self.found else -1
        first = self.sentences[count.sentence].first
        goes_on = reason in measures().kinds and last.first >= max(first, told + 1)
        return reason if goes_on else None

    def _with_singles(self, numbers: tuple[Number, ...]) -> tuple[Number, ...]:
        """Return the numbers with those of one, and ordinals, in order."""
        all_of = {number.first: number for number in self._definites()}
        all_of |= {number.first: number for number in self._ordinals()}
        for number in numbers:
            mine = all_of.get(number.first)
            if mine is None or number.form is not NumberForm.ARTICLE:
                all_of[number.first] = number
        found: list[Number] = []
        for first in sorted(all_of):
            number = all_of[first]
            if found and first < found[-1].after:
                ordinal = found[-1].form is NumberForm.ORDINAL
                if number.form in _SINGLES or ordinal:
                    continue
                if found[-1].form in _SINGLES:
                    found.pop()
            found.append(number)
        return tuple(found)

    def _resolve(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        if number.form in _MULTIPLES:
            return self._resolve_multiple(number, index, sentence)
        if number.form is NumberForm.ARTICLE:
            return self._by_article(number, index, sentence)
        if number.form is NumberForm.ORDINAL:
            return self._by_ordinal(number, index, sentence)
        if number.glued is not None:
            return self._glued(number, index, number.glued)
        head = self._right(number, sentence)
        if head is not None and head.noun is None and not self._accepts(number, head):
            head = None
        if head is not None and not self._is_of_total(head):
            return self._with_head(number, index, sentence, head)
        return self._of_so_many(number, index, sentence) or self._without_head(
            number, index, sentence
        )

    def _of_so_many(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "two of the seven houses": what is counted follows the whole."""
        low, at = self.tokens.low, number.after + 1
        at += low[at - 1 : at] == ["out"]  # "three out of four bridges"
        if low[at - 1 : at] != ["of"] or low[number.core_first] == "one":
            return None
        whole = self.at_first.get(at)
        if whole is None and low[at : at + 1] in _WHOSE:
            whole = self.at_first.get(at + 1)
        head = None if whole is None else self._right(whole, sentence)
        if whole is None or whole.form in _MULTIPLES:
            return None
        if head is None or head.noun is None:
            return None
        found = self._with_head(number, index, sentence, head._replace(how="of"))
        return None if found is None else found._replace(after=number.after)

    def _is_of_total(self, head: Head) -> bool:
        """Say whether a head only points back: "sixteen of the number"."""
        transparent = head.noun is not None and "transparent" in head.noun.tags
        return transparent and head.how == "of"

    def _resolve_multiple(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "twice" and "half": of what was told, so often, or a share."""
        if self._is_multiple(number, sentence, number.after):
            return self._multiple(number, index, sentence, number.after)
        if number.form is NumberForm.MULTIPLE:
            return None
        if number.form is NumberForm.TIMES:
            return self._count_of_times(number, index, sentence, number.after)
        return self._share(number, index, self._right(number, sentence))

    def _without_head(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve a number with no noun to its right; the surer ways come first."""
        if number.form in _NEEDS_NOUN:
            found = self._by_act(number, index, sentence)
            if found is None and number.form is NumberForm.COLLECTIVE:
                return self._after_act(number, index, sentence)  # "wounding dozens"
            return found
        if self._told(sentence):
            listed = self._shared(number, index, sentence)
            listed = listed or self._in_order(number, index, sentence)
            if listed is not None:
                return listed
        earlier = self._earlier(number, index, sentence)
        if earlier is not None or self._is_pronoun(number, sentence):
            return earlier
        if number.form is NumberForm.NONE:
            return self._none(number, index, sentence)
        return (
            self._by_column(number, index, sentence)
            or self._shared(number, index, sentence)
            or self._in_order(number, index, sentence)
            or self._both_fates(number, index)
            or self._of_them(number, index, sentence)
            or self._of_those_who(number, index, sentence)
            or self._restated(number, index)
            or self._put_at(number, index, sentence)
            or self._linked(number, index, sentence)
            or self._strong(number, index, sentence)
            or self._predicate(number, index, sentence)
            or self._by_act(number, index, sentence)
            or self._after_act(number, index, sentence)
            or self._by_label(number, index, sentence)
            or self._prolonged(number, index)
            or self._elided(number, index, sentence)
            or self._by_subject(number, index, sentence)
            or self._by_heading(number, index)
            or self._by_context(number, index)
        )

    def _none(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "nobody was hurt", "four – none of them"; an idiom counts nothing."""
        by_act = self._of_them(number, index, sentence)
        by_act = by_act or self._by_act(number, index, sentence)
        by_act = by_act or self._by_label(number, index, sentence)
        if by_act is not None:
            return by_act
        whole = self._antecedent(index)
        if whole is None or self.found[whole].sentence < index - 1:
            return None
        behind = self.tokens.low[number.after : sentence.after][:1]
        someone = self.tokens.low[number.core_first] in _NO_PERSON
        if (
            behind
            and behind[0] not in _AFTER_NONE
            and (someone or behind[0] not in _DONE)
        ):
            return None
        return self._elided(number, index, sentence)

    def _is_part(self, number: Number) -> bool:
        """Say whether persons are led in as some of those just counted."""
        before = self.tokens.low[number.first - 1] if number.first else ""
        return before == "(" or self._is_subset(number)

    def _glued(self, number: Number, index: int, word: str) -> Count | None:
        noun = self.lexicon.nouns.get(word)
        if noun is None:
            return None
        return self._make(number, index, noun.unit, noun, "glued")

    def _with_head(
        self, number: Number, index: int, sentence: Sentence, head: Head
    ) -> Count | None:
        noun = head.noun
        if noun is not None and "uncounted" in noun.tags:
            return None  # "no political settlement" counts nothing
        if noun is not None and "transparent" in noun.tags:
            if noun.lemma == "time" and self._is_multiple(number, sentence, head.after):
                return self._multiple(number, index, sentence, head.after)
            return self._count_of_times(number, index, sentence, head.after)
        if noun is None and self.tokens.text[head.first][0].isupper():
            persons = self.lexicon.nouns["person"]  # "nine South Africans"
            return self._make(number, index, "persons", persons, "demonym", head=head)
        if (
            noun is None
            and head.unit.endswith(_PERSON_ENDINGS)
            and any(
                name in PERSON_ACTS
                for act in self._acts_near(number, sentence)
                for name in act.classes
            )
        ):
            persons = self.lexicon.nouns["person"]  # "eight travellers died"
            return self._make(number, index, "persons", persons, "suffix", head=head)
        if self.tokens.low[number.core_first] == "one" and noun is None:
            return None
        whole = self._antecedent(index) if head.how == "of" else None
        if noun is not None and "person" in noun.tags and self._is_part(number):
            whole = self._antecedent(index)
            head = head._replace(how="part")
        return self._make(
            number, index, head.unit, noun, head.how, head=head, whole=whole
        )

    def _share(self, number: Number, index: int, head: Head | None) -> Count | None:
        whole = self._antecedent(index)
        noun = None if head is None else head.noun
        if head is not None and head.noun is not None and "time" in head.noun.tags:
            return None
        return self._make(number, index, "percent", noun, "share", whole=whole)
