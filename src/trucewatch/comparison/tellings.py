"""Two tellings of one event: on which points does the later one say something else?

A later version of a page, or another paper's retelling, mostly leaves things out;
that is no disagreement. What it *brings in* is, where the earlier telling lacks it:
another place, day, weapon, actor or victim.
"""

import csv
import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum
from importlib import resources

from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reading.times import TimeExpression, TimeKind
from trucewatch.reference.entries import Entry, EntryKind

_DATED = frozenset({TimeKind.DATE, TimeKind.PERIOD})
_CAUSES = frozenset({"SHELL", "AIRSTRIKE", "BOMB"})
_HARM = frozenset({"KILL", "WOUND", "CASUALTY"})
_DONE_TO = frozenset({"were", "was", "been", "being", "dead", "died"})
# So many words around a name may say what it does or what is done to it.
REACH = 6
NEAR = 3


class Point(StrEnum):
    """What two tellings of one event can disagree on."""

    ACTOR = "actor"
    CAUSE = "cause"
    PLACE = "place"
    DATE = "date"
    VICTIMS = "victims"


def differing_points(earlier: Reading, later: Reading) -> frozenset[Point]:
    """Return the points on which the later telling says something new."""
    found = set(_new_parties(earlier, later))
    if _places(later) - _places(earlier):
        found.add(Point.PLACE)
    if _dates(later) - _dates(earlier):
        found.add(Point.DATE)
    if _new_cause(earlier, later):
        found.add(Point.CAUSE)
    return frozenset(found)


def _entry(mention: NameMention) -> Entry:
    return mention.entries[0]


def _places(reading: Reading) -> set[str]:
    """Return the places below a country that a telling names."""
    return {
        entry.id
        for mention in reading.names
        if (entry := _entry(mention)).kind is EntryKind.PLACE
        and entry.sort != "country"
    }


def _dates(reading: Reading) -> set[str]:
    """Return the days a telling names, as they resolve within its own text."""
    return {_day(time) for time in reading.times if time.kind in _DATED}


def _day(time: TimeExpression) -> str:
    return time.value


def _new_cause(earlier: Reading, later: Reading) -> bool:
    """Say whether a kind of weapon is named more often, and in a new word."""
    before, after = _causes(earlier), _causes(later)
    had, has = (Counter(kind for _, kind in c) for c in (before, after))
    words = {word for word, _ in after} - {word for word, _ in before}
    return bool(words) and any(has[kind] > had[kind] for kind in has)


def _causes(reading: Reading) -> list[tuple[str, str]]:
    low = reading.tokens.low
    return [
        (" ".join(low[act.first : act.after]), kind)
        for act in reading.acts
        for kind in act.classes[:1]
        if kind in _CAUSES
    ]


def _new_parties(earlier: Reading, later: Reading) -> Iterator[Point]:
    """Yield the part that each party plays which only the later telling names."""
    known = {party for _, party in _parties(earlier)}
    for mention, party in _parties(later):
        if party not in known and _is_armed_party(mention, later):
            yield _part(mention, later)


def _parties(reading: Reading) -> Iterator[tuple[NameMention, str]]:
    for mention in reading.names:
        entry = _entry(mention)
        if entry.kind is EntryKind.ACTOR:
            yield mention, entry.id
        elif entry.kind is EntryKind.DEMONYM and entry.actor:
            yield mention, entry.actor


def _is_armed_party(mention: NameMention, reading: Reading) -> bool:
    """Say whether a name is more than a country's: "Russia" is not, its jets are."""
    entry = _entry(mention)
    if entry.kind is EntryKind.ACTOR and entry.sort != "state":
        return True
    around = reading.tokens.low[mention.first : mention.after + 2]
    return any(words().get(word) == "force" for word in around)


def _part(mention: NameMention, reading: Reading) -> Point:
    """Return whether a named party acts, or is acted upon, where it is named."""
    low = reading.tokens.low
    before = low[max(0, mention.first - NEAR) : mention.first]
    leads = {words().get(word) for word in before}
    if "done_to" in leads or any(word.isdigit() for word in before[-2:]):
        return Point.VICTIMS
    if "done_by" in leads:
        return Point.ACTOR
    harm = [a for a in reading.acts if _HARM.intersection(a.classes)]
    for act in harm:
        if 0 <= act.first - mention.after <= REACH:
            passive = _DONE_TO.intersection(low[mention.after : act.after])
            return Point.VICTIMS if passive else Point.ACTOR
    led = any(0 <= mention.first - act.after <= REACH for act in harm)
    return Point.VICTIMS if led else Point.ACTOR


@functools.cache
def words() -> Mapping[str, str]:
    """Return the words that tell what a name stands for, with what they tell."""
    text = (resources.files("trucewatch.comparison") / "tellings.tsv").read_text(
        "utf-8"
    )
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {r["word"]: r["part"] for r in csv.DictReader(lines, delimiter="\t")}
