"""Sentences: a line is a boundary first, then full stops that end something."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from trucewatch.reading.tokens import Tokens
from trucewatch.reading.wordlists import word_list
from trucewatch.values.spans import Span, Stretches


class Form(StrEnum):
    """What a sentence's line looks like on the page."""

    TITLE = "title"
    HEADING = "heading"
    INTRO = "intro"  # ends in a colon and announces a list
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    PROSE = "prose"


class Sentence(NamedTuple):
    """A sentence with its tokens and its place on the page.

    Attributes:
        span: Where it stands, without surrounding white space.
        first: Index of its first token.
        after: Index after its last token.
        line: Number of its line in the document, from 0.
        paragraph: Number of its paragraph; a blank line begins a new one.
        form: What its line looks like.
    """

    span: Span
    first: int
    after: int
    line: int
    paragraph: int
    form: Form


_BREAK = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“‘«(\[•#–—-]*\s?[^\W_])|…(?=[A-Z])")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_ITEM = re.compile(
    r"\s*(?:[•▪◾●■◦‣*·►▶✔➤→]|[-–—](?=\s|[A-Z\d])|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*"
)
_ROW = re.compile(r"\||\t|\.{4,}|\S {3,}\S|…{2,}")
_ENDS = re.compile(r"[.!?…;][\"”’»)\]]*$")
_CLOSED_ITEM = re.compile(r"[.!?][\"”’»)\]]*$")
_WRAP_LEAST, _WRAP_MOST = 50, 110  # lengths of lines that a narrow page broke
HEADING_WORDS = 14  # longer lines without a full stop are prose that lost it


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    data = word_list("abbreviations")
    return frozenset(data["never"]), frozenset(data["may"])


def _ends_here(line: str, stop: int, after: int) -> bool:
    """Say whether the full stop at ``stop`` ends a sentence before ``after``."""
    if line[stop] != ".":
        return line[after].isupper() or not line[after].isalpha()
    found = _WORD_BEFORE.search(line, max(0, stop - 24), stop)
    following = line[after]
    if found is None:
        return not (following.islower() or _ITEM.match(line[: stop + 2]))
    word = found.group().lower()
    never, may = _abbreviations()
    if word in never:
        return False
    if len(word) == 1 and found.group().isupper():
        return False  # an initial
    if word in may or "." in word:
        return following.isupper() and line[after : after + 4].strip() in _STARTERS
    return not following.islower()


_STARTERS = frozenset(
    ("The", "In", "On", "A", "An", "It", "He", "At", "By", "No", "We", "As", "They")
)


def _line_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences of one line."""
    line = text[start:end]
    begin = 0
    if "." in line or "!" in line or "?" in line or "…" in line:
        for match in _BREAK.finditer(line):
            opening = match.end()
            while opening < len(line) and not line[opening].isalnum():
                opening += 1
            if opening < len(line) and _ends_here(line, match.start(), opening):
                yield start + begin, start + match.end()
                begin = match.end()
    yield start + begin, end


def _form(line: str, *, first: bool) -> Form:
    """Tell what a line looks like."""
    if _ROW.search(line):
        return Form.ROW
    if _ITEM.match(line):
        return Form.ITEM
    if line.endswith(":"):
        return Form.INTRO
    if _ENDS.search(line) is None and len(line.split()) <= HEADING_WORDS:
        return Form.TITLE if first else Form.HEADING
    return Form.PROSE


def _lines(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield number, start and end of each line that is not blank, and if one was.

    Lines that a narrow page broke are one again: what begins in lower case goes on, and
    so does a block all of whose lines but the last are of one length.
    """
    held: tuple[int, int, int, bool] | None = None
    wrapped = False
    for number, begin, end, blank in _bare_lines(text):
        line = text[begin:end]
        if held is not None and not blank and _goes_on(text, held, line, wrapped):
            wrapped = True
            held = (held[0], held[1], end, held[3])
            continue
        if held is not None:
            yield held
        held, wrapped = (number, begin, end, blank), False
    if held is not None:
        yield held


def _goes_on(
    text: str,
    held: tuple[int, int, int, bool],
    line: str,
    wrapped: bool,  # noqa: FBT001
) -> bool:
    """Say whether a line continues the one before it, which a narrow page broke."""
    before = text[held[1] : held[2]].rsplit("\n", 1)[-1]
    if not _WRAP_LEAST <= len(before) <= _WRAP_MOST or _ROW.search(before):
        return False
    if _ITEM.match(line) or _ROW.search(line) or before.endswith(":"):
        return False
    if line[0].islower() or before.endswith(","):
        return True
    return wrapped and _ENDS.search(before) is None


def _bare_lines(text: str) -> Iterator[tuple[int, int, int, bool]]:
    position = 0
    blank = False
    for number, raw in enumerate(text.splitlines(keepends=True)):
        start, position = position, position + len(raw)
        stripped = raw.strip()
        if not stripped:
            blank = True
            continue
        begin = start + raw.index(stripped[0])
        yield number, begin, begin + len(stripped), blank
        blank = False


def find_sentences(
    text: str, tokens: Tokens, left_out: Iterable[Span] = ()
) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order.

    Args:
        text: The document's text.
        tokens: Its tokens.
        left_out: Stretches that are no body text (marked furniture); a line that
            begins in one yields no sentence.

    Returns:
        Sentences whose spans are disjoint and hold every token of the body.
    """
    skipped = Stretches(left_out)
    found: list[Sentence] = []
    paragraph = 0
    ended = False
    for number, begin, end, blank in _lines(text):
        if blank or ended:
            paragraph += 1
        line = text[begin:end]
        if skipped.hold(begin):
            ended = True
            continue
        form = _form(line, first=not found)
        ended = form is Form.PROSE and _CLOSED_ITEM.search(line) is not None
        bounds = [(begin, end)] if form is Form.ROW else _line_spans(text, begin, end)
        for a, b in bounds:
            while b > a and text[b - 1].isspace():
                b -= 1  # noqa: PLW2901 - white space belongs to no sentence
            first, after = tokens.at(a), tokens.at(b)
            own = Form.PROSE if form is Form.INTRO and b < end else form
            if first < after:
                found.append(Sentence(Span(a, b), first, after, number, paragraph, own))
    return tuple(found)
