"""Segments: a document's text cut where furniture, speakers or claims begin and end."""

import itertools
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

VOICES = 8  # colours there are for speakers


class Segment(NamedTuple):
    """A stretch of text with the same marks throughout.

    Attributes:
        text: The words.
        furniture: Why it is no body text, or empty.
        claims: Keys of the claims whose quotes it is in, the shortest first.
        colour: Number of the speaker's colour, or None.
        wanted: Whether it is in the quote of the claim that is looked at.
    """

    text: str
    furniture: str
    claims: tuple[str, ...]
    colour: int | None
    wanted: bool


def speakers_of(claims: Iterable[Any]) -> dict[str, int]:
    """Return the colour of each speaker, the most frequent ones apart."""
    counts: dict[str, int] = {}
    for claim in claims:
        name = claim.speaker or "unattributed"
        counts[name] = counts.get(name, 0) + 1
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: min(number, VOICES - 1) for number, name in enumerate(ranked)}


def segments(
    document: Any,  # noqa: ANN401 - a document of the api
    claims: Sequence[Any],
    *,
    wanted: str = "",
) -> list[Segment]:
    """Return a document's text in segments that join to the text.

    Args:
        document: The document.
        claims: Its claims.
        wanted: Key of the claim that is looked at, or empty.
    """
    text = document.text
    colours = speakers_of(claims)
    cuts = {0, len(text)}
    for mark in document.furniture:
        cuts |= {mark.span.start, mark.span.end}
    for claim in claims:
        cuts |= {claim.span.start, claim.span.end}
    edges = sorted(cuts)
    by_start = sorted(claims, key=lambda c: c.span.start)
    marks = sorted(document.furniture, key=lambda m: m.span.start)
    found, opened, at, mark_at = [], [], 0, 0
    for start, end in itertools.pairwise(edges):
        while at < len(by_start) and by_start[at].span.start <= start:
            opened.append(by_start[at])
            at += 1
        opened = [claim for claim in opened if claim.span.end > start]
        while mark_at < len(marks) and marks[mark_at].span.end <= start:
            mark_at += 1
        mark = marks[mark_at] if mark_at < len(marks) else None
        inside = mark is not None and mark.span.start <= start
        found.append(
            _segment(
                text[start:end],
                str(mark.reason) if inside and mark else "",
                opened,
                colours,
                wanted,
            )
        )
    return found


def _segment(
    text: str,
    furniture: str,
    claims: Sequence[Any],
    colours: dict[str, int],
    wanted: str,
) -> Segment:
    ordered = sorted(claims, key=lambda c: (c.span.end - c.span.start, c.key))
    keys = tuple(claim.key for claim in ordered)
    colour = colours[ordered[0].speaker or "unattributed"] if ordered else None
    return Segment(text, furniture, keys, colour, wanted in keys)
