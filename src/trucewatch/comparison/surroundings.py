"""What comparison is told of the world around the claims, handed in as one argument."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from trucewatch.reference.entries import Actor, Counter, Instrument, Place, Speaker

T_co = TypeVar("T_co", covariant=True)


class Shelf(Protocol[T_co]):
    """A table of a theatre, looked up by key."""

    def get(self, key: str | None) -> T_co | None:
        """Return the entry of that key, or None."""


class Knowledge(Protocol):
    """The part of a theatre that comparison and registers read; `Theatre` fits."""

    @property
    def actors(self) -> Shelf[Actor]:
        """The actors, by key."""

    @property
    def speakers(self) -> Shelf[Speaker]:
        """The speakers, by key."""

    @property
    def places(self) -> Shelf[Place]:
        """The places, by key."""

    @property
    def instruments(self) -> Shelf[Instrument]:
        """The instruments, by key."""

    @property
    def counters(self) -> Shelf[Counter]:
        """The counters, by key."""


class _Nothing:
    """A table that knows nothing."""

    def get(self, key: str | None) -> None:
        del key


class NothingKnown:
    """A theatre without entries: names then mean only themselves."""

    actors = speakers = places = instruments = counters = _Nothing()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything besides the claims that comparison looks at.

    Attributes:
        theatre: Who belongs to whom, what lies where, who counts what.
        published: Document key to the ISO 8601 date it was published, as far as known.
        copies: Document key to the key of its group of near-duplicates; a document that
            is not in it is its own root.
    """

    theatre: Knowledge = field(default_factory=NothingKnown)
    published: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)

    def root(self, document: str) -> str:
        """Return the root a document shares with its copies."""
        return self.copies.get(document, document)

    def wider(self, place: str) -> tuple[str, ...]:
        """Return the places that contain a place, the nearest first."""
        known = self.theatre.places.get(place)
        if known is None:
            return ()
        found = [known.admin1, known.country.lower()]
        return tuple(p for p in found if p and p != place)

    def coarse(self, place: str) -> bool:
        """Say whether a place is wider than a town, with much going on at once."""
        known = self.theatre.places.get(place)
        return known is not None and known.kind in {"admin1", "region", "country"}

    def side(self, speaker_or_actor: str) -> str:
        """Return whose side somebody is on: the actor a speaker speaks for.

        An organ leads to what it is part of; whoever the theatre does not know stands
        for itself.
        """
        speaker = self.theatre.speakers.get(speaker_or_actor)
        actor_id = (speaker and speaker.actor) or speaker_or_actor
        actor = self.theatre.actors.get(actor_id)
        seen = {actor_id}
        while actor is not None:
            whole = next((t.actor for t in actor.ties if t.tie == "part_of"), None)
            if whole is None or whole in seen:
                break
            seen.add(whole)
            actor_id, actor = whole, self.theatre.actors.get(whole)
        return actor_id
