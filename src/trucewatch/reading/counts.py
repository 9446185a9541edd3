"""Counts: numbers with what they count, through ellipsis, labels and lists."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from trucewatch.reading.acts import Act
from trucewatch.reading.heads import Head, head_in_label, head_right, noun_ending_at
from trucewatch.reading.lexicon import Lexicon, Noun
from trucewatch.reading.number_words import NumberWords, number_words
from trucewatch.reading.numbers import Number, NumberForm
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reading.tokens import Tokens


class Count(NamedTuple):
    """A number with what it counts.

    Attributes:
        number: The number.
        sentence: Index of its sentence.
        unit: The unit as counted, before persons are told apart by what befell them.
        noun: The counted noun's entry, or None.
        first: Index of the first token of the count's words, number and head.
        after: Index after the last of them.
        how: How the counted thing was found.
        whole: Index of the earlier count this one elides or is a part of, or None.
    """

    number: Number
    sentence: int
    unit: str
    noun: Noun | None
    first: int
    after: int
    how: str
    whole: int | None


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What ``english/units.yaml`` says."""

    convert: dict[str, tuple[str, float]]
    persons: dict[str, str]
    fighters: dict[str, str]
    groups_of_people: frozenset[str]
    times: dict[str, str]
    cases_of: dict[str, str]
    by_act: dict[str, dict[str, str]]
    of_unit: dict[str, str]


@cache
def unit_words() -> UnitWords:
    """Return the table of units; read from the package's data on first use."""
    path = resources.files("trucewatch.reading") / "english" / "units.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return UnitWords(
        {k: (v[0], float(v[1])) for k, v in data["convert"].items()},
        data["persons"],
        data["fighters"],
        frozenset(data["groups_of_people"]),
        data["times"],
        data["cases_of"],
        data["by_act"],
        data["of_unit"],
    )


@dataclass(frozen=True, slots=True)
class CountingWords:
    """What ``english/counting.yaml`` says."""

    linking: frozenset[str]
    earlier: frozenset[str]
    recording: frozenset[str]


@cache
def counting_words() -> CountingWords:
    """Return the words by which numbers lean on other counts."""
    path = resources.files("trucewatch.reading") / "english" / "counting.yaml"
    data: dict[str, list[str]] = yaml.safe_load(path.read_text("utf-8"))
    return CountingWords(
        frozenset(data["linking"]),
        frozenset(data["earlier"]),
        frozenset(data["recording"]),
    )


_LONG = 6  # digits without separators that are no count without a noun
_MOST_ITEMS = 40  # a list has fewer items
_LABEL_ENDS = frozenset(":–—-")
_STOPS = frozenset(".;!?")
_YEARS = range(1900, 2101)
_PERSON_ACTS = frozenset(
    ("KILL", "WOUND", "CASUALTY", "MISSING", "DISPLACE", "DETAIN", "EVACUATE", "RETURN")
)
_ONE_NEVER_AFTER = frozenset(
    ("no", "this", "that", "the", "which", "any", "every", "each", "anyone", "former")
)
_NEVER_COUNTED = frozenset(("time", "sides", "side", "hand", "thing", "way", "another"))


