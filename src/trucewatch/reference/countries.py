"""The table of states, and the names that follow from it by pattern."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from trucewatch.reference.entries import Actor, Entry, EntryKind, Name, Place, Speaker
from trucewatch.reference.pack import Row, read_tsv, read_yaml


def _cells(row: Row, field: str) -> list[str]:
    return [c.strip() for c in row.text(field).split("|") if c.strip()]


def read_countries(folder: Path, material: Any) -> None:  # noqa: ANN401
    """Add every state of countries.tsv with what patterns.yaml makes of it.

    A pattern is a speaker or an actor each state has, such as its defence ministry; its
    names hold ``[name]`` and ``[adj]``. A state whose key for it differs from the rule
    ("us_dod" for "us_mod") says so in the column ``keys``.

    Raises:
        ReferenceDataError: A row is wrong; names file and line.
    """
    patterns = read_yaml(folder / "patterns.yaml")
    actors = {a.id for a in material.actors}
    speakers = {s.id: i for i, s in enumerate(material.speakers)}
    for row in read_tsv(folder / "countries.tsv"):
        _one_country(row, material, actors)
        for pattern in patterns:
            _one_pattern(row, pattern, material, actors, speakers)


def _one_country(row: Row, material: Any, actors: set[str]) -> None:  # noqa: ANN401
    code = row.needed("code")
    names = (row.needed("name"), *_cells(row, "names"))
    key = code.lower()
    radius = row.number("radius_km") or 300.0
    material.places.append(
        Place(
            key,
            names[0],
            "country",
            row.number("lat"),
            row.number("lon"),
            radius,
            code,
            None,
            names[1:],
            "supplement",
            "countries.tsv",
        )
    )
    if key not in actors:
        listed = tuple(Name(n) for n in names)
        material.actors.append(
            Actor(key, names[0], "state", code, listed, (), None, ("common",))
        )
    demonym = Entry(EntryKind.DEMONYM, key, names[0], "adjective", key)
    material.extra.extend((a, demonym) for a in _cells(row, "adjectives"))
    keys = dict(k.split("=") for k in _cells(row, "keys"))
    government = keys.get("gov", f"{key}_gov")
    said = Entry(EntryKind.SPEAKER, government, names[0], "metonym", key)
    material.extra.extend(
        (c, said) for c in (*_cells(row, "capital"), *_cells(row, "metonyms"))
    )
    material.extra.append((names[0], said))


def _forms(row: Row, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts with every name and adjective of the state filled in."""
    names = [row.needed("name"), *_cells(row, "names")]
    adjectives = _cells(row, "adjectives")
    found = []
    for text in texts:
        if "[adj]" in text:
            found.extend(text.replace("[adj]", a) for a in adjectives)
        else:
            found.extend(text.replace("[name]", n) for n in names)
    return tuple(found)


def _one_pattern(
    row: Row,
    pattern: Row,
    material: Any,
    actors: set[str],
    speakers: dict[str, int],  # noqa: ANN401
) -> None:
    code = row.needed("code").lower()
    keys = dict(k.split("=") for k in _cells(row, "keys"))
    part = pattern.needed("id")
    key = keys.get(part, f"{code}_{part}")
    label = pattern.needed("label").replace("[name]", row.needed("name"))
    names = tuple(Name(t) for t in _forms(row, pattern.texts("names")))
    if pattern.needed("makes") == "actor":
        entry = Entry(EntryKind.ACTOR, key, label, "organ", code)
        if key not in actors:
            material.actors.append(
                Actor(key, label, "organ", code.upper(), names, (), None, ("common",))
            )
        material.extra.extend((n.text, entry) for n in names)
        return
    material.extra.extend(
        (n.text, Entry(EntryKind.SPEAKER, key, label, "organisation", code))
        for n in names
    )
    if key not in speakers:
        material.speakers.append(
            Speaker(
                key,
                label,
                "organisation",
                code,
                code.upper(),
                "organisation",
                (),
                None,
                names,
                (),
                (),
                ("common",),
            )
        )
