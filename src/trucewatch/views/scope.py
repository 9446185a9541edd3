"""Scope: of which days, of which area and for whom a brief is.

A standpoint says from where one looks; a scope says what one looks at. Contradictions
and disputes are found among all claims seen, and then shown where one of theirs is in
the scope.
"""

import functools
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import resources

import yaml

from trucewatch.claims.claim import Claim
from trucewatch.errors import PartialDateError, StandpointError, UnknownNameError
from trucewatch.reference.entries import EntryKind, Place
from trucewatch.reference.folding import fold
from trucewatch.reference.theatre import Theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.stances import PlaceRole

EVERYBODY = "everybody"
_BROAD = ("admin1", "country", "region", "settlement", "feature")


@dataclass(frozen=True, slots=True)
class Audience:
    """For whom a brief is.

    Attributes:
        name: Its name in addresses and options.
        title: What people read.
        about: One sentence on what stands in such a brief.
        sections: Subjects with a section, in order.
        sentences: Most sentences of a section.
        redacted: Whether private persons are withheld unless asked otherwise.
    """

    name: str
    title: str
    about: str
    sections: tuple[str, ...]
    sentences: int
    redacted: bool = False


@functools.cache
def audiences() -> dict[str, Audience]:
    """Return all audiences by name, the usual one first."""
    text = resources.files("trucewatch.views").joinpath("audiences.yaml")
    rows = yaml.safe_load(text.read_text("utf-8"))
    return {
        name: Audience(
            name,
            row["title"],
            row["about"],
            tuple(row["sections"]),
            row["sentences"],
            redacted=row.get("redacted", False),
        )
        for name, row in rows.items()
    }


@dataclass(frozen=True, slots=True)
class Scope:
    """What a brief looks at.

    Attributes:
        audience: For whom it is.
        start: First day, or None for all that was before.
        end: Last day, or None for all that comes.
        area: The place it is about, or None for everywhere.
        place: Gives a place by its key, to know what lies in the area.
    """

    audience: Audience
    start: PartialDate | None = None
    end: PartialDate | None = None
    area: Place | None = None
    place: Callable[[str | None], Place | None] = lambda _: None

    @classmethod
    def parse(
        cls,
        known: Theatre,
        *,
        audience: str = "",
        start: str = "",
        end: str = "",
        area: str = "",
    ) -> "Scope":
        """Read a scope from what somebody typed; what is left empty does not matter.

        Args:
            known: All theatres.
            audience: Name of an audience.
            start: First day (2016, 2016-05 or 2016-05-23).
            end: Last day.
            area: Key or name of a place.

        Raises:
            UnknownNameError: No audience or place is called so.
            StandpointError: A day cannot be read.
        """
        name = audience or EVERYBODY
        if name not in audiences():
            raise UnknownNameError("audience", name, audiences())
        return cls(
            audiences()[name],
            _day("from", start),
            _day("to", end),
            area_named(area, known) if area else None,
            known.places.get,
        )

    @property
    def is_everything(self) -> bool:
        """Whether every claim is in it."""
        return self.start is None and self.end is None and self.area is None

    def fits(self, claim: Claim, published: str | None) -> bool:
        """Say whether a claim is in it.

        A claim that names no day counts for the day of its document, and one without
        either for no period. A claim that names no place is in no area.

        Args:
            claim: The claim.
            published: Day of publication of its document, or None.
        """
        if self.area is not None and not self._is_there(claim, self.area):
            return False
        if self.start is None and self.end is None:
            return True
        first = _read(claim.time.start or claim.time.end or published)
        last = _read(claim.time.end or claim.time.start or published)
        if first is None or last is None:
            return False
        begins_in_time = self.end is None or first.first_day <= self.end.last_day
        ends_in_time = self.start is None or last.last_day >= self.start.first_day
        return begins_in_time and ends_in_time

    def _is_there(self, claim: Claim, area: Place) -> bool:
        here = (p.id for p in claim.places if p.role is not PlaceRole.FROM)
        return any(key is not None and self._lies_in(key, area) for key in here)

    def _lies_in(self, key: str, area: Place) -> bool:
        if key == area.id:
            return True
        found = self.place(key)
        if found is None:
            return False
        if area.kind == "country":
            return found.country == area.country
        return found.admin1 == area.id

    def lines(self) -> tuple[tuple[str, str], ...]:
        """Return it in words, one label and value a line; nothing where it is all."""
        found = []
        if self.start is not None or self.end is not None:
            first, last = self.start or "the beginning", self.end or "the end"
            found.append(("Period", f"{first} to {last}"))
        if self.area is not None:
            left_out = "claims that name no place in it are left out"
            found.append(("Area", f"{self.area.label}; {left_out}"))
        if self.audience.name != EVERYBODY:
            found.append(("For", self.audience.title))
        return tuple(found)


def everything() -> Scope:
    """Return the scope of a brief of everything for everybody."""
    return Scope(audiences()[EVERYBODY])


def area_named(text: str, known: Theatre) -> Place:
    """Return the place that a key or a name means; of several the broadest.

    Raises:
        UnknownNameError: No place is called so.
    """
    place = known.places.get(text)
    if place is not None:
        return place
    keys = [e.id for e in known.entries(fold(text)) if e.kind is EntryKind.PLACE]
    found = [place for key in keys if (place := known.places.get(key)) is not None]
    if not found:
        raise UnknownNameError("place", text, _near(text, known.places))
    return min(found, key=lambda p: (_breadth(p), p.id))


def _breadth(place: Place) -> int:
    return _BROAD.index(place.kind) if place.kind in _BROAD else len(_BROAD)


def _near(text: str, places: Iterable[Place]) -> list[str]:
    start = text[:2].casefold()
    broad = (p.label for p in places if p.kind in {"admin1", "country"})
    return [label for label in broad if label.casefold().startswith(start)]


def _day(which: str, text: str) -> PartialDate | None:
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except PartialDateError as error:
        how = "write 2016, 2016-05 or 2016-05-23"
        raise StandpointError(which, text, how) from error


def _read(text: str | None) -> PartialDate | None:
    try:
        return None if text is None else PartialDate.parse(text)
    except PartialDateError:  # as odd as a document has it
        return None
