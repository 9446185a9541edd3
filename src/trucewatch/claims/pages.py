"""Pages: whether a publisher speaks as an organisation, reports, or passes on."""

import re
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reference.entries import EntryKind, Speaker
from trucewatch.reference.folding import fold
from trucewatch.reference.sources import by_imprint, publisher
from trucewatch.reference.theatre import Theatre

_NO_PAGE = frozenset({"metonym", "person"})
_PARTIES = frozenset({"group", "organ", "coalition", "mission"})
_PARTS = re.compile(r"[,;(/|–—]")
_INSIDE = re.compile(r"\(([^()]*)\)")
_SITE = re.compile(r"\w\.(?:\w{2,})")
_WORDS = re.compile(r"[^\W\d_]+")
_RELAYED = re.compile(r"\b(?:repost|copy|translation|transcript|reprint) of (.+)")


@dataclass(frozen=True, slots=True)
class Page:
    """Who a page is published by, and in whose voice it speaks.

    Attributes:
        speaker: The publisher as the theatre knows it, or None.
        label: How that publisher is called, for bodies that share a key.
        party: Key of the armed group, organ or mission whose page it is, where the
            theatre knows it as an actor only, or None.
        own: Whether the page speaks as an organisation rather than reporting.
        relayed: Whose text it passes on word for word ("repost of the ministry",
            "ReliefWeb (the ministry's bulletin)"), or None.
        relayed_name: That name as the metadata gives it, or None.
    """

    speaker: Speaker | None
    own: bool
    relayed: Speaker | None
    relayed_name: str | None
    label: str | None = None
    party: str | None = None

    @property
    def key(self) -> str | None:
        """Key of whoever publishes the page, as far as known."""
        return self.speaker.id if self.speaker else self.party


def _party(name: str, theatre: Theatre) -> str | None:
    """Return the group or organ whose name begins ``name`` or a part of it."""
    for part in _PARTS.split(name):
        words = part.strip(" )").split()
        for end in range(len(words), 0, -1):
            for entry in theatre.entries(fold(" ".join(words[:end]))):
                if entry.kind is EntryKind.ACTOR and entry.sort in _PARTIES:
                    return entry.id
    return None


def _organisation(name: str, theatre: Theatre) -> tuple[Speaker, str] | None:
    """Return the organisation whose name begins ``name``, and how it is called.

    The longest name counts.
    """
    words = name.split()
    for end in range(len(words), 0, -1):
        for entry in theatre.entries(fold(" ".join(words[:end]))):
            if entry.kind is EntryKind.SPEAKER and entry.sort not in _NO_PAGE:
                found = theatre.speakers.get(entry.id)
                if found is not None and found.voice == "organisation":
                    return found, entry.label
    return None


def _looks_own(name: str) -> bool:
    """Say whether a name is an organisation's or a document's, and no paper's."""
    words = frozenset(_WORDS.findall(name.lower()))
    known = lexicon().speakers
    papers = known["press"]
    own = (known["organisation"] | known["documents"]) - papers
    return not words.isdisjoint(own) and not _is_paper(name)


def _is_paper(name: str) -> bool:
    known = lexicon().speakers
    words = _WORDS.findall(name.lower())
    return not (known["press"] - known["periods"]).isdisjoint(words)


@lru_cache(maxsize=4096)
def page_of(name: str | None, theatre: Theatre) -> Page:
    """Return what the name of a publisher tells about its page.

    Args:
        name: Publisher as the metadata gives it, such as "a blog (repost of the
            ministry)"; None when nothing is known.
        theatre: Where names are looked up.
    """
    if not name:
        return Page(None, own=False, relayed=None, relayed_name=None)
    outside = _INSIDE.sub(" ", name).strip()
    inside = " ".join(_INSIDE.findall(name))
    passed_on = _RELAYED.search(inside)
    relayed_name = passed_on[1] if passed_on else inside
    repeated = _organisation(relayed_name, theatre) if relayed_name else None
    relayed = repeated[0] if repeated else None
    speaker = publisher(name, theatre)
    label = speaker.label if speaker else None
    named = _organisation(outside, theatre) if outside else None
    printed = by_imprint(outside, theatre)
    if printed is not None:
        speaker, label = printed, printed.label
    elif named is not None:
        speaker, label = named
    if passed_on and named is None:
        speaker = publisher(outside, theatre) if outside else None
    party = _party(name, theatre) if speaker is None and not passed_on else None
    party = None if _is_paper(name) else party
    if speaker is not None:
        own = speaker.voice == "organisation"
    else:
        own = _looks_own(outside if passed_on or _SITE.search(outside) else name)
        own = own or party is not None
    if relayed is None or relayed is speaker:
        return Page(speaker, own, None, None, label, party)
    return Page(speaker, own, relayed, relayed_name, label, party)
