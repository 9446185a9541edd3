"""Entities: persons, bodies and places a text speaks of, whether a theatre knows them.

Names come from runs of capitals, classed by their titles, their last words and what the
theatre knows; phrases without a name ("the city", "enemy fighters") by their nouns. All
of it is as the text has it: nothing here says who an entity is.
"""

from collections.abc import Iterator
from typing import NamedTuple

from trucewatch.reading.entity_words import Sort, entity_words
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reading.wordlists import word_list
from trucewatch.reference.entries import EntryKind
from trucewatch.values.spans import Span

_WIDEST = 5  # words of a phrase before its noun
_ENDINGS = (
    "ern",
    "al",
    "ese",
    "ish",
    "ian",
    "ic",
    "ary",
    "held",
    "based",
    "led",
    "most",
)
_ORDINAL = (["st"], ["nd"], ["rd"], ["th"])
_OPENING = frozenset('“”"„')
_OF = frozenset(("for", "of", "to"))
_FULL_NAME = 2  # words of a name that mostly is a person's: "Anna Roth"
_INITIAL = 2  # characters of "J." and the last piece of "U.S."


class Entity(NamedTuple):
    """One person, body or place where a text speaks of it.

    Attributes:
        first: Index of its first token.
        after: Index after its last token.
        span: Where it stands, without a possessive ending.
        sort: What it is.
        named: Whether it is called by a name.
    """

    first: int
    after: int
    span: Span
    sort: Sort
    named: bool


def is_called(tokens: Tokens, first: int, after: int) -> bool:
    """Say whether words that name a person name no office: "Dr. Roth", "the envoy"."""
    words, low = entity_words(), tokens.low
    last = low[after - 1]
    if last in words.titles or last in words.heads:
        return False
    return not any(
        low[i] in words.titles and low[i + 1] in _OF for i in range(first, after - 1)
    )


def find_entities(reading: Reading) -> tuple[Entity, ...]:
    """Return the entities of a reading, in the order of the text; none overlap."""
    finder = _Finder(reading)
    return tuple(
        entity for sentence in reading.sentences for entity in finder.find(sentence)
    )


