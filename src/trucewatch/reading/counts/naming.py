"""Figures that name, date or measure something instead of counting it."""

from trucewatch.reading.counts.calibres import Calibres
from trucewatch.reading.counts.count import counting_words, unit_words
from trucewatch.reading.heads import Head, noun_ending_at
from trucewatch.reading.measures import (
    LENGTH,
    MONEY,
    SHARE,
    TIME,
    money_before,
    rate_behind,
    unit_behind,
)
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm
from trucewatch.reading.sentences import Form, Sentence

_STREETS = frozenset(("st", "street", "ave", "avenue", "lane", "square", "boulevard"))
_LONG = 6  # digits without separators that are no count without a noun
_MOVING = frozenset(("hour", "minute", "second"))  # "800 miles per hour"
_DASHES = (["-"], ["–"])
_MOST_GOALS = 199  # a score above is a range told backwards, or a serial number
_MOST_ITEMS = 40  # a list has fewer items
_YEAR_DIGITS = 4
_YEARS = range(1900, 2101)
_SHORT_YEAR = 2
_OLDEST = 110
_BOUNDING = frozenset(("above", "below", "under", "over"))
_OF_NAMED = frozenset(
    ("was", "were", "who", "a", "an", "the", "from", "of", "is", "has")
)
_PHONE = 2  # bare figures side by side that are no telephone number yet
_MORE = frozenset(("more", "fewer", "less"))
_THAN = frozenset(("than", "on", "since", "compared"))
_NEVER_COUNTED = frozenset(("time", "sides", "side", "hand", "thing", "way", "another"))


