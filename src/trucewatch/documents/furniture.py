"""Marks the lines of a page that are not its text, and removes nothing.

A line is marked for a named reason, by a named rule, as a whole: menus and share bars,
vote counts, sign-up boxes, script remnants, captions and credits, embedded posts, and
headlines of other articles. A claim lost is worse than a menu kept, so every rule asks
for a clear sign; headings, list items and rows of tables are text.

One pass of an Aho-Corasick automaton over the text finds the triggers of all rules;
only lines with a trigger, and short lines, are looked at more closely.
"""

import bisect
import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from trucewatch.documents.days import find_days
from trucewatch.documents.document import Document, Furniture, Mark
from trucewatch.documents.lines import Line, split_lines
from trucewatch.documents.page_body import Seen, looks_captured, page_marks
from trucewatch.documents.plain import MAX_LINE_CHARS
from trucewatch.documents.wordlists import word_list
from trucewatch.values.spans import Span

FRONT_MATTER = "front_matter"  # the one rule that marks more than a line
DEFAULT_WORDS = 14  # a rule looks at lines up to this length
MENU_WORDS = 16  # a menu line has at most this many words
MENU_STOP_WORDS = 3  # with a full stop at its end, a menu line is shorter than this
MENU_SHARE = 0.3  # share of menu words between separators
PROSE_WORDS = 15  # a paragraph has at least this many words
CAPTION_WORDS = 45  # a caption is one sentence
SCENE_WITHIN = 12  # its verb stands among the first words
HEADLINE_WORDS = (6, 18)  # shorter title-case lines are section headings
TITLE_CASE_SHARE = 0.75  # of the words longer than three letters
POST_CHARS = 400  # an embedded post, its link included

_BAR = re.compile(r"[|<>»«•·☰▶→]|\]\s*\[")
_SEPARATORS = re.compile(r"[|<>»«•·☰/▶→]|\s{2,}|\]\s*\[")
_BARS = frozenset({Furniture.MENU, Furniture.VOTES, Furniture.NEWSLETTER})
_MENU_MARKS = "[]()|<>»«•·:,☰▶→&"
_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"[\d.,]+[km]?")
_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’)\]]*$")
_PROSE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LIST_ITEM = re.compile(r"\s*(?:[-–—•◾*●▪]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[IVX]+\.)\s")


class _Rule(NamedTuple):
    name: str
    reason: Furniture
    pattern: re.Pattern[str] | None
    words: int
    page_only: bool


class _Rules(NamedTuple):
    automaton: ahocorasick_rs.AhoCorasick
    by_trigger: tuple[_Rule, ...]


@functools.cache
def _rules() -> _Rules:
    triggers: list[str] = []
    rules: list[_Rule] = []
    for entry in word_list("furniture"):
        source = entry.get("pattern")
        rule = _Rule(
            entry["rule"],
            Furniture(entry["reason"]),
            re.compile(source, re.IGNORECASE) if source else None,
            entry.get("words", DEFAULT_WORDS),
            entry.get("scope") == "page",
        )
        triggers.extend(entry["triggers"])
        rules.extend(rule for _ in entry["triggers"])
    return _Rules(ahocorasick_rs.AhoCorasick(triggers), tuple(rules))


@functools.cache
def _words(name: str, *, weak: bool = True) -> frozenset[str]:
    """Return the words of a list, with or without those that are weak signs."""
    return frozenset(
        str(word)
        for entry in word_list(name)
        if weak or not entry.get("weak")
        for word in entry["words"]
    )


def find_furniture(text: str, lines: Sequence[Line] | None = None) -> tuple[Mark, ...]:
    """Mark the lines of a text that are not its body.

    Args:
        text: A document's text.
        lines: The lines to look at, as ``split_lines`` gives them; all when None.

    Returns:
        Marks in order, disjoint, each over one line without the white space around it.
    """
    lines = split_lines(text) if lines is None else lines
    seen = known_furniture(text, lines)
    marks = seen.marks
    if looks_captured(lines, seen):
        marks |= page_marks(lines, marks, seen.hints)
    _keep_some_body(lines, marks)
    return tuple(marks[number] for number in sorted(marks))


