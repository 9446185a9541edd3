"""Publisher, place and day, from what the head of a text says of itself.

Two things are looked for: a prefix before the first sentence ("MOSCOW, August 15.
/TASS/.", "GENEVA (Sputnik) –"), which gives place, agency and perhaps the day; and a
day in a line of its own ("By AFP - Dec 08,2017", "Bulletin of 2016-07-15"). A day in
the middle of a sentence is no dateline: it is what the text is about.
"""

import functools
import re
from collections.abc import Sequence
from typing import NamedTuple

from trucewatch.documents.days import WrittenDay, day_in_address, day_pattern, find_days
from trucewatch.documents.document import Dateline
from trucewatch.documents.lines import Line, split_lines
from trucewatch.documents.wordlists import word_list
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

HEAD_LINES = 8  # a dateline stands above these or nowhere
HEAD_CHARS = 3_000
TAIL_CHARS = 300
HEADING_CHARS = 150  # longer lines are sentences
PREFIX_CHARS = 140  # place, day and agency fit into this
FAR_CHARS = 45  # the day or the dash of a prefix stands before this

_PREFIX_MARK = re.compile(r"[–—|]| - ")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
_MARKS = "-–—|,.():;»/·"
_LEADING_WORDS = (" of", " for", " period", " du")
_RANGE_GAP = re.compile(r"\s*(?:to|until|–|—|-|and|/)\s*")

# Capitals, or capitalised words: "DEIR EZ-ZOR", "BEIRUT/GENEVA", "St. Petersburg".
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{2,}(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,2}"
_TITLED = r"(?:[A-ZÀ-Þ][\w'’.-]+(?:[ /-][A-ZÀ-Þ][\w'’.-]+){0,2})"
_COUNTRY = r"(?:,\s+[A-Z][\w.]+(?:\s[A-Z]\w+)?)?"
_BRACKETED = r"(?:/[A-Z][\w .-]{1,30}/|\([A-Z][\w .&-]{1,30}\))"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"


class _Form(NamedTuple):
    rule: str
    pattern: re.Pattern[str]
    dated: bool


class _HeadLine(NamedTuple):
    """One of the first lines, with the days its beginning has."""

    text: str
    line: Line
    days: list[WrittenDay]


class _Prefix(NamedTuple):
    """What stands before the first sentence of a report."""

    span: Span
    rule: str
    place: str | None
    agency: str | None
    day: WrittenDay | None


@functools.cache
def _forms() -> tuple[_Form, ...]:
    """Return the prefixes a first sentence may have, the fullest first."""
    day = rf"{_WEEKDAY}(?P<day>{day_pattern()})"
    names = sorted((entry["name"] for entry in word_list("agencies")), key=len)
    known = "|".join(re.escape(name) for name in names[::-1])
    dash = r"\s*[–—-]+\s"
    stop = rf"(?:\s*[.:|]\s*|{dash})"
    place = rf"(?P<place>{_CAPITALS}|{_TITLED}){_COUNTRY}"
    agency = rf"(?P<agency>{_BRACKETED})"
    return tuple(
        _Form(rule, re.compile(rf"\s*{source}"), "(?P<day>" in source)
        for rule, source in (
            (
                "place_day_agency",
                rf"{place}(?:,\s+|\s+[–—-]\s+){day}\.?,?\s*{agency}{stop}?",
            ),
            ("place_agency_day", rf"{place},?\s*{agency},?\s*{day}{stop}"),
            ("place_agency", rf"{place},?\s*{agency}{dash}"),
            (
                "piped",
                rf"{place}\s*\|\s*(?P<agency>{known})\s*\|?\s",
            ),
            ("place_known_agency", rf"{place},\s+(?P<agency>{known}){stop}"),
            ("place_day", rf"{place}(?:,\s+|\s+[–—-]\s+){day}{stop}"),
            ("day_place", rf"{day},\s+(?P<place>{_CAPITALS}){stop}"),
            ("place", rf"(?P<place>{_CAPITALS}){_COUNTRY}\s*[–—-]+\s"),
            ("agency_day", rf"(?P<agency>{known}),?\s+{day}{stop}"),
            ("titled_day", rf"[A-Z][\w ]{{2,30}}(?:of|for|,|from)\s+{day}[.:]\s"),
            ("day", rf"{day}[.:]\s"),
        )
    )


