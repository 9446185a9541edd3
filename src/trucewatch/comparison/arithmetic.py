"""Arithmetic within one document: parts and totals, shares, headline, conversions."""

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.types import claim_type
from trucewatch.comparison import meanings, numbers
from trucewatch.comparison.counted import counted_as
from trucewatch.comparison.facets import Count, Facet
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    finding,
    place_text,
    plain_unit,
    quoted,
)

# A list that falls short of its total by more than this share, and by more than one, is
# taken for a selection ("37, including 19 in Aleppo") and not for a sum gone wrong.
SHORTFALL = 0.05
# One part alone shows nothing of how a total is divided.
FEWEST = 2
# Figures of one list stand so near to each other, in characters.
APART = 60
# A list begins at most so far behind its total, in characters.
REACH = 300
# A colon, a bracket or a dash between a total and its list, with the blanks beside it.
COLON = 3
# Such words near where a total ends and its list begins pick parts out of the total.
PICKING = frozenset(
    ("including", "includes", "include", "among", "mostly", "mainly", "notably",
     "which", "whom", "them", "these", "particularly", "especially", "least", "chiefly")
)  # fmt: skip
LEAD = 3
# A part of one day's events may be told as an event or as the day's figure.
_SINGLE = frozenset({Count.EVENT, Count.PERIOD})
# A figure in brackets right after another is the same length in another unit.
BESIDE = 30
# How far a stated conversion may be off: journalists round to whole miles.
CONVERSION = 0.06
# A conversion that went the wrong way: miles taken for kilometres and changed again.
WRONG_WAY = 3
WHOLE = 100.0
# Background and opinion may speak of 600 percent of anything.
_TALK = frozenset({"context", "position"})
_MEASURED = frozenset({"km", "km2", "tonnes"})


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The question whether one document's figures work out among themselves."""

    name: str = "arithmetic"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return document and unit, for every facet that has a number."""
        if facet.count is None:
            return ()
        return ((self.name, facet.document, facet.unit),)

    def compare(
        self, _key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield sums that do not add up, shares over a hundred, heads that differ."""
        yield from _parts(facets)
        yield from _shares(facets)
        yield from _headlines(facets)
        yield from _conversions(facets)


def _parts(facets: Sequence[Facet]) -> Iterator[Finding]:
    totals = {f.claim.key: f for f in facets}
    parts: dict[str, list[Facet]] = {}
    for facet in facets:
        if facet.claim.part_of in totals:
            parts.setdefault(facet.claim.part_of or "", []).append(facet)
    for key, group in sorted(parts.items()):
        if _all_make(totals[key], group):
            continue
        listed = _by_place([f for f in group if _listed(f, totals[key])])
        reason = _sum_is_wrong(totals[key], listed, facets)
        if reason is not None:
            whole = totals[key]
            about = f"{whole.family} {whole.unit} total {numbers.worded(whole)}"
            matter = f"{about} {whole.side} in {whole.document}"
            yield finding(reason, matter, (totals[key], *listed))


def _all_make(whole: Facet, parts: Sequence[Facet]) -> bool:
    """Say whether all parts make a total, those without a place too: "others 78"."""
    stated = numbers.interval(whole)
    alike = [
        part for part in parts if (part.unit, part.side) == (whole.unit, whole.side)
    ]
    return stated is not None and len(alike) > 1 and _makes(stated, alike)


def _listed(part: Facet, whole: Facet) -> bool:
    """Say whether a part stands in its total's own list: same voice, unit and count.

    What is larger than the total is no part of it, whoever linked the two.
    """
    alike = (part.unit, part.side) == (whole.unit, whole.side) and (
        part.count == whole.count or {part.count, whole.count} <= _SINGLE
    )
    value, most = numbers.middle(part), whole.high
    fits = value is None or most is None or value <= most
    inside = whole.areas <= (part.areas | part.wider)
    # What is told of the total's own place divides it otherwise than by place.
    return alike and fits and inside and (not whole.areas or part.areas != whole.areas)


def _by_place(parts: Sequence[Facet]) -> list[Facet]:
    """Return the parts that are told apart by their places, up to a repeated one.

    What "among them" picks out of a total overlaps; places do not.
    """
    seen: set[str] = set()
    placed = []
    for part in parts:
        if not part.areas or not _placed_here(part):
            continue
        if part.area in seen:
            break
        seen.add(part.area)
        placed.append(part)
    return placed


