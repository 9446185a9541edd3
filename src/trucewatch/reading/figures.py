"""Figures: every quantity a text gives, in units of general use, counted or measured.

The counts of a reading are what a monitor counts, in the units of its registers. The
figures are the same numbers and the rest (money, speeds, ages, shares, bare ones) in
the words of the text, both ends of "from 12 to 15 kHz" in one. Nothing is claimed from
them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from trucewatch.reading.counts import Count
from trucewatch.reading.lexicon import lexicon, singular_of
from trucewatch.reading.measures import (
    SHARE,
    TIME,
    Unit,
    money_before,
    rate_behind,
    unit_behind,
)
from trucewatch.reading.number_words import number_words
from trucewatch.reading.numbers import Number
from trucewatch.reading.numerals import NumberForm, Numerals
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeKind
from trucewatch.reading.tokens import Tokens
from trucewatch.values.spans import Span
from trucewatch.values.stances import Quantifier

# What a number does that gives no quantity.
_NAMING = frozenset(
    ("identifier", "ordinal", "list number", "year or serial", "clock", "name", "score")
)
_BESIDE = frozenset(("right", "glued", "of", "unknown", "demonym", "suffix", "part"))
_AGE, _TIMES = Unit("year of age", "age"), Unit("count", "count")
_BARE = Unit("", "bare")
_TELLING = frozenset((TimeKind.PERIOD, TimeKind.DATE, TimeKind.AGE))
_TO = frozenset(("to", "-", "–", "—"))
_LONGEST = 5  # words of a noun phrase behind a number
_APART = 3  # tokens between the unit of one end and what joins the other
_MINUS = frozenset(("minus", "-", "−", "–"))


class Figure(NamedTuple):
    """One quantity of a text.

    Attributes:
        span: Where its number stands, both numbers of a range.
        values: Its value, or both ends of a range or a change; the lower bound of
            "dozens".
        quantifier: How exactly it is meant.
        form: How its number is written.
        unit: The unit in the singular and what it goes by ("dollar per barrel"); its
            name is empty where the text gives none.
    """

    span: Span
    values: tuple[float, ...]
    quantifier: Quantifier
    form: NumberForm
    unit: Unit


class _Part(NamedTuple):
    """A figure with the tokens it stands on, before ranges are joined."""

    figure: Figure
    first: int
    after: int
    end: int  # index after its unit


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """Return the figures of a reading, in the order of the text."""
    parts = sorted(_parts(reading), key=lambda part: part.first)
    return tuple(part.figure for part in _joined(parts, reading.tokens))


def _parts(reading: Reading) -> Iterator[_Part]:
    for count in reading.counts:
        yield _part(reading.tokens, count.number, _counted(reading.tokens, count))
    for number in reading.unresolved:
        part = _part(reading.tokens, number, _BARE)
        if part.figure.unit.name or reading.tokens.low[number.core_first] != "one":
            yield part
    for number, reason in reading.named:
        if reason in _NAMING:
            continue
        unit = _AGE if reason == "age" else _BARE
        part = _part(reading.tokens, number, unit)
        if reason != "said again" or part.figure.unit != unit:
            yield part
    yield from _lengths(reading)


def _lengths(reading: Reading) -> Iterator[_Part]:
    """Yield what times hold: the two years of "over the past two years", and ages."""
    tokens = reading.tokens
    numerals = Numerals(reading.document.text, tokens, number_words())
    for time in reading.times:
        if time.kind not in _TELLING:
            continue
        at = tokens.at(time.span.start)
        while at < len(tokens) and tokens.start[at] < time.span.end:
            numeral = numerals.at(at)
            if numeral is None:
                at += 1
                continue
            unit, end = _AGE, numeral.after
            if time.kind is not TimeKind.AGE:
                unit, end = _written_behind(tokens, numeral.after) or (_BARE, end)
            if unit.kind in (TIME, _AGE.kind):
                figure = Figure(tokens.span(at, numeral.after), (numeral.value,),
                                Quantifier.EXACT, numeral.form, unit)  # fmt: skip
                yield _Part(figure, at, numeral.after, end)
            at = numeral.after


def _part(tokens: Tokens, number: Number, unit: Unit) -> _Part:
    """Return a figure with the unit beside it, else with the one it was given."""
    limit, end = len(tokens), number.after
    money = money_before(tokens, number.core_first)
    if money is not None:
        unit = money.unit
    elif number.glued is not None:
        unit = Unit(number.glued, "count")
    elif number.form is NumberForm.FRACTION:
        unit = Unit("percentage", SHARE)
    elif number.form is NumberForm.TIMES:
        unit = _TIMES
    else:
        written = _written_behind(tokens, number.after)
        if written is not None and unit is not _AGE:
            unit, end = written
        elif unit is _BARE:
            unit, end = _phrase(tokens, number.after)
    rate = rate_behind(tokens, max(end, number.after), limit)
    if rate is not None and unit.name:
        unit, end = Unit(f"{unit.name} per {rate[0]}", unit.kind), rate[1]
    figure = Figure(number.span, _values(tokens, number), number.quantifier,
                    number.form, unit)  # fmt: skip
    return _Part(figure, number.core_first, number.after, end)


def _written_behind(tokens: Tokens, at: int) -> tuple[Unit, int] | None:
    """Return the unit behind a number, or behind the second of "7- or 8-inch"."""
    written = unit_behind(tokens, at, len(tokens))
    if written is None and tokens.text[at : at + 1] == ["-"]:
        ahead = at + 1
        while tokens.low[ahead : ahead + 1] in ([","], ["or"], ["and"]):
            ahead += 1
        if ahead > at + 1 and ahead < len(tokens) and tokens.low[ahead][0].isdecimal():
            written = unit_behind(tokens, ahead + 1, len(tokens))
            return None if written is None else (written.unit, at + 1)
    return None if written is None else (written.unit, written.after)


def _values(tokens: Tokens, number: Number) -> tuple[float, ...]:
    value = number.value
    ends = (number.low, number.high) if value is None else (value, None)
    sign = -1.0 if _is_below_zero(tokens, number.core_first) else 1.0
    return tuple(sign * float(end) for end in ends if end is not None)


def _is_below_zero(tokens: Tokens, first: int) -> bool:
    """Say whether a minus stands before a number: "minus 5", "minus-5", "at −5"."""
    before = tokens.low[max(0, first - 2) : first]
    if before[-1:] == ["minus"] or before == ["minus", "-"]:
        return True
    if not before or before[-1] not in _MINUS:
        return False
    glued = tokens.end[first - 1] == tokens.start[first]
    return glued and first > 1 and tokens.end[first - 2] < tokens.start[first - 1]


def _counted(tokens: Tokens, count: Count) -> Unit:
    """Return what a count counts, in the words of the text where they stand by it."""
    number = count.number
    if count.noun is not None and count.noun.lemma == "time":
        return _TIMES
    if count.how in _BESIDE and count.after > number.after:
        words = tokens.low[number.after : count.after]
        name = _name(words)
        if name:
            return Unit(name, "count")
    lemma = count.noun.lemma if count.noun is not None else singular_of(count.unit)
    return Unit(lemma, "count")


def _name(words: list[str]) -> str:
    """Return a noun phrase in the singular, without the words that only bind it."""
    plain = [w for w in words if w[0].isalpha() and w not in lexicon().function_words]
    if not plain:
        return ""
    return " ".join((*plain[:-1], singular_of(plain[-1])))


def _phrase(tokens: Tokens, at: int) -> tuple[Unit, int]:
    """Return what seems to be counted by a number no noun of the lexicon follows."""
    words = lexicon()
    if tokens.text[at : at + 1] == ["-"] and tokens.end[at - 1] == tokens.start[at]:
        at += 1
    after = at
    while after < min(at + _LONGEST, len(tokens)):
        word = tokens.low[after]
        if not word.isalpha() or word in words.function_words or word in words.acts:
            break
        if word in number_words().change:
            break  # "16,369 up 58 points"
        after += 1
        if word.endswith("s"):
            break
    if after > at and not tokens.low[after - 1].endswith("s"):
        after = at + 1  # "a 12 page document"
    if after == at or tokens.low[at].endswith(("ing", "ed", "ly", "er")):
        return _BARE, at
    name = _name(tokens.low[at:after])
    return (_TIMES if name == "time" else Unit(name, "count")), after


def _joined(parts: list[_Part], tokens: Tokens) -> Iterator[_Part]:
    """Yield the parts, two ends of one range or one change as one."""
    held: _Part | None = None
    for part in parts:
        whole = None if held is None else _range(held, part, tokens)
        if held is not None and whole is None:
            yield held
        held = whole or part
    if held is not None:
        yield held


def _range(one: _Part, other: _Part, tokens: Tokens) -> _Part | None:
    """Join "from $160 to $180", "between 15 kHz and 17 kHz"; None where they do not."""
    units = one.figure.unit, other.figure.unit
    if len(one.figure.values) != 1 or len(other.figure.values) != 1:
        return None
    low, end = tokens.low, max(one.end, one.after)
    sign = money_before(tokens, other.first)
    link = (sign.first if sign is not None else other.first) - 1
    opening = money_before(tokens, one.first)
    lead = low[(opening.first if opening is not None else one.first) - 1]
    if link < one.after or link - end > _APART:
        return None
    if units[0].name and not f"{units[1].name} ".startswith(f"{units[0].name} "):
        return None  # "between $62 and $68 per share"
    joins = (
        (low[link] == "to" and lead == "from")
        or (link == end and low[link] == "and" and lead == "between")
        or (link == end and low[link] in _TO and units[0] != _BARE)
    )  # fmt: skip
    if not joins or any(low[i] in (",", ".", ";") for i in range(end, link)):
        return None
    figure = one.figure._replace(
        span=Span(one.figure.span.start, other.figure.span.end),
        values=one.figure.values + other.figure.values,
        unit=units[1],
    )
    return _Part(figure, one.first, other.after, other.end)