_BYLINE = re.compile(
    r"\s*(?:By|Source|From)[: ]\s*(?P<name>[A-Z][\w.&' -]{1,40}?)\s*(?:[-–—|,)]|$)"
)
# Words that make the day after them the day of the document, inside a sentence too.
_CUE = re.compile(
    r"\b(?:as of|issued|dated|status|published|posted|stamped|updated|"
    r"(?:bulletin|sheet|report|briefing|release) (?:of|for))"
    r"(?: on| at|,)*$",
    re.IGNORECASE,
)
# A sentence that speaks of the document itself: the day after its cue dates it.
_ABOUT_ITSELF = re.compile(
    r"(?:this |based on |the following |all )?"
    r"(?:information|situation|status|data|report|bulletin|sheet|briefing)\b",
    re.IGNORECASE,
)


_BEFORE_DAY = re.compile(
    r"(?:\s*\b\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?,?(?: on)?"
    r"|\s*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?"
    r"|\s*\b(?:\d{1,2}|[A-Z]\w{2,8})\s*(?:to|–|-|/|and))*\s*$"
)
_CLOSING = re.compile(
    rf"(?:\n|\()\s*(?:{_TITLED},\s+)?(?P<day>[^()\n]{{6,40}})\)?\.?\s*\Z"
)


class _Found(NamedTuple):
    day: WrittenDay
    rule: str
    line: Span


def find_dateline(
    text: str, lines: Sequence[Line] | None = None, *, year: int | None = None
) -> Dateline | None:
    """Read what the head of a text says of its place, day and agency.

    Args:
        text: The document's text.
        lines: Its first lines without those that date something else (captions,
            posts); all lines when None.
        year: Year of the document from elsewhere, for days written without one.

    Returns:
        The dateline, or None when the text says nothing of itself.
    """
    lines = split_lines(text[:HEAD_CHARS]) if lines is None else lines
    head = _read_head(text, lines)
    prefix = _prefix(head)
    found = _heading_day(head) or _closing_day(text)
    byline = _byline(head)
    if prefix is None and found is None and byline is None:
        return None
    publisher = (prefix and prefix.agency) or (byline and byline["name"].strip())
    day = (prefix and prefix.day) or (found and found.day)
    if year is None and found is not None:
        year = found.day.year
    span, rule = _where(prefix, found, byline)
    return Dateline(
        span=span,
        place=prefix.place if prefix else None,
        day=day.dated(year) if day else None,
        publisher=publisher or None,
        day_span=day.span if day else None,
        rule=rule,
    )


def _where(
    prefix: "_Prefix | None", found: "_Found | None", byline: re.Match[str] | None
) -> tuple[Span | None, str]:
    """Return where the dateline stands, and the rule that found it."""
    if prefix is not None:
        return prefix.span, prefix.rule
    if found is not None:
        return found.line, found.rule
    return (Span(*byline.span()) if byline else None), "byline"


def find_url_day(url: str | None) -> PartialDate | None:
    """Return the day a document's address carries, or None."""
    return None if url is None else day_in_address(url)


def _read_head(text: str, lines: Sequence[Line]) -> list[_HeadLine]:
    """Find the days above the second paragraph, where a dateline can be."""
    head: list[_HeadLine] = []
    paragraphs = 0
    for line in lines[:HEAD_LINES]:
        days = find_days(text, line.start, min(line.end, line.start + HEADING_CHARS))
        head.append(_HeadLine(text, line, days))
        paragraphs += len(line.words) > HEADING_CHARS
        if paragraphs == 2:  # noqa: PLR2004 - see above
            break
    return head


def _prefix(head: list[_HeadLine]) -> _Prefix | None:
    for line in head:
        far = line.line.start + FAR_CHARS
        dated = bool(line.days) and line.days[0].span.start < far
        marked = _PREFIX_MARK.search(line.text, line.line.start, far) is not None
        if not dated and not marked:
            continue
        for form in _forms():
            if dated if form.dated else marked:
                found = _match(form, line)
                if found is not None:
                    return found
    return None


