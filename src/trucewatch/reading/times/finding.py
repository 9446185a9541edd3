"""Finds the time expressions of a text and resolves them in reading order."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from trucewatch.reading.times.anchoring import infer_anchor
from trucewatch.reading.times.context import direction_of, is_year, signal_of
from trucewatch.reading.times.expression import Relation, TimeExpression, TimeKind
from trucewatch.reading.times.frames import Found, Frame, Resolved
from trucewatch.reading.times.grammar import GRAMMAR, OTHER, PIECE, TELLING
from trucewatch.reading.times.lexicon import Lexicon, english
from trucewatch.reading.times.ranges import join_ranges
from trucewatch.reading.times.resolution import RESOLVERS
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.values.stances import TimeBasis

PARAGRAPH = "\n"  # class of a blank line
_DIGITS = "123456"


class Match(NamedTuple):
    """Where a rule matches: first piece, the piece after the last, the rule."""

    first: int
    after: int
    rule: str


def find_times(
    text: str, *, anchor: PartialDate | None, spans: Sequence[Span] | None = None
) -> tuple[TimeExpression, ...]:
    """Find the time expressions of a document and resolve them.

    Args:
        text: The document's whole text.
        anchor: Day the text is written from: publication or dateline. Without one,
            a day is inferred from full dates in the text, where there are any.
        spans: Stretches to look at, in order; None for the whole text.

    Returns:
        Expressions in order of the text, disjoint.
    """
    basis = TimeBasis.ANCHORED
    if anchor is None or not anchor.day:
        anchor, basis = infer_anchor(text), TimeBasis.INFERRED
    frame = Frame(None if anchor is None else anchor.first_day, basis)
    if spans is None:
        return tuple(_read(text, 0, frame))
    return tuple(
        found for span in spans for found in _read(span.of(text), span.start, frame)
    )


def _read(text: str, offset: int, frame: Frame) -> list[TimeExpression]:
    """Resolve the expressions of one stretch of text, in order."""
    lexicon = english()
    words = PIECE.findall(text)
    get = lexicon.codes.get
    codes = "".join([get(word, OTHER) for word in words])
    starts: list[int] = []
    result: list[TimeExpression] = []
    places: list[Match] = []
    frame.previous = None
    last = 0
    for match in _matches(codes):
        starts = starts or [0, *accumulate(map(len, words))]
        if PARAGRAPH in codes[last : match.first]:
            frame.previous = None
        last = match.after
        resolved = _resolve(match, words, codes, frame, lexicon)
        if resolved is None:
            continue
        span = Span(offset + starts[match.first], offset + starts[match.after])
        relation = Relation(lexicon.relations.get(frame.signal, "at"))
        places.append(match)
        result.append(
            _expression(
                text[span.start - offset : span.end - offset], span, resolved, relation
            )
        )
    return join_ranges(result, places, words, codes) if len(result) > 1 else result


def _matches(codes: str) -> Iterator[Match]:
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
            pattern = GRAMMAR.get(codes[at])
            match = pattern.match(codes, at, right + 2) if pattern else None
            if match is None or match.lastgroup is None or match.end() > right:
                at += 1
            elif codes[at] in _DIGITS and _glued(codes, at):
                at += 1
            else:
                at = match.end()
                yield Match(match.start(), at, match.lastgroup)
        done = right


def _stop(codes: str, place: int) -> int:
    """Return where the stretch of known pieces around ``place`` ends."""
    other = codes.find(OTHER, place)
    blank = codes.find(PARAGRAPH, place, None if other < 0 else other)
    return blank if blank >= 0 else other if other >= 0 else len(codes)


def _glued(codes: str, at: int) -> bool:
    """Say whether a number is part of a longer one, of a name or of a sum of money."""
    before = codes[max(at - 2, 0) : at]
    if before.endswith(OTHER):
        return True
    return len(before) > 1 and before[1] in ".,:/-" and before[0] in _DIGITS + OTHER


def _resolve(
    match: Match, words: list[str], codes: str, frame: Frame, lexicon: Lexicon
) -> Resolved | None:
    """Return what a match means, and keep it for the expressions that follow."""
    first, after, rule = match
    if rule == "year" and not is_year(words, codes, (first, after), lexicon):
        return None
    lower = [word.lower() for word in words[first:after]]
    found = Found(rule, lower, codes[first:after], lexicon.meanings)
    frame.signal = signal_of(words, codes, first, lexicon)
    frame.look = partial(direction_of, words, codes, (first, after), lexicon)
    resolved = RESOLVERS[rule](found, frame)
    if resolved is not None and resolved.days and resolved.kind is not TimeKind.PERIOD:
        frame.previous = resolved
        if rule == "quarter":
            frame.quarter = resolved.days.start
    return resolved


def _expression(
    text: str, span: Span, resolved: Resolved, relation: Relation
) -> TimeExpression:
    """Return the expression with its days as partial dates."""
    start = end = None
    if resolved.days is not None:
        (first, last), (from_minute, to_minute) = resolved.days, resolved.minutes
        start = PartialDate(first.year, first.month, first.day, from_minute)
        end = PartialDate(last.year, last.month, last.day, to_minute)
    return TimeExpression(
        span,
        text,
        resolved.kind,
        start,
        end,
        resolved.precision,
        resolved.basis,
        relation,
        resolved.length_days,
        resolved.value,
    )
