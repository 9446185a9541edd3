"""Somebody who speaks: what a source phrase stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span

RANK = {"person": 0, "office": 1, "organisation": 1, "publisher": 2, "metonym": 3}


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who speaks in a document.

    Attributes:
        id: Key of the theatre, or None.
        text: Their name or office as written.
        span: Where that stands.
        nouns: Lower-case words of the whole phrase, for later references to it.
        person: Whether it is one person.
        named: Whether the theatre or a capital letter names them.
        actor: Key of the state or group named in it ("the Turkish half"), or None.
        metonym: Whether only a state or capital is named for its government.
        label: How the theatre calls them, for bodies that share a key, or None.
    """

    id: str | None
    text: str
    span: Span
    nouns: frozenset[str]
    person: bool
    named: bool
    actor: str | None = None
    metonym: bool = False
    label: str | None = None


def best_entry(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that can speak: speakers before actors."""
    speakers = [one for one in entries if one.kind is EntryKind.SPEAKER]
    if speakers:
        return min(speakers, key=lambda one: RANK.get(one.sort, 2))
    actors = [one for one in entries if one.kind is EntryKind.ACTOR]
    return actors[0] if actors else None


def is_body(spoken: Spoken) -> bool:
    """Say whether a speaker is an organisation that has observers and monitors."""
    return (
        spoken.id is not None
        and not spoken.person
        and (not spoken.nouns.isdisjoint(lexicon().speakers["informants"]))
    )


def can_speak(spoken: Spoken) -> bool:
    """Say whether a phrase is of the kind that makes statements."""
    if spoken.id is not None:
        return True
    return not spoken.nouns.isdisjoint(lexicon().speaking)
