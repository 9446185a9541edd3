"""Noun phrases and verb groups around a cue word, found from word order alone."""

from dataclasses import dataclass
from functools import cached_property

from trucewatch.reading.quotes_lexicon import Lexicon
from trucewatch.reading.tokens import Tokens

Range = tuple[int, int]

QUOTE_MARKS = frozenset('"“”„‟«»‘`')
_LAYOUT = frozenset({".", "…", ";", ",", ":", "_", "•", "*", "-", "–", "—", "|"})
_ADJUNCT_OPENERS = frozenset(
    ("on", "in", "at", "during", "late", "early", "by", "via", "from")
)
_BOUNDS = frozenset({"least", "most"})
_DASHES = frozenset("-–—‒―")
_SHORT = 4  # letters of words like "only", "Lt", "Gen" that rules of endings miss
_MAX_PHRASE = 30  # tokens; a longer subject is a misreading
_NOT_FINITE = frozenset(
    {"united", "red", "armed", "allied", "so-called", "need", "seed"}
)


def is_word(token: str) -> bool:
    """Say whether a token begins with a letter or a digit."""
    return token[:1].isalnum()


@dataclass
class Clause:
    """The tokens a cue is read in: a sentence, or a quotation inside it.

    Attributes:
        tokens: The document's tokens.
        lo: Index of the first token.
        hi: Index after the last token.
        words: The word lists.
    """

    tokens: Tokens
    lo: int
    hi: int
    words: Lexicon

    def __post_init__(self) -> None:
        self.low = self.tokens.low
        # Index after the last token, final full stop and marks of layout left out.
        self.stop = self.hi
        while self.stop > self.lo and self.low[self.stop - 1] in _LAYOUT:
            self.stop -= 1
        closed = self.words.words
        self._auxiliaries = closed["auxiliaries"]
        self._adverbs = closed["adverbs"]
        self._determiners = closed["determiners"]
        self._possessives = closed["possessives"]
        self._prepositions = closed["prepositions"]
        self._coordinators = closed["coordinators"]
        self._breaks = closed["breaks"]
        self._stops = closed["phrase_stops"]
        self._pronouns = closed["subject_pronouns"]
        self._speaking = closed["sayers"]
        self._verbs = closed["common_verbs"]
        self._times = closed["time_nouns"]
        self._occasions = closed["occasions"]

    @cached_property
    def title_case(self) -> bool:
        """Whether most words begin with a capital, as in headlines."""
        words = [w for w in self.tokens.text[self.lo + 1 : self.hi] if w.isalpha()]
        return 2 * sum(w[0].isupper() for w in words) > len(words)

    def glued(self, index: int) -> bool:
        """Say whether a token touches the one before it."""
        return index > self.lo and (
            self.tokens.start[index] == self.tokens.end[index - 1]
        )

    def is_adverb(self, index: int) -> bool:
        """Say whether a token can stand inside a verb group as an adverb."""
        word = self.low[index]
        if word in self._adverbs:
            return True
        if word[-2:] != "ly" or len(word) <= _SHORT:
            return False
        return word[0] == self.tokens.text[index][0]

    def is_finite(self, index: int) -> bool:
        """Guess whether a token is a finite verb: listed, or a past tense in -ed."""
        word = self.low[index]
        if word not in self._stops and word[-2:] != "ed":
            return False
        upper = index > self.lo and self.tokens.text[index][0].isupper()
        if upper and not self.title_case:
            return False
        if word in self._auxiliaries or word in self._verbs:
            return True
        if upper:
            return False
        return (
            word.endswith("ed")
            and len(word) >= _SHORT  # "died", and no "red"
            and word not in _NOT_FINITE
            and not self._before_noun(index)
        )

    def _before_noun(self, index: int) -> bool:
        """Say whether an -ed word is an adjective: between a determiner and a noun."""
        if index == self.lo:
            return True
        before = self.low[index - 1]
        return (
            before in self._determiners
            or before in self._prepositions
            or before.endswith(("'s", "s'"))
        )

    def has_finite(self, start: int, end: int) -> bool:
        """Say whether a stretch holds something that looks like a finite verb."""
        return any(self.is_finite(index) for index in range(start, end))

    def _before_group(self, start: int) -> int:
        while start > self.lo and (
            self.low[start - 1] in self._auxiliaries or self.is_adverb(start - 1)
        ):
            start -= 1
        return start

    def verb_group(self, verb: int) -> int:
        """Return where the verb group that ends in ``verb`` begins."""
        start = self._before_group(verb)
        if start - 2 > self.lo and (
            self.low[start - 1] in self._times
            and self.low[start - 2] in {"by", "on", "in", "since"}
            and self.low[start - 3] in self._auxiliaries
        ):
            start = self._before_group(start - 2)  # "had by Sunday tallied"
        while start < verb and self.is_adverb(start) and self.low[start] != "not":
            if start > self.lo and self.low[start - 1] != ",":
                break  # "also said": the adverb belongs to the verb
            start += 1
        return start

    def phrase_before(self, last: int) -> Range | None:
        """Return the noun phrase that ends with token ``last``, or None."""
        lo = self.lo
        if self.low[last] in self._speaking:
            return last, last + 1
        index = last
        while index >= lo and last - index < _MAX_PHRASE:
            step = self._step_left(index, last, lo)
            if step == index:
                break
            index = step
        start = self._trim(index + 1, last + 1)
        if start > last or not is_word(self.low[start]):
            return None
        return start, last + 1

    def _step_left(self, index: int, last: int, lo: int) -> int:
        """Return the next index to look at, or ``index`` when the phrase ends here."""
        word = self.low[index]
        if word not in self._stops and word[0].isalnum() and word[-2:] != "ed":
            return index - 1  # most words: nothing below can hold
        if not is_word(word):
            return self._step_over_mark(index, lo)
        if word in self._pronouns and index != last and word not in self._determiners:
            return index
        if word in self._coordinators:
            joins = (
                word == "and"
                and not self.is_adverb(index + 1)
                and self._joins_names(index, lo)
            )
            return index - 1 if joins else index
        if word in self._breaks or (index != last and self.is_finite(index)):
            return index
        if word == "by" and self.low[index - 1][-2:] == "ed":
            return index  # "a statement issued by X"
        if word in self.words.verbs and index != last and self._is_report(index):
            return index
        return index - 1

    def _is_report(self, index: int) -> bool:
        """Say whether a listed verb form inside a phrase is a verb and no noun."""
        forms = {verb.form for verb in self.words.verbs[self.low[index]]}
        if self.tokens.text[index][0].isupper():
            return False
        if forms & {"past", "ing"}:
            return not self._before_noun(index)
        after = index + 1
        return (
            "s" in forms
            and after < self.hi
            and (
                self.tokens.text[after][0].isupper()
                or self.low[after] in self._determiners
            )
        )

    def _step_over_mark(self, index: int, lo: int) -> int:
        mark = self.low[index]
        if mark == ")":
            back = index
            while back > lo and self.low[back] != "(":
                back -= 1
            return back - 1 if self.low[back] == "(" else index
        if mark == "." and self.glued(index):
            short = len(self.low[index - 1]) <= _SHORT  # "Lt.", "Gen.", "U.S."
            return index - 1 if short else index
        hyphen = mark in _DASHES or mark in {"/", "&", "'", "’", "-"}
        if hyphen and (self.glued(index) or mark == "&"):
            return index - 1
        return index

    def _joins_names(self, index: int, lo: int) -> bool:
        """Say whether "and" joins two subjects rather than two clauses."""
        text = self.tokens.text
        if text[index - 1][0].isupper() and text[index + 1][0].isupper():
            return True
        begin = index - 1
        while begin > lo and is_word(self.low[begin - 1]):
            begin -= 1
        return index > lo and not self.has_finite(begin, index)

    def _trim(self, start: int, end: int) -> int:
        """Return where a phrase begins once a leading adjunct is cut off."""
        low = self.low
        while start < end and (
            not is_word(low[start])
            or (self.is_adverb(start) and low[start] not in self._determiners)
            or low[start] in self._coordinators
        ):
            start += 1
        for index in range(end - 1, start, -1):
            timed = low[index - 1] in self._times or low[index - 1].isdigit()
            if timed and low[index] in self._determiners:
                return index  # "at 4 a.m. on 27 November the command"
        if start < end and low[start] in self._prepositions and low[start] != "than":
            return self._after_adjunct(start, end)
        return start

    def _after_adjunct(self, start: int, end: int) -> int:
        """Return the start of the subject after "On Monday" or "In the capital"."""
        index = start + 1
        while index < end and self.low[index] in self._determiners:
            index += 1
        index += 1
        while index < end:
            word, before = self.low[index], self.low[index - 1]
            if word in self._determiners and before not in self._prepositions:
                return index
            timed = before in self._times or before.isdigit()
            if timed and word not in self._times and not word.isdigit():
                return index
            index += 1
        return end

    def phrase_after(self, first: int, ceiling: int | None = None) -> Range | None:
        """Return the noun phrase that begins at ``first``, with its appositions.

        Args:
            first: Its first token.
            ceiling: Index it must end before; the clause's end when None.
        """
        hi = self.stop if ceiling is None else min(ceiling, self.stop)
        if first >= hi or not is_word(self.low[first]):
            return None
        opening = self.low[first]
        if opening in self._prepositions or opening in {"that", "as", "when"}:
            return None
        if (
            self.low[first] in self._pronouns
            and self.low[first] not in self._determiners
        ):
            return first, first + 1
        index = first
        while index < hi and index - first < _MAX_PHRASE:
            if index > first and self._ends_phrase(index, hi):
                break
            index += 1
        while index > first and not is_word(self.low[index - 1]):
            if self.low[index - 1] in {")", "."}:
                break
            index -= 1
        return (first, index) if index > first else None

    def _ends_phrase(self, index: int, hi: int) -> bool:
        word = self.low[index]
        if word == ",":
            return not self._begins_apposition(index + 1, hi)
        if not is_word(word):
            return self._mark_ends_phrase(index, hi)
        if word in self._breaks or word in self._auxiliaries:
            return True
        if word in self._coordinators:
            return word != "and" or not self._names_follow(index, hi)
        if word in self._prepositions and word != "of":
            return self._adjunct_at(index, hi)
        if word in self._times and self.low[index - 1] not in self._prepositions:
            return True
        if word in self.words.verbs and self._is_report(index):
            return True
        return self.is_adverb(index) or (
            self.is_finite(index) and self.low[index - 1] not in self._prepositions
        )

    def _mark_ends_phrase(self, index: int, hi: int) -> bool:
        """Say whether a mark other than a comma ends a phrase: it may join words."""
        mark = self.low[index]
        if mark in _DASHES or mark in "/&'’":
            return not self.glued(index)
        return not (mark == "." and self.glued(index) and index + 1 < hi)

    def _names_follow(self, index: int, hi: int) -> bool:
        nxt = index + 1
        return nxt < hi and (
            self.tokens.text[nxt][0].isupper() or self.low[nxt] in self._determiners
        )

    def _adjunct_at(self, index: int, hi: int) -> bool:
        """Say whether a preposition begins a time or an occasion, not a modifier."""
        near = self.low[index + 1 : min(index + 5, hi)]
        return any(word in self._times or word in self._occasions for word in near) or (
            self.low[index] in {"after", "before", "during", "since", "until", "as"}
        )

    def _begins_apposition(self, index: int, hi: int) -> bool:
        if index >= hi:
            return False
        word = self.low[index]
        if word in self._possessives or word in {"this", "that", "these", "those"}:
            return False
        named = word in self._determiners
        end = index
        while end < hi and self.low[end] not in {",", ";", ":"}:
            if self.low[end] in QUOTE_MARKS or self.low[end] in self._breaks:
                return False
            end += 1
        lower_noun = self.tokens.text[index][0].islower() and word.isalpha()
        plain = lower_noun and not (
            word in self._prepositions
            or word in self._coordinators
            or word in self._breaks
            or word in self._pronouns
            or word.endswith("ing")
            or self.is_adverb(index)
        )
        name = self._is_name(index, end)
        return (named or plain or name) and not self.has_finite(index, end)

    def _is_name(self, index: int, end: int) -> bool:
        """Say whether a stretch is a person's name and nothing else."""
        words = self.tokens.text[index:end]
        return 1 < len(words) <= _SHORT and all(word[0].isupper() for word in words)

    def skip_adjuncts(self, index: int) -> int:
        """Return where the complement begins after adverbs, times and occasions."""
        while index < self.stop:
            word = self.low[index]
            if word == "there":
                return index
            behind = self.low[index + 1] if index + 1 < self.stop else ""
            if self.is_adverb(index) or word in self._times:
                index += 1
            elif word in {"this", "last", "that"} and behind in self._times:
                index += 2
            elif word in _ADJUNCT_OPENERS and behind and behind not in _BOUNDS:
                after = self._skip_adjunct(index)
                if after == index:
                    return index
                index = after
            else:
                return index
        return index

    def _skip_adjunct(self, index: int) -> int:
        """Skip one "on Monday", "in a statement", "at a news conference in Geneva"."""
        end = min(index + 12, self.stop)
        for at in range(index + 1, end):
            word = self.low[at]
            if word in {"that", ",", ":"} or word in QUOTE_MARKS:
                return at if at > index + 1 else index
            lower = self.tokens.text[at].islower()  # the month is no "may"
            if at > index + 6 or (lower and word in self._auxiliaries):
                return index
            if (word in self._times or word in self._occasions) and (
                at + 1 >= self.stop or self.low[at + 1] not in {"of", "conference"}
            ):
                after = at + 1
                while after < self.stop and (
                    self.low[after].isdigit()
                    or (self.low[after] == "." and self.glued(after))  # "Dec. 14"
                ):
                    after += 1
                return after
        rest = self.tokens.text[index + 1 : self.stop]
        named = len(rest) <= _SHORT and all(not word.islower() for word in rest)
        return self.stop if named else index  # "said in Port Lume"