def known_furniture(text: str, lines: Sequence[Line]) -> Seen:
    """Return the lines that show by a word or by their shape that they are furniture.

    Args:
        text: A document's text.
        lines: Its lines.
    """
    seen = _by_triggers(text, lines)
    _mark_posts(lines, seen.marks)
    for number, line in enumerate(lines):
        if number not in seen.marks:
            found = _by_shape(lines, number)
            if found is not None:
                seen.marks[number] = Mark(line.span, *found)
    _mark_beside(lines, seen.marks)
    return seen


def body_spans(text: str, furniture: Sequence[Mark]) -> list[Span]:
    """Return the lines of a text that are not marked, in order.

    Args:
        text: A document's text.
        furniture: Its marks, each over a line, or over the front matter.
    """
    marks = [mark.span for mark in furniture]
    starts = {span.start for span in marks}
    head = max((m.span.end for m in furniture if m.rule == FRONT_MATTER), default=0)
    return [
        line.span
        for line in split_lines(text)
        if line.start not in starts and line.start >= head
    ]


def main_text(document: Document) -> list[Span]:
    """Return the spans of a document's body, one a line, in order.

    Args:
        document: A document with its furniture marked.
    """
    return body_spans(document.text, document.furniture)


_GROWS = "\u0130"  # the one letter whose lower case is two: the Turkish dotted I


def _lowered(text: str) -> str:
    """Return ``text`` in lower case with every offset kept."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return _GROWS.join(part.lower() for part in text.split(_GROWS))


def _by_triggers(text: str, lines: Sequence[Line]) -> Seen:
    automaton, by_trigger = _rules()
    seen = Seen({}, {})
    starts = [line.start for line in lines]
    lowered = _lowered(text)
    tried: set[tuple[int, str]] = set()
    for trigger, start, _ in automaton.find_matches_as_indexes(
        lowered, overlapping=True
    ):
        number = bisect.bisect_right(starts, start) - 1
        rule = by_trigger[trigger]
        if number < 0 or (number, rule.name) in tried:
            continue
        tried.add((number, rule.name))
        line = lines[number]
        found = seen.hints if rule.page_only else seen.marks
        if number not in found and start < line.end and _matches(rule, line.words):
            found[number] = Mark(line.span, rule.reason, rule.name)
    return seen


def _matches(rule: _Rule, words: str) -> bool:
    if len(words.split(None, rule.words)) > rule.words:
        return False
    return rule.pattern is None or rule.pattern.fullmatch(words) is not None


def _mark_posts(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Mark the line above the signature of an embedded post, which is the post."""
    for number in sorted(marks):
        if marks[number].rule != "post_signature" or not number:
            continue
        above = number - 1
        if above not in marks and len(lines[above].words) <= POST_CHARS:
            marks[above] = Mark(lines[above].span, Furniture.EMBEDDED, "post_text")


