"""Heads: the noun a number counts, to its right or in the label to its left."""

from functools import cache
from typing import NamedTuple

from trucewatch.reading.lexicon import Lexicon, Noun
from trucewatch.reading.number_words import number_words
from trucewatch.reading.tokens import Tokens
from trucewatch.reading.wordlists import word_list

REACH = 8  # tokens of a noun phrase looked through before its head is given up
_DESIGNATION = 4  # tokens of the name of a type: "BM-21V"
_RELATED = 14  # tokens before "related incidents" that say what they come of
_RELATING = frozenset(("related", "induced"))
_PIECES_OF = (["pieces", "of"], ["piece", "of"])
_INSIDE_RELATED = frozenset(("(", ")", "-", "&", "/"))
_QUOTES = frozenset('"”“»«')
_HYPHENS = frozenset("-‐‑")
_THEM = frozenset(
    ("them", "these", "those", "which", "whom", "it", "that", "us", "ours", "his")
)
_ARTICLES = frozenset(
    ("the", "its", "their", "his", "our", "all", "such", "those", "whose")
)


class Head(NamedTuple):
    """A counted noun found in the text.

    Attributes:
        noun: Its entry in the lexicon, or None for a noun the lexicon lacks.
        unit: The unit it counts in.
        first: Index of its first token.
        after: Index after its last token.
        how: How it was found: ``right``, ``glued``, ``of``, ``label``, ``unknown``.
    """

    noun: Noun | None
    unit: str
    first: int
    after: int
    how: str


def noun_ending_at(tokens: Tokens, lexicon: Lexicon, i: int) -> Noun | None:
    """Return the counted noun whose last word is token ``i``, compounds first."""
    word = tokens.low[i]
    for before, noun in lexicon.compounds.get(word, ()):
        start = i - len(before)
        if start >= 0 and tuple(tokens.low[start:i]) == before:
            return noun
    noun_of = lexicon.nouns.get(word)
    if noun_of is None and "-" in word:
        noun_of = lexicon.nouns.get(word.rsplit("-", 1)[1])
    return noun_of


def is_plural(word: str) -> bool:
    """Say whether an unknown word looks like a plural noun."""
    return (
        len(word) > 3  # noqa: PLR2004 - "was", "gas"
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
    )


def head_right(
    tokens: Tokens, lexicon: Lexicon, at: int, limit: int, *, one: bool
) -> Head | None:
    """Return the head of the noun phrase that begins at token ``at``.

    Args:
        tokens: The text's tokens.
        lexicon: The lexicon.
        at: Index of the token after the number.
        limit: Index after the last token of the sentence.
        one: Whether the number is one, so that a singular noun is expected.
    """
    if at < limit and tokens.text[at] in _QUOTES:
        at += 1  # "about a thousand" fighters
    if at >= limit:
        return None
    glued = at + 1 < limit and tokens.text[at] in _HYPHENS
    if glued and tokens.end[at - 1] == tokens.start[at]:
        noun = lexicon.nouns.get(tokens.low[at + 1].split("-")[0])
        if noun is not None:
            return Head(noun, noun.unit, at + 1, at + 2, "glued")
        at += 2
    if tokens.low[at : at + 2] == ["out", "of"]:
        return _head_after_of(tokens, lexicon, at + 2, limit)
    if tokens.low[at : at + 1] == ["of"]:
        return _head_after_of(tokens, lexicon, at + 1, limit)
    at = _past_calibre(tokens, at, limit)
    led = tokens.low[at : at + 1] == ["the"]  # "put at 35 the militant groups"
    begin = at + 1 if led else at
    head = _head_past(tokens, lexicon, begin, limit, one=one)
    if head is None or (led and (head.noun is None or "time" in head.noun.tags)):
        return None  # "up from 38 the day before"
    head = _pieces_of(tokens, lexicon, head, limit)
    return _said_again(tokens, lexicon, head, limit)


def _pieces_of(tokens: Tokens, lexicon: Lexicon, head: Head, limit: int) -> Head:
    """Read "300 pieces of clothing": a piece alone is one of weaponry."""
    if tokens.low[head.after - 1 : head.after + 1] not in _PIECES_OF:
        return head
    end = _phrase_end(tokens, lexicon, head.after + 1, limit)
    if not _weaponry().isdisjoint(tokens.low[head.after + 1 : end]):
        return head
    return Head(None, "pieces", head.first, head.after, "unknown")


