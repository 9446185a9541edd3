"""Hints: which country a name speaks for, in one small table.

To choose a document's theatre one must know where its names lie before any gazetteer is
loaded. ``gazetteer/HINTS.tsv`` holds, for every country with a gazetteer, the names of
the state, its divisions, larger towns, listed places and armed groups, with a weight.
It is derived: `derive` makes it from the packs, ``tools/build_refdata.py`` writes it,
and a test compares the two.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from trucewatch.reference import gazetteer, packrows
from trucewatch.reference.countries import States
from trucewatch.reference.entries import Actor
from trucewatch.reference.folding import DROPPABLE, fold
from trucewatch.reference.pack import expand, read_tsv, read_yaml
from trucewatch.reference.placewords import place_words

FILE = "HINTS.tsv"
_STATE, _GROUP, _PLACE, _CAPITAL = 3, 3, 2, 1
_TOWN_KM = 6.0
# Missions and peoples are found in many countries.
_EVERYWHERE = frozenset({"mission", "people"})
_MOST = 2  # a name of more countries than this speaks for none
_SHORTEST = 3
_LONGEST = 4  # words
_WORD = re.compile(r"[\w'’.-]+")
Hint = tuple[tuple[str, int], ...]


def derive(home: Path) -> dict[str, Hint]:
    """Derive the table from the packs and the gazetteer under ``home``.

    Returns:
        Folded name to the countries it speaks for, each with its weight.
    """
    known = set(gazetteer.countries(home / "gazetteer"))
    found: dict[str, dict[str, int]] = {}
    for named in (_of_packs(home), _of_gazetteers(home, known)):
        # What our own tables say of a name outranks its namesakes in the gazetteers.
        taken = frozenset(found)
        for name, country, weight in named:
            key = fold(name)
            if key not in taken and country in known and _speaks(key):
                weights = found.setdefault(key, {})
                weights[country] = max(weight, weights.get(country, 0))
    return {
        key: tuple(sorted(weights.items()))
        for key, weights in sorted(found.items())
        if len(weights) <= _MOST
    }


def _speaks(key: str) -> bool:
    """Say whether a folded name is particular enough to speak for a country."""
    return (
        len(key) >= _SHORTEST
        and len(key.split()) <= _LONGEST
        and key not in place_words().generic
    )


def _of_gazetteers(home: Path, known: set[str]) -> Iterator[tuple[str, str, int]]:
    for country in sorted(known):
        for place in gazetteer.places_of(home / "gazetteer", country):
            if place.kind == "admin1" or (
                place.kind == "settlement" and place.radius_km >= _TOWN_KM
            ):
                yield place.label, country, _PLACE


def _of_packs(home: Path) -> Iterator[tuple[str, str, int]]:
    for state in States.read(home / "world").rows:
        for text in (state.name, *state.names, *state.adjectives):
            yield text, state.code, _STATE
        for text in state.adjectives:
            yield f"{text}s", state.code, _STATE
        for text in state.metonyms:
            yield text, state.code, _CAPITAL
    for pack in sorted(p.parent for p in home.glob("*/theatre.yaml")):
        yield from _of_pack(pack)


def _of_pack(pack: Path) -> Iterator[tuple[str, str, int]]:
    if (pack / "places.tsv").is_file():
        for place in map(packrows.place, read_tsv(pack / "places.tsv")):
            for text in (place.label, *place.names):
                yield text, place.country, _PLACE
    if (pack / "actors.yaml").is_file():
        for actor in map(packrows.actor, read_yaml(pack / "actors.yaml")):
            if actor.sort not in _EVERYWHERE:
                yield from _of_group(actor)


def _of_group(actor: Actor) -> Iterator[tuple[str, str, int]]:
    """Return a group's proper names; "armed formations" are no proper name."""
    for name in actor.names:
        for form in expand(name.text):
            if form[0].isupper() or "-" in form.split()[0]:
                yield form, actor.country or "", _GROUP


def lines(table: dict[str, Hint]) -> list[str]:
    """Return the table as the lines of its file, sorted by name."""
    rows = [
        f"{key}\t{'|'.join(f'{code}={weight}' for code, weight in hint)}"
        for key, hint in table.items()
    ]
    return ["name\tcountries", *rows]


@lru_cache(maxsize=4)
def hints(home: Path) -> dict[str, Hint]:
    """Return the committed table."""
    found: dict[str, Hint] = {}
    with (home / "gazetteer" / FILE).open(encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            key, _, cell = row.rstrip("\n").partition("\t")
            pairs = (c.partition("=") for c in cell.split("|"))
            found[key] = tuple((code, int(weight)) for code, _, weight in pairs)
    return found


@lru_cache(maxsize=4)
def _beginnings(home: Path) -> frozenset[str]:
    """Return the words that the names of the table begin with."""
    return frozenset(key.split(" ", 1)[0] for key in hints(home))


@lru_cache(maxsize=50_000)
def _may_begin(word: str, home: Path) -> bool:
    """Say whether a name of the table may begin with a word as written.

    Articles fold away before another word, so whatever follows one may be a name.
    """
    first = fold(word).casefold().split(" ", 1)[0]
    return first in _beginnings(home) or first in DROPPABLE or not first


def names_in(text: str, home: Path) -> Iterator[str]:
    """Return the folded runs of up to four words that may be names of the table.

    They begin with a capital letter, and with a word that a name of it begins with.
    """
    words = _WORD.findall(text)
    for start, word in enumerate(words):
        if not (word[0].isupper() or "-" in word) or not _may_begin(word, home):
            continue
        for end in range(start + 1, min(start + 1 + _LONGEST, len(words) + 1)):
            yield fold(" ".join(words[start:end]).rstrip("."))
