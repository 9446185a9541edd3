"""Cuts a text into pieces and finds where the grammar matches."""

from collections.abc import Iterator
from itertools import accumulate, repeat
from typing import NamedTuple

from trucewatch.reading.times.grammar import OTHER, PIECE, TELLING, rules_from
from trucewatch.reading.times.lexicon import Lexicon, english

PARAGRAPH = "\n"  # class of a blank line
_DIGITS = "123456"
# What follows a verb "to last": a number, "a month", "for", "until", any other word.
_LENGTHS = frozenset((*_DIGITS, *"wavfiT", OTHER))


class Pieces(NamedTuple):
    """A text cut up: its pieces, and one letter for the class of each."""

    words: list[str]
    codes: str

    def starts(self) -> list[int]:
        """Return where each piece begins, and where the last one ends."""
        return [0, *accumulate(map(len, self.words))]


class Match(NamedTuple):
    """Where a rule matches: first piece, the piece after the last, the rule."""

    first: int
    after: int
    rule: str


def cut(text: str, lexicon: Lexicon | None = None) -> Pieces:
    """Cut a text into pieces; joined again they are the text."""
    lexicon = lexicon or english()
    words = PIECE.findall(text)
    codes = "".join(map(lexicon.codes.get, words, repeat(OTHER)))
    for at in _lasting(words, codes, lexicon):  # "will last 11 hours" are hours to come
        codes = f"{codes[:at]}{OTHER}{codes[at + 1 :]}"
    return Pieces(words, codes)


def _lasting(words: list[str], codes: str, lexicon: Lexicon) -> Iterator[int]:
    """Yield where "last" is a verb: after a modal, or between "to" and a length."""
    at = -1
    for _ in range(words.count("last")):
        at = words.index("last", at + 1)
        before = words[at - 2] if at > 1 else ""
        before = "" if before == "May" else before.lower()  # "3 May last year"
        length = codes[at + 2 : at + 3] in _LENGTHS
        if before in lexicon.groups["lasting"] or (before == "to" and length):
            yield at


def matches(codes: str) -> Iterator[Match]:
    """Yield where the grammar matches, around the classes that tell of a time."""
    done = 0
    for telling in TELLING.finditer(codes):
        place = telling.start()
        if place < done:
            continue
        left = max(codes.rfind(OTHER, done, place), codes.rfind(PARAGRAPH, done, place))
        right = _stop(codes, place)
        at = max(left + 1, done)
        while at < right:
            pattern = rules_from(codes[at])
            match = pattern.match(codes, at, right + 2) if pattern else None
            if match is None or not _sound(codes, at, match.end(), right):
                at += 1
                continue
            yield Match(at, _trimmed(codes, match.end()), match.lastgroup or "")
            at = match.end()
        done = right


def _stop(codes: str, place: int) -> int:
    """Return where the stretch of known pieces around ``place`` ends."""
    other = codes.find(OTHER, place)
    blank = codes.find(PARAGRAPH, place, len(codes) if other < 0 else other)
    if blank >= 0:
        return blank
    return other if other >= 0 else len(codes)


def _sound(codes: str, at: int, end: int, right: int) -> bool:
    """Say whether a match keeps to its stretch and cuts no number in two."""
    return end <= right and not (codes[at] in _DIGITS and _glued(codes, at))


def _glued(codes: str, at: int) -> bool:
    """Say whether a number is part of a longer one, of a name or of a sum of money."""
    before = codes[max(at - 2, 0) : at]
    if before.endswith(OTHER):
        return True
    return len(before) > 1 and before[1] in ".,:/-" and before[0] in _DIGITS + OTHER


def _trimmed(codes: str, after: int) -> int:
    """Leave out a full stop that ends the expression: it may end the sentence."""
    return after - 1 if codes[after - 1] == "." else after