@cache
def _weaponry() -> frozenset[str]:
    return frozenset(word_list("counting")["weaponry"])


def _head_past(
    tokens: Tokens, lexicon: Lexicon, at: int, limit: int, *, one: bool
) -> Head | None:
    """Return the head of a phrase, also where "and" or brackets stand before it."""
    head = _head_of_phrase(tokens, lexicon, at, limit, one=one)
    related = _related(tokens, lexicon, at, limit)
    if related is not None or one:
        return related or head
    return _of_joined(tokens, lexicon, at, limit, head) or head


def _related(tokens: Tokens, lexicon: Lexicon, at: int, limit: int) -> Head | None:
    """Read "six mine and dud (ERW) related incidents"."""
    low = tokens.low
    for i in range(at, min(at + _RELATED, limit - 1)):
        if low[i] in _RELATING:
            noun = noun_ending_at(tokens, lexicon, i + 1)
            if noun is None or "event" not in noun.tags:
                return None
            return Head(noun, noun.unit, i + 1, i + 2, "right")
        if not (low[i][0].isalpha() or low[i] in _INSIDE_RELATED):
            return None
    return None


def _of_joined(
    tokens: Tokens, lexicon: Lexicon, at: int, limit: int, head: Head | None
) -> Head | None:
    """Read "15 food and hygiene kits": one head of two words that go before it."""
    low = tokens.low
    if head is not None and (
        head.noun is None
        or low[head.after - 1] != head.noun.lemma.split()[-1]
        or head.noun.lemma.endswith("s")
    ):
        return None
    end = _phrase_end(tokens, lexicon, at, limit)
    if end == at or low[end : end + 1] != ["and"]:
        return None
    behind = _head_of_phrase(tokens, lexicon, end + 1, limit, one=False)
    if behind is None or behind.noun is None:
        return None
    if behind.first == end + 1 and behind.noun.words == 1:
        return None
    plural = low[behind.after - 1] != behind.noun.lemma.split()[-1]
    return behind if plural else None


def _past_calibre(tokens: Tokens, at: int, limit: int) -> int:
    """Return the index after a calibre: "14 120mm shells", "six 82-mm rounds"."""
    while at + 1 < limit and tokens.text[at][0].isdecimal():
        unit = at + 2 if tokens.low[at + 1] in _HYPHENS else at + 1
        if unit >= limit or tokens.low[unit] not in number_words().calibres:
            return at
        at = unit + 1
        if tokens.low[at : at + 1] in (["and"], ["or"]):
            at += 1  # "nine 155mm and 122mm rounds"
    return at


def _said_again(tokens: Tokens, lexicon: Lexicon, head: Head, limit: int) -> Head:
    """Read "six places (checkpoints)": the noun in brackets says which."""
    i = head.after
    if tokens.low[i : i + 1] != ["("] or head.noun is None:
        return head
    inner = _head_of_phrase(tokens, lexicon, i + 1, limit, one=False)
    if inner is None or inner.noun is None:
        return head
    if tokens.low[inner.after : inner.after + 1] != [")"] or inner.first > i + 3:
        return head
    return inner._replace(how="right")


def _head_after_of(
    tokens: Tokens, lexicon: Lexicon, at: int, limit: int
) -> Head | None:
    """Read "three of the villages"; "three of them" has no head of its own."""
    while at < limit and tokens.low[at] in _ARTICLES:
        at += 1
    if at >= limit or tokens.low[at] in _THEM:
        return None
    if tokens.low[at][0].isdecimal() and at + 1 < limit:
        at += 1  # "sixty of the 86 hospitals"
    head = _head_of_phrase(tokens, lexicon, at, limit, one=False)
    return None if head is None else head._replace(how="of")


def _head_of_phrase(  # noqa: C901 - one walk, read top to bottom
    tokens: Tokens, lexicon: Lexicon, at: int, limit: int, *, one: bool
) -> Head | None:
    low = tokens.low
    if low[at : at + 2] == ["per", "cent"]:
        return Head(lexicon.nouns["percent"], "percent", at, at + 2, "right")
    unknown: Head | None = None
    singular: Head | None = None
    end = _phrase_end(tokens, lexicon, at, limit)
    for i in range(at, end):
        if _is_designation(tokens, i):
            continue  # "three T-72 tanks"
        noun = noun_ending_at(tokens, lexicon, i)
        if noun is not None:
            goes_on = "transparent" not in noun.tags or low[i] == noun.lemma
            if goes_on and i + 1 < end and noun_ending_at(tokens, lexicon, i + 1):
                continue  # a compound goes on: "rebel group fighters"
            head = Head(noun, noun.unit, i - noun.words + 1, i + 1, "right")
            if one or low[i] != noun.lemma or noun.lemma.endswith("s"):
                return head
            singular = head  # "three village councils"
        elif is_plural(low[i]) and low[i] not in lexicon.acts:
            unknown = Head(None, low[i], i, i + 1, "unknown")
            if singular is not None:
                break
        elif (unknown is not None or singular is not None) and not (
            singular and i + 1 < end and _is_plural_noun(tokens, lexicon, i + 1)
        ):
            break  # not yet in "two ceasefire observation posts"
    return unknown or singular


