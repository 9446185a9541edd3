"""Choosing the theatre of a document from its names, publisher and day."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.reference.folding import fold, fold_long
from trucewatch.reference.hints import hints, names_in
from trucewatch.reference.pack import Row, read_yaml
from trucewatch.reference.theatre import HOME, Theatre, load_theatre, theatre_names

FALLBACK = "world"
_READ = 20_000  # characters looked at; a document says early what it is about
_ENOUGH = 2  # one name of a place, one signal word
_SIGNAL = 2  # what a word of a pack's own signals weighs
_PUBLISHER = 4  # what a publisher known for the theatre weighs
_SHARE = 0.75  # of the best country's weight, for a pack to be chosen
_ALSO = 0.25  # of the best country's weight, for a further country to be loaded
_AGREED = 0.8  # of the documents that say it, for the silent ones to follow
_MOST = 4  # countries loaded at once


@dataclass(frozen=True, slots=True)
class Choice:
    """The theatre chosen for a document, and why.

    Attributes:
        name: Name of the pack.
        countries: Countries whose gazetteers to load besides the pack's own (with
            ``world``, those the text is about).
        reason: One plain sentence.
    """

    name: str
    countries: tuple[str, ...]
    reason: str

    @property
    def is_silent(self) -> bool:
        """Whether the document names nothing that says where it belongs."""
        return self.name == FALLBACK and not self.countries

    @property
    def text(self) -> str:
        """Name and countries in one line, as a ledger notes them: ``world SY IQ``."""
        return " ".join((self.name, *self.countries))

    def load(self) -> Theatre:
        """Load the chosen theatre."""
        return load_theatre(self.name, self.countries)


def text_of(theatre: Theatre) -> str:
    """Return what a ledger notes of the theatre that a document was read with."""
    countries = theatre.countries if theatre.name == FALLBACK else ()
    return Choice(theatre.name, countries, "").text


def noted(text: str) -> Choice | None:
    """Return the choice that ``text_of`` noted, or None where there is none now.

    A pack of somebody's own can have gone since.
    """
    name, *countries = text.split() or [""]
    known = name in theatre_names()
    return Choice(name, tuple(countries), "it was read so before") if known else None


def choose_theatre(text: str, publisher: str | None, day: dt.date | None) -> Choice:
    """Choose the theatre a document belongs to.

    Every name of the text's beginning that speaks for a country adds that country's
    weight; a pack has the weight of its countries, of its own signal words and of its
    publishers. Packs that do not cover the day of publication are out.

    Args:
        text: The document's text.
        publisher: Its publisher's name or domain, or None.
        day: The day of publication, or None.

    Returns:
        The weightiest pack, unless other countries weigh twice as much; else ``world``
        with the countries the text is about.
    """
    start = text[:_READ]
    countries = _countries(Counter(names_in(start, HOME)))
    best = max(countries.values(), default=0)
    run = f" {fold_long(start)} "
    weights = {
        name: _weight(head, run, countries, publisher)
        for name, head in _heads().items()
        if _covers(head, day)
    }
    chosen = max(weights, key=lambda n: (weights[n], n), default=FALLBACK)
    weight = weights.get(chosen, 0)
    if weight >= _ENOUGH and weight >= _SHARE * best:
        return Choice(chosen, (), f"its names weigh {weight} for {chosen}")
    about = tuple(
        code
        for code, weight in countries.most_common(_MOST)
        if weight >= _ENOUGH and weight >= _ALSO * best
    )
    where = ", ".join(about) or "no country that has a gazetteer"
    return Choice(FALLBACK, about, f"no pack covers it; it is about {where}")


def _countries(names: Mapping[str, int]) -> Counter[str]:
    """Return how much the names weigh for each country."""
    table = hints(HOME)
    found: Counter[str] = Counter()
    for name, count in names.items():
        for code, weight in table.get(name, ()):
            found[code] += weight * count
    return found


@lru_cache(maxsize=1)
def _heads() -> dict[str, Row]:
    """Return the head of every pack but the fallback."""
    return {
        name: read_yaml(HOME / name / "theatre.yaml")[0]
        for name in theatre_names()
        if name != FALLBACK
    }


def _covers(head: Row, day: dt.date | None) -> bool:
    if day is None:
        return True
    first, last = head.day("first_day"), head.day("last_day", last=True)
    return (first is None or first <= day) and (last is None or day <= last)


@lru_cache(maxsize=64)
def _signals(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the signal words folded, with a space on either side."""
    return tuple(f" {fold(word).casefold()} " for word in words)


def _weight(
    head: Row, run: str, countries: Mapping[str, int], publisher: str | None
) -> int:
    weight = sum(countries.get(code, 0) for code in head.texts("countries"))
    for signal in _signals(head.texts("signals")):
        weight += _SIGNAL * run.count(signal)
    named = (publisher or "").casefold()
    return weight + _PUBLISHER * any(
        p.casefold() in named for p in head.texts("publishers")
    )


def settle(choices: Sequence[Choice]) -> list[Choice]:
    """Give documents that say nothing of their theatre the one their folder has.

    A bulletin of two lines may name no place at all. Where the documents that do say it
    agree for the most part, the silent ones follow; a mixed folder stays as it is.

    Args:
        choices: The choices of a folder's documents, in order.

    Returns:
        The choices in the same order.
    """
    said = Counter(c.name for c in choices if not c.is_silent)
    if not said:
        return list(choices)
    name, count = said.most_common(1)[0]
    if name == FALLBACK or count < _AGREED * sum(said.values()):
        return list(choices)
    follow = Choice(name, (), f"it names no place, and its folder is about {name}")
    return [follow if c.is_silent else c for c in choices]
