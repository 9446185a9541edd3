"""Numbers whose noun stands before them: subjects, labels, headings."""

from trucewatch.reading.counts.count import Count, counting_words, unit_words
from trucewatch.reading.counts.listing import Listing
from trucewatch.reading.heads import Head, head_in_label, head_right, noun_ending_at
from trucewatch.reading.lexicon import Noun
from trucewatch.reading.numbers import Number
from trucewatch.reading.sentences import Form, Sentence

_LABEL_ENDS = frozenset(":–—-")
_STOPS = frozenset(".;!?")
_PARTICIPLES = frozenset(("being", "making", "numbering", "accounting"))
_STANDING_FOR = frozenset(
    ("it", "they", "them", "that", "this", "these", "those", "which", "who")
)
_BEING = frozenset(("was", "were", "is", "are"))
_PREPOSITIONS = frozenset(
    ("in", "at", "of", "to", "with", "inside", "for", "from", "by", "on", "under",
     "within", "after", "before", "against", "near", "along", "during", "over",
     "between", "about", "across", "outside", "among")
)  # fmt: skip
_DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "all", "this", "these", "such")
)
_QUANTITIES = frozenset(
    ("number", "total", "count", "tally", "sum", "toll", "numbers", "list",
     "figure", "share")
)  # fmt: skip
_NEAR, _FAR = (
    18,
    40,
)  # tokens in which a subject, and "the number of" it, are looked for
_DATELINE = 14  # tokens in which a dateline ends
_DASHES = frozenset("-–—")
_LABEL_TOKENS = 4


