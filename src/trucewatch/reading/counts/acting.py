"""Numbers that get their noun from an act: "35 were wounded", "12 times"."""

from trucewatch.reading.counts.count import Count, counting_words, unit_words
from trucewatch.reading.counts.ground import PARAGRAPHS_BACK, PERSON_ACTS
from trucewatch.reading.counts.naming import Naming
from trucewatch.reading.heads import Head, head_right
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Sentence

_AWAY = frozenset(
    ("in", "of", "from", "by", "at", "on", "for", "to", "and", "or", "but")
)
_CASES = frozenset(("case", "cases", "occasions"))
_ASIDE = 14  # tokens in brackets between those counted and what befell them
_AMONG = frozenset(("including", "among", "one", "most", "some", "mostly"))
_MORE = frozenset(("more", "others"))  # "31 more were wounded"

_TOLLS = frozenset(("toll", "tolls"))
_FAR_TOLL = 12  # tokens from a toll to the verb that gives its figure
_PUTS = frozenset(("put", "puts", "putting"))
_TOLL = 6  # tokens from "put" to what is estimated: "the number of people killed"
_FATES = frozenset(("KILL", "WOUND", "CASUALTY", "DISPLACE", "DETAIN"))


class Acting(Naming):
    """Resolves numbers by what befell those counted or what was done so often."""

    def _by_act(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "12 killed", "35 were wounded", "nobody was hurt"."""
        at, low = self._past_aside(number.after, sentence), self.tokens.low
        none = number.form is NumberForm.NONE and low[at : at + 1] == ["of"]
        if none:
            at += 1  # "none of the wounded died"
        for i in range(at, min(at + 4 + none, sentence.after)):
            if none and i + 1 < sentence.after and low[i - 1] == "the":
                continue
            act = self._act_at(i)
            if act is not None:
                name = next((c for c in act.classes if c in PERSON_ACTS), None)
                if name is None:
                    return None
                unit = unit_words().persons[name]
                head = Head(None, unit, act.first, act.after, "act")
                return self._make(number, index, unit, None, "act", head=head)
            demonym = number.value == 0 and i == at and self.tokens.text[i][0].isupper()
            if demonym and not self.tokens.low[i].endswith("ing"):
                continue  # "no Israeli died"
            passed = low[i] in self.lexicon.function_words or low[i] in _MORE
            if not passed or low[i] in _AWAY:
                return None
        return None

    def _past_aside(self, at: int, sentence: Sentence) -> int:
        """Return the index after "others (four women)" and "others, including X,"."""
        low = self.tokens.low
        begin = at + 1 if low[at : at + 1] in (["others"], ["more"]) else at
        listed = low[begin : begin + 1] == [","]
        listed = listed and _AMONG.issuperset(low[begin + 1 : begin + 2])
        if low[begin : begin + 1] != ["("] and not listed:
            return at
        for i in range(begin + 1, min(begin + _ASIDE, sentence.after)):
            if low[i] == ("," if listed else ")"):
                return i + 1
        return at

    def _after_act(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "killing 12", "wounded today, thirty-one", "lost up to twenty"."""
        taken, low = self._taken(index), self.tokens.low
        for i in range(number.first - 1, max(sentence.first, number.first - 6) - 1, -1):
            if i in taken or self.tokens.text[i] in ".;:()":
                return None
            if low[i] == "," and low[i + 1] in ("and", "but", "while"):
                return None  # "in which 13 died, and one each in the south"
            act = self._act_at(i)
            if act is None:
                continue
            name = next((c for c in act.classes if c in PERSON_ACTS), None)
            if name is None:
                return None
            unit = unit_words().persons[name]
            head = Head(None, unit, act.first, act.after, "after_act")
            return self._make(number, index, unit, None, "after_act", head=head)
        return None

    def _by_toll(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "the death toll had reached 27", "brought the toll in town to 26"."""
        low, link = self.tokens.low, number.first - 1
        if link <= sentence.first or low[link] not in counting_words().tolling:
            return None
        for i in range(link - 1, max(link - _FAR_TOLL, sentence.first - 1), -1):
            if low[i] in (";", ".") or i in self.starts:
                return None
            if low[i] not in _TOLLS:
                continue
            act = self._act_at(i - 1) if i > sentence.first else None
            name = next((c for c in act.classes if c in _FATES), None) if act else None
            unit = unit_words().labels[name or "KILL"]
            head = Head(None, unit, i, i + 1, "after_act")
            return self._make(number, index, unit, None, "after_act", head=head)
        return None

    def _put_at(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "put the death toll from the raid on a bus at 51"."""
        low, at = self.tokens.low, number.first - 1
        toll = self._by_toll(number, index, sentence)
        if toll is not None:
            return toll
        if at <= sentence.first or low[at] != "at":
            return None
        puts = (i for i in range(sentence.first, at) if low[i] in _PUTS)
        put = next(puts, None)
        if put is None:
            return None
        for i in range(put + 1, min(put + _TOLL, at)):
            act = self._act_at(i)
            name = next((c for c in act.classes if c in _FATES), None) if act else None
            if act is not None and name is not None:
                unit = unit_words().labels[name]
                head = Head(None, unit, act.first, act.after, "after_act")
                return self._make(number, index, unit, None, "after_act", head=head)
        return None

    def _by_context(self, number: Number, index: int) -> Count | None:
        """Resolve a bare number by what the sentences before say befell persons."""
        own = self.sentences[index]
        for position in range(index - 1, -1, -1):
            sentence = self.sentences[position]
            if own.paragraph - sentence.paragraph > PARAGRAPHS_BACK:
                return None
            for act in self.acts:
                if not sentence.first <= act.first < sentence.after:
                    continue
                name = next((c for c in act.classes if c in PERSON_ACTS), None)
                if name is not None:
                    unit = unit_words().persons[name]
                    return self._make(number, index, unit, None, "context")
        return None

    def _cases(self, number: Number, index: int, after: int) -> Count | None:
        """Resolve "27 cases"; "named on the lists twice" counts nothing."""
        if self.tokens.low[after - 1] not in _CASES:
            return None
        noun = self.lexicon.nouns["incident"]
        head = Head(noun, noun.unit, after - 1, after, "right")
        return self._make(number, index, noun.unit, noun, "cases", head=head)

    def _count_of_times(
        self, number: Number, index: int, sentence: Sentence, after: int
    ) -> Count | None:
        """Resolve "12 times", "seven cases of fire", "twice"."""
        low = self.tokens.low
        if low[after : after + 1] == ["of"]:
            head = head_right(
                self.tokens, self.lexicon, after + 1, sentence.after, one=False
            )
            if head is not None and head.noun is not None:
                unit = unit_words().cases_of.get(head.unit, head.unit)
                return self._make(number, index, unit, head.noun, "cases_of", head=head)
        table = unit_words().times
        for act in self._acts_near(number, sentence):
            for name in sorted(act.classes, key="BLOCK".__eq__):
                if name in table:
                    return self._make(number, index, table[name], None, "times")
        whole = self._antecedent(index)
        if whole is None or self.found[whole].how != "times":
            return self._cases(number, index, after)
        parent = self.found[whole]
        return self._make(number, index, parent.unit, parent.noun, "times", whole=whole)
