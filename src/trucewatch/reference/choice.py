"""Choosing the theatre of a document from its words, publisher and day."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass

from trucewatch.reference.entries import EntryKind
from trucewatch.reference.folding import fold
from trucewatch.reference.sources import publisher
from trucewatch.reference.theatre import Theatre, load_theatre, theatre_names

FALLBACK = "world"
_WORD = re.compile(r"[A-Z][\w'’-]+")
_READ = 20_000  # characters looked at; a document's subject stands at its beginning
_ENOUGH = 3  # signals needed before a theatre is chosen over the fallback


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

    def load(self) -> Theatre:
        """Load the chosen theatre."""
        return load_theatre(self.name, self.countries)


def choose_theatre(
    text: str, publisher_name: str | None, day: dt.date | None
) -> Choice:
    """Choose the theatre a document belongs to.

    Counts the capitalised words of the text's beginning that are signals of a pack (its
    ``signals`` and the names of its countries), adds a publisher that only one pack
    knows, and rules out packs whose days lie more than a year away.

    Args:
        text: The document's text.
        publisher_name: Its publisher's name or domain, or None.
        day: The day of publication, or None.

    Returns:
        The pack with the most signals; ``world`` with the countries named when none has
        enough.
    """
    words = Counter(fold(w) for w in _WORD.findall(text[:_READ]))
    scores = {
        name: _score(name, words, publisher_name, day)
        for name in theatre_names()
        if name != FALLBACK
    }
    best = max(scores, key=lambda n: scores[n], default=FALLBACK)
    if best != FALLBACK and scores[best] >= _ENOUGH:
        return Choice(best, (), f"{scores[best]} words speak for {best}")
    return Choice(FALLBACK, _countries(words), "no pack of a conflict fits")


def _score(
    name: str, words: Counter[str], publisher_name: str | None, day: dt.date | None
) -> int:
    theatre = load_theatre(name)
    if day is not None and not theatre.first_day <= day <= theatre.last_day:
        return 0
    score = sum(words[fold(s)] for s in theatre.signals)
    if publisher_name:
        known = publisher(publisher_name, theatre)
        world = publisher(publisher_name, load_theatre(FALLBACK))
        score += 5 * (known is not None and world is None)
    return score


def _countries(words: Counter[str], most: int = 3) -> tuple[str, ...]:
    """Return the countries a text names most, by name or adjective."""
    world = load_theatre(FALLBACK)
    found: Counter[str] = Counter()
    for word, count in words.items():
        for entry in world.entries(word):
            if entry.kind is EntryKind.DEMONYM or entry.sort == "country":
                found[entry.id.upper()] += count
    return tuple(code for code, _ in found.most_common(most))
