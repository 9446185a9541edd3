"""Resolving a place's name: candidates with reasons, a choice only where one is due.

The order is theatre and document context, exact or folded name, listed alternate,
transliteration key (gazetteer and supplement only), register, unresolved. The country
comes from the theatre, never from the number of inhabitants; what stays ambiguous is
returned as ambiguous, with every candidate.
"""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher

from trucewatch.reference.entries import EntryKind, Place
from trucewatch.reference.folding import fold
from trucewatch.reference.geometry import distance_km
from trucewatch.reference.placewords import PlaceWords, place_words
from trucewatch.reference.relative import resolve_relative
from trucewatch.reference.resolution import Candidate, PlaceContext, Resolution
from trucewatch.reference.theatre import Theatre
from trucewatch.reference.translit import translit_key
from trucewatch.values.stances import PlacePrecision

__all__ = ["Candidate", "PlaceContext", "Places", "Resolution"]

SAME_KM = 8.0  # two records of one name nearer than this are one place recorded twice
ALIKE = 0.6  # share of letters in common, for names that only sound alike
_SOUND = "transliteration"
NEAR_KM = 60.0  # "in the neighbourhood of the places the document already named"

_NOTHING = PlaceContext()
_PRECISION = {
    "settlement": PlacePrecision.SETTLEMENT,
    "admin1": PlacePrecision.GOVERNORATE,
    "region": PlacePrecision.AREA,
    "feature": PlacePrecision.POINT,
    "country": PlacePrecision.COUNTRY,
}
_LINES_KM = 25.0  # a feature wider than this is a line or an area, not a point


Narrow = Callable[[tuple[Candidate, ...]], tuple[tuple[Candidate, ...], str]]


class Places:
    """Resolves names in one theatre, and remembers what it resolved."""

    def __init__(self, theatre: Theatre) -> None:
        self.theatre = theatre
        self._words: PlaceWords = place_words()
        self._by_sound: dict[str, tuple[str, ...]] | None = None
        self._known: dict[tuple[str, PlaceContext], Resolution] = {}

    def resolve(self, name: str, *, context: PlaceContext = _NOTHING) -> Resolution:
        """Resolve a name, with its context words ("Homs province", "the town of Nubl").

        Args:
            name: The name as written.
            context: What the document says around it.
        """
        key = (name, context)
        if key not in self._known:
            self._known[key] = self._resolve(name, context)
        return self._known[key]

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return every place a bare name may mean here, best reason first."""
        found = self._named(fold(name))
        if not found:
            found = self._sounding(name)
        return tuple(sorted(found, key=_rank))

    def _resolve(self, name: str, context: PlaceContext) -> Resolution:
        bare, hint = self._words.split(name)
        found = self.candidates(name)
        if not found and bare != name:
            found = self.candidates(bare)
        elif hint and bare != name:
            # "Damascus province" may be listed whole; the hint then has no more to say.
            hint = None
        found = self._heard_here(found, context)
        if not found:
            made = resolve_relative(
                name, lambda inner: self.resolve(inner, context=context)
            )
            if made is not None:
                return made
            why = f"no place called {name!r} in {self.theatre.name}"
            return Resolution(name, (), None, PlacePrecision.UNRESOLVED, why)
        return self._choose(name, found, hint or context.prefer, context)

    def _heard_here(
        self, found: tuple[Candidate, ...], context: PlaceContext
    ) -> tuple[Candidate, ...]:
        """Drop places abroad that only sound like a name: a village is no capital."""
        wanted = context.countries or self.theatre.countries
        if not wanted or any(c.reason != _SOUND for c in found):
            return found
        return tuple(c for c in found if c.country in wanted)

    def _choose(
        self,
        name: str,
        found: tuple[Candidate, ...],
        kind: str | None,
        context: PlaceContext,
    ) -> Resolution:
        left, why = found, found[0].reason
        for narrow in (
            _by_kind(kind),
            self._by_country(context),
            self._by_core(context),
            self._by_own_table,
            _by_rank,
            _by_sort(kind),
        ):
            fewer, reason = narrow(left)
            if fewer and len(fewer) < len(left):
                left, why = fewer, reason
        left = _merged(left)
        if len(left) > 1:
            nearer = self._near(left, context)
            if len(nearer) == 1:
                left, why = nearer, "nearest to the places named beside it"
        if len(left) > 1:
            what = f"{len(left)} places are called {name!r}"
            return Resolution(name, left, None, PlacePrecision.UNRESOLVED, what)
        return _chosen(name, left[0], found, why)

    def _named(self, key: str) -> list[Candidate]:
        found = []
        for entry in self.theatre.entries(key):
            place = (
                self.theatre.places.get(entry.id)
                if entry.kind is EntryKind.PLACE
                else None
            )
            if place is not None:
                reason = "name" if fold(place.label) == key else "alternate"
                if place.lat is None:
                    reason = "register"
                found.append(candidate(place, reason))
        return found

    def _sounding(self, name: str) -> list[Candidate]:
        """Return the places whose transliteration key is that of the name.

        A key forgets the vowels; the letters must still be alike, or "Daraa with" would
        be Dayr Atiyah.
        """
        if self._by_sound is None:
            self._by_sound = _sounds(self.theatre.places)
        keys = self._by_sound.get(translit_key(name), ())
        places = [p for p in map(self.theatre.places.get, keys) if p is not None]
        alike = {p.id: _likeness(name, p) for p in places}
        best = max(alike.values(), default=0.0)
        return [candidate(p, _SOUND) for p in places if alike[p.id] >= max(ALIKE, best)]

    def _by_country(self, context: PlaceContext) -> Narrow:
        wanted = context.countries or self.theatre.countries

        def narrow(found: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], str]:
            for country in wanted:
                here = tuple(c for c in found if c.country == country)
                if here:
                    return here, f"the document is about {country}"
            return found, ""

        return narrow

    def _by_core(self, context: PlaceContext) -> Narrow:
        def narrow(found: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], str]:
            for wanted, why in (
                (context.admin1, "in the division named beside it"),
                (self.theatre.core, "in the divisions the theatre is about"),
            ):
                here = tuple(c for c in found if c.admin1 in wanted or c.id in wanted)
                if here:
                    return here, why
            return found, ""

        return narrow

    def _by_own_table(
        self, found: tuple[Candidate, ...]
    ) -> tuple[tuple[Candidate, ...], str]:
        """Prefer what the theatre's own table lists to its namesakes elsewhere."""
        own = tuple(c for c in found if c.id in self.theatre.listed)
        return own, "the theatre's own table means this one"

    def _near(
        self, found: tuple[Candidate, ...], context: PlaceContext
    ) -> tuple[Candidate, ...]:
        known = [p for p in map(self.theatre.places.get, context.near) if p is not None]
        points = [
            (p.lat, p.lon) for p in known if p.lat is not None and p.lon is not None
        ]
        return tuple(
            c
            for c in found
            if c.lat is not None
            and c.lon is not None
            and any(distance_km((c.lat, c.lon), p) <= NEAR_KM for p in points)
        )