class _Finder:
    """Finds the entities of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.tokens = reading, reading.tokens
        self.words, self.lexicon = entity_words(), lexicon()
        self.known = {name.first: name for name in reading.names}
        self.dates = frozenset(word_list("function_words")["time_nouns"])
        self.owners = self.words.heads.keys()  # "the mission's spokesman"
        self.surnames: set[str] = set()

    def find(self, sentence: Sentence) -> Iterator[Entity]:
        """Yield the entities of one sentence."""
        i = sentence.first
        while i < sentence.after:
            entity = self._entity_at(i, sentence)
            if entity is None:
                i += 1
                continue
            if entity.named and entity.sort is Sort.PERSON:
                self.surnames.add(self.tokens.text[entity.after - 1])
            yield entity
            i = entity.after

    def _entity_at(self, i: int, sentence: Sentence) -> Entity | None:
        low = self.tokens.low
        if low[i] in self.words.pronouns:
            if low[i] == "i" and self.tokens.text[i] != "I":
                return None
            return self._make(i, i + 1, self.words.pronouns[low[i]], named=False)
        at = i + 1 if low[i] in self.words.determiners else i
        if at >= sentence.after:
            return None
        return self._phrase(i, at, sentence)

    def _phrase(self, first: int, at: int, sentence: Sentence) -> Entity | None:
        """Read a phrase whose words begin at ``at``, its determiner at ``first``."""
        end, head, named = at, -1, False
        limit = min(sentence.after, at + 3 * _WIDEST)
        while end < limit:
            run = self._name_run(end, sentence)
            if run > end and head == end - 1 and not named and self._stands_alone(head):
                break  # "the terrorist group" and then its name
            if run > end:
                end, head, named = run, run - 1, True
                continue
            word = self.tokens.low[end]
            if word in self.words.heads and (head < 0 or self._goes_on(end)):
                head, end = end, end + 1
            elif self._modifies(end, sentence):
                end += 1
            else:
                break
        if head < 0:
            return None
        return self._classed(first, at, head + 1, sentence, named=named)

    def _stands_alone(self, head: int) -> bool:
        """Say whether a noun before a name is a phrase of its own, unlike a title."""
        return self.words.heads.get(self.tokens.low[head]) not in (None, Sort.PERSON)

    def _goes_on(self, i: int) -> bool:
        """Say whether a noun carries a phrase on: "Iraqi military officials"."""
        return i > 0 and self.tokens.low[i - 1] != ","

    def _modifies(self, i: int, sentence: Sentence) -> bool:
        word = self.tokens.low[i]
        if i + 1 >= sentence.after or not word[0].isalpha():
            return False
        if word in self.words.adjectives or word.removesuffix("'s") in self.owners:
            return True
        if word in self.lexicon.function_words or word in self.lexicon.acts:
            return False
        return word.endswith(_ENDINGS)

    def _name_run(self, i: int, sentence: Sentence) -> int:
        """Return the index after the capitalised name that begins at a token."""
        end = i
        if self._is_ordinal(i):
            end = i + 2  # "the 5th Fleet"
            if end >= sentence.after or not self._is_capital(end, sentence):
                return i
        elif not self._is_capital(i, sentence) and i not in self.known:
            return i
        while end < sentence.after:
            after = self._step(end, sentence, begun=end > i)
            if after == end:
                break
            end = after
        while end > i and not self.tokens.text[end - 1][0].isalnum():
            end -= 1
        return end

    def _step(self, i: int, sentence: Sentence, *, begun: bool) -> int:
        """Return the index after the next part of a name, or ``i`` where it ends."""
        known = self.known.get(i)
        if known is not None:
            return known.after
        if self._is_capital(i, sentence) or (begun and self._joins(i, sentence)):
            return i + 1
        return self._is_nickname(i, sentence) if begun else i

    def _is_ordinal(self, i: int) -> bool:
        """Say whether "5" and "th" stand here, glued together."""
        return (
            self.tokens.text[i].isdecimal()
            and self.tokens.low[i + 1 : i + 2] in _ORDINAL
            and self.tokens.start[i + 1] == self.tokens.end[i]
        )

    def _is_nickname(self, i: int, sentence: Sentence) -> int:
        """Return the index after a nickname in quotes inside a name, or ``i``."""
        text = self.tokens.text
        if text[i] not in _OPENING:
            return i
        for end in range(i + 2, min(i + _WIDEST, sentence.after - 1)):
            if text[end] in _OPENING:
                capital = text[i + 1][0].isupper() and text[end + 1][0].isupper()
                return end + 1 if capital else i
        return i

    def _is_capital(self, i: int, sentence: Sentence) -> bool:
        text, low = self.tokens.text[i], self.tokens.low[i]
        if not text[0].isupper() or low in self.dates:
            return False
        if i > sentence.first and self.tokens.text[i - 1] not in '“"‘:(':
            return low not in self.words.determiners and text != "I"
        if low in self.lexicon.function_words or low in self.words.determiners:
            return text.isupper() and len(text) > 1
        if (text.isupper() and len(text) > 1) or low in self.words.titles:
            return True
        behind = self.tokens.text[i + 1 : i + 2]
        return bool(behind) and (behind[0][0].isupper() or behind[0] in ".-")

    def _joins(self, i: int, sentence: Sentence) -> bool:
        """Say whether a token without a capital stands inside a name."""
        text, low = self.tokens.text[i], self.tokens.low[i]
        behind = self.tokens.text[i + 1] if i + 1 < sentence.after else ""
        if text == ".":
            return self._is_initial(i) and bool(behind) and behind[0].isalnum()
        if text in "-–&/" or low in self.words.joining:
            follows = behind[:1].isupper() or behind == "the"
            return follows and not (low == "for" and not self._is_office(i))
        if text[0].isdecimal():
            return behind[:1].isupper() or self.tokens.text[i - 1].isupper()
        return False

    def _is_office(self, i: int) -> bool:
        return any(low in self.words.titles for low in self.tokens.low[i - 1 : i])

    def _is_initial(self, i: int) -> bool:
        """Say whether a full stop abbreviates: "J.", "U.S.", "Gen."."""
        before = self.tokens.low[i - 1]
        short = len(before.split(".")[-1]) < _INITIAL
        return short or (before in self.words.titles and len(before) <= 2 * _INITIAL)

    def _classed(
        self, first: int, at: int, after: int, sentence: Sentence, *, named: bool
    ) -> Entity | None:
        sort = self._sort(at, after, named=named)
        if sort is None:
            return None
        if named and sort is Sort.PERSON and self._has_name(at, after):
            first = at  # "the" is no part of a person's name
        if named and sort is Sort.PLACE:
            after = self._with_land(after, sentence)
        return self._make(first, after, sort, named=named)

    def _sort(self, at: int, after: int, *, named: bool) -> Sort | None:
        low, words = self.tokens.low, self.words
        head = low[after - 1].removesuffix("'s")
        alone = [w for w in low[at:after] if w in words.titles]
        if named and alone and self._is_person(at, after):
            return Sort.PERSON
        known = self._known_sort(at, after)
        if known is not None:
            return known
        if head in words.heads:
            return words.heads[head]
        inner = [words.heads[w] for w in low[at:after] if w in words.heads]
        if not named:
            return inner[-1] if inner else None
        if inner:
            return inner[0]
        return self._unknown_sort(at, after)

    def _is_person(self, at: int, after: int) -> bool:
        """Say whether a name has a title before it or is an office."""
        low, heads = self.tokens.low, self.words.heads
        if not is_called(self.tokens, at, after) and self._is_office_of(at, after):
            return True  # "Minister for Trade"
        last = max(i for i in range(at, after) if low[i] in self.words.titles)
        if last + 1 == after:
            return low[last] not in self.words.never_alone or low[last] == "general"
        tail = [low[i].removesuffix("'s") for i in range(last + 1, after)]
        barred = any(heads.get(word) not in (None, Sort.PERSON) for word in tail)
        return any(word[0].isalpha() for word in tail) and not barred

    def _is_office_of(self, at: int, after: int) -> bool:
        low = self.tokens.low
        return any(
            low[i] in self.words.titles and low[i + 1] in _OF
            for i in range(at, after - 1)
        )

    def _has_name(self, at: int, after: int) -> bool:
        return is_called(self.tokens, at, after)

    def _known_sort(self, at: int, after: int) -> Sort | None:
        """Return what the theatre's name that ends a phrase is, if one does."""
        for i in range(at, after):
            name = self.known.get(i)
            if name is not None and name.after == after:
                return self._of(name, at)
        return None

    def _of(self, name: NameMention, at: int) -> Sort | None:
        for entry in name.entries:
            if entry.kind is EntryKind.SPEAKER and entry.sort == "person":
                return Sort.PERSON
        country = name.is_a(EntryKind.ACTOR) and name.is_a(EntryKind.PLACE)
        if name.is_a(EntryKind.PLACE):
            return Sort.BODY if country and not self._is_located(at) else Sort.PLACE
        if name.is_a(EntryKind.ACTOR) or name.is_a(EntryKind.SPEAKER):
            return Sort.BODY
        return None

    def _is_located(self, at: int) -> bool:
        """Say whether a country is where something is: "in Jordan and Iraq"."""
        low = self.tokens.low
        before = low[at - 1] if at else ""
        if before in ("the", "and", ",") and at > 1:
            before = low[at - 2] if before == "the" else before
        if before in self.words.locative:
            return True
        if before not in (",", "and"):
            return False
        names = [n for n in self.known.values() if n.after in (at - 1, at - 2)]
        return any(n.is_a(EntryKind.PLACE) and self._is_located(n.first) for n in names)

    def _unknown_sort(self, at: int, after: int) -> Sort | None:
        text = self.tokens.text
        words = [t for t in text[at:after] if t[0].isalpha()]
        if words and words[-1].removesuffix("'s") in self.surnames:
            return Sort.PERSON
        if len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
            return Sort.BODY
        if len(words) == _FULL_NAME and all(w.istitle() for w in words):
            return Sort.PERSON
        return Sort.PERSON if self._speaks(after) and len(words) > 1 else None

    def _speaks(self, after: int) -> bool:
        """Say whether somebody's age or word follows: ", 42, said"."""
        low = self.tokens.low[after : after + 3]
        aged = len(low) > 1 and low[0] == "," and low[1].isdecimal()
        return aged or low[:1] in (["said"], ["told"], ["says"], ["added"])

    def _with_land(self, after: int, sentence: Sentence) -> int:
        """Return the index after the land a place is said to be in: "Homs, Syria"."""
        if self.tokens.text[after : after + 1] == [","] and after + 1 < sentence.after:
            name = self.known.get(after + 1)
            if name is not None and name.is_a(EntryKind.PLACE):
                return name.after if name.is_a(EntryKind.ACTOR) else after
        return after

    def _make(self, first: int, after: int, sort: Sort, *, named: bool) -> Entity:
        tokens = self.tokens
        end = tokens.end[after - 1]
        if tokens.text[after - 1].endswith(("'s", "’s")):
            end -= 2
        if tokens.text[after : after + 1] == ["."] and "." in tokens.text[after - 1]:
            end += 1  # "the U.S."
        return Entity(first, after, Span(tokens.start[first], end), sort, named)
