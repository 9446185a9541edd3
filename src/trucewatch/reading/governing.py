"""Which acts a count goes with: the nearest in its clause, by word order."""

from bisect import bisect_left
from collections.abc import Container
from typing import NamedTuple

from trucewatch.reading.acts import Act
from trucewatch.reading.counts import Count, unit_words
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens

# Costs of what stands between a count and an act, in tokens. Tuned together on half A
# of the development gold; after a change run `make evaluate`.
COMMA = 3
COORDINATION = 1  # "six soldiers and nine gunmen are killed"
OTHER_NUMBER = 4
CLAUSE = 9  # while, but, after; a dash or a semicolon
BEFORE = 1.0  # an act to the left costs its distance times this
FATE_REACH = 16  # further off, an act says nothing of the persons counted
TOO_FAR = 40

_CLAUSE_WORDS = frozenset(
    (
        "while",
        "but",
        "after",
        "before",
        "when",
        "although",
        "though",
        "because",
        "whereas",
        "said",
        "says",
        "told",
    )
)
# Inside a noun phrase these only tell which persons: "aid workers", "freed men".
_MODIFYING = frozenset(("AID", "TREAT", "FREE", "RETURN"))
_COUPLED = 2  # tokens between "seized" and "executed"
# One person by an article is counted for what befell him alone.
_SUFFERED = frozenset(("KILL", "FALL", "WOUND", "MISSING", "DETAIN"))
_CLAUSE_MARKS = frozenset((";", ":", "–", "—", "(", ")"))


class Governing(NamedTuple):
    """An act with its distance from a count; the smaller the nearer."""

    cost: float
    act: Act


def _step(tokens: Tokens, i: int, numbers: Container[int], step: int) -> float:
    """Return the cost of passing token ``i`` on the way to an act."""
    word = tokens.low[i]
    if word == ",":
        return COMMA
    if word in "()" and "s" in tokens.low[max(0, i - 1) : i + 2]:
        return 0.0  # "one person(s) were hurt"
    if (word in "()" or word.isdecimal()) and _is_repeat(tokens, i):
        return 0.0  # "six (06) boys"
    if word in _CLAUSE_MARKS or word in _CLAUSE_WORDS:
        return CLAUSE
    if i in numbers:
        coordinated = tokens.low[i - 1] in ("and", "or") or (
            step > 0 and tokens.low[i - 1] == ","
        )
        return COORDINATION if coordinated else OTHER_NUMBER
    return 1.0


def _is_repeat(tokens: Tokens, i: int) -> bool:
    """Say whether a token is of a figure in brackets: "(", "06" or ")"."""
    for at in (i - 1, i, i - 2):
        if tokens.low[max(at, 0) : at + 3 : 2] == ["(", ")"]:
            return tokens.low[at + 1].isdecimal()
    return False


def governing_acts(
    count: Count,
    sentence: Sentence,
    tokens: Tokens,
    acts: list[Act] | tuple[Act, ...],
    starts: list[int],
    numbers: Container[int],
) -> list[Governing]:
    """Return the acts of a count's sentence, the nearest first.

    Args:
        count: The count.
        sentence: Its sentence.
        tokens: The text's tokens.
        acts: All acts of the text, in order.
        starts: First token of each act, for bisection.
        numbers: First tokens of all numbers of the text.
    """
    low = bisect_left(starts, sentence.first)
    high = bisect_left(starts, sentence.after)
    if low == high:
        return []
    reach: dict[int, float] = {}
    cost = 0.0
    for i in range(count.after, sentence.after):
        reach[i] = cost
        cost += _step(tokens, i, numbers, 1)
    cost = 0.0
    if _is_new_clause(count, sentence, tokens, acts, starts):
        cost = 2.0 * CLAUSE
    for i in range(count.first - 1, sentence.first - 1, -1):
        reach[i] = cost * BEFORE
        cost += _step(tokens, i, numbers, -1)
    found = []
    for act in acts[low:high]:
        if count.number.first <= act.first < count.number.after:
            continue
        inside = count.first <= act.first < count.after
        distance = (
            0.0
            if inside
            else min(reach.get(act.first, TOO_FAR), reach.get(act.after - 1, TOO_FAR))
        )
        found.append(Governing(distance, act))
    found.sort(key=lambda g: g.cost)
    return found


def _is_new_clause(
    count: Count,
    sentence: Sentence,
    tokens: Tokens,
    acts: list[Act] | tuple[Act, ...],
    starts: list[int],
) -> bool:
    """Say whether "and" after an act leads in a count with an act of its own.

    "One man was martyred and two were wounded": the first act says nothing of the two.
    """
    at = count.first - 1
    if at <= sentence.first or tokens.low[at] not in ("and", "but"):
        return False
    if tokens.low[at - 1] == ",":
        at -= 1
    before = bisect_left(starts, at) - 1
    if before < 0 or acts[before].after != at:
        return False
    return before + 1 < len(acts) and acts[before + 1].first < sentence.after


def counted_unit(count: Count, governing: list[Governing]) -> str:
    """Return the unit of a count once it is known what befell those counted.

    Persons become killed, wounded, displaced … by the nearest act that says so; a unit
    that names a fate already (``killed``) stays.
    """
    words = unit_words()
    noun = count.noun
    fate = _befallen(count, governing)
    changes = words.by_act.get(count.unit if noun is None else noun.lemma) or (
        words.by_act.get(count.unit)
    )
    if changes is not None and fate == count.unit:
        return _changed(count.unit, changes, governing)
    return fate


def _befallen(count: Count, governing: list[Governing]) -> str:
    """Return what befell the persons counted, else the unit as it is."""
    words = unit_words()
    noun = count.noun
    if (
        noun is None
        or "person" not in noun.tags
        or count.unit in words.of_unit
        or count.how == "share"
    ):
        return count.unit
    table = words.fighters if "fighter" in noun.tags else words.persons
    if count.how == "article":
        table = {k: v for k, v in table.items() if k in _SUFFERED}
    if count.unit == "families":
        table = {k: v for k, v in table.items() if k in ("KILL", "WOUND")}
    for near in governing:
        if near.cost > FATE_REACH:
            break
        fate = _fate(near, count, table)
        if fate is not None:
            return _worse(fate, near.act, governing)
    return count.unit


def _worse(fate: str, act: Act, governing: list[Governing]) -> str:
    """Return what befell persons in the end: "were seized and executed"."""
    words = unit_words()
    if fate != words.persons["DETAIN"]:
        return fate
    for near in governing:
        follows = 0 < near.act.first - act.after <= _COUPLED
        if follows and "KILL" in near.act.classes:
            return words.persons["KILL"]
    return fate


def _fate(near: Governing, count: Count, table: dict[str, str]) -> str | None:
    """Return what an act makes of the persons counted, if it does anything to them."""
    inside = count.first <= near.act.first < count.after
    for name in near.act.classes:
        if name not in table or (inside and name in _MODIFYING):
            continue
        if name != "FALL" or near.cost <= 1:
            return table[name]
    return None


def _changed(unit: str, changes: dict[str, str], governing: list[Governing]) -> str:
    for near in governing:
        if near.cost > FATE_REACH:
            break
        for name in near.act.classes:
            if name in changes:
                return changes[name]
    return unit
