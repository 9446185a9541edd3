"""Who a publisher is: the key behind a name or domain, its interest, its voice."""

import re
from functools import lru_cache

from trucewatch.reference.entries import Entry, EntryKind, Speaker
from trucewatch.reference.folding import fold
from trucewatch.reference.pack import expand
from trucewatch.reference.theatre import Theatre, load_theatre, theatre_names

_DOMAIN = re.compile(
    r"(?<![\w.@])(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?![\w])", re.IGNORECASE
)
_INSIDE = re.compile(r"\(([^()]+)\)")


def publisher_id(name_or_domain: str, theatre: Theatre | None = None) -> Entry | None:
    """Return the speaker a publisher's name, domain or page address stands for.

    Args:
        name_or_domain: Such as "Reuters", "syria.mil.ru (Russian MoD)" or a page's URL.
        theatre: Where to look; without one, in every shipped pack.

    Returns:
        An entry whose id is the speaker's key, or None for an unknown publisher.
    """
    found = publisher(name_or_domain, theatre)
    if found is None:
        return None
    return Entry(EntryKind.SPEAKER, found.id, found.label, found.sort, found.actor)


def publisher(name_or_domain: str, theatre: Theatre | None = None) -> Speaker | None:
    """Return everything known of a publisher; see `publisher_id`."""
    text = name_or_domain.strip()
    if not text:
        return None
    theatres = [theatre] if theatre else [load_theatre(n) for n in theatre_names()]
    for match in _DOMAIN.finditer(text):
        found = _by_site(match[1].lower(), theatres)
        if found is not None:
            return found
    outside = _INSIDE.sub(" ", text)
    for part in (
        text,
        outside,
        *_INSIDE.findall(text),
        *re.split(r"[/|,;–—]| via | - ", outside),
    ):
        found = _by_name(part, theatres)
        if found is not None:
            return found
    return None


def by_imprint(name: str, theatre: Theatre) -> Speaker | None:
    """Return who publishes under a name that texts use for somebody else, or None.

    A mission's reports may carry the name of the organisation it belongs to.
    """
    return _only_imprints(theatre).get(fold(name))


@lru_cache(maxsize=32)
def _only_imprints(theatre: Theatre) -> dict[str, Speaker]:
    return {
        fold(form): s
        for s in theatre.speakers
        for text in s.imprints
        for form in expand(text)
    }


def speaks_as_organisation(name_or_domain: str, theatre: Theatre | None = None) -> bool:
    """Say whether a publisher's own pages speak as an organisation, not as press.

    A ministry's or a mission's bulletin speaks as the ministry or the mission; a
    newspaper's or an agency's article speaks as the paper.
    """
    found = publisher(name_or_domain, theatre)
    return found is not None and found.voice == "organisation"


def interest(speaker_id: str, theatre: Theatre) -> tuple[str, ...]:
    """Return the interest tags of a speaker, or nothing when it is unknown."""
    found = theatre.speakers.get(speaker_id)
    return () if found is None else found.interest


def _by_site(domain: str, theatres: list[Theatre]) -> Speaker | None:
    """Return the speaker whose site is the domain or the nearest one above it."""
    labels = domain.removeprefix("www.").split(".")
    for start in range(len(labels) - 1):
        site = ".".join(labels[start:])
        for theatre in theatres:
            found = _sites(theatre).get(site)
            if found is not None:
                return found
    return None


@lru_cache(maxsize=32)
def _sites(theatre: Theatre) -> dict[str, Speaker]:
    return {site: s for s in theatre.speakers for site in s.sites}


def _by_name(name: str, theatres: list[Theatre]) -> Speaker | None:
    key = fold(name)
    for theatre in theatres:
        found = _imprints(theatre).get(key)
        if found is not None:
            return found
        for entry in theatre.entries(key):
            if entry.kind is EntryKind.SPEAKER and entry.sort not in {
                "person",
                "metonym",
            }:
                return theatre.speakers.get(entry.id)
    return None


@lru_cache(maxsize=32)
def _imprints(theatre: Theatre) -> dict[str, Speaker]:
    """Return speakers by the names they publish under, before those others cite."""
    return {
        fold(form): s
        for s in theatre.speakers
        for text in (s.label, *s.imprints, *(n.text for n in s.names))
        for form in expand(text)
    }
