"""Units of measure and money beside a figure: "87 mph", "US$62 a share", "1,200 €"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from trucewatch.reading.lexicon import plural_of
from trucewatch.reading.tokens import Tokens, tokenise
from trucewatch.reading.wordlists import word_list

MONEY, SHARE, TIME, LENGTH = "money", "share", "time", "length"
_HYPHENS = frozenset("-‐‑")
_PER = frozenset(("per", "/"))
_EACH = frozenset(("a", "an", "each", "every"))
_GLUED = 2  # letters a sign has before white space may follow: "HK $3", not "A $3"

Form = tuple[str, ...]


class Unit(NamedTuple):
    """A unit of measure.

    Attributes:
        name: In the singular: "mile per hour", "dollar".
        kind: What it measures: length, speed, money, share, time, …
    """

    name: str
    kind: str


class Written(NamedTuple):
    """A unit where a text writes it.

    Attributes:
        unit: The unit.
        first: Index of its first token.
        after: Index after its last token.
    """

    unit: Unit
    first: int
    after: int


Forms = Mapping[str, tuple[tuple[Form, Unit], ...]]


@dataclass(frozen=True, slots=True)
class Measures:
    """What ``english/measures.tsv`` and ``english/currencies.tsv`` say.

    Attributes:
        behind: First token, in lower case, to the forms behind a figure, longest first.
        codes: Codes of currencies, as written, to currencies.
        before: Last token, as written, to the signs before a figure, longest first.
        kinds: What units measure: length, speed, money, …
        shared_out: What "a" and "each" share out, beside units: "$62 a share".
    """

    behind: Forms
    codes: Mapping[str, Unit]
    before: Forms
    kinds: frozenset[str]
    shared_out: frozenset[str]


def _rows(name: str) -> list[list[str]]:
    path = resources.files("trucewatch.reading") / "english" / name
    lines = path.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def _written(item: str) -> Iterable[Form]:
    """Yield the singular and the plural of one form of the table, as tokens."""
    form, slash, plural = item.rpartition("/")
    forms = (form, plural) if slash else (item, plural_of(item))
    for one in forms:
        if one:
            yield tuple(tokenise(one.replace("_", " ")).low)


def _longest_first(
    pairs: Iterable[tuple[Form, Unit]], *, by: int
) -> dict[str, tuple[tuple[Form, Unit], ...]]:
    found: dict[str, dict[Form, Unit]] = {}
    for form, unit in pairs:
        found.setdefault(form[by], {}).setdefault(form, unit)
    return {
        key: tuple(sorted(forms.items(), key=lambda pair: -len(pair[0])))
        for key, forms in found.items()
    }


@cache
def measures() -> Measures:
    """Return the units of measure and money; read from the package on first use."""
    behind: list[tuple[Form, Unit]] = []
    before: list[tuple[Form, Unit]] = []
    codes: dict[str, Unit] = {}
    for name, kind, forms, _source in _rows("measures.tsv"):
        unit = Unit(name, kind)
        behind += [(form, unit) for item in forms.split() for form in _written(item)]
    for name, code, signs, words, _source in _rows("currencies.tsv"):
        unit = Unit(name, MONEY)
        behind += [(form, unit) for item in words.split() for form in _written(item)]
        if code != "-":
            codes[code] = unit
            before.append(((code,), unit))
        if signs != "-":
            before += [(tuple(tokenise(s).text), unit) for s in signs.split()]
    return Measures(
        _longest_first(behind, by=0),
        codes,
        _longest_first(before, by=-1),
        frozenset(unit.kind for _, unit in behind),
        frozenset(word_list("numbers")["shared_out"]),
    )


def money_before(tokens: Tokens, at: int) -> Written | None:
    """Return the sign or code of money that ends right before token ``at``."""
    if not at:
        return None
    for form, unit in measures().before.get(tokens.text[at - 1], ()):
        first = at - len(form)
        if first < 0 or tuple(tokens.text[first:at]) != form:
            continue
        glued = tokens.end[first] == tokens.start[first + 1]
        if len(form) == 1 or glued or len(form[0]) >= _GLUED:
            return Written(unit, first, at)
    return None


def unit_behind(tokens: Tokens, at: int, limit: int) -> Written | None:
    """Return the unit that begins at token ``at``, right behind a figure.

    Args:
        tokens: The text's tokens.
        at: Index of the token after the figure.
        limit: Index after the last token of the sentence.
    """
    if at >= limit:
        return None
    table, low = measures(), tokens.low
    code = table.codes.get(tokens.text[at])
    if code is not None:
        return Written(code, at, at + 1)
    for form, unit in table.behind.get(low[at], ()):
        after = at + len(form)
        if after <= limit and tuple(low[at:after]) == form and _ends(tokens, at, after):
            return Written(unit, at, after)
    if low[at] in _HYPHENS and tokens.end[at - 1] == tokens.start[at]:
        return unit_behind(tokens, at + 1, limit)  # "8-inch"
    head, hyphen, _rest = low[at].partition("-")
    for form, unit in table.behind.get(head, ()) if hyphen else ():
        if len(form) == 1:
            return Written(unit, at, at + 1)  # "percent-owned", "mile-long"
    return None


def _ends(tokens: Tokens, at: int, after: int) -> bool:
    """Say whether letters are a symbol: no initial, no "p.m.", no "T-72" or "TB2"."""
    if after - at > 1 or len(tokens.low[at]) > _GLUED or after >= len(tokens):
        return True
    if tokens.start[after] > tokens.end[at] or not tokens.low[at].isalpha():
        return True
    mark = tokens.text[after]
    dotted = mark == "." and len(tokens.low[at]) == 1
    return not (dotted or mark in _HYPHENS or mark[0].isdecimal())


def rate_behind(tokens: Tokens, at: int, limit: int) -> tuple[str, int] | None:
    """Return what a unit goes by ("per hour", "a barrel"), and where that ends.

    Args:
        tokens: The text's tokens.
        at: Index of the token after the unit; the token before may hold the rate
            itself ("barrel-a-day").
        limit: Index after the last token of the sentence.

    Returns:
        The name of the thing it goes by in the singular, and the index after it.
    """
    low = tokens.low
    parts = low[at - 1].split("-") if at else []
    if len(parts) > _GLUED and parts[-2] in _PER | _EACH:
        return parts[-1], at
    if at + 1 >= limit or low[at] not in _PER | _EACH:
        return None
    written = unit_behind(tokens, at + 1, limit)
    if written is not None and written.first == at + 1:
        return written.unit.name, written.after
    word = low[at + 1]
    if word.isalpha() and (low[at] == "per" or word in measures().shared_out):
        return word, at + 2
    return None