def _match(form: _Form, line: _HeadLine) -> _Prefix | None:
    """Return the prefix of a line in one form, unless it is a range cut in two."""
    end = min(line.line.end, line.line.start + PREFIX_CHARS)
    match = form.pattern.match(line.text, line.line.start, end)
    if match is None:
        return None
    groups = match.groupdict()
    place: str | None = groups.get("place")
    if (place or "").split(" ")[0] in _no_places():
        return None
    day = None
    if form.dated:
        day = next((d for d in line.days if d.span.start == match.start("day")), None)
        if day is None or _range_end(line, day) is not day:
            return None
    name = (groups.get("agency") or "").strip("/()| ")
    agency = name if _is_agency(name) else None
    if place in _agencies():
        place, agency = None, place
    return _Prefix(Span(*match.span()), form.rule, place, agency, day)


def _is_agency(name: str) -> bool:
    """Say whether a bracketed name is an agency's: known, in capitals, or so called."""
    if name in _agencies() or (name.isupper() and " " not in name):
        return True
    return any(word in _agency_words() for word in name.split())


@functools.cache
def _agency_words() -> frozenset[str]:
    return frozenset(w for entry in word_list("agency_words") for w in entry["words"])


@functools.cache
def _no_places() -> frozenset[str]:
    return frozenset(w for entry in word_list("no_places") for w in entry["words"])


def _heading_day(head: list[_HeadLine]) -> _Found | None:
    """Return the day of the first heading that has one, better with its year."""
    yearless = None
    for line in head:
        for found in _days_of_line(line):
            if found.day.year is not None:
                return found
            yearless = yearless or found
    return yearless


def _days_of_line(line: _HeadLine) -> list[_Found]:
    if not line.days:
        return []
    text, words = line.text, line.line.words
    heading = len(words) <= HEADING_CHARS and not _is_sentence(line)
    if not heading and not _ABOUT_ITSELF.match(words):
        return []
    found = []
    for day in line.days:
        before = _BEFORE_DAY.sub("", text[line.line.start : day.span.start])
        cued = _CUE.search(before) is not None
        after = text[day.span.end : line.line.end]
        if cued or (heading and _stands_apart(before, after)):
            rule = "cue" if cued else "heading"
            found.append(_Found(_range_end(line, day), rule, line.line.span))
    return found


def _is_sentence(line: _HeadLine) -> bool:
    """Say whether a line ends as a sentence, a closing day alone not being one."""
    if not _SENTENCE_END.search(line.line.words):
        return False
    return bool(line.text[line.days[-1].span.end : line.line.end].strip(".)] "))


def _stands_apart(before: str, after: str) -> bool:
    """Say whether a day is set off in its heading: at an edge, or after a mark."""
    apart = not before or before[-1] in _MARKS or before.endswith(_LEADING_WORDS)
    after = after.lstrip()
    return apart and (not after or after[0] in _MARKS)


def _range_end(line: _HeadLine, day: WrittenDay) -> WrittenDay:
    """Return the last day of the range that begins with a day, or the day itself."""
    following = [d for d in line.days if d.span.start >= day.span.end]
    if following and _RANGE_GAP.fullmatch(
        line.text, day.span.end, following[0].span.start
    ):
        return following[0]
    return day


def _closing_day(text: str) -> _Found | None:
    """Return the day that closes the text, as in "(9 October 2016)"."""
    match = _CLOSING.search(text, max(0, len(text) - TAIL_CHARS))
    if match is None:
        return None
    days = find_days(text, *match.span("day"))
    if not days or days[0].year is None:
        return None
    return _Found(days[0], "closing", Span(*match.span("day")))


def _byline(head: list[_HeadLine]) -> re.Match[str] | None:
    for line in head:
        if len(line.line.words) <= HEADING_CHARS:
            match = _BYLINE.match(line.text, line.line.start, line.line.end)
            if match is not None and match["name"].strip() in _agencies():
                return match
    return None


@functools.cache
def _agencies() -> frozenset[str]:
    return frozenset(entry["name"] for entry in word_list("agencies"))
