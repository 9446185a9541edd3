"""Where: the places of a text as claims use them, with their prepositions."""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from trucewatch.claims.claim import ClaimPlace
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span
from trucewatch.values.stances import PlacePrecision, PlaceRole


class PlaceUse(NamedTuple):
    """A place name where it stands, and how it is led in.

    Attributes:
        first: Index of the first token of the name.
        after: Index after its last token, generic words behind it included.
        lead: Index of the first token of preposition and generic words before it.
        span: Where the name stands.
        entries: What the theatre knows it as; empty for a name it lacks.
        role: What the preposition says.
        led: Whether a preposition leads it in.
    """

    first: int
    after: int
    lead: int
    span: Span
    entries: tuple[Entry, ...]
    role: PlaceRole
    led: bool


@dataclass(frozen=True, slots=True)
class _Words:
    roles: dict[str, PlaceRole]
    generic: frozenset[str]
    never: frozenset[str]
    never_before: frozenset[str]


@cache
def _words() -> _Words:
    path = resources.files("trucewatch.reading") / "english" / "placing.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    roles = {
        phrase: PlaceRole(name)
        for name in ("at", "near", "from", "to")
        for phrase in data[name]
    }
    return _Words(
        roles,
        frozenset(data["generic"]),
        frozenset(data["never"]),
        frozenset(data["never_before"]),
    )


_NAME = re.compile(
    r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*|(?:al|el|ad|ar|as|ash|at|az|an|ez|es|et)-[A-Z]\S*"
)
_JOINERS = frozenset(
    ("al", "el", "ad", "as", "ash", "az", "de", "del", "la", "bin", "umm")
)