class CountFinder:
    """Resolves the numbers of one text; keeps what the last counts counted."""

    def __init__(
        self,
        tokens: Tokens,
        sentences: tuple[Sentence, ...],
        acts: list[Act],
        lexicon: Lexicon,
    ) -> None:
        self.tokens, self.sentences = tokens, sentences
        self.acts, self.lexicon = acts, lexicon
        self.words: NumberWords = number_words()
        self.found: list[Count] = []
        self.starts: set[int] = set()

    def find(self, numbers: tuple[Number, ...]) -> tuple[list[Count], list[Number]]:
        """Return the counts in order, and the numbers that count nothing known."""
        left: list[Number] = []
        self.starts = {number.core_first for number in numbers}
        position = 0
        for number in numbers:
            while (
                position < len(self.sentences)
                and self.sentences[position].after <= number.core_first
            ):
                position += 1
            if position == len(self.sentences):
                break
            sentence = self.sentences[position]
            if number.core_first < sentence.first or self._is_name(number, sentence):
                continue
            count = self._resolve(number, position, sentence)
            if count is None and number.form is NumberForm.ARTICLE:
                continue
            if count is None:
                left.append(number)
            else:
                self.found.append(count)
        self._check_sums()
        return self.found, left

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

    def _move(self, run: list[int]) -> None:
        values = [self.found[i].number.value for i in run]
        total = sum(value for value in values if value is not None)
        for back in range(run[0] - 1, max(-1, run[0] - _SUMS_BACK), -1):
            other = self.found[back]
            if other.number.value != total or other.how in _BARE:
                continue
            if other.noun is not None and "time" in other.noun.tags:
                continue
            for i in run:
                self.found[i] = self.found[i]._replace(
                    unit=other.unit, noun=other.noun, whole=back
                )
            return

    # -- what a number is not ------------------------------------------------

    def _is_name(self, number: Number, sentence: Sentence) -> bool:
        """Say whether the figure names, dates or measures something uncounted."""
        low, first, after = self.tokens.low, number.core_first, number.after
        before = low[first - 1] if first > sentence.first else ""
        behind = low[after] if after < sentence.after else ""
        words = self.words
        if (
            behind in words.calibres
            or behind in words.ages
            or before in words.age_before
        ):
            return True
        if behind in words.currency or before in words.currency:
            return True
        if before == "." and first - 2 >= sentence.first:
            before = low[first - 2]
        written = self.tokens.text[first - 1] if first > sentence.first else ""
        if number.form is NumberForm.FIGURES and (
            before in words.identifiers
            or (before in words.capital_identifiers and written[:1].isupper())
            or self._listed_identifier(first, sentence)
        ):
            return True
        if before == "not" and number.form is not NumberForm.NONE:
            return True  # "four died and not seven"
        if self._is_calibre_list(after, sentence):
            return True
        if self._is_enumerator(number, sentence, behind):
            return True
        if low[after : after + 3] == ["-", "year", "-"] or (
            behind == "-" and low[after + 1 : after + 2] == ["year-old"]
        ):
            return True
        text = self.tokens.text[first]
        if len(text) >= _LONG and text.isdecimal():
            return self._right(number, sentence) is None
        if len(text) == 4 and text.isdecimal() and number.after == first + 1:  # noqa: PLR2004
            value = int(text)
            return value in _YEARS and self._right(number, sentence) is None
        return False

    def _listed_identifier(self, first: int, sentence: Sentence) -> bool:
        """Say whether a figure goes on a list of names: "clauses 2 and 4"."""
        low = self.tokens.low
        return (
            first - 3 >= sentence.first
            and low[first - 1] in ("and", ",", "to", "–", "-")
            and low[first - 2].isdecimal()
            and low[first - 3] in self.words.identifiers
            and low[first - 3].endswith("s")
        )

    def _is_calibre_list(self, after: int, sentence: Sentence) -> bool:
        """Say whether a figure shares a calibre that follows: "60 and 82 mm"."""
        low = self.tokens.low
        return (
            after + 2 < sentence.after
            and low[after] in ("and", "or", ",", "-")
            and low[after + 1][0].isdecimal()
            and (
                low[after + 2] in self.words.calibres
                or (low[after + 2] == "-" and low[after + 3] in self.words.calibres)
            )
        )

    def _is_enumerator(self, number: Number, sentence: Sentence, behind: str) -> bool:
        return (
            number.core_first == sentence.first
            and number.form is NumberForm.FIGURES
            and sentence.form in (Form.ITEM, Form.HEADING, Form.PROSE)
            and behind in (".", ")", "–", "—")
            and number.after + 1 < sentence.after
            and (number.value or _MOST_ITEMS) < _MOST_ITEMS
        )

    # -- what it counts --------------------------------------------------------

    def _right(self, number: Number, sentence: Sentence) -> Head | None:
        at = number.after
        if sentence.form is Form.ROW and self.tokens.text[at : at + 1] == ["|"]:
            at += 1  # the noun stands in the next cell
        return head_right(
            self.tokens,
            self.lexicon,
            at,
            sentence.after,
            one=number.value == 1,
        )

    def _resolve(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        if number.form is NumberForm.TIMES:
            return self._count_of_times(number, index, sentence, number.after)
        if number.form is NumberForm.ARTICLE:
            return self._by_article(number, index, sentence)
        if number.glued is not None:
            return self._glued(number, index, number.glued)
        head = self._right(number, sentence)
        if head is not None and head.noun is None and not self._accepts(number, head):
            head = None
        if number.form is NumberForm.FRACTION:
            return self._share(number, index, head)
        if head is not None:
            return self._with_head(number, index, sentence, head)
        if number.form in _NEEDS_NOUN:
            return self._by_act(number, index, sentence)
        earlier = self._earlier(number, index, sentence)
        if earlier is not None or self._is_pronoun(number, sentence):
            return earlier
        return (
            self._restated(number, index)
            or self._linked(number, index, sentence)
            or self._strong(number, index, sentence)
            or self._by_act(number, index, sentence)
            or self._after_act(number, index, sentence)
            or self._by_label(number, index, sentence)
            or self._elided(number, index, sentence)
            or self._by_subject(number, index, sentence)
            or self._by_heading(number, index)
            or self._by_context(number, index)
        )

    def _glued(self, number: Number, index: int, word: str) -> Count | None:
        noun = self.lexicon.nouns.get(word)
        if noun is None:
            return None
        return self._make(number, index, noun.unit, noun, "glued")

    def _accepts(self, number: Number, head: Head) -> bool:
        """Say whether a noun the lexicon lacks may be counted by such a number."""
        if number.form in (NumberForm.NONE, NumberForm.FIXED, NumberForm.COLLECTIVE):
            return False
        return head.unit not in _NEVER_COUNTED

    def _is_pronoun(self, number: Number, sentence: Sentence) -> bool:
        """Say whether "one" or "no" stands for no count here."""
        low, first = self.tokens.low, number.core_first
        before = low[first - 1] if first > sentence.first else ""
        if low[first] == "one" and number.after == first + 1:
            behind = low[number.after] if number.after < sentence.after else ""
            if before in _ONE_NEVER_AFTER or behind in ("another", "of", "'s"):
                return True
        if before in ("the", "these", "those") or low[number.first] in ("the",):
            return low[number.core_first - 1] not in ("other", "remaining")
        return number.form is NumberForm.NONE and low[first] in ("no", "not")

    def _restated(self, number: Number, index: int) -> Count | None:
        """Resolve "34 of the 41" by the earlier count whose number is 41."""
        low, after = self.tokens.low, number.after
        if low[after : after + 2] != ["of", "the"]:
            return None
        for i in range(len(self.found) - 1, max(-1, len(self.found) - 12), -1):
            known = self.found[i].number
            if self.tokens.text[known.core_first] == self.tokens.text[after + 2]:
                parent = self.found[i]
                return self._make(
                    number, index, parent.unit, parent.noun, "elided", whole=i
                )
        return None

    def _phrase_before(
        self, phrases: frozenset[str], at: int, start: int
    ) -> int | None:
        """Return where a listed phrase that ends before token ``at`` begins."""
        low = self.tokens.low
        for length in (4, 3, 2, 1):
            if at - length >= start and " ".join(low[at - length : at]) in phrases:
                return at - length
        return None

    def _earlier(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve a figure of an earlier period: "up from 114", "last time it was 220"."""
        words = counting_words().earlier
        low, at = self.tokens.low, number.first
        for back in range(at, max(sentence.first, at - 7) - 1, -1):
            if back < at and self.tokens.text[back] in ".;:(":
                return None
            if self._phrase_before(words, back, sentence.first) is None:
                continue
            for i, count in enumerate(self.found):
                if count.sentence == index and count.number.first < back:
                    return self._make(
                        number, index, count.unit, count.noun, "earlier", whole=i
                    )
            whole = self._antecedent(index)
            if whole is None:
                return None
            first = self.found[whole].sentence
            while whole and self.found[whole - 1].sentence == first:
                whole -= 1
            parent = self.found[whole]
            return self._make(
                number, index, parent.unit, parent.noun, "earlier", whole=whole
            )
        del low
        return None

    def _linked(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "blasts making up seven of them", "groups inside it: still 64"."""
        begin = self._phrase_before(
            counting_words().linking, number.first, sentence.first
        )
        if begin is None:
            return None
        by_of = self.tokens.low[begin] == "of"
        while begin > sentence.first and self.tokens.text[begin - 1] in ":,–—":
            begin -= 1
        head = self._clause_head(sentence.first, begin, near=by_of)
        if head is None or head.noun is None:
            return None
        noun = head.noun
        if by_of and not noun.tags & {"event", "person"}:
            return None
        whole = self._antecedent(index)
        if whole is not None and "person" in noun.tags:
            parent = self.found[whole]
            if parent.noun is not None and "person" in parent.noun.tags:
                noun = parent.noun
        return self._make(number, index, noun.unit, noun, "linked", head=head)

    def _clause_head(self, start: int, at: int, *, near: bool) -> Head | None:
        """Return the head of the subject of the clause that ends before token ``at``.

        The first counted noun that no preposition leads in, else the nearest; who
        counts ("the Turkish members noted") is not what is counted.
        """
        begin = at
        while begin > start and self.tokens.text[begin - 1] not in _STOPS:
            begin -= 1
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

    def _make(
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

    def _with_head(
        self, number: Number, index: int, sentence: Sentence, head: Head
    ) -> Count | None:
        noun = head.noun
        if noun is not None and "transparent" in noun.tags:
            return self._count_of_times(number, index, sentence, head.after)
        if noun is None and self.tokens.text[head.first][0].isupper():
            persons = self.lexicon.nouns["person"]  # "nine South Africans"
            return self._make(number, index, "persons", persons, "demonym", head=head)
        if (
            noun is None
            and head.unit.endswith(_PERSON_ENDINGS)
            and any(
                name in _PERSON_ACTS
                for act in self._acts_near(number, sentence)
                for name in act.classes
            )
        ):
            persons = self.lexicon.nouns["person"]  # "eight travellers died"
            return self._make(number, index, "persons", persons, "suffix", head=head)
        if self.tokens.low[number.core_first] == "one" and noun is None:
            return None
        whole = self._antecedent(index) if head.how == "of" else None
        if noun is not None and "person" in noun.tags and self._is_subset(number):
            whole = self._antecedent(index)
            head = head._replace(how="part")
        return self._make(
            number, index, head.unit, noun, head.how, head=head, whole=whole
        )

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
            for name in act.classes:
                if name in table:
                    return self._make(number, index, table[name], None, "times")
        whole = self._antecedent(index)
        if whole is not None:
            parent = self.found[whole]
            return self._make(
                number, index, parent.unit, parent.noun, "times", whole=whole
            )
        return None

    def _acts_near(self, number: Number, sentence: Sentence) -> list[Act]:
        """Return the acts of the sentence, the nearest to the number first."""
        inside = [
            act
            for act in self.acts
            if sentence.first <= act.first < sentence.after
            and not number.first <= act.first < number.after
        ]
        at = number.core_first
        return sorted(inside, key=lambda act: abs(act.first - at))

    def _by_article(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "a soldier was wounded", "killing a child": one person, by article."""
        head = self._right(number, sentence)
        if head is None or head.noun is None or "person" not in head.noun.tags:
            return None
        if (
            head.noun.unit in unit_words().of_unit
            or self.tokens.low[head.after - 1] != (head.noun.lemma.split()[-1])
        ):
            return None
        before = self._act_at(number.first - 1) if number.first else None
        if before is not None and _suffers(before):
            return self._make(number, index, head.unit, head.noun, "article", head=head)
        for i in range(head.after, min(head.after + 6, sentence.after)):
            if self.tokens.text[i] in ",.;:" or i in self.starts:
                return None
            act = self._act_at(i)
            if act is not None:
                if not _suffers(act):
                    return None
                return self._make(
                    number, index, head.unit, head.noun, "article", head=head
                )
        return None

    def _share(self, number: Number, index: int, head: Head | None) -> Count | None:
        whole = self._antecedent(index)
        noun = None if head is None else head.noun
        if head is not None and head.noun is not None and "time" in head.noun.tags:
            return None
        return self._make(number, index, "percent", noun, "share", whole=whole)

    def _by_act(self, number: Number, index: int, sentence: Sentence) -> Count | None:
        """Resolve "12 killed", "35 were wounded", "nobody was hurt"."""
        at, low = number.after, self.tokens.low
        for i in range(at, min(at + 4, sentence.after)):
            act = self._act_at(i)
            if act is not None:
                name = next((c for c in act.classes if c in _PERSON_ACTS), None)
                if name is None:
                    return None
                unit = unit_words().persons[name]
                head = Head(None, unit, act.first, act.after, "act")
                return self._make(number, index, unit, None, "act", head=head)
            if low[i] not in self.lexicon.function_words or low[i] in _AWAY:
                return None
        return None

    def _after_act(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "killing 12", "wounded today, thirty-one", "lost up to twenty"."""
        taken = self._taken(index)
        for i in range(number.first - 1, max(sentence.first, number.first - 6) - 1, -1):
            if i in taken or self.tokens.text[i] in ".;:()":
                return None
            act = self._act_at(i)
            if act is None:
                continue
            name = next((c for c in act.classes if c in _PERSON_ACTS), None)
            if name is None:
                return None
            unit = unit_words().persons[name]
            head = Head(None, unit, act.first, act.after, "after_act")
            return self._make(number, index, unit, None, "after_act", head=head)
        return None

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
        head = head_in_label(self.tokens, self.lexicon, start, at - 1)
        if head is None or start - 1 in self._taken(index):
            return None  # "37 breaches by such groups - 19 in Aleppo" lists breaches
        return self._make(number, index, head.unit, head.noun, "label", head=head)

    def _taken(self, index: int) -> set[int]:
        """Return the tokens earlier counts of the sentence hold."""
        held: set[int] = set()
        for count in reversed(self.found):
            if count.sentence != index:
                break
            held.update(range(count.first, count.after))
        return held

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
            if behind > _PARAGRAPHS_BACK:
                break
            if count.noun is not None and "time" in count.noun.tags:
                continue
            if count.unit == "percent":
                continue
            if latest is None:
                latest = i if count.sentence == index else self._main(i)
                if latest != i:
                    return latest
            if subset is None or self._is_subset(count.number) is subset:
                return i
            if len(self.found) - i > _SUMS_BACK:
                break
        return latest

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

    def _is_subset(self, number: Number) -> bool:
        low = self.tokens.low
        return any(
            word in _SUBSET for word in low[max(0, number.first - 2) : number.first]
        )

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

    def _by_context(self, number: Number, index: int) -> Count | None:
        """Resolve a bare number by what the sentences before say befell persons."""
        own = self.sentences[index]
        for position in range(index - 1, -1, -1):
            sentence = self.sentences[position]
            if own.paragraph - sentence.paragraph > _PARAGRAPHS_BACK:
                return None
            for act in self.acts:
                if not sentence.first <= act.first < sentence.after:
                    continue
                name = next((c for c in act.classes if c in _PERSON_ACTS), None)
                if name is not None:
                    unit = unit_words().persons[name]
                    return self._make(number, index, unit, None, "context")
        return None

    def _by_heading(self, number: Number, index: int) -> Count | None:
        """Resolve a bare number by the label or heading it stands under."""
        head = self._run_in(index, None)
        if head is None:
            for position in range(index - 1, -1, -1):
                sentence = self.sentences[position]
                if sentence.form in (Form.HEADING, Form.INTRO):
                    head = head_in_label(
                        self.tokens, self.lexicon, sentence.first, sentence.after
                    )
                    break
        if head is None:
            return None
        return self._make(number, index, head.unit, head.noun, "heading")

    def _subject(self, number: Number, sentence: Sentence) -> Head | None:
        """Return the head of the clause before the number, if it can be counted."""
        start = max(sentence.first, number.first - 18)
        return self._clause_head(start, number.first, near=False)

    def _by_subject(
        self, number: Number, index: int, sentence: Sentence
    ) -> Count | None:
        """Resolve "the violations numbered 12", "the total now stands at 151"."""
        head = self._subject(number, sentence)
        if head is None:
            return None
        return self._make(number, index, head.unit, head.noun, "subject", head=head)


def _suffers(act: Act) -> bool:
    """Say whether an act befalls persons, so that an article counts one of them."""
    return any(name in ("KILL", "WOUND", "DETAIN") for name in act.classes)


_PERSON_ENDINGS = ("ers", "ors", "ists", "men", "women", "ians", "ants", "ees")
_PREPOSITIONS = frozenset(
    ("in", "at", "of", "to", "with", "inside", "for", "from", "by", "on", "under", "within",
     "after", "before", "against", "near", "along", "during", "over", "between", "about")
)  # fmt: skip
_DETERMINERS = frozenset(
    ("the", "a", "an", "its", "their", "his", "all", "this", "these", "such")
)
_QUANTITIES = frozenset(
    ("number", "total", "count", "tally", "sum", "toll", "numbers", "list", "figure", "share")
)  # fmt: skip
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
_LABEL_TOKENS = 4
_NEEDS_NOUN = frozenset((NumberForm.COLLECTIVE, NumberForm.FIXED))
_BARE = frozenset(("elided", "demonym"))
_SUMS_BACK = 6  # counts looked back for the total a run adds up to
_AWAY = frozenset(
    ("in", "of", "from", "by", "at", "on", "for", "to", "and", "or", "but")
)
_PARAGRAPHS_BACK = 1  # a list or table continues the paragraph that announces it