def _placed_here(part: Facet) -> bool:
    """Say whether a part's own words place it, rather than its total's."""
    own = part.claim.span
    spans = [p.span for p in part.claim.places if p.span is not None]
    near = (own.start - COLON <= s.start and s.end <= own.end + COLON for s in spans)
    return not spans or any(near)


def _sum_is_wrong(
    whole: Facet, parts: Sequence[Facet], facets: Sequence[Facet]
) -> Reason | None:
    """Return why parts do not make their total, or None where they can.

    A list may be followed by another one; where the first of them makes the total, it
    adds up.
    """
    stated, reached = numbers.interval(whole), numbers.total(parts)
    if stated is None or reached is None or len(parts) < FEWEST:
        return None
    far = _number_span(parts[0])[0] - _number_span(whole)[1] > REACH
    if far or _has_unread(parts):
        return None
    if any(_makes(stated, parts[:n]) for n in _ends(parts, facets)):
        return None
    short = stated[0] - reached[1] > max(1, SHORTFALL * stated[0])
    if short and not _is_whole_list(whole, parts):
        return None
    sums = " + ".join(numbers.worded(p) for p in parts)
    exact = reached[0] == reached[1]
    is_sum = numbers.shown(reached[0]) if exact else "another sum"
    stated_as = f"{numbers.worded(whole)} {plain_unit(whole.unit)}"
    words = "; ".join(dict.fromkeys(map(quoted, parts)))
    why = (
        f"The parts {sums} ({words}) make {is_sum}, not the stated {stated_as} "
        f"({quoted(whole)})."
    )
    return Reason(Relation.ARITHMETIC, Aspect.PARTS, why)


def _ends(parts: Sequence[Facet], facets: Sequence[Facet]) -> list[int]:
    """Return after how many parts a list may end, all of them included.

    Before one that stands far off, or behind another total ("and four by the other
    side").
    """
    spans = [_number_span(part) for part in parts]
    numbered = sorted(_number_span(f)[0] for f in facets)
    ends = []
    for n, (one, other) in enumerate(itertools.pairwise(spans), 1):
        between = bisect_left(numbered, other[0]) - bisect_left(numbered, one[1])
        if between or other[0] - one[1] > APART:
            ends.append(n)
    return [*ends, len(parts)]


def _has_unread(parts: Sequence[Facet]) -> bool:
    """Say whether the parts' own words hold a figure that is none of the parts."""
    read = {f"{n:g}" for part in parts if (n := numbers.middle(part)) is not None}
    words = (part.claim.quote.replace(",", "") for part in parts)
    return any(f"{float(n):g}" not in read for w in words for n in _FIGURE.findall(w))


_FIGURE = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?![\w%])")


def _is_whole_list(whole: Facet, parts: Sequence[Facet]) -> bool:
    """Say whether parts follow their total at once: "9 breaches: 4 in A, 2 in B"."""
    after = min(part.claim.span.start for part in parts) - whole.claim.span.end
    ends, begins = whole.claim.quote.lower(), parts[0].claim.quote.lower()
    picked = PICKING.intersection([*ends.split()[-LEAD:], *begins.split()[:LEAD]])
    spans = [_number_span(part) for part in parts]
    dense = all(b[0] - a[1] <= APART for a, b in itertools.pairwise(spans))
    return 0 < after <= COLON and not picked and dense


def _makes(stated: numbers.Interval, parts: Sequence[Facet]) -> bool:
    reached = numbers.total(parts)
    return reached is not None and numbers.compatible(stated, reached)


def _shares(facets: Sequence[Facet]) -> Iterator[Finding]:
    for facet in facets:
        level = facet.count is Count.LEVEL and facet.unit == "percent"
        if (
            level
            and facet.family not in _TALK
            and facet.low is not None
            and facet.low > WHOLE
        ):
            why = (
                f"A share of {numbers.worded(facet)} percent is more than the whole "
                f"({quoted(facet)})."
            )
            reason = Reason(Relation.ARITHMETIC, Aspect.SHARE, why)
            yield finding(
                reason,
                f"{_matter(facet)} share {_text(facet)} in {facet.document}",
                (facet,),
            )


