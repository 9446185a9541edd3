"""The index of names: folded name to everything it can stand for in a theatre."""

from collections.abc import Iterable, Iterator
from functools import cache

from trucewatch.reference.assembly import Material
from trucewatch.reference.entries import (
    Actor,
    Entry,
    EntryKind,
    Name,
    Place,
    Speaker,
)
from trucewatch.reference.folding import fold
from trucewatch.reference.pack import expand
from trucewatch.reference.placewords import place_words

# The alternates of gazetteers hold fragments such as "Al" and "Bo": a place's name of
# this many letters or fewer counts only from our own tables.
_SHORTEST = 3


def index(material: Material) -> dict[str, tuple[Entry, ...]]:
    """Return every folded name with what it can stand for, without repeats."""
    found: dict[str, tuple[Entry, ...]] = {}
    for text, entry in _named(material):
        for form in expand(text) if "{" in text else (text,):
            key = fold(form)
            known = found.get(key)
            if known is None:
                found[key] = (entry,)
            elif entry not in known and not _shadowed(entry, key, known):
                found[key] = (*known, entry)
    found.pop("", None)
    return found


def _shadowed(entry: Entry, key: str, known: tuple[Entry, ...]) -> bool:
    """Say whether a place's alternate name is better known as a publisher's.

    Gazetteers list "Sana" for Sana'a; SANA is an agency.
    """
    return (
        entry.kind is EntryKind.PLACE
        and fold(entry.label) != key
        and any(other.sort == "publisher" for other in known)
    )


def _named(material: Material) -> Iterator[tuple[str, Entry]]:
    yield from material.states.entries()
    for actor in material.actors:
        yield from _of_names(actor.names, _of_actor(actor))
    for speaker in material.speakers:
        yield from _of_speaker(speaker)
    for paper in material.instruments:
        entry = Entry(EntryKind.INSTRUMENT, paper.id, paper.label, paper.sort)
        yield from _of_names(paper.names, entry)
    for place in material.places:
        yield from _of_place(place)


def _of_names(names: Iterable[Name], entry: Entry) -> Iterator[tuple[str, Entry]]:
    for name in names:
        if name.valid is None:
            yield name.text, entry
        else:
            yield name.text, entry.during(name.valid)


def _of_actor(actor: Actor) -> Entry:
    owner = next((t.actor for t in actor.ties if t.tie == "part_of"), None)
    return Entry(EntryKind.ACTOR, actor.id, actor.label, actor.sort, owner)


def _of_speaker(speaker: Speaker) -> Iterator[tuple[str, Entry]]:
    kind = EntryKind.SPEAKER
    key = speaker.under or speaker.id
    sort = "office" if speaker.under else speaker.sort
    entry = Entry(kind, key, speaker.label, sort, speaker.actor)
    yield from _of_names(speaker.names, entry)
    for person in speaker.persons:
        spellings = person.name.split("|")
        held = Entry(kind, key, spellings[0], "person", speaker.actor, person.valid)
        yield from ((text, held) for text in spellings)


def _of_place(place: Place) -> Iterator[tuple[str, Entry]]:
    entry = Entry(EntryKind.PLACE, place.id, place.label, place.kind)
    own = place.source == "supplement"
    generic = place_words().generic
    for text in (place.label, *place.names):
        if own or len(text) > _SHORTEST:
            if text.lower() not in generic:
                yield text, entry
            if place.kind == "admin1":
                yield from ((f"{text} {word}", entry) for word in _division_words())


@cache
def _division_words() -> tuple[str, ...]:
    """Return the words that follow a division's name: province, governorate, oblast."""
    words = place_words().after.items()
    return tuple(word for word, kind in words if kind == "admin1")
