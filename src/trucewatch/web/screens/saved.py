"""Saved views: a name for an address, and a card of it on the overview."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response
from starlette.requests import Request

from trucewatch.errors import TrucewatchError
from trucewatch.web.forms import Forgetting, Saving
from trucewatch.web.narrowing import chosen_rows
from trucewatch.web.people import Role
from trucewatch.web.saved import Saved
from trucewatch.web.screens.contradictions import chosen_findings
from trucewatch.web.screens.documents import chosen_documents
from trucewatch.web.screens.registers import shown_rows
from trucewatch.web.visit import NotAllowedError, Visit, Visiting, changing

router = APIRouter()
COUNTED = 12  # cards whose claims are counted; the others are links


@dataclass(frozen=True, slots=True)
class Card:
    """A saved view as the overview shows it.

    Attributes:
        view: The view.
        count: How many lines it has now, or None where nobody counts.
        new: How many of them are claims that came since the last visit.
    """

    view: Saved
    count: int | None
    new: int


@router.post("/views", **changing(Role.READER, Saving))
def save(visit: Visiting) -> Response:
    """Save the page somebody came from under a name, for them or for everybody.

    Raises:
        SavingError: It has no name, or is no list.
        NotAllowedError: It is for everybody, and a reader saves it.
    """
    form = visit.filled(Saving)
    visit.request.state.target = form.name
    made = visit.bench.clock().isoformat()
    whose = whose_view(visit, form.everybody)
    view = Saved(form.name, form.back, visit.person.name, made, whose)
    visit.bench.views.save(view)
    return visit.back("/claims")


@router.post("/views/remove", **changing(Role.READER, Forgetting))
def remove(visit: Visiting) -> Response:
    """Forget a saved view of one's own, or of everybody.

    Raises:
        UnknownNameError: There is none of that name.
        NotAllowedError: It is everybody's, and a reader asks.
    """
    form = visit.filled(Forgetting)
    visit.request.state.target = form.name
    visit.bench.views.remove(form.name, whose_view(visit, form.everybody))
    return visit.back("/")


def whose_view(visit: Visit, everybody: str) -> str:
    """Return whose own a view is, or empty where it is everybody's.

    Raises:
        NotAllowedError: It is everybody's, which takes a coder.
    """
    if visit.is_alone:
        return ""
    if not everybody:
        return visit.person.name
    if not visit.may(Role.CODER):
        raise NotAllowedError(Role.CODER)
    return ""


def cards(visit: Visit, since: dt.datetime | None) -> list[Card]:
    """Return the saved views with how much each holds now.

    Args:
        visit: Who looks.
        since: When they last came, or None at the first visit.
    """
    views = visit.bench.views.of(visit.person.name)
    counted = [_card(visit, view, since) for view in views[:COUNTED]]
    return counted + [Card(view, None, 0) for view in views[COUNTED:]]


def _card(visit: Visit, view: Saved, since: dt.datetime | None) -> Card:
    there = elsewhere(visit, view)
    count = next((c for path, c in _COUNTS if view.path.startswith(path)), None)
    if count is None:
        return Card(view, None, 0)
    try:
        lines = count(there)
    except TrucewatchError:  # what it asks for is no longer there
        return Card(view, None, 0)
    are_claims = view.path in {"/claims", "/map"}
    new = 0
    if are_claims and since is not None:
        new = sum(row.known > since for row in lines)
    return Card(view, len(lines), new)


def elsewhere(visit: Visit, view: Saved) -> Visit:
    """Return the same person's visit to a saved view."""
    there = {"path": view.path, "query_string": view.query.encode()}
    return Visit(Request({**visit.request.scope, **there}))


def _register(visit: Visit) -> Any:  # noqa: ANN401 - rows of the api
    return shown_rows(visit, visit.request.url.path.rpartition("/")[2])


_COUNTS: tuple[tuple[str, Callable[[Visit], Any]], ...] = (
    ("/claims", chosen_rows),
    ("/map", chosen_rows),
    ("/documents", chosen_documents),
    ("/contradictions", chosen_findings),
    ("/registers/", _register),
)
