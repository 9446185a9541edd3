"""How far a hedge reaches: the clause, the verb or the phrase it belongs to."""

from typing import NamedTuple

from trucewatch.reading.number_words import number_words
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.tokens import Tokens

COMMON = ("determiners", "prepositions", "auxiliaries", "subordinators", "adverbs")
_ENDS = frozenset({";", ":", "(", ")"})
_JOINTS = frozenset(
    {"but", "while", "whereas", "although", "though", "which", "who", "where", "when"}
)
_SUBORDINATORS = frozenset({"because", "before", "after", "since", "until", "as"})
_SAYING = frozenset({"said", "says", "say"})
_SUBJECT = 8  # tokens in which a subject meets its verb
_PHRASE_WORDS = 7  # longest noun phrase a phrase hedge reaches over


class Bounds(NamedTuple):
    """A sentence's tokens, with where clauses begin and end in it."""

    tokens: Tokens
    lo: int
    hi: int

    def ends_clause(self, index: int) -> bool:
        """Say whether a new clause begins at a token."""
        word = self.tokens.low[index]
        if word in _ENDS or word in {"–", "—"}:
            return True
        if word == ",":
            return self._comma_ends(index + 1)
        if word in _JOINTS:
            return word not in {"who", "which"}
        opens = word == "and" or word in _SUBORDINATORS
        return opens and self._has_subject(index + 1)

    def _comma_ends(self, after: int) -> bool:
        """Say whether what follows a comma is a clause of its own."""
        word = self.tokens.low[after] if after < self.hi else ""
        if word in _JOINTS or word in _SUBORDINATORS:
            return True
        if word in {"and", "or", "so", "nor"}:
            return self._has_subject(after + 1)
        return self._has_subject(after)

    def _has_subject(self, index: int) -> bool:
        """Say whether a subject with a finite verb begins at a token."""
        if index >= self.hi:
            return False
        closed = lexicon().words
        first = self.tokens.low[index]
        if first in closed["auxiliaries"] or first in closed["prepositions"]:
            return False
        named = (
            first in closed["determiners"]
            or first in closed["subject_pronouns"]
            or first[0].isdigit()
            or first in number_words().values
            or self.tokens.text[index][0].isupper()
        )
        for word in self.tokens.low[index + 1 : min(index + _SUBJECT, self.hi)]:
            if not named or not word[0].isalnum() or word in closed["relatives"]:
                return False
            if word in closed["auxiliaries"] or word in closed["common_verbs"]:
                return True
        return False

    def end(self, index: int) -> int:
        """Return where the clause of a token ends."""
        after = index + 1
        while after < self.hi and not self.ends_clause(after):
            after += 1
        return after

    def begin(self, index: int) -> int:
        """Return where the clause of a token begins."""
        start = index
        while start > self.lo and not self.ends_clause(start):
            start -= 1
        return start

    def first_comma(self, index: int) -> int:
        """Return where a leading clause ends: at its comma, or with the sentence."""
        low = self.tokens.low
        return next((i for i in range(index, self.hi) if low[i] == ","), self.hi)

    def subject(self, index: int) -> int:
        """Return where the subject of a verb begins; the verb itself if it shares one.

        In "forty lorries came and will leave" the plan is only the leaving.
        """
        closed = lexicon().words
        low = self.tokens.low
        start, comma = self.begin(index), None
        group = index
        while group > start and low[group - 1] in closed["auxiliaries"]:
            group -= 1
        for at in range(group - 1, start, -1):
            word = low[at]
            if word == ",":
                comma = comma or at
            if word == "that" or self._opens_speech(at):
                return at + 1
            shares = word in closed["common_verbs"] or word in closed["auxiliaries"]
            if shares or (word == "and" and low[at - 1].endswith("ed")):
                return index if comma is None else comma + 1
        return start

    def _opens_speech(self, at: int) -> bool:
        """Say whether what is said follows a verb at once: "said its convoy …"."""
        closed, after = lexicon().words, self.tokens.low[at + 1]
        begins = after in closed["determiners"] or after in closed["subject_pronouns"]
        return begins and self.tokens.low[at] in _SAYING

    def phrase_end(self, index: int) -> int:
        """Return where the noun phrase that holds a token ends."""
        closed = lexicon().words
        after = index
        while after < min(self.hi, index + _PHRASE_WORDS):
            word = self.tokens.low[after]
            if word in closed["auxiliaries"] or word in {
                ",",
                ".",
                ";",
                ":",
                ")",
                "and",
            }:
                break
            after += 1
        return max(after, index)


def reach(bounds: Bounds, scope: str, index: int, after: int) -> tuple[int, int]:
    """Return the first token a cue reaches, and the one after the last.

    Args:
        bounds: The sentence of the cue.
        scope: How the list of hedges says the cue reaches.
        index: The cue's first token.
        after: The token after its last.
    """
    match scope:
        case "right" | "opens":
            leads = scope == "opens" or index == bounds.lo
            end = bounds.first_comma(after) if leads else bounds.end(after - 1)
            return index, max(end, after)
        case "verb":
            start = index if _is_participle(bounds, index) else bounds.subject(index)
            return start, max(bounds.end(after - 1), after)
        case "zero":
            led = bounds.tokens.low[index - 1] in lexicon().words["prepositions"]
            start = max(bounds.begin(index), index - (2 if led else 1))
            return start, max(bounds.end(after - 1), after)
        case "phrase":
            return _phrase(bounds, index, after)
        case "whole":
            return bounds.lo, bounds.hi
        case _:
            return bounds.begin(index), max(bounds.end(after - 1), after)


def _is_participle(bounds: Bounds, index: int) -> bool:
    """Say whether a verb only qualifies the noun before it ("groups pledged to …")."""
    word = bounds.tokens.low[index]
    before = bounds.tokens.low[index - 1] if index > bounds.lo else ""
    return word.endswith(("ed", "ing")) and (
        before not in lexicon().words["auxiliaries"]
    )


def _phrase(bounds: Bounds, index: int, after: int) -> tuple[int, int]:
    """Return the noun phrase before or after a cue that belongs to a noun."""
    before = bounds.tokens.low[index - 1] if index > bounds.lo else ""
    closed = lexicon().words
    follows_noun = before.isalpha() and not any(
        before in closed[name] for name in (*COMMON, "coordinators")
    )
    if follows_noun and bounds.tokens.low[index].endswith(("ed", "en")):
        return max(bounds.begin(index), index - _PHRASE_WORDS), after
    start = index  # "ten planned patrols", "of ten planned, seven took place"
    while start > bounds.lo and is_figure(bounds.tokens.low[start - 1]):
        start -= 1
    return start, max(bounds.phrase_end(after), after)


def is_figure(word: str) -> bool:
    """Say whether a word is a number, in digits or written out."""
    return word[0].isdigit() or word.split("-", maxsplit=1)[0] in number_words().values
