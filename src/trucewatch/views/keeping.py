"""Keeping: what was worked out from the documents of a ledger, kept in the ledger."""

import json
from collections.abc import Callable, Mapping

from trucewatch.comparison.editions import edition_of
from trucewatch.ledger.standpoint import EVERYTHING
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.values.keys import content_key

ROOM = "documents"  # whose rules, besides those of comparison, it follows from

ByDocument = Mapping[str, str]


def kept_by_document(
    view: LedgerView, name: str, theatre: Theatre, make: Callable[[], ByDocument]
) -> ByDocument:
    """Return something told of documents, from the ledger if it is kept there.

    It is kept as long as no document comes or changes its date, and the rules and the
    theatre stay the same; and only what is seen from everything.

    Args:
        view: What is looked at.
        name: What it is.
        theatre: What is known beforehand.
        make: Works it out.
    """
    if view.standpoint != EVERYTHING:
        return make()
    edition, of = edition_of(theatre, ROOM), _documents_of(view)
    kept = view.kept(name, edition)
    if kept is not None:
        mine, found = json.loads(kept.body)
        if mine == of:
            return {str(key): str(value) for key, value in found.items()}
    made = make()
    view.keep(name, edition, json.dumps([of, dict(made)], ensure_ascii=False))
    return made


def _documents_of(view: LedgerView) -> str:
    days = view.published
    return content_key("d", [[key, days.get(key)] for key in view.document_keys])
