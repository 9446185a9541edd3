"""Gathering a theatre's material from its own pack, the packs it extends, the gazetteer."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from trucewatch.reference import gazetteer, packrows
from trucewatch.reference.countries import States
from trucewatch.reference.entries import (
    Actor,
    Counter,
    Designation,
    Entry,
    EntryKind,
    Instrument,
    Name,
    Place,
    Speaker,
)
from trucewatch.reference.folding import fold
from trucewatch.reference.pack import expand, read_tsv, read_yaml
from trucewatch.reference.placewords import place_words

# A place name of one folded word of this many letters or fewer comes only from our own
# table: the alternates of gazetteers hold fragments such as "Al" and "Bo".
_SHORTEST = 3
_ANYWHERE = "XX"  # the country of seas and regions of several countries
_TOWN_KM = 6.0  # the gazetteer's radius of a town of 50,000 or more
_DIVISION = tuple(w for w, k in place_words().after.items() if k == "admin1")


@dataclass(slots=True)
class Material:
    """What was read for one theatre, before it is frozen."""

    name: str
    title: str
    countries: tuple[str, ...]
    first_day: dt.date | None
    last_day: dt.date | None
    core: frozenset[str] = frozenset()
    signals: tuple[str, ...] = ()
    listed: set[str] = field(default_factory=set)
    actors: list[Actor] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    counters: list[Counter] = field(default_factory=list)
    designations: list[Designation] = field(default_factory=list)
    extra: list[tuple[str, Entry]] = field(default_factory=list)
    states: States = field(default_factory=States)

    def index(self) -> dict[str, tuple[Entry, ...]]:
        """Return every folded name with what it can stand for, without repeats."""
        found: dict[str, dict[Entry, None]] = {}
        for text, entry in self._named():
            for form in expand(text):
                key = fold(form)
                if key:
                    found.setdefault(key, {})[entry] = None
        return {key: tuple(entries) for key, entries in found.items()}

    def _named(self) -> Iterable[tuple[str, Entry]]:
        yield from self.extra
        for actor in self.actors:
            yield from _of_names(actor.names, _actor_entry(actor))
        for speaker in self.speakers:
            yield from _speaker_entries(speaker)
        for paper in self.instruments:
            kind = EntryKind.INSTRUMENT
            entry = Entry(kind, paper.id, paper.label, paper.sort)
            yield from _of_names(paper.names, entry)
        for place in self.places:
            entry = Entry(EntryKind.PLACE, place.id, place.label, place.kind)
            own = place.source == "supplement"
            for text in (place.label, *place.names):
                bare = own or len(text) > _SHORTEST
                if bare and text.lower() not in place_words().generic:
                    yield text, entry
                if bare:
                    if place.kind == "admin1":
                        yield from ((f"{text} {w}", entry) for w in _DIVISION)


def _of_names(names: Iterable[Name], entry: Entry) -> Iterable[tuple[str, Entry]]:
    for name in names:
        dated = Entry(
            entry.kind, entry.id, entry.label, entry.sort, entry.actor, name.valid
        )
        yield name.text, dated


def _actor_entry(actor: Actor) -> Entry:
    owner = next((t.actor for t in actor.ties if t.tie == "part_of"), None)
    return Entry(EntryKind.ACTOR, actor.id, actor.label, actor.sort, owner)


def _speaker_entries(speaker: Speaker) -> Iterable[tuple[str, Entry]]:
    kind = EntryKind.SPEAKER
    key = speaker.under or speaker.id
    sort = "office" if speaker.under else speaker.sort
    entry = Entry(kind, key, speaker.label, sort, speaker.actor)
    yield from _of_names(speaker.names, entry)
    for person in speaker.persons:
        label = person.name.split("|")[0]
        held = Entry(kind, key, label, "person", speaker.actor, person.valid)
        for text in person.name.split("|"):
            yield text, held


def gather(folder: Path, countries: tuple[str, ...], home: Path) -> Material:
    """Read a pack, the packs it extends and the gazetteer of its countries.

    Args:
        folder: The pack's folder.
        countries: Further countries to load places of.
        home: Folder of the shipped packs and of the gazetteer.

    Raises:
        ReferenceDataError: A file is wrong; names file and line.
    """
    head = read_yaml(folder / "theatre.yaml")[0]
    own = tuple(dict.fromkeys((*head.texts("countries"), *countries)))
    material = Material(
        name=head.needed("name"),
        title=head.needed("title"),
        countries=own,
        first_day=head.day("first_day"),
        last_day=head.day("last_day", last=True),
        core=frozenset(head.texts("core")),
        signals=head.texts("signals"),
    )
    _read_pack(folder, material)
    for base in head.texts("extends"):
        _read_pack(home / base, material)
    tables = (gazetteer.WORLD, *own)
    listed = [p for c in tables for p in gazetteer.places_of(home / "gazetteer", c)]
    if material.core:
        listed = [p for p in listed if _wanted(p, material.core)]
    material.places = merged_places(material.places, listed)
    return material


def _wanted(place: Place, core: frozenset[str]) -> bool:
    """Say whether a theatre about some divisions only needs a gazetteer's place.

    Outside the core a village is nothing but a namesake of one inside; towns stay.
    """
    return (
        place.kind != "settlement"
        or place.admin1 in core
        or place.radius_km >= _TOWN_KM
    )


def merged_places(own: list[Place], listed: list[Place]) -> list[Place]:
    """Return our own places, then the gazetteer's; one key's rows are made one.

    A row of our own may repeat a gazetteer's key to give a place another label or more
    names; what it leaves empty comes from the gazetteer.
    """
    rows = {p.id: p for p in listed}
    first: dict[str, None] = {}
    for place in own:
        if place.id not in first:
            base = rows.get(place.id)
            rows[place.id] = place if base is None else _over(place, base)
            first[place.id] = None
    return [rows[k] for k in first] + [p for k, p in rows.items() if k not in first]


def _over(place: Place, base: Place) -> Place:
    """Return ``base`` with what ``place`` says."""
    moved = place.lat is not None
    return replace(
        place,
        lat=place.lat if moved else base.lat,
        lon=place.lon if moved else base.lon,
        radius_km=place.radius_km or base.radius_km,
        country=place.country or base.country,
        admin1=place.admin1 or base.admin1,
        names=(*place.names, base.label, *base.names),
        source=place.source if moved else base.source,
        source_id=place.source_id if moved else base.source_id,
        disputed=place.disputed or base.disputed,
    )


_YAML: tuple[tuple[str, str, Callable[..., object]], ...] = (
    ("actors.yaml", "actors", packrows.actor),
    ("speakers.yaml", "speakers", packrows.speaker),
    ("publishers.yaml", "speakers", packrows.speaker),
    ("instruments.yaml", "instruments", packrows.instrument),
    ("counters.yaml", "counters", packrows.counter),
)


def _read_pack(folder: Path, material: Material) -> None:
    """Add a pack's rows; what an earlier pack already keyed is kept as it was."""
    for file, kind, make in _YAML:
        if not (folder / file).is_file():
            continue
        rows = getattr(material, kind)
        known = {row.id for row in rows}
        for row in read_yaml(folder / file):
            made = make(row)
            if made.id not in known:  # type: ignore[attr-defined]
                rows.append(made)
    if (folder / "designations.tsv").is_file():
        rows_tsv = read_tsv(folder / "designations.tsv")
        material.designations.extend(packrows.designation(r) for r in rows_tsv)
    if (folder / "places.tsv").is_file():
        rows_tsv = read_tsv(folder / "places.tsv")
        wanted = {*material.countries, _ANYWHERE}
        places = map(packrows.place, rows_tsv)
        kept = [p for p in places if p.country in wanted]
        material.places.extend(kept)
        material.listed.update(p.id for p in kept)
    if (folder / "countries.tsv").is_file():
        _add_states(States.read(folder), material)


def _add_states(states: States, material: Material) -> None:
    """Add the table of states; rows that packs wrote out themselves stay."""
    material.states = states
    material.extra.extend(states.entries())
    material.places.extend(states.places())
    known = {a.id for a in material.actors}
    for actor in states.actors():
        if actor.id not in known:
            known.add(actor.id)
            material.actors.append(actor)
    known = {s.id for s in material.speakers}
    for speaker in states.speakers():
        if speaker.id not in known:
            known.add(speaker.id)
            material.speakers.append(speaker)
