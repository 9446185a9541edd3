"""The nouns of a theatre: what a pack knows of actors, speakers, places and papers."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

Days = tuple[dt.date | None, dt.date | None]


class EntryKind(StrEnum):
    """What a name in a text can stand for."""

    ACTOR = "actor"
    SPEAKER = "speaker"
    PLACE = "place"
    INSTRUMENT = "instrument"
    DEMONYM = "demonym"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that one name can stand for.

    Attributes:
        kind: What the name stands for.
        id: Key of the thing. The entry of a person or an office has the key of the
            organisation it speaks for, so that a claim's speaker is that organisation.
        label: Neutral name to show; for a person, the person's name.
        sort: Actor: group, state, organ, mission, coalition, people. Speaker:
            organisation, office, person, publisher, metonym (a capital or building said
            for its government: a speaker only as the subject of a reporting verb).
            Place: settlement, admin1, region, feature, country. Instrument: agreement,
            proposal, resolution. Demonym: adjective.
        actor: Key of the actor a speaker speaks for, an organ belongs to or a demonym
            points at; None where there is none.
        valid: First and last day the name fits, or None when it always does.
    """

    kind: EntryKind
    id: str
    label: str
    sort: str
    actor: str | None = None
    valid: Days | None = None

    def during(self, valid: Days) -> "Entry":
        """Return the same entry for a name that fits between two days only."""
        return Entry(self.kind, self.id, self.label, self.sort, self.actor, valid)

    def holds(self, day: dt.date | None) -> bool:
        """Say whether the name fits on ``day``; without a day it may always."""
        if day is None or self.valid is None:
            return True
        first, last = self.valid
        return (first is None or first <= day) and (last is None or day <= last)


@dataclass(frozen=True, slots=True)
class Name:
    """One way a thing is called, with the days between which it is."""

    text: str
    valid: Days | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """A dated tie between two actors: what ``actor`` was to its owner.

    Attributes:
        tie: part_of, split_from, merged_into, renamed_from or allied_with.
        actor: Key of the other actor.
        valid: First and last day of the tie.
    """

    tie: str
    actor: str
    valid: Days | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed group, state, organ, coalition, mission or people.

    Attributes:
        id: Key.
        label: Neutral name to show.
        sort: group, state, organ, mission, coalition or people.
        country: ISO 3166 code of its seat, or None.
        names: Every known name, dated where it changed.
        ties: Memberships, splits, mergers and renamings.
        valid: First and last day it existed under this key.
        source: Keys of the sources the entry rests on.
    """

    id: str
    label: str
    sort: str
    country: str | None
    names: tuple[Name, ...]
    ties: tuple[Tie, ...]
    valid: Days | None
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who speaks for an organisation while in a public office."""

    name: str
    office: str
    valid: Days | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """An organisation that makes statements, or a publisher.

    Attributes:
        id: Key, as claims carry it.
        label: Neutral name to show.
        sort: organisation or publisher.
        under: Key of the organisation its statements are recorded under when others
            cite it (a mission under the United Nations), or None.
        actor: Key of the actor it speaks for, or None.
        country: ISO 3166 code, or None.
        voice: "organisation" when its own pages speak as itself, "press" when they
            report.
        interest: Tags: belligerent, ally, guarantor, opponent, monitor, humanitarian,
            mediator, media, state_media.
        owner: Who owns or pays it, in words, or None.
        names: Every name, office and dated alias.
        imprints: Names that only stand for it where a publisher is named ("TIME").
        persons: Office-holders with their days.
        sites: Domains of its own pages.
        source: Keys of the sources the entry rests on.
    """

    id: str
    label: str
    sort: str
    under: str | None
    actor: str | None
    country: str | None
    voice: str
    interest: tuple[str, ...]
    owner: str | None
    names: tuple[Name, ...]
    imprints: tuple[str, ...]
    persons: tuple[Person, ...]
    sites: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with a point, its uncertainty and where the point comes from.

    Attributes:
        id: Key such as ``sy_aleppo``.
        label: Name to show, in Latin letters.
        kind: settlement, admin1, region, feature or country.
        lat: Latitude in degrees, or None when a register knows only the name.
        lon: Longitude in degrees, or None.
        radius_km: How far from the point the place reaches or the point may err.
        country: ISO 3166 code (UN convention for disputed areas).
        admin1: Key of the first-level division it lies in, or None.
        names: Names and listed alternates.
        source: geonames, natural_earth, katottg, airportsdata or supplement.
        source_id: Its identifier there.
        disputed: Whether the UN convention and the holder on the ground differ.
    """

    id: str
    label: str
    kind: str
    lat: float | None
    lon: float | None
    radius_km: float
    country: str
    admin1: str | None
    names: tuple[str, ...]
    source: str
    source_id: str
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """An agreement, proposal or resolution.

    Attributes:
        id: Key.
        label: Name to show.
        sort: agreement, proposal or resolution.
        names: Names texts use.
        declared: Day it was agreed, adopted or put forward.
        effective: Day it took effect, or None.
        until: Last day of a fixed term, or None.
        status: agreed, proposed, adopted, expired, superseded or collapsed.
        parties: Keys of the actors bound by it.
        guarantors: Keys of guarantors, brokers and co-chairs.
        exclusions: Keys of actors outside it.
        scope: Keys of the places it covers; empty means the whole theatre.
        ties: Keys of instruments it extends, implements or supersedes, by tie.
        source: Keys of the sources the entry rests on.
    """

    id: str
    label: str
    sort: str
    names: tuple[Name, ...]
    declared: dt.date | None
    effective: dt.date | None
    until: dt.date | None
    status: str
    parties: tuple[str, ...]
    guarantors: tuple[str, ...]
    exclusions: tuple[str, ...]
    scope: tuple[str, ...]
    ties: tuple[tuple[str, str], ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """The stretch a body's regular report covers, against the day it is dated.

    Attributes:
        ends: Time of day at which it ends, as ``19:30``.
        days_before: How many days before the report's date it ends.
        hours: How long it is.
    """

    ends: str
    days_before: int
    hours: int


@dataclass(frozen=True, slots=True)
class Counter:
    """A series of counts: who counts what, by whose definition, where, against whom.

    Attributes:
        id: Key such as ``ru_crc.groups``.
        label: What is counted, in a few words.
        speaker: Key of the speaker who counts.
        unit: Canonical unit.
        aggregation: cumulative_total, per_period or stock.
        area: Key of the area counted over, or None for the whole theatre.
        against: Key of the actor counted against, or None.
        definition: The counter's own definition, or what is known of it.
        cues: Words that stand beside its figures.
        since: First day counted, or None.
        source: Keys of the sources the entry rests on.
        period: What its regular report covers, or None where that is not known.
    """

    id: str
    label: str
    speaker: str
    unit: str
    aggregation: str
    area: str | None
    against: str | None
    definition: str
    cues: tuple[str, ...]
    since: dt.date | None
    source: tuple[str, ...]
    period: ReportingPeriod | None = None


@dataclass(frozen=True, slots=True)
class Designation:
    """A listing by a named authority: a dated fact about an act, not about a group.

    Attributes:
        actor: Key of the actor.
        authority: Who acted, such as "UN Security Council 1267 Committee".
        action: requested, proposed, listed, blocked or delisted.
        day: When.
        source: Keys of the sources the entry rests on.
    """

    actor: str
    authority: str
    action: str
    day: dt.date | None
    source: tuple[str, ...]
