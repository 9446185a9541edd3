"""What comparison is told of the world around the claims, handed in as one argument."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from trucewatch.reference.entries import (
    Actor,
    Counter,
    Entry,
    EntryKind,
    Instrument,
    Place,
    Speaker,
)
from trucewatch.reference.folding import fold

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

    @property
    def edition(self) -> str:
        """Digest of everything that is known."""

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 codes of the countries the conflict is in."""

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return everything a folded name can stand for."""


class _Nothing:
    """A table that knows nothing."""

    def get(self, key: str | None) -> None:
        del key


class NothingKnown:
    """A theatre without entries: names then mean only themselves."""

    actors = speakers = places = instruments = counters = _Nothing()
    countries: tuple[str, ...] = ()
    edition = "nothing known"

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return nothing, whatever the name."""
        del key
        return ()


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
    _sides: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

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

    def _people_of(self, words: str) -> str:
        """Return the one actor whose people words name, else the words themselves."""
        entries = [e for w in fold(words).split() for e in self.theatre.entries(w)]
        named = {e.actor for e in entries if e.kind is EntryKind.DEMONYM and e.actor}
        return named.pop() if len(named) == 1 else words

    def is_party(self, key: str) -> bool:
        """Say whether a key is an actor's, or a camp such as "opposition"."""
        known = self.theatre.actors.get(key) is not None
        return known or key in {"government", "opposition"}

    def abroad(self, place: str) -> bool:
        """Say whether a place lies outside the countries the conflict is in."""
        known, countries = self.theatre.places.get(place), self.theatre.countries
        return known is not None and bool(countries) and known.country not in countries

    def whole(self, place: str) -> bool:
        """Say whether a place is a country of the conflict: everywhere, that is."""
        known = self.theatre.places.get(place)
        own = known is not None and known.country in self.theatre.countries
        return own and known is not None and known.kind == "country"

    def is_country(self, place: str) -> bool:
        """Say whether a place is a country, of the conflict or not."""
        known = self.theatre.places.get(place)
        return known is not None and known.kind == "country"

    def coarse(self, place: str) -> bool:
        """Say whether a place is wider than a town, with much going on at once."""
        known = self.theatre.places.get(place)
        return known is not None and known.kind in {"admin1", "region", "country"}

    def side(self, speaker_or_actor: str) -> str:
        """Return whose side somebody is on: the actor a speaker speaks for.

        An organ leads to what it is part of. Of whoever the theatre does not know, a
        single adjective of a people decides ("the Turkish experts"); else they stand
        for themselves.
        """
        known = self._sides.get(speaker_or_actor)
        if known is None:
            known = self._sides[speaker_or_actor] = self._side(speaker_or_actor)
        return known

    def _side(self, speaker_or_actor: str) -> str:
        speaker = self.theatre.speakers.get(speaker_or_actor)
        actor_id = (speaker and speaker.actor) or speaker_or_actor
        actor = self.theatre.actors.get(actor_id)
        if speaker is None and actor is None:
            return self._people_of(speaker_or_actor)
        seen = {actor_id}
        while actor is not None:
            whole = next((t.actor for t in actor.ties if t.tie == "part_of"), None)
            if whole is None or whole in seen:
                break
            seen.add(whole)
            actor_id, actor = whole, self.theatre.actors.get(whole)
        return actor_id
