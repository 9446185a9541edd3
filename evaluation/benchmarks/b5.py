"""B5: places named in headlines, against the points of coded events.

The development headlines of ``ucdp_syria``: for each gold place the system is right
when it attaches to that name a point within 25 km. The gold lists only places with a
fatal event, so nothing is said of what else was found: recall, not precision. The
register of places that comes with the set is not used by anything here.
"""

import json
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from evaluation.rows import Row, intervals
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import find_names
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.entries import EntryKind
from trucewatch.reference.folding import fold
from trucewatch.reference.geometry import distance_km
from trucewatch.reference.places import Places
from trucewatch.reference.placewords import place_words
from trucewatch.reference.resolution import Resolution
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.spans import Span

NAME = "b5_places"
HEADLINES = "benchmarks/ucdp_syria/headlines_geo.jsonl"
NEEDS = (HEADLINES,)
THEATRE = "syria_2016"
SPLIT = "dev"
CLOSE_KM, WIDE_KM = 25.0, 161.0
# Where the gold stands under a spelling of its own, the name in the headline is looked
# for by its letters.
_LETTERS = re.compile(r"[^a-z]")


class Found(NamedTuple):
    """A place name of a headline and what it resolves to."""

    span: Span
    resolution: Resolution


class Tally(NamedTuple):
    """What one headline counts: gold, within 25 km, within 161 km, right division."""

    gold: int
    close: int
    wide: int
    division: int


def measure(shared: Path) -> list[Row]:
    """Return recall at 25 km and 161 km and the accuracy of first-level divisions."""
    tallies = [tally(headline) for headline in headlines(shared / HEADLINES)]

    def figures(drawn: Sequence[Tally]) -> tuple[float, float, float]:
        gold = sum(t.gold for t in drawn) or 1
        return (
            sum(t.close for t in drawn) / gold,
            sum(t.wide for t in drawn) / gold,
            sum(t.division for t in drawn) / gold,
        )

    gold = sum(t.gold for t in tallies)
    names = ("recall_25km", "recall_161km", "governorate")
    ends = intervals(tallies, figures)
    return [
        Row(f"{NAME}/{SPLIT}", name, value, gold, low, high)
        for name, value, (low, high) in zip(names, figures(tallies), ends, strict=True)
    ]


def headlines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the headlines of the development half."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            headline = json.loads(line)
            if headline["split"] == SPLIT:
                yield headline


@lru_cache(maxsize=1)
def places() -> Places:
    """Return the resolver of the theatre."""
    return Places(load_theatre(THEATRE))


def found_places(text: str) -> list[Found]:
    """Return the place names of a headline with their resolutions."""
    tokens = tokenise(text)
    found = []
    for name in find_names(text, tokens, places().theatre, lexicon()):
        if name.is_a(EntryKind.PLACE):
            words = name.span.of(text)
            behind = text[name.span.end :].split(" ", 2)[1:2]
            if behind and behind[0] in place_words().after:
                words = f"{words} {behind[0]}"
            found.append(Found(name.span, places().resolve(words)))
    return found


def tally(headline: dict[str, Any]) -> Tally:
    """Count what is right in one headline."""
    found = found_places(headline["headline"])
    close = wide = division = 0
    for gold in headline["gold_places"]:
        named = [
            f for f in found if _is_named(gold["name"], f.span.of(headline["headline"]))
        ]
        chosen = [f.resolution.chosen for f in named if f.resolution.chosen is not None]
        points = [
            (c.lat, c.lon) for c in chosen if c.lat is not None and c.lon is not None
        ]
        far = min(
            (distance_km(p, (gold["lat"], gold["lon"])) for p in points),
            default=20_039.0,
        )
        close += far <= CLOSE_KM
        wide += far <= WIDE_KM
        wanted = division_of(gold["adm1"])
        division += any(wanted in {c.admin1, c.id} for c in chosen)
    return Tally(len(headline["gold_places"]), close, wide, division)


def division_of(name: str) -> str | None:
    """Return the key of a first-level division by its name in the gold."""
    chosen = places().resolve(name).chosen
    return None if chosen is None else chosen.id


def _is_named(gold: str, words: str) -> bool:
    """Say whether words of a headline hold a gold name, however it is spaced."""
    inside, outside = _bare(gold), _bare(words)
    return inside in outside or outside in inside


def _bare(text: str) -> str:
    return _LETTERS.sub("", fold(text).casefold())
