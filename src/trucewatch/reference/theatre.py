"""A theatre: the data pack of one conflict, loaded and ready to look names up in."""

import datetime as dt
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, NamedTuple, Protocol, TypeVar

from trucewatch.errors import UnknownTheatreError
from trucewatch.reference import gazetteer
from trucewatch.reference.assembly import Material, gather
from trucewatch.reference.entries import (
    Actor,
    Counter,
    Designation,
    Entry,
    EntryKind,
    Instrument,
    Place,
    Speaker,
)
from trucewatch.reference.folding import ACRONYM, ARTICLES
from trucewatch.reference.index import index
from trucewatch.reference.pack import read_yaml
from trucewatch.values.keys import content_key

__all__ = ["Entry", "EntryKind", "Table", "Theatre", "load_theatre", "theatre_names"]

HOME = Path(__file__).resolve().parent.parent / "theatres"
_DAWN, _DUSK = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
# What stands between the words of a name that folds to fewer words: articles and
# hyphens.
_SLACK = 2


class _Keyed(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Keyed)


class Table(Generic[T]):
    """Things of one sort under their keys; iterates over the things, not the keys."""

    __slots__ = ("_rows",)

    def __init__(self, rows: Iterable[T]) -> None:
        self._rows = {row.id: row for row in rows}

    def get(self, key: str | None) -> T | None:
        """Return the thing of that key, or None."""
        return None if key is None else self._rows.get(key)

    def __contains__(self, key: object) -> bool:
        return key in self._rows

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)


class Recalled(NamedTuple):
    """What was looked up under names as a text writes them: folding again costs more.

    Attributes:
        longest: How many words a name that starts with a word can have.
        entries: What a name can stand for.
    """

    longest: dict[str, int]
    entries: dict[str, tuple[Entry, ...]]


class Theatre:
    """One conflict's names, groups, speakers, places, instruments and counters.

    Attributes:
        name: Name of the pack, such as ``syria_2016``.
        title: Title to show.
        countries: ISO 3166 codes whose gazetteers are loaded, the theatre's own first.
        core: Keys of the first-level divisions the theatre is about, when it is not
            about whole countries.
        listed: Keys of the places the packs' own tables list.
        signals: Words that speak for this theatre when one is chosen from a text.
        first_day: First day the pack speaks of.
        last_day: Last day the pack speaks of.
        actors: Armed groups, states, organs, coalitions.
        speakers: Organisations and publishers.
        places: Gazetteer and supplement of the theatre's countries, and all states.
        instruments: Agreements, proposals, resolutions.
        counters: Series of counts.
        designations: Listings by authorities, in order of day.
        recalled: Where a reader keeps what it looked up here.
    """

    def __init__(self, material: Material) -> None:
        self.name, self.title = material.name, material.title
        self.countries = material.countries
        self.core = material.core
        self.signals = material.signals
        self.listed = frozenset(material.listed)
        self.first_day = material.first_day or _DAWN
        self.last_day = material.last_day or _DUSK
        self.actors: Table[Actor] = Table(material.actors)
        self.speakers: Table[Speaker] = Table(material.speakers)
        self.places: Table[Place] = Table(material.places)
        self.instruments: Table[Instrument] = Table(material.instruments)
        self.counters: Table[Counter] = Table(material.counters)
        self.designations: tuple[Designation, ...] = tuple(material.designations)
        self.recalled = Recalled({}, {})
        self._states = material.states
        self._material = material

    # Who only asks for labels of keys, as a screen does, never looks a name up: what
    # takes longest of a theatre is made when a name is first looked up.

    @cached_property
    def _entries(self) -> dict[str, tuple[Entry, ...]]:
        return index(self._material)

    @cached_property
    def _longest(self) -> dict[str, int]:
        return _longest(self._entries, self._states.longest)

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Return everything a folded name can stand for; a name can be several things.

        Args:
            key: A name after `trucewatch.reference.folding.fold`.
        """
        return self._entries.get(key) or self._states.compose(key)

    def longest(self, first_word: str) -> int:
        """Return how many words the longest name has that starts with this folded word.

        Words are counted as a text writes them, hyphens separating, so that articles
        between them have room; 0 means that no name starts so. An article or "the"
        alone may start any name.
        """
        return self._longest.get(first_word, 0)

    @cached_property
    def edition(self) -> str:
        """Digest of all that is known of names, people and places here."""
        tables = (
            self.actors,
            self.speakers,
            self.places,
            self.instruments,
            self.counters,
        )
        rows = [[repr(row) for row in table] for table in tables]
        return content_key("t", [list(self.countries), *rows])

    def __repr__(self) -> str:
        return f"Theatre({self.name!r}, {len(self._entries)} names)"


def _longest(keys: Iterable[str], composed: dict[str, int]) -> dict[str, int]:
    longest = dict(composed)
    for key in keys:
        first = key.partition(" ")[0]
        gaps = key.count(" ")
        count = gaps + 1 + (_SLACK if gaps else 1)
        if count > longest.get(first, 0):
            longest[first] = count
            if len(first) <= ACRONYM:  # a lone "US" keeps its capitals
                longest[first.upper()] = count
    most = max(longest.values(), default=0)
    for article in (*ARTICLES, "the"):
        longest[article] = most
    return longest


def theatre_names() -> tuple[str, ...]:
    """Return the names of the packs that ship with the program."""
    return tuple(sorted(p.parent.name for p in HOME.glob("*/theatre.yaml")))


def load_theatre(name_or_path: str | Path, countries: tuple[str, ...] = ()) -> Theatre:
    """Load a theatre by the name of a shipped pack or the folder of any pack.

    Args:
        name_or_path: Such as ``syria_2016``, or the path of a folder with a
            ``theatre.yaml``.
        countries: Further countries whose gazetteers are wanted, as ISO 3166 codes;
            with ``world`` they are the only ones.

    Raises:
        UnknownTheatreError: No such pack; suggests near names.
        ReferenceDataError: A file of the pack is wrong; names file and line.
    """
    return _load(str(find_pack(name_or_path)), tuple(dict.fromkeys(countries)))


def gazetteer_countries() -> tuple[str, ...]:
    """Return the ISO codes of the countries that have a gazetteer.

    ``load_theatre("world", gazetteer_countries())`` knows every place there is.
    """
    return gazetteer.countries(HOME / "gazetteer")


def find_pack(name_or_path: str | Path) -> Path:
    """Return the folder of a pack given by name or path.

    Raises:
        UnknownTheatreError: No such pack; suggests near names.
    """
    for folder in (HOME / str(name_or_path), Path(name_or_path)):
        if (folder / "theatre.yaml").is_file():
            return folder
    raise UnknownTheatreError(str(name_or_path), theatre_names())


@lru_cache(maxsize=32)
def _load(folder: str, countries: tuple[str, ...]) -> Theatre:
    return Theatre(gather(Path(folder), countries, HOME))


def titles() -> dict[str, str]:
    """Return the title of every shipped pack by name, without loading its data.

    This is what ``trucewatch theatre list`` prints.
    """
    heads = {
        name: read_yaml(HOME / name / "theatre.yaml")[0] for name in theatre_names()
    }
    return {name: head.needed("title") for name, head in heads.items()}