def _is_plural_noun(tokens: Tokens, lexicon: Lexicon, i: int) -> bool:
    """Say whether a token is the plural of a noun the lexicon knows."""
    noun = noun_ending_at(tokens, lexicon, i)
    return noun is not None and tokens.low[i] != noun.lemma


def _phrase_end(tokens: Tokens, lexicon: Lexicon, at: int, limit: int) -> int:
    """Return the index of the first token that cannot stand in a noun phrase."""
    end = at
    while end < min(at + REACH, limit):
        word = tokens.low[end]
        if end > at and _goes_on(tokens, lexicon, end):
            end += 1
            continue
        if not (word[0].isalpha() or word == "%"):
            break
        if word in lexicon.function_words and not (
            _is_event(tokens, lexicon, end) or _is_inside(tokens, lexicon, end, limit)
        ):
            break
        end += 1
    return end


def _goes_on(tokens: Tokens, lexicon: Lexicon, i: int) -> bool:
    """Say whether a mark or figure belongs to a phrase: "sq. km", "U.N.", "T-72"."""
    before = tokens.low[i - 1]
    if tokens.text[i] == ".":
        return before in lexicon.dotted or "." in before
    if tokens.text[i] == ",":  # "20 foreign-backed, heavily armed fighters"
        return "-" in before and before.endswith(("ed", "held"))
    return _is_designation(tokens, i)


def _is_designation(tokens: Tokens, i: int) -> bool:
    """Say whether a token is of a type's name: "T", "-", "72" of "T-72", "TB", "2"."""
    starts, ends = tokens.start, tokens.end
    first, after = i, i + 1
    while first > max(i - _DESIGNATION, 0) and ends[first - 1] == starts[first]:
        first -= 1
    most = min(i + _DESIGNATION, len(tokens))
    while after < most and ends[after - 1] == starts[after]:
        after += 1
    if after - first == 1:  # nearly always
        return False
    parts = tokens.text[first:after]
    return (
        parts[0].isupper()
        and any(part[0].isdecimal() for part in parts)
        and all(part.isalnum() or part in _HYPHENS for part in parts)
    )


def _is_inside(tokens: Tokens, lexicon: Lexicon, i: int, limit: int) -> bool:
    """Say whether a phrase goes on after a word that mostly ends one: "five other"."""
    if tokens.low[i] not in lexicon.inner_words or i + 1 >= limit:
        return False
    behind = tokens.low[i + 1]
    return behind[0].isalpha() and (
        behind not in lexicon.function_words or behind in lexicon.inner_words
    )


def _is_event(tokens: Tokens, lexicon: Lexicon, i: int) -> bool:
    """Say whether a word that may be a verb is a noun: "one strike"."""
    noun = noun_ending_at(tokens, lexicon, i)
    return noun is not None and "event" in noun.tags


def head_in_label(
    tokens: Tokens, lexicon: Lexicon, start: int, at: int, *, measures: bool = False
) -> Head | None:
    """Return the head of the label before a colon or dash: "Breaches in the day: 8".

    Args:
        tokens: The text's tokens.
        lexicon: The lexicon.
        start: Index of the first token of the label.
        at: Index after its last token.
        measures: Whether a measure may be meant: "Aid delivered, tonnes".
    """
    best: Head | None = None
    barred = {"time", "transparent"} if measures else {"time", "measure", "transparent"}
    for i in range(start, at):
        noun = noun_ending_at(tokens, lexicon, i)
        if noun is None or noun.tags & barred:
            continue
        best = Head(noun, noun.unit, i - noun.words + 1, i + 1, "label")
        if i + 1 < at and noun_ending_at(tokens, lexicon, i + 1) is not None:
            continue
        return best
    return best
