"""Whether a clause states something a monitor would keep, and of which type: weighed.

Two tables of weights learned from gold in which every statement was annotated
(`tools/train_statements.py`, decision 78). The first has one weight for each sign,
word and figure of a clause and says whether it is kept; the second, asked only about
kept clauses, says what it states.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import NamedTuple

from trucewatch.claims.scoring import Said, Scorer, names_of, scorer
from trucewatch.claims.statement_signs import has_sign, signs_of
from trucewatch.reading.acts import Act
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.sentences import Form
from trucewatch.reading.tokens import Tokens

NOTHING = "nothing"  # the class of either table that weighs nothing
# Hundredths of natural logarithms of odds; tried on parts of the gold, each with what
# the others had taught.
RULED_LEAST = -150  # for a clause in which the rules have found a statement
FREE_LEAST = -40  # for any other
SURE = 90  # from which on more than one type of the rules may stay
MARGIN = 3.0  # by which another type must beat the one the rules have found
MOST = 3  # types of the rules that one clause keeps
SECOND_LEAST = -3.0  # what a clause's second type must weigh
# A clause with a clear type states it more often: hundredths for each unit of what its
# likeliest type weighs above what unclear ones do, and at most.
CLEAR, UNCLEAR, CLEAREST = 8, -5.0, 60
_LENGTHS = (2, 4, 8, 16)
_SUFFIXES = ("ing", "edly", "ed", "es", "s", "ly")
_STEM = 4  # letters that a word keeps at least
_NEVER = -99.0  # of a type the gold has never seen
_MOST = 3  # figures, and places of clauses, told apart


class Clause(NamedTuple):
    """What decides whether a clause states something, and what.

    Attributes:
        words: Its words, with ``#`` for figures and ``Name`` for names.
        signs: Classes of its words, each with the word's index.
        acts: Acts named in it.
        counted: Claim types of its own figures.
        beside: Claim types of the figures of its whole sentence.
        form: What the sentence's line looks like.
        periodic: Whether the document reports a period (a bulletin).
        at: Which clause of its sentence it is, from 0.
        many: How many clauses the sentence has.
    """

    words: tuple[str, ...]
    signs: tuple[tuple[int, str], ...]
    acts: tuple[Act, ...]
    counted: tuple[str, ...]
    beside: Collection[str]
    form: Form
    periodic: bool
    at: int
    many: int


def plain_words(tokens: Tokens, first: int, after: int, *, opens: bool) -> list[str]:
    """Return the words of a clause without its names and figures.

    Args:
        tokens: The text's tokens.
        first: Index of its first token.
        after: Index after its last token.
        opens: Whether it opens its sentence, where a capital says nothing.
    """
    found = []
    for i in range(first, after):
        text = tokens.text[i]
        if text[0].isdigit():
            found.append("#")
        elif text[0].isupper() and not (
            opens and i == first and _is_common(tokens.low[i])
        ):
            found.append("Name")
        elif text[0].isalnum():
            found.append(tokens.low[i])
    return found


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word


def _is_common(word: str) -> bool:
    """Say whether a word is known to be none of a name's."""
    words = lexicon()
    return (
        word in words.function_words
        or word in words.acts
        or word in words.nouns
        or has_sign(word)
    )


def wording_features(clause: Clause) -> list[str]:
    """Return what both tables weigh: words, signs, acts and the clause's place."""
    return [*_features_of_place(clause), *names_of(_said_in(clause))]


def _features_of_place(clause: Clause) -> list[str]:
    words = clause.words
    long = next((str(most) for most in _LENGTHS if len(words) <= most), "more")
    found = ["always", f"form={clause.form.value}", f"len={long}"]
    found += [f"of={min(clause.many, _MOST + 1)}", f"at={min(clause.at, _MOST)}"]
    found.append(f"periodic={clause.periodic}")
    if words:
        found += [f"first={words[0]}", f"last={words[-1]}"]
    return found


def _said_in(clause: Clause) -> tuple[Said, ...]:
    return (
        ("w=", set(map(_stem, clause.words))),
        ("sign=", {name for _, name in clause.signs}),
        ("act=", {name for act in clause.acts for name in act.classes}),
    )


def counted_features(clause: Clause) -> list[str]:
    """Return what only the first table weighs: what figures claim already."""
    found = [f"figures={min(len(clause.counted), _MOST)}"]
    found += {f"counted={kind}" for kind in clause.counted}
    found += {f"beside={kind}" for kind in clause.beside}
    return found


class Tables(NamedTuple):
    """The weights: whether a clause is kept, and what it states."""

    kept: Scorer
    kinds: Scorer


@cache
def tables() -> Tables:
    """Return the tables of this package."""
    return Tables(scorer("statement_weights.tsv"), scorer("statement_kind_weights.tsv"))


def kinds_of(
    clause: Clause, ruled: Collection[str], by: Tables | None = None
) -> list[str]:
    """Return the claim types that a clause states, the likeliest first.

    Args:
        clause: The clause.
        ruled: The types that the rules have found in it.
        by: The weights, if not those of this package.
    """
    if not clause.signs and not ruled:
        return []
    chance, table = by or tables()
    place, said = _features_of_place(clause), _said_in(clause)
    kept = chance.total(place) + chance.total_said(said)
    kept += chance.total(counted_features(clause))
    least = RULED_LEAST if ruled else FREE_LEAST
    if kept < least - CLEAREST:
        return []
    weights = table.margins(table.weigh(place) + table.weigh_said(said), NOTHING)
    ranked = sorted(weights, key=lambda kind: (-weights[kind], kind))
    if not ruled:
        clear = CLEAR * (weights[ranked[0]] - UNCLEAR)
        least -= round(min(clear, CLEAREST))
    if kept < least:
        return []
    best = max(ruled, key=lambda kind: (weights.get(kind, _NEVER), kind), default=None)
    if best is None or weights[ranked[0]] - weights.get(best, _NEVER) > MARGIN:
        best = ranked[0]
    also = [kind for kind in ruled if kept >= SURE and kind != best]
    also.sort(key=lambda kind: (-weights.get(kind, _NEVER), kind))
    found = [best, *also[: MOST - 1]]
    second = next(kind for kind in ranked if kind != best)
    if weights[second] > SECOND_LEAST and second not in found:
        found.append(second)
    return found


def best_sign(clause: Clause, kind: str) -> int:
    """Return the index of the word whose classes speak most for a type."""
    table = tables().kinds
    at = table.classes.index(kind)
    weights = table.weights
    none = (0.0,) * len(table.classes)
    return max(
        clause.signs,
        key=lambda sign: (weights.get(f"sign={sign[1]}", none)[at], -sign[0]),
    )[0]


def reasons_for(clause: Clause, kind: str) -> tuple[str, ...]:
    """Return the strongest features behind a clause's type, the strongest first."""
    return tables().kinds.reasons(wording_features(clause), kind)


def clause_of(  # noqa: PLR0913 - what a clause is made of
    tokens: Tokens, first: int, after: int, *, acts: tuple[Act, ...],
    counted: tuple[str, ...], beside: Collection[str], form: Form, periodic: bool,
    at: int, many: int,
) -> Clause:  # fmt: skip
    """Return what decides about the clause between two tokens."""
    return Clause(
        tuple(plain_words(tokens, first, after, opens=at == 0)),
        tuple(signs_of(tokens.low, first, after)),
        acts, counted, beside, form, periodic, at, many,
    )  # fmt: skip