def _headlines(facets: Sequence[Facet]) -> Iterator[Finding]:
    """Yield headline figures that the body gives differently and never gives alike."""
    for head in (f for f in facets if f.headline):
        alike = [f for f in facets if not f.headline and _alike(head, f)]
        here = [f for f in alike if head.areas <= (f.areas | f.wider)]
        if head.counted:  # what one place counts is not the headline's figure
            here = [f for f in here if f.areas == head.areas]
        body = [f for f in here if f.claim.part_of is None]
        if body and not _given(head, alike):
            given, said = numbers.worded(body[0]), numbers.worded(head)
            why = (
                f"The headline says {said} {plain_unit(head.unit)} ({quoted(head)}), "
                f"the body {given} ({quoted(body[0])})."
            )
            reason = Reason(Relation.CONTRADICTS, Aspect.HEADLINE, why)
            yield finding(
                reason,
                f"{head.family} {head.unit} headline {head.document}",
                (head, body[0]),
            )


def _given(head: Facet, body: Sequence[Facet]) -> bool:
    """Say whether a body gives its headline's figure, at once or place by place."""
    stated = numbers.interval(head)
    if stated is None or any(numbers.agree(head, f) for f in body):
        return True
    return any(_makes(stated, body[:n]) for n in range(2, len(body) + 1))


def _alike(head: Facet, body: Facet) -> bool:
    """Say whether a body figure is what a headline's figure is taken from."""
    if head.count is Count.LENGTH or not numbers.near(head, body):
        return False
    same = (head.family, head.unit, head.mode, head.claim.variant) == (
        body.family,
        body.unit,
        body.mode,
        body.claim.variant,
    )
    counts = {counted_as(head), counted_as(body)}
    counted = len(counts) == 1 or Count.UNSTATED in counts
    others = bool(head.doers and body.doers and not head.doers & body.doers)
    return same and counted and not others


def _conversions(facets: Sequence[Facet]) -> Iterator[Finding]:
    measured = sorted(
        (f for f in facets if f.unit in _MEASURED and f.claim.quantity),
        key=lambda f: _number_span(f)[0],
    )
    for a, b in itertools.pairwise(measured):
        if _converted(a, b) and not _close(a, b):
            why = (
                f"{_text(a)} and {_text(b)} are given as one measure ({quoted(a)}), "
                f"but come to {_rounded(a)} and {_rounded(b)} {a.unit}."
            )
            reason = Reason(Relation.ARITHMETIC, Aspect.CONVERSION, why)
            yield finding(
                reason, f"{_matter(a)} conversion {_text(a)} in {a.document}", (a, b)
            )


def _converted(a: Facet, b: Facet) -> bool:
    """Say whether the second figure stands right after the first as its conversion."""
    gap = _number_span(b)[0] - _number_span(a)[1]
    left, right = numbers.middle(a), numbers.middle(b)
    subjects = {claim_type(f.claim.kind).subject for f in (a, b)}
    if not 0 < gap <= BESIDE or a.unit != b.unit or len(subjects) > 1:
        return False
    if not _is_bracketed(a, b):
        return False
    if not left or not right:
        return False
    return 1 / WRONG_WAY < left / right < WRONG_WAY


def _is_bracketed(a: Facet, b: Facet) -> bool:
    """Say whether the second figure only explains the first: "10 km (six miles)"."""
    start = _number_span(a)[1] - a.claim.span.start
    end = _number_span(b)[0] - a.claim.span.start
    after = _number_span(b)[1] - a.claim.span.start
    between = a.claim.quote[max(start, 0) : max(end, 0)]
    units = a.claim.quote[max(start, 0) :], a.claim.quote[max(after, 0) :]
    if not all(map(meanings.is_measured, units)):
        return False
    return any(mark in between for mark in _EXPLAINING)


_EXPLAINING = ("(", "[", "/", " or ", " - ", "–", "—")


def _close(a: Facet, b: Facet) -> bool:
    left, right = numbers.interval(a), numbers.interval(b)
    if left is None or right is None:
        return True
    wide = (left[0] * (1 - CONVERSION), left[1] * (1 + CONVERSION))
    return numbers.compatible(wide, right)


def _number_span(facet: Facet) -> tuple[int, int]:
    quantity = facet.claim.quantity
    return (0, 0) if quantity is None else (quantity.span.start, quantity.span.end)


def _text(facet: Facet) -> str:
    quantity = facet.claim.quantity
    return "" if quantity is None else quantity.text


def _rounded(facet: Facet) -> str:
    return f"{round(numbers.middle(facet) or 0, 1):,.10g}"


def _matter(facet: Facet) -> str:
    return f"{facet.family} {facet.unit} in {place_text(facet)}"