class PlaceFinder:
    """Finds the place uses of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = _words()
        self.dated = [(t.span.start, t.span.end) for t in reading.times]

    def find(self) -> tuple[PlaceUse, ...]:
        """Return the place uses of the body, in order."""
        known = {name.first: name for name in self.reading.names}
        covered: set[int] = set()
        for name in self.reading.names:
            covered.update(range(name.first, name.after))
        uses: list[PlaceUse] = []
        for sentence in self.reading.sentences:
            i = sentence.first
            while i < sentence.after:
                use = None
                if i in known:
                    use = self._known(known[i], sentence.first, sentence.after)
                    step = known[i].after
                elif i not in covered:
                    use = self._unknown(i, sentence.first, sentence.after, covered)
                    step = i + 1 if use is None else use.after
                else:
                    step = i + 1
                if use is not None:
                    uses.append(use)
                i = max(step, i + 1)
        return tuple(uses)

    def _lead(self, first: int, start: int) -> tuple[int, PlaceRole, bool]:
        """Return where the words that lead a name in begin, and what they say."""
        low, i = self.tokens.low, first
        generic = self.words.generic - {"of"}
        while i > start and (
            low[i - 1] in generic or (low[i - 1] == "of" and low[i - 2] in generic)
        ):
            i -= 1
        for length in (2, 1):
            if i - length < start:
                continue
            role = self.words.roles.get(" ".join(low[i - length : i]))
            if role is not None:
                return i - length, role, True
        return i, PlaceRole.AT, False

    def _trail(self, after: int, limit: int) -> int:
        """Return the index after the generic words that follow a name."""
        low = self.tokens.low
        while after < limit and low[after] in self.words.generic and low[after] not in (
            "the", "of", "all", "both", "line", "side",
        ):  # fmt: skip
            after += 1
        return after

    def _known(self, name: NameMention, start: int, limit: int) -> PlaceUse | None:
        places = name.of_kind(EntryKind.PLACE)
        if not places:
            return None
        lead, role, led = self._lead(name.first, start)
        if (
            not led
            and len(places) < len(name.entries)
            and not self._listed(name, start)
        ):
            return None  # "Damascus said": a government, not a place
        before = self.tokens.low[lead - 1] if lead > start else ""
        behind = self.tokens.low[name.after] if name.after < limit else ""
        if behind in self.words.never_before or before in self.words.never_before:
            return None
        return PlaceUse(
            name.first,
            self._trail(name.after, limit),
            lead,
            name.span,
            places,
            role,
            led,
        )

    def _listed(self, name: NameMention, start: int) -> bool:
        """Say whether a name without preposition stands in a list or heading."""
        text = self.tokens.text
        behind = text[name.after] if name.after < len(text) else ""
        return (
            name.first == start or behind in "(:–-|," or text[name.first - 1] in "(,:"
        )

    def _unknown(
        self, i: int, start: int, limit: int, covered: set[int]
    ) -> PlaceUse | None:
        """Take a capitalised name after a preposition of place for a place."""
        text, low = self.tokens.text, self.tokens.low
        if not _NAME.fullmatch(text[i]) or low[i] in self.words.never:
            return None
        begins = self.tokens.start[i]
        if any(a <= begins < b for a, b in self.dated):
            return None
        lead, role, led = self._lead(i, start)
        after = i + 1
        while (
            after < limit
            and after not in covered
            and (_NAME.fullmatch(text[after]) or text[after].lower() in _JOINERS)
            and low[after] not in self.words.never
        ):
            after += 1
        trail = self._trail(after, limit)
        behind = low[trail] if trail < limit else ""
        generic_behind = trail > after
        if not led or self._at_end(lead, start):
            figure = behind[:1].isdecimal() or (
                behind in ("(", "–", "—", ":")
                and trail + 1 < limit
                and low[trail + 1][:1].isdecimal()
            )
            if not (figure or generic_behind) or (i == start and not figure):
                return None
            led = generic_behind
        if low[lead] in ("of", "for", "by", "over", "to") and not generic_behind:
            return None
        if (
            after < limit
            and text[after] in (".",)
            and after + 1 < limit
            and text[after + 1][:1].isupper()
            and len(text[after - 1]) <= 2
        ):  # noqa: PLR2004 - an initial
            return None
        return PlaceUse(i, trail, lead, self.tokens.span(i, after), (), role, led)

    def _at_end(self, lead: int, start: int) -> bool:
        return lead < start


def claim_place(reading: Reading, use: PlaceUse) -> ClaimPlace:
    """Return a place use as the claim record has it, resolved by the theatre."""
    text = use.span.of(reading.document.text)
    chosen = _choose(reading, use)
    if chosen is None:
        return ClaimPlace(
            use.role, None, None, text, use.span, None, None,
            PlacePrecision.UNRESOLVED, len(use.entries),
        )  # fmt: skip
    place = reading.theatre.places.get(chosen.id)
    lat = None if place is None else place.lat
    lon = None if place is None else place.lon
    precision = _PRECISION.get(chosen.sort, PlacePrecision.SETTLEMENT)
    if use.role is PlaceRole.NEAR and precision is PlacePrecision.SETTLEMENT:
        precision = PlacePrecision.NEAR
    return ClaimPlace(
        use.role, chosen.id, chosen.label, text, use.span, lat, lon, precision,
        len(use.entries),
    )  # fmt: skip


_PRECISION = {
    "settlement": PlacePrecision.SETTLEMENT,
    "admin1": PlacePrecision.GOVERNORATE,
    "region": PlacePrecision.AREA,
    "feature": PlacePrecision.POINT,
    "country": PlacePrecision.COUNTRY,
}
_PROVINCE = frozenset(
    (
        "province",
        "provinces",
        "governorate",
        "governorates",
        "oblast",
        "region",
        "countryside",
    )
)
_CITY = frozenset(("city", "town", "village"))


def _choose(reading: Reading, use: PlaceUse) -> Entry | None:
    """Choose among namesakes by the generic words around the name, else none."""
    if len(use.entries) <= 1:
        return use.entries[0] if use.entries else None
    around = set(reading.tokens.low[use.lead : use.first])
    around.update(reading.tokens.low[use.first : use.after])
    if around & _PROVINCE:
        wanted = [e for e in use.entries if e.sort == "admin1"]
    elif around & _CITY:
        wanted = [e for e in use.entries if e.sort == "settlement"]
    else:
        wanted = [e for e in use.entries if e.sort == "admin1"] or list(use.entries)
    return wanted[0] if len(wanted) == 1 else None