class Naming(Calibres):
    """Tells numbers that count nothing: identifiers, calibres, ages, list numbers."""

    def _named(self, number: Number, sentence: Sentence) -> str | None:
        """Return what a figure does instead of counting, or None if it may count."""
        low, after = self.tokens.low, number.after
        behind = low[after] if after < sentence.after else ""
        measure = self._measures(number, sentence, behind)
        if measure is not None:
            return measure
        if behind in ("st", "nd", "rd", "th"):
            return "ordinal"
        if self._is_identifier(number, sentence):
            return "identifier"
        if self._is_calibre_list(after, sentence) or self._is_broken(number, sentence):
            return "calibre"
        if self._is_enumerator(number, sentence, behind):
            return "list number"
        if self._is_score(number):
            return "score"
        return self._compares(number, sentence, behind)

    def _is_score(self, number: Number) -> bool:
        """Say whether a figure is of a score or vote: the two of "beat them 2-1"."""
        text, gap = self.tokens.text, self._is_glued
        for dash in (number.core_first - 1, number.core_first + 1):
            one, other = text[dash - 1 : dash], text[dash + 1 : dash + 2]
            if dash < 1 or text[dash : dash + 1] not in _DASHES or not (one and other):
                continue
            if not (one[0].isdecimal() and other[0].isdecimal()):
                continue
            if gap(dash) and gap(dash + 1) and int(one[0]) >= int(other[0]):
                return int(one[0]) <= _MOST_GOALS
        return False

    def _is_glued(self, i: int) -> bool:
        return self.tokens.end[i - 1] == self.tokens.start[i]

    def _is_of_name(self, number: Number) -> bool:
        """Say whether a figure that counts nothing ends a name: "Falcon 9"."""
        first = number.core_first
        before = self.tokens.text[first - 1] if first else ""
        return (
            number.form is NumberForm.FIGURES
            and first == number.first
            and self.tokens.text[first].isdecimal()
            and before[:1].isupper()
            and self.tokens.low[first - 1] not in self.lexicon.function_words
        )

    def _compares(self, number: Number, sentence: Sentence, behind: str) -> str | None:
        """Say whether a side, a difference, an age or a year is meant."""
        if self._is_dimension(number):
            return "dimension"
        if self._is_said_again(number, sentence, behind):
            return "said again"
        if self._is_difference(number, sentence):
            return "difference"
        if self._is_age(number.after, behind):
            return "age"
        if self._is_idiom(number, sentence):
            return "idiom"
        year = self._ends_years(number) or self._is_bare_digits(number, sentence)
        return "year or serial" if year else None

    def _measures(self, number: Number, sentence: Sentence, behind: str) -> str | None:
        """Say whether a calibre, an age or money is meant, or the number is denied."""
        first, words = number.core_first, self.words
        before = self.tokens.low[first - 1] if first > sentence.first else ""
        if before == "not" and self._is_length(number, sentence):
            return "denied"  # "not two hours later"
        measured = self._measured(number, sentence)
        if measured is not None:
            return measured
        if behind == "-":
            behind = next(
                iter(self.tokens.low[number.after + 1 : number.after + 2]), ""
            )
        if behind in words.calibres:
            return "calibre"
        if before == "past":
            return "clock"
        aged = behind in words.ages or self._is_after_age(first, sentence)
        return "age" if aged or self._is_persons_age(number, sentence) else None

    def _measured(self, number: Number, sentence: Sentence) -> str | None:
        """Return what a figure measures that nobody counts: money, speed, power."""
        tokens = self.tokens
        if number.form is NumberForm.COLLECTIVE or number.glued is not None:
            return None
        if money_before(tokens, number.core_first) is not None:
            return MONEY
        written = unit_behind(tokens, number.after, sentence.after)
        if written is None or written.unit.kind in (SHARE, TIME):
            return None
        if written.unit.kind == LENGTH:
            rate = rate_behind(tokens, written.after, sentence.after)
            if rate is not None and rate[0] in _MOVING:
                return "speed"
        known = noun_ending_at(tokens, self.lexicon, written.after - 1)
        if known is not None and "measure" in known.tags:
            return None
        calibre = tokens.low[written.first] in self.words.calibres
        return None if calibre else written.unit.kind

    def _is_after_age(self, first: int, sentence: Sentence) -> bool:
        """Say whether "aged", "under the age of" or "aged 9 and" leads a number in."""
        low, words = self.tokens.low, self.words.age_before
        at = first - 1
        if at > sentence.first and low[at] in ("of", "was", "being"):
            at -= 1
        if at > sentence.first + 1 and low[at] == "and":
            before = low[at - 1]  # "aged four and six"
            at -= 2 if before.isdecimal() or before in self.words.values else 0
        return at >= sentence.first and low[at] in words

    def _is_length(self, number: Number, sentence: Sentence) -> bool:
        head = self._right(number, sentence)
        return head is not None and head.noun is not None and "time" in head.noun.tags

    def _is_persons_age(self, number: Number, sentence: Sentence) -> bool:
        """Say whether an age is told: "a child of six", "his daughter, 9, fled"."""
        first, low = number.core_first, self.tokens.low
        if first - 2 < sentence.first:
            return False
        if self._is_age_of_named(number, sentence):
            return True
        if self._is_bound_of_age(number, sentence):
            return True
        if low[first - 1] == "," and low[number.after : number.after + 1] != [","]:
            return False
        if low[first - 1] not in (",", "of"):
            return False
        noun = self.lexicon.nouns.get(low[first - 2])
        return (
            noun is not None
            and "person" in noun.tags
            and noun.unit not in unit_words().of_unit
            and low[first - 2] == noun.lemma.split()[-1]
            and not noun.lemma.endswith("s")
            and self._right(number, sentence) is None
        )

    def _is_bound_of_age(self, number: Number, sentence: Sentence) -> bool:
        """Say whether an age bounds who is counted: "six women above 18"."""
        low, first = self.tokens.low, number.core_first
        noun = self.lexicon.nouns.get(low[first - 2])
        return (
            low[first - 1] in _BOUNDING
            and noun is not None
            and "person" in noun.tags
            and 0 < (number.value or 0) < _OLDEST
            and self._right(number, sentence) is None
        )

    def _is_age_of_named(self, number: Number, sentence: Sentence) -> bool:
        """Say whether an age stands beside a name: "Adam Musa, 42, was shot"."""
        low, first, after = self.tokens.low, number.core_first, number.after
        return (
            low[first - 1] == ","
            and self.tokens.text[first - 2][:1].isupper()
            and after + 1 < sentence.after
            and low[after] == ","
            and low[after + 1] in _OF_NAMED
            and 0 < (number.value or 0) < _OLDEST
        )

    def _is_identifier(self, number: Number, sentence: Sentence) -> bool:
        first = number.core_first
        if number.form is not NumberForm.FIGURES or first == sentence.first:
            return False
        before = self.tokens.low[first - 1]
        capital = self.tokens.text[first - 1][:1].isupper()
        if before == "." and first - 2 >= sentence.first:
            before = self.tokens.low[first - 2]
        return (
            before in self.words.identifiers
            or self._is_phone(number, sentence)
            or (self._is_numbered(first) and self._right(number, sentence) is None)
            or (capital and before in self.words.capital_identifiers)
            or self._listed_identifier(first, sentence)
            or self._is_address(number, sentence)
        )

    def _is_numbered(self, first: int) -> bool:
        """Say whether one thing is told from others by number: "team site 7"."""
        noun = self.lexicon.nouns.get(self.tokens.low[first - 1])
        return (
            noun is not None
            and self.tokens.low[first - 1] == noun.lemma
            and not noun.lemma.endswith("s")
            and not noun.tags.isdisjoint(("place", "work", "organ", "thing"))
        )

    def _is_phone(self, number: Number, sentence: Sentence) -> bool:
        """Say whether a figure stands in a row of bare ones: "62 651 741 5500"."""
        if sentence.form is Form.ROW:
            return False
        text = self.tokens.text
        first, after = number.core_first, number.after
        while first > sentence.first and text[first - 1].isdecimal():
            first -= 1
        while after < sentence.after and text[after].isdecimal():
            after += 1
        return all(one.isdecimal() for one in text[first:after]) and (
            after - first > _PHONE
        )

    def _is_address(self, number: Number, sentence: Sentence) -> bool:
        """Say whether a house number is meant: "14 Lenin St."."""
        after = number.after
        return (
            after + 1 < sentence.after
            and self.tokens.text[after][:1].isupper()
            and self.tokens.low[after + 1] in _STREETS
        )

    def _is_age(self, after: int, behind: str) -> bool:
        low = self.tokens.low
        return low[after : after + 3] == ["-", "year", "-"] or (
            behind == "-" and low[after + 1 : after + 2] == ["year-old"]
        )

    def _is_bare_digits(self, number: Number, sentence: Sentence) -> bool:
        """Say whether digits are a year or a serial number rather than a count."""
        text = self.tokens.text[number.core_first]
        if not text.isdecimal() or number.after != number.core_first + 1:
            return False
        before = self.tokens.low[number.first - 1] if number.first else ""
        year = len(text) == _YEAR_DIGITS and int(text) in _YEARS
        year = year and before not in counting_words().totalling
        head = self._right(number, sentence)
        pointed = self.tokens.low[number.core_first - 1] == "the"
        if year and pointed and head is not None and head.noun is not None:
            return "transparent" in head.noun.tags  # "the 2005 figures"
        return (year or len(text) >= _LONG) and head is None

    def _ends_years(self, number: Number) -> bool:
        """Say whether two digits end a stretch of years: "2002-03"."""
        text, first = self.tokens.text, number.core_first
        return (
            first > 1
            and text[first - 1] in "-–/"
            and len(text[first]) == _SHORT_YEAR
            and text[first].isdecimal()
            and text[first - 2].isdecimal()
            and int(text[first - 2]) in _YEARS
            and self.tokens.end[first - 2] == self.tokens.start[first - 1]
            and self.tokens.end[first - 1] == self.tokens.start[first]
        )

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

    def _is_enumerator(self, number: Number, sentence: Sentence, behind: str) -> bool:
        return (
            number.core_first == sentence.first
            and number.form is NumberForm.FIGURES
            and sentence.form in (Form.ITEM, Form.HEADING, Form.PROSE)
            and behind in (".", ")", "–", "—")
            and number.after + 1 < sentence.after
            and (number.value or _MOST_ITEMS) < _MOST_ITEMS
        )

    def _is_said_again(self, number: Number, sentence: Sentence, behind: str) -> bool:
        """Say whether brackets repeat a number in words: "15 (fifteen)"."""
        at = number.first
        if not self.found or not at or self.tokens.text[at - 1] != "(":
            return False
        last = self.found[-1]
        if last.noun is not None and "measure" in last.noun.tags:
            head = self._right(number, sentence)
            noun = None if head is None else head.noun
            if noun is None or "measure" not in noun.tags or last.after != at - 1:
                return False
            # As in "9.1 square kilometres (3.5 square miles)"; what does not come to
            # the same is a figure of its own.
            other = last.unit not in ("percent", noun.unit)
            return other and _comes_to(number, noun.unit, last.number, last.unit)
        return (
            behind in (")", ",")
            and last.number.after == at - 1
            and last.number.value == number.value
        )

    def _is_dimension(self, number: Number) -> bool:
        """Say whether the other side of a measure is told: "2 km by 2"."""
        if not number.first or self.tokens.low[number.first - 1] not in (
            "by",
            "x",
            "×",
        ):
            return False
        last = self.found[-1] if self.found else None
        if last is None or last.noun is None or "measure" not in last.noun.tags:
            return False
        return last.after == number.first - 1

    def _is_difference(self, number: Number, sentence: Sentence) -> bool:
        """Say whether a number tells how far two differ: "two more than"."""
        low, after = self.tokens.low, number.after
        lead = low[number.first - 1] if number.first > sentence.first else ""
        if lead == "by" and low[after : after + 1] == ["to"]:
            return True  # "rose by 14 to 120"
        return (
            after + 1 < sentence.after
            and low[after] in _MORE
            and low[after + 1] in _THAN
        )

    def _accepts(self, number: Number, head: Head) -> bool:
        """Say whether a noun the lexicon lacks may be counted by such a number."""
        if number.form in (NumberForm.NONE, NumberForm.FIXED, NumberForm.COLLECTIVE):
            return False
        return head.unit not in _NEVER_COUNTED


def _comes_to(number: Number, unit: str, other: Number, of: str) -> bool:
    """Say whether two measures are one, as far as writers round."""
    convert = unit_words().convert
    (kept, factor), (same, by) = (
        convert.get(unit, (unit, 1.0)),
        convert.get(of, (of, 1.0)),
    )
    if kept != same or not number.value or not other.value:
        return True
    return abs(number.value * factor / (other.value * by) - 1) <= _ROUNDED


_ROUNDED = 0.06  # writers round to whole miles
