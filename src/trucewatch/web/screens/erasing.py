"""Erasing a document for good: what would go is shown first, then an owner decides."""

from typing import Any

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from trucewatch import api
from trucewatch.errors import RequestError, UnknownNameError
from trucewatch.web.forms import Erasing
from trucewatch.web.people import Role
from trucewatch.web.screens.briefs import releases
from trucewatch.web.visit import Visit, Visiting, changing, needs

router = APIRouter()
SHOWN = 12  # claims, of those that would go
_WHY = {
    "reason": "say why it is erased; the reason stays in the log",
    "sure": "tick that you know it cannot be undone",
}


class ErasingError(RequestError):
    """A document that cannot be erased like that."""

    def __init__(self, why: str) -> None:
        super().__init__(_WHY[why])


@router.get(
    "/documents/{key}/erase", dependencies=[needs(Role.OWNER)], tags=["screens"]
)
def weigh(visit: Visiting, key: str) -> Response:
    """Show what erasing a document would take away, and what it cannot reach.

    Raises:
        UnknownNameError: There is no such document, and never was.
    """
    view = visit.casebook.view()  # erasure asks from no standpoint
    return visit.page(
        "erase",
        key=key,
        document=view.document(key),
        claims=view.claims(document=key)[:SHOWN],
        erasure=visit.casebook.weigh_erasure(key),
        done=erasure_of(visit, key),
        briefs=releases(visit).naming(key),
    )


def erasure_of(visit: Visit, key: str) -> Any:  # noqa: ANN401 - an entry of the log
    """Return the entry that says that a document was erased, or None."""
    if key not in visit.casebook.view().erased:
        return None
    entries = visit.casebook.ledger.entries()
    return next(
        (e for e in entries if isinstance(e, api.ErasureEntry) and e.document == key),
        None,
    )


@router.post("/documents/{key}/erase", **changing(Role.OWNER, Erasing))
def erase(visit: Visiting, key: str) -> Response:
    """Erase a document for good; tombstones stay.

    Raises:
        ErasingError: There is no reason, or nobody said they are sure.
        UnknownNameError: There is no such document.
        CustodyError: Something cannot be written; erase again when it can.
    """
    visit.request.state.target = key
    form = visit.filled(Erasing)
    if visit.casebook.view().document(key) is None:
        raise UnknownNameError("document", key, [])
    if not form.reason:
        raise ErasingError("reason")
    if form.sure != "yes":
        raise ErasingError("sure")
    visit.writing().erase(key, reason=form.reason)
    visit.bench.forget()
    return RedirectResponse(f"/documents/{key}/erase", 303)
