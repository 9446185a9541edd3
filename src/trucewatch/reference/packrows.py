"""Turning rows of a pack into the nouns of a theatre."""

import re
from typing import Any

from trucewatch.reference.entries import (
    Actor,
    Counter,
    Designation,
    Instrument,
    Name,
    Person,
    Place,
    ReportingPeriod,
    Speaker,
    Tie,
)
from trucewatch.reference.pack import Row


def _names(row: Row, label: str) -> tuple[Name, ...]:
    """Return the label and all names, each a text or a mapping with text and days."""
    value = row.fields.get("names", [])
    if not isinstance(value, list):
        row.refuse("names must be a list", "names")
    return (Name(label), *(_name(row, item) for item in value))


def _name(row: Row, item: Any) -> Name:  # noqa: ANN401 - text or mapping
    if isinstance(item, str):
        return Name(item)
    if not isinstance(item, dict) or not isinstance(item.get("text"), str):
        row.refuse("a name is a text, or a mapping with text, from and until", "names")
    return Name(item["text"], row.days(item))


def actor(row: Row) -> Actor:
    """Make an actor of a row of actors.yaml."""
    label = row.needed("label")
    ties = tuple(
        Tie(str(t.get("tie", "part_of")), str(t.get("actor", "")), row.days(t))
        for t in row.maps("ties")
    )
    return Actor(
        id=row.needed("id"),
        label=label,
        sort=row.needed("sort"),
        country=row.text("country") or None,
        names=_names(row, label),
        ties=ties,
        valid=row.days(),
        source=row.texts("source"),
    )


def speaker(row: Row) -> Speaker:
    """Make a speaker of a row of speakers.yaml or publishers.yaml."""
    label, sort = row.needed("label"), row.text("sort", "organisation")
    persons = tuple(
        Person(str(p.get("name", "")), str(p.get("office", "")), row.days(p))
        for p in row.maps("persons")
    )
    default = "press" if sort == "publisher" else "organisation"
    return Speaker(
        id=row.needed("id"),
        label=label,
        sort=sort,
        under=row.text("under") or None,
        actor=row.text("actor") or None,
        country=row.text("country") or None,
        voice=row.text("voice", default),
        interest=row.texts("interest"),
        owner=row.text("owner") or None,
        names=_names(row, label),
        imprints=row.texts("imprints"),
        persons=persons,
        sites=row.texts("sites"),
        source=row.texts("source"),
    )


def instrument(row: Row) -> Instrument:
    """Make an instrument of a row of instruments.yaml."""
    label = row.needed("label")
    ties = tuple(
        (str(t.get("tie", "")), str(t.get("instrument", ""))) for t in row.maps("ties")
    )
    return Instrument(
        id=row.needed("id"),
        label=label,
        sort=row.needed("sort"),
        names=_names(row, label),
        declared=row.day("declared"),
        effective=row.day("effective"),
        until=row.day("until", last=True),
        status=row.text("status", "agreed"),
        parties=row.texts("parties"),
        guarantors=row.texts("guarantors"),
        exclusions=row.texts("exclusions"),
        scope=row.texts("scope"),
        ties=ties,
        source=row.texts("source"),
    )


def counter(row: Row) -> Counter:
    """Make a counter of a row of counters.yaml."""
    return Counter(
        id=row.needed("id"),
        label=row.needed("label"),
        speaker=row.needed("speaker"),
        unit=row.needed("unit"),
        aggregation=row.needed("aggregation"),
        area=row.text("area") or None,
        against=row.text("against") or None,
        definition=row.needed("definition"),
        cues=row.texts("cues"),
        since=row.day("since"),
        source=row.texts("source"),
        period=_period(row),
    )


_TIME_OF_DAY = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")


def _period(row: Row) -> ReportingPeriod | None:
    """Read ``{ends: "19:30", days_before: 1, hours: 24}``."""
    value = row.fields.get("period")
    if value is None:
        return None
    wanted = "a period is a mapping with ends (hh:mm), days_before and hours"
    if not isinstance(value, dict) or value.keys() != {"ends", "days_before", "hours"}:
        row.refuse(wanted, "period")
    ends, before, hours = (str(value[k]) for k in ("ends", "days_before", "hours"))
    whole = before.isdecimal() and hours.isdecimal() and int(hours) > 0
    if not whole or not _TIME_OF_DAY.fullmatch(ends):
        row.refuse(wanted, "period")
    return ReportingPeriod(ends, int(before), int(hours))


def designation(row: Row) -> Designation:
    """Make a designation of a row of designations.tsv."""
    return Designation(
        actor=row.needed("actor"),
        authority=row.needed("authority"),
        action=row.needed("action"),
        day=row.day("day"),
        source=tuple(row.needed("source").split("|")),
    )


def place(row: Row) -> Place:
    """Make a place of a row of places.tsv (the curated supplement)."""
    names = tuple(n.strip() for n in row.text("names").split("|") if n.strip())
    return Place(
        id=row.needed("id"),
        label=row.needed("label"),
        kind=row.needed("kind"),
        lat=row.number("lat"),
        lon=row.number("lon"),
        radius_km=row.number("radius_km") or 0.0,
        country=row.text("country"),
        admin1=row.text("admin1") or None,
        names=names,
        source="supplement",
        source_id=row.needed("source"),
        disputed=row.text("disputed") == "yes",
    )