def _mark_beside(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Mark a lone weak menu word ("up", "more") next to a menu or a vote count."""
    for number in list(marks):
        if marks[number].reason not in _BARS:
            continue
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(lines) and beside not in marks:
                words = lines[beside].words
                if words.lower() in _words("menu_words"):
                    span = lines[beside].span
                    marks[beside] = Mark(span, Furniture.MENU, "beside_menu")


def _by_shape(lines: Sequence[Line], number: int) -> tuple[Furniture, str] | None:
    """Say for what reason a line is furniture by its shape alone, if it is."""
    words = lines[number].words
    if len(words) > MAX_LINE_CHARS:
        return Furniture.SCRIPT, "line_too_long"
    length = words.count(" ") + 1
    if length <= MENU_WORDS and _may_be_menu(words):
        tokens = _entries(words)
        if _counts_readers(words, tokens):
            return Furniture.VOTES, "count_words"
        if _is_menu(words, tokens):
            return Furniture.MENU, "menu_words"
    if length <= CAPTION_WORDS and _is_caption(words):
        return Furniture.CAPTION, "scene_and_date"
    if HEADLINE_WORDS[0] <= length <= HEADLINE_WORDS[1] and _is_link(lines, number):
        return Furniture.LINKED_HEADLINE, "title_case_between_paragraphs"
    return None


def _may_be_menu(words: str) -> bool:
    """Pass over most sentences at once; they have a stop and no entries set apart."""
    return words[-1] != "." or "|" in words or words.count(" ") < MENU_STOP_WORDS


def _entries(words: str) -> list[str]:
    """Return the words of a line without the marks of menus and without figures."""
    tokens = [token.strip(_MENU_MARKS) for token in words.lower().split()]
    return [token for token in tokens if token and not _COUNT.fullmatch(token)]


def _counts_readers(words: str, tokens: list[str]) -> bool:
    if not tokens or not _DIGIT.search(words):
        return False
    strong = _words("count_words", weak=False)
    if not any(t in strong for t in tokens):
        return False
    known = _words("count_words")
    return all(t in known or not any(map(str.isalpha, t)) for t in tokens)


def _is_menu(words: str, tokens: list[str]) -> bool:
    known = _words("menu_words")
    hits = sum(t in known for t in tokens)
    if words.count("»") + words.count(" > ") > 1:
        return True
    separators = len(_SEPARATORS.findall(words))
    if hits == len(tokens) > 0:
        return _BAR.search(words) is not None or (
            any(t in _words("menu_words", weak=False) for t in tokens)
            and not _DIGIT.search(words)
        )
    return (
        separators >= 2  # noqa: PLR2004 - three entries
        and hits >= 2  # noqa: PLR2004 - one may be chance
        and hits >= len(tokens) * MENU_SHARE
    )


def _is_caption(words: str) -> bool:
    """Say whether a line tells in the present tense what a picture shows, with a date.

    The date must be full and close the line: body sentences do not end with the year.
    """
    last = words.rstrip(".)] ")[-4:]
    if not last.isdigit() or not words[0].isupper():
        return False
    days = find_days(words, max(0, len(words) - 40), len(words))
    if not days or days[-1].year is None or not days[-1].day:
        return False
    if words[days[-1].span.end :].strip(".)] "):
        return False
    first = words.split(None, SCENE_WITHIN)[:SCENE_WITHIN]
    return any(w in _words("scene_verbs") for w in first[1:])


def _is_link(lines: Sequence[Line], number: int) -> bool:
    """Say whether a line is the headline of another article between two paragraphs."""
    if number == 0 or number + 1 == len(lines):
        return False
    words = lines[number].words
    if _SENTENCE_END.search(words) or _LIST_ITEM.match(words):
        return False
    if not _is_paragraph(lines[number - 1]) or not _is_paragraph(lines[number + 1]):
        return False
    tokens: list[str] = [w for w in _WORD.findall(words) if len(w) > 3]  # noqa: PLR2004 - see above
    if len(tokens) < 4 or words.isupper():  # noqa: PLR2004 - too few to tell a case
        return False
    capital = sum(w[0].isupper() or "-" in w for w in tokens)
    if capital < len(tokens) * TITLE_CASE_SHARE:
        return False
    verbs = _words("headline_verbs")
    return any(w.strip(".,:’'").lower() in verbs for w in words.split())


def _is_paragraph(line: Line) -> bool:
    words = line.words
    return words.count(" ") >= PROSE_WORDS and _PROSE_END.search(words) is not None


def _keep_some_body(lines: Sequence[Line], marks: dict[int, Mark]) -> None:
    """Take back marks of prose where nothing else would be left as body.

    A page that is nothing but a long caption is its own body.
    """
    if len(marks) == len(lines):
        for number, line in enumerate(lines):
            if line.words.count(" ") >= PROSE_WORDS:
                del marks[number]