class Subjects(Listing):
    """Resolves "the violations numbered 12", "Breaches: 8", "Patrols. Of ten …"."""

    def _linked(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "blasts making up seven of them", "groups inside it: still 64"."""
        begin = self._phrase_before(
            counting_words().linking, number.first, sentence.first
        )
        if begin is None:
            return None
        low = self.tokens.low
        by_of = low[begin] == "of"
        beside = by_of or low[begin] in _PARTICIPLES
        while begin > sentence.first and self.tokens.text[begin - 1] in ":,–—":
            begin -= 1
        if begin > sentence.first and low[begin - 1] in _STANDING_FOR:
            return None  # "which brings it to 1,037"
        head = None if beside else self._of_quantity(sentence.first, begin)
        head = head or self._clause_head(sentence.first, begin, near=beside)
        if head is None or head.noun is None:
            return None
        noun = head.noun
        recorded = low[begin] in counting_words().recording
        if recorded and noun.tags & {"person", "organ"}:
            return None  # "Turkish officers counted 15"
        if low[begin] == "at" and "organ" in noun.tags:
            return None  # "those of the army at six"
        if by_of and not noun.tags & {"event", "person"}:
            return None
        return self._make(
            number, index, *self._of_same_persons(index, noun), "linked", head=head
        )

    def _of_same_persons(self, index: int, noun: Noun) -> tuple[str, Noun]:
        """Return unit and noun; persons after persons are some of those."""
        whole = self._antecedent(index)
        own = noun.unit in unit_words().of_unit  # "the deaths of 9 and injuries to 12"
        if whole is not None and "person" in noun.tags and not own:
            parent = self.found[whole]
            if parent.noun is not None and "person" in parent.noun.tags:
                return parent.unit, parent.noun
        return noun.unit, noun

    def _predicate(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "of which 26 were blasts" by the noun behind the verb."""
        low, after = self.tokens.low, number.after
        if after >= sentence.after or low[after] not in _BEING:
            return None
        head = head_right(
            self.tokens, self.lexicon, after + 1, sentence.after, one=False
        )
        if head is None or head.noun is None or head.first > after + 3:
            return None
        return self._make(
            number, index, *self._of_same_persons(index, head.noun), "predicate",
            head=head, whole=self._antecedent(index),
        )  # fmt: skip

    def _clause_head(self, start: int, at: int, *, near: bool) -> Head | None:
        """Return the head of the subject of the clause that ends before token ``at``.

        The first counted noun that no preposition leads in, else the nearest; who
        counts ("the Turkish members noted") is not what is counted.
        """
        begin = at
        while begin > start and self.tokens.text[begin - 1] not in _STOPS:
            begin -= 1
        begin = max(begin, self._past_dateline(start, at))
        last: Head | None = None
        for i in range(begin, at):
            noun = noun_ending_at(self.tokens, self.lexicon, i)
            if noun is None or noun.tags & {"time", "measure", "transparent"}:
                continue
            if i + 1 < at and noun_ending_at(self.tokens, self.lexicon, i + 1):
                continue
            if self._counts_itself(noun, i, at):
                last = None
                continue
            last = Head(noun, noun.unit, i - noun.words + 1, i + 1, "subject")
            if not near and not self._in_phrase(i, begin):
                return last
        if near and last is not None and last.after != at:
            return None
        return last

    def _past_dateline(self, start: int, at: int) -> int:
        """Return the index after "COTABATO CITY, July 3 (Agency) - "."""
        if len(self.tokens.text[start]) <= 1 or not self.tokens.text[start].isupper():
            return start
        for i in range(start + 1, min(start + _DATELINE, at)):
            spaced = self.tokens.start[i] > self.tokens.end[i - 1]
            if spaced and self.tokens.text[i] in _DASHES:
                return i + 1
        return start

    def _of_quantity(self, begin: int, at: int) -> Head | None:
        """Return what is summed in "agreements take the number of places to 1,871"."""
        low = self.tokens.low
        for i in range(at - 3, begin - 1, -1):
            if low[i] in _STOPS:
                return None
            if low[i] in _QUANTITIES and low[i + 1] == "of":
                head = head_right(self.tokens, self.lexicon, i + 2, at, one=False)
                return head if head and head.noun is not None else None
        return None

    def _counts_itself(self, noun: Noun, i: int, at: int) -> bool:
        """Say whether a noun names those who count rather than what is counted."""
        if not noun.tags & {"person", "organ"}:
            return False
        recording = counting_words().recording
        return any(
            word in recording for word in self.tokens.low[i + 1 : min(at, i + 5)]
        )

    def _in_phrase(self, i: int, begin: int) -> bool:
        """Say whether a preposition leads the noun at ``i`` in."""
        low, stop = self.tokens.low, self.lexicon.function_words
        for back in range(i - 1, begin - 1, -1):
            word = low[back]
            if word in _PREPOSITIONS:
                return not (word == "of" and back and low[back - 1] in _QUANTITIES)
            if word in stop and word not in _DETERMINERS:
                return False
        return False

    def _subject(self, number: Number, sentence: Sentence) -> Head | None:
        """Return the head of the clause before the number, if it can be counted."""
        start = max(sentence.first, number.first - _NEAR)
        told = max(sentence.first, number.first - _FAR)
        return self._of_quantity(told, number.first) or (
            self._clause_head(start, number.first, near=False)
        )

    def _by_subject(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "the violations numbered 12", "the total now stands at 151"."""
        head = self._subject(number, sentence)
        if head is None:
            return None
        if self.tokens.low[head.after] in ("'", "’", "own"):
            return None  # "the insurgents' own truce"
        return self._make(number, index, head.unit, head.noun, "subject", head=head)

    def _by_label(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "Breaches in the day: 8" and "prisoners: nine"."""
        at = number.first
        if at - 1 < sentence.first or self.tokens.text[at - 1] not in _LABEL_ENDS:
            return None
        start = at - 1
        while (
            start > sentence.first
            and self.tokens.text[start - 1] not in ";,.:("
            and start - 1 not in self._taken(index)
        ):
            start -= 1
        fated = self._by_label_of_fate(number, index, start)
        if fated is not None:
            return fated
        head = head_in_label(self.tokens, self.lexicon, start, at - 1)
        if start - 1 in self._taken(index):
            return None  # "37 breaches by such groups - 19 in Aleppo" lists breaches
        if head is None:
            return None
        whole = self._persons_before(index, head)
        how = "label" if whole is None else "part"
        return self._make(
            number, index, head.unit, head.noun, how, head=head, whole=whole
        )

    def _persons_before(self, index: int, head: Head) -> int | None:
        """Return the persons counted before in a sentence that a label parts up.

        "Injured: 7, of whom children: 3, women: 1".
        """
        if head.noun is None or "person" not in head.noun.tags or not self.found:
            return None
        if head.unit in unit_words().of_unit:
            return None
        last = self.found[-1]
        root = last.whole if last.how == "part" and last.whole is not None else None
        at = len(self.found) - 1 if root is None else root
        whole = self.found[at]
        person = whole.noun is not None and "person" in whole.noun.tags
        fate = whole.unit in unit_words().of_unit
        return at if whole.sentence == index and (person or fate) else None

    def _by_label_of_fate(self, number: Number, index: int, start: int) -> Count | None:
        """Resolve "Killed: 12" and "wounded – three"."""
        act = self._act_at(start)
        if act is None or act.first != start or start - 1 in self._taken(index):
            return None
        named = head_in_label(self.tokens, self.lexicon, start, number.first - 1)
        if named is not None and named.first == start:
            return None  # "Exchange of fire: six"
        if act.after != number.first - 1 and not self._is_participle(act.after):
            return None
        labels = unit_words().labels
        unit = next((labels[name] for name in act.classes if name in labels), None)
        if unit is None:
            return None
        head = Head(None, unit, act.first, act.after, "label")
        return self._make(number, index, unit, None, "label", head=head)

    def _is_participle(self, at: int) -> bool:
        """Say whether no noun follows a label's first word: "Killed since May: 9"."""
        return self.tokens.low[at] in _PREPOSITIONS or self.tokens.low[at] == "since"

    def _run_in(self, index: int, whole: int | None) -> Head | None:
        """Return the head of a paragraph's own label: "Patrols. Of ten planned …".

        Only where no count stands between label and number.
        """
        own = self.sentences[index]
        for position in range(index, -1, -1):
            sentence = self.sentences[position]
            if sentence.paragraph != own.paragraph:
                return None
            if whole is not None and self.found[whole].sentence >= position:
                return None
            if sentence.after - sentence.first <= _LABEL_TOKENS and position < index:
                return head_in_label(
                    self.tokens, self.lexicon, sentence.first, sentence.after
                )
        return None

    def _by_heading(self, number: Number, index: int) -> Count | None:
        """Resolve a bare number by the label or heading it stands under."""
        head = self._run_in(index, None)
        if head is None:
            for position in range(index - 1, -1, -1):
                sentence = self.sentences[position]
                listed = self.sentences[index].form is Form.ITEM
                title = sentence.form is Form.TITLE and listed
                if title or sentence.form in (Form.HEADING, Form.INTRO):
                    head = head_in_label(
                        self.tokens, self.lexicon, sentence.first, sentence.after
                    )
                    break
        if head is None:
            return None
        return self._make(number, index, head.unit, head.noun, "heading")

    def _strong(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "a 6,000-strong force" and "the attackers were 500 strong"."""
        low, after = self.tokens.low, number.after
        if low[after : after + 1] == ["-"]:
            after += 1
        if after >= sentence.after or low[after] != "strong":
            return None
        noun = self.lexicon.nouns["fighters"]
        head = Head(noun, noun.unit, after, after + 1, "strong")
        return self._make(number, index, noun.unit, noun, "strong", head=head)
