"""Quotation marks paired into quotations, whatever the page did to the marks."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.values.spans import Span

MARKS = "\"“”„‟«»'‘’"
_MARK = re.compile(r"[\"“”„‟«»‘]|``|''|’|(?<!\w)'(?=\w)|'(?!\w)")
_CLOSERS = {"“": "”“", "„": "“”", "‟": "”", "«": "»", "»": "«", "‘": "’"}
_SCARE_WORDS = 3  # longer partial quotations carry a statement of their own
_WORDS = re.compile(r"\w+(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    Attributes:
        span: The words without the marks.
        closed: Whether a closing mark was found. An open one ends with its paragraph
            and may go on in the next, which then opens with a mark again.
        scare: Whether it is a word or two set apart inside somebody's own sentence.
    """

    span: Span
    closed: bool
    scare: bool


@dataclass(slots=True)
class _Open:
    mark: str
    inside: int


def _opens(text: str, at: int, after: int) -> bool:
    """Say whether a mark that could do either opens: nothing before, a word after."""
    if after >= len(text) or text[after].isspace():
        return False
    return at == 0 or not (text[at - 1].isalnum() or text[at - 1] in ".,!?…)]%’”")


def _closing_level(stack: list[_Open], mark: str) -> int | None:
    """Return which open quotation ``mark`` closes, the innermost first."""
    for level in range(len(stack) - 1, -1, -1):
        if mark in _CLOSERS.get(stack[level].mark, stack[level].mark):
            return level
    return None


def _is_apostrophe(text: str, at: int, stack: list[_Open]) -> bool:
    """Say whether a single mark is an apostrophe ("don't", "rebels' arms")."""
    before = at > 0 and text[at - 1].isalnum()
    after = at + 1 < len(text) and text[at + 1].isalnum()
    if before and after:
        return True
    single_open = any(one.mark in "'‘" for one in stack)
    return (before and not single_open) or (not before and text[at] == "’")


def _kind_of(mark: str, stack: list[_Open]) -> str:
    """Return a mark with two-character substitutes read as what they stand for."""
    if mark == "``":
        return "“"
    if mark == "''":
        return '"' if _closing_level(stack, "”") is None else "”"
    return mark


def _decide(text: str, match: re.Match[str], stack: list[_Open]) -> str:
    """Say what a mark does here: ``open``, ``close`` or ``none``."""
    mark, at = _kind_of(match.group(), stack), match.start()
    if mark in "'’" and _is_apostrophe(text, at, stack):
        return "none"
    closes = _closing_level(stack, mark) is not None
    opens = _opens(text, at, match.end())
    if mark in "”’":
        return "close" if closes else "none"
    if closes and not (opens and mark not in "'«»"):
        return "close"
    return "open" if opens else "none"


def _paragraphs(text: str, span: Span) -> Iterator[tuple[int, int]]:
    start = span.start
    while start < span.end:
        end = text.find("\n", start, span.end)
        end = span.end if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def _is_scare(text: str, span: Span) -> bool:
    words = span.of(text)
    alone = span.start < 2 or text[span.start - 2] in "\n:"  # noqa: PLR2004 - mark, space
    set_off = (
        text[span.end + 1 : span.end + 2] == ","
        and span.start > 1
        and (not text[span.start - 2].isspace())
    )
    return (
        not alone
        and not set_off
        and words[-1] not in ".,!?…;"
        and len(_WORDS.findall(words)) <= _SCARE_WORDS
    )


def _quotation(text: str, start: int, end: int, *, closed: bool) -> Iterator[Quotation]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        span = Span(start, end)
        yield Quotation(span, closed, closed and _is_scare(text, span))


def _pair(text: str, start: int, end: int) -> Iterator[Quotation]:
    """Yield the quotations of one paragraph, nested ones before their host."""
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        action = _decide(text, match, stack)
        mark = _kind_of(match.group(), stack)
        if action == "open":
            stack.append(_Open(mark, match.end()))
        elif action == "close":
            level = _closing_level(stack, mark) or 0
            inside = stack[level].inside
            yield from _quotation(text, inside, match.start(), closed=True)
            del stack[level:]
    for one in stack[:1]:
        if one.mark not in "'‘":
            yield from _quotation(text, one.inside, end, closed=False)


def find_quotations(text: str, body: Sequence[Span]) -> tuple[Quotation, ...]:
    """Return every quotation of the body, in order of their first character.

    A mark without a partner is kept as an open quotation to the end of its paragraph,
    so that a quotation which goes on over paragraphs is found in each of them.

    Args:
        text: The document's text.
        body: The stretches to read, such as its sentences' lines or ``Span(0, n)``; a
            quotation never reaches over the end of a line.

    Returns:
        Quotations with their inner spans; a nested one follows its host.
    """
    found = [
        quotation
        for span in body
        for start, end in _paragraphs(text, span)
        for quotation in _pair(text, start, end)
    ]
    return tuple(sorted(found, key=lambda one: (one.span.start, -one.span.end)))


def outermost(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return the quotations that lie in no other, in order."""
    kept: list[Quotation] = []
    for one in quotations:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return tuple(kept)
