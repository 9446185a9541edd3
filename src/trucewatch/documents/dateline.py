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
from trucewatch.documents.document import Dateline, Furniture, Mark
from trucewatch.documents.lines import split_lines
from trucewatch.documents.wordlists import word_list
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

HEAD_LINES = 10  # a dateline stands above these or nowhere
HEAD_CHARS = 3_000
TAIL_CHARS = 300
HEADING_CHARS = 150  # longer lines are sentences
PREFIX_CHARS = 140  # place, day and agency fit into this

_DATING = frozenset({Furniture.CREDIT, Furniture.NOTICE, Furniture.MENU})
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


@functools.cache
def _forms() -> tuple[_Form, ...]:
    """Return the prefixes a first sentence may have, the fullest first."""
    day = rf"{_WEEKDAY}(?P<day>{day_pattern()})"
    names = sorted((entry["name"] for entry in word_list("agencies")), key=len)
    known = "|".join(re.escape(name) for name in reversed(names))
    dash = r"\s*[–—-]+\s"
    stop = rf"(?:\s*[.:|]\s*|{dash})"
    place = rf"(?P<place>{_CAPITALS}|{_TITLED}){_COUNTRY}"
    agency = rf"(?P<agency>{_BRACKETED})"
    return tuple(
        _Form(rule, re.compile(rf"\s*{source}"))
        for rule, source in (
            (
                "place_day_agency",
                rf"{place}(?:,\s+|\s+[–—-]\s+){day}\.?,?\s*{agency}{stop}?",
            ),
            ("place_agency_day", rf"{place},?\s*{agency},?\s*{day}{stop}"),
            ("place_agency", rf"{place},?\s*{agency}{dash}"),
            (
                "piped",
                rf"{place}\s*\|\s*(?P<agency>{known})\s*(?:\|\s*{day}\s*)?\|?\s",
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
    text: str,
    *,
    year: int | None = None,
    body_from: int = 0,
    furniture: Sequence[Mark] = (),
) -> Dateline | None:
    """Read what the head of a text says of its place, day and agency.

    Args:
        text: The document's text.
        year: Year of the document from elsewhere, for days written without one.
        body_from: Offset where the text proper begins, after front matter.
        furniture: Marked lines; captions, posts and links do not date a document.

    Returns:
        The dateline, or None when the text says nothing of itself.
    """
    head = _head(text, body_from, _undating(furniture))
    prefix = _prefix(text, head)
    found = _heading_day(text, head) or _closing_day(text, body_from)
    publisher = _publisher(text, head, prefix)
    if prefix is None and found is None and publisher is None:
        return None
    place, day, span, rule = None, None, None, "byline"
    if prefix is not None:
        form, match = prefix
        span, rule = Span(*match.span()), form.rule
        place = match.groupdict().get("place")
        day = _day_of(text, match)
    if found is not None and day is None:
        day = found.day
        span, rule = (span, rule) if span else (found.line, found.rule)
    if year is None and found is not None:
        year = found.day.year
    return Dateline(
        span=span or _byline_span(text, head),
        place=place,
        day=day.dated(year) if day else None,
        publisher=publisher,
        day_span=day.span if day else None,
        rule=rule,
    )


def find_url_day(url: str | None) -> PartialDate | None:
    """Return the day a document's address carries, or None."""
    return None if url is None else day_in_address(url)


def _undating(furniture: Sequence[Mark]) -> frozenset[int]:
    """Return where the lines begin whose dates are of other things."""
    return frozenset(m.span.start for m in furniture if m.reason not in _DATING)


def _head(text: str, start: int, undating: frozenset[int]) -> list[Span]:
    """Return the first lines that are not blank and can date the document."""
    lines = []
    for line in split_lines(text[: start + HEAD_CHARS], start):
        if line.start not in undating:
            lines.append(line.span)
            if len(lines) == HEAD_LINES:
                break
    return lines


def _prefix(text: str, head: list[Span]) -> tuple[_Form, re.Match[str]] | None:
    for line in head:
        end = min(line.end, line.start + PREFIX_CHARS)
        for form in _forms():
            match = form.pattern.match(text, line.start, end)
            if match is not None and _fits(match):
                return form, match
    return None


def _fits(match: re.Match[str]) -> bool:
    """Say whether place and day of a prefix are such, and no range is cut in two."""
    groups = match.groupdict()
    if (groups.get("place") or "").split(" ")[0] in _no_places():
        return False
    if groups.get("day") is None:
        return True
    text, end = match.string, match.end("day")
    days = find_days(text, match.start("day"), end)
    following = find_days(text, end, end + PREFIX_CHARS // 4)
    return bool(days) and not (
        following and _RANGE_GAP.fullmatch(text, end, following[0].span.start)
    )


@functools.cache
def _no_places() -> frozenset[str]:
    return frozenset(w for entry in word_list("no_places") for w in entry["words"])


def _day_of(text: str, match: re.Match[str]) -> WrittenDay | None:
    if match.groupdict().get("day") is None:
        return None
    return find_days(text, *match.span("day"))[0]


def _heading_day(text: str, head: list[Span]) -> _Found | None:
    """Return the day of the first heading that has one, better with its year."""
    yearless = None
    for line in head:
        for found in _days_of_line(text, line):
            if found.day.year is not None:
                return found
            yearless = yearless or found
    return yearless


def _days_of_line(text: str, line: Span) -> list[_Found]:
    days = find_days(text, line.start, min(line.end, line.start + HEADING_CHARS))
    if not days:
        return []
    words = line.of(text)
    heading = len(words) <= HEADING_CHARS and not _is_sentence(text, line, days[-1])
    if not heading and not _ABOUT_ITSELF.match(words):
        return []
    found = []
    for number, day in enumerate(days):
        before = _lead(text, line.start, day.span.start)
        cued = _CUE.search(before) is not None
        if cued or (heading and _stands_apart(before, text[day.span.end : line.end])):
            last = _end_of_range(text, days, number)
            found.append(_Found(last, "cue" if cued else "heading", line))
    return found


def _is_sentence(text: str, line: Span, last: WrittenDay) -> bool:
    """Say whether a line ends as a sentence, a closing day alone not being one."""
    if not _SENTENCE_END.search(line.of(text)):
        return False
    return bool(text[last.span.end : line.end].strip(".)] "))


def _lead(text: str, start: int, end: int) -> str:
    """Return what stands before a day, without clock time, weekday and range start."""
    return _BEFORE_DAY.sub("", text[start:end])


def _stands_apart(before: str, after: str) -> bool:
    """Say whether a day is set off in its heading: at an edge, or after a mark."""
    apart = not before or before[-1] in _MARKS or before.endswith(_LEADING_WORDS)
    after = after.lstrip()
    return apart and (not after or after[0] in _MARKS)


def _end_of_range(text: str, days: list[WrittenDay], number: int) -> WrittenDay:
    day = days[number]
    if number + 1 < len(days):
        following = days[number + 1]
        if _RANGE_GAP.fullmatch(text, day.span.end, following.span.start):
            return following
    return day


def _closing_day(text: str, start: int) -> _Found | None:
    """Return the day that closes the text, as in "(9 October 2016)"."""
    tail = max(start, len(text) - TAIL_CHARS)
    match = _CLOSING.search(text, tail)
    if match is None:
        return None
    days = find_days(text, *match.span("day"))
    if not days or days[0].year is None:
        return None
    return _Found(days[0], "closing", Span(*match.span("day")))


def _publisher(
    text: str, head: list[Span], prefix: tuple[_Form, re.Match[str]] | None
) -> str | None:
    if prefix is not None:
        name = prefix[1].groupdict().get("agency")
        if name:
            return str(name).strip("/()| ")
    match = _byline(text, head)
    return match["name"].strip() if match else None


def _byline(text: str, head: list[Span]) -> re.Match[str] | None:
    for line in head:
        if len(line.of(text)) <= HEADING_CHARS:
            match = _BYLINE.match(text, line.start, line.end)
            if match is not None and _known_agency(match["name"].strip()):
                return match
    return None


def _known_agency(name: str) -> bool:
    return any(name == entry["name"] for entry in word_list("agencies"))


def _byline_span(text: str, head: list[Span]) -> Span | None:
    match = _byline(text, head)
    return None if match is None else Span(*match.span())
