"""Gathering a theatre's material: its pack, the packs it extends, the gazetteer."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from trucewatch.reference import gazetteer, packrows
from trucewatch.reference.countries import States
from trucewatch.reference.entries import (
    Actor,
    Counter,
    Designation,
    Instrument,
    Place,
    Speaker,
)
from trucewatch.reference.pack import read_tsv, read_yaml

_ANYWHERE = "XX"  # the country of seas and regions of several countries
_TOWN_KM = 6.0  # the gazetteer's radius of a town of 50,000 or more


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
    states: States = field(default_factory=States)


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
