"""The reading: all that is seen in one document, without opinion about ceasefires."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.documents.document import Document
from trucewatch.reading.acts import Act, find_acts
from trucewatch.reading.counts import Count, CountFinder
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import NameMention, find_names
from trucewatch.reading.numbers import Number, find_numbers
from trucewatch.reading.quotes import (
    Frame,
    Quotation,
    find_frames,
    find_quotations,
)
from trucewatch.reading.sentences import Sentence, find_sentences
from trucewatch.reading.times import (
    Pieces,
    TimeExpression,
    TimeKind,
    covered_until,
    cut,
    find_times,
    infer_anchor,
)
from trucewatch.reading.tokens import Tokens, tokenise
from trucewatch.reference.theatre import Theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter|@)\S+")
_COUNTABLE = frozenset((TimeKind.DURATION, TimeKind.SET, TimeKind.REFERENCE))


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read.

    Attributes:
        document: The document.
        theatre: What was known beforehand.
        tokens: Its tokens.
        sentences: Its sentences, furniture left out.
        times: Time expressions, in order.
        names: Names the theatre knows, in order.
        acts: Words that name acts, in order.
        counts: Numbers with what they count, in order.
        unresolved: Numbers of the body that count nothing the reader knows.
        named: Numbers that name or measure instead of counting, with what they do.
        quotations: Quoted words, in order.
        frames: Reporting frames: who says what.
        anchor: The day the text speaks from: its dateline's, else its publication's.
        inferred: Whether that day was inferred from the text's own full dates.
    """

    document: Document
    theatre: Theatre
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    times: tuple[TimeExpression, ...]
    names: tuple[NameMention, ...]
    acts: tuple[Act, ...]
    counts: tuple[Count, ...]
    unresolved: tuple[Number, ...]
    named: tuple[tuple[Number, str], ...]
    quotations: tuple[Quotation, ...]
    frames: tuple[Frame, ...]
    anchor: PartialDate | None
    inferred: bool


def _masked(
    document: Document, times: tuple[TimeExpression, ...], names: list[NameMention]
) -> list[Span]:
    """Return the stretches whose figures count nothing: dates, addresses, names."""
    spans = [time.span for time in times if time.kind not in _COUNTABLE]
    spans += [n.span for n in names]
    spans += [Span(*m.span()) for m in _ADDRESS.finditer(document.text)]
    spans += [mark.span for mark in document.furniture]
    return sorted(spans)


def reporting_day(
    document: Document, pieces: Pieces | None = None
) -> tuple[PartialDate | None, bool]:
    """Return the day a document speaks from, and whether it had to be inferred.

    A bulletin "as of 6 May" published on 7 May speaks from the 6th, and a report
    headed "September 2020" from the last day of that month.

    Args:
        document: The document.
        pieces: Its text as the grammar of times cuts it up, where that is done already.
    """
    dateline, published = document.dateline, document.published
    told = None if dateline is None else dateline.day
    if told is not None and told.day and not _is_of_the_past(told, published):
        return told, False
    if published is not None:
        return covered_until(document.text, published) or published, False
    return infer_anchor(document.text, pieces), True


_OLD = 100  # days; a line at the head that is older dates what the text is about


def _is_of_the_past(told: PartialDate, published: PartialDate | None) -> bool:
    """Say whether a head ("The accord of 6 May: eight months on") is no dateline."""
    if published is None:
        return False
    return (published.last_day - told.first_day).days > _OLD


def read(document: Document, theatre: Theatre) -> Reading:
    """Read one document: a pure function of the document and the theatre."""
    text, words = document.text, lexicon()
    tokens = tokenise(text)
    body = tuple(mark.span for mark in document.furniture)
    sentences = find_sentences(text, tokens, body)
    pieces = cut(text)
    anchor, inferred = reporting_day(document, pieces)
    times = find_times(text, anchor=anchor, pieces=pieces)
    del pieces  # of a long document they are a third of what is held
    names = find_names(text, tokens, theatre, words)
    acts = find_acts(tokens, words)
    numbers = find_numbers(text, tokens, _masked(document, times, names))
    found = CountFinder(text, tokens, sentences, acts, words).find(numbers)
    quotations = find_quotations(text, list(_lines(text, sentences)))
    frames = find_frames(text, tokens, sentences, quotations)
    return Reading(
        document,
        theatre,
        tokens,
        sentences,
        times,
        tuple(names),
        tuple(acts),
        found.counts,
        found.left,
        found.named,
        quotations,
        frames,
        anchor,
        inferred,
    )


def _lines(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Yield the lines that sentences stand on: one quotation may be several of them."""
    begun: Span | None = None
    for sentence in sentences:
        if begun is not None and "\n" not in text[begun.end : sentence.span.start]:
            begun = Span(begun.start, sentence.span.end)
            continue
        if begun is not None:
            yield begun
        begun = sentence.span
    if begun is not None:
        yield begun