def candidate(place: Place, reason: str) -> Candidate:
    """Return a place as a candidate for a name, with why."""
    return Candidate(
        place.id,
        place.label,
        place.kind,
        place.lat,
        place.lon,
        place.country,
        place.admin1,
        place.source,
        place.source_id,
        reason,
        place.radius_km,
    )


_REASONS = ("name", "alternate", "transliteration", "register")


def _rank(found: Candidate) -> tuple[int, bool, str]:
    """Order candidates: by reason, our own table before the gazetteer, then by key."""
    return _REASONS.index(found.reason), found.source != "supplement", found.id


def _by_kind(kind: str | None) -> Narrow:
    def narrow(found: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], str]:
        if kind is None:
            return found, ""
        return tuple(
            c for c in found if c.kind == kind
        ), f"the words beside it say {kind}"

    return narrow


def _by_rank(found: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], str]:
    """Keep the candidates of the best reason; a register's row weighs like a name."""
    weight = {"name": 0, "register": 0, "alternate": 1, "transliteration": 2}
    best = min(weight[c.reason] for c in found)
    return tuple(c for c in found if weight[c.reason] == best), "it is the primary name"


def _by_sort(kind: str | None) -> Narrow:
    """Prefer a settlement to the division that has its name, where no word decides."""

    def narrow(found: tuple[Candidate, ...]) -> tuple[tuple[Candidate, ...], str]:
        if kind is not None:
            return found, ""
        return (
            tuple(c for c in found if c.kind != "admin1"),
            "the settlement, since no word says the division of the same name",
        )

    return narrow


def _merged(found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Drop records that repeat a place already kept."""
    kept: list[Candidate] = []
    for one in found:
        if not any(_same(one, other) for other in kept):
            kept.append(one)
    return tuple(kept)


def _same(one: Candidate, other: Candidate) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    reach = max(SAME_KM, one.radius_km, other.radius_km)
    return distance_km((one.lat, one.lon), (other.lat, other.lon)) <= reach


def _chosen(
    name: str, one: Candidate, found: tuple[Candidate, ...], why: str
) -> Resolution:
    rest = tuple(c for c in found if c is not one)
    precision = _PRECISION[one.kind]
    if one.kind == "feature" and one.radius_km > _LINES_KM:
        precision = PlacePrecision.AREA
    if one.lat is None:
        reason = f"{one.label} is in the register, without a point"
        return Resolution(name, (one, *rest), one, PlacePrecision.UNRESOLVED, reason)
    return Resolution(name, (one, *rest), one, precision, why)


def _likeness(name: str, place: Place) -> float:
    """Return the share of letters that ``name`` has in common with a place's name."""
    key = fold(name)
    return max(
        SequenceMatcher(None, key, fold(text)).ratio()
        for text in (place.label, *place.names)
    )


def _sounds(places: Iterable[Place]) -> dict[str, tuple[str, ...]]:
    """Return the keys of places by transliteration key; registers take no part."""
    found: dict[str, dict[str, None]] = {}
    for place in places:
        if place.lat is None or place.kind == "country":
            continue
        for text in (place.label, *place.names):
            key = translit_key(text)
            if key:
                found.setdefault(key, {})[place.id] = None
    return {key: tuple(ids) for key, ids in found.items()}
