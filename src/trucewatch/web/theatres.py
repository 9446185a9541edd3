"""Theatres: which conflict each document is of, worked out once and remembered."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from trucewatch import api
from trucewatch.reference.choice import choose_theatre
from trucewatch.web.visit import Visit

AT_ONCE = 60  # documents whose theatre is found while one waits


def theatres_of(visit: Visit) -> Mapping[str, str] | None:
    """Return the theatre of each document by its key; None while that is found."""
    known = visit.bench.theatres
    view = visit.view
    missing = [key for key in view.document_keys if key not in known]

    def find(noted: Mapping[str, str]) -> Mapping[str, str]:
        for key in missing:
            read_with = noted.get(key, "").partition(" ")[0]
            known[key] = read_with or theatre_of(
                view.document(key), visit.casebook.own_theatre
            )
        return known

    if len(missing) <= AT_ONCE:
        return find({k: v for key in missing for k, v in view.theatres(key).items()})

    def find_all() -> Mapping[str, str]:
        theatre = visit.casebook.theatre
        known.update(
            api.kept_by_document(
                view, "theatres", theatre, lambda: dict(find(view.theatres()))
            )
        )
        return known

    visit.bench.soon(view, "theatres", find_all)
    return None


def theatre_of(document: Any, own: str | None) -> str:  # noqa: ANN401 - of the api
    """Return the theatre that a document nobody noted one for is read with.

    Args:
        document: The document.
        own: The one theatre everything is read with, or None.
    """
    if own is not None:
        return own
    day = document.published.first_day if document.published else None
    return choose_theatre(document.text, document.publisher, day).name


def choices(visit: Visit) -> Iterator[tuple[str, str, int]]:
    """Yield name, title and number of documents of each theatre there is."""
    titles = api.list_theatres()
    found = theatres_of(visit) or {}
    shown = Counter(found[key] for key in visit.view.document_keys if key in found)
    for name, count in shown.most_common():
        yield name, titles.get(name, name), count
