"""Overview: what the ledger holds, what is new, what waits, what was left out."""

import datetime as dt
from typing import Any

from fastapi import APIRouter, Response

from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter()
SEEN = "tw_seen"
NEW_SHOWN = 8
HITS = 60
MONTH = 31 * 24 * 3600


@router.get("/", dependencies=[needs(Role.READER)], tags=["screens"])
def overview(visit: Visiting) -> Response:
    """Show the state of the ledger at a glance."""
    status = visit.bench.kept(
        visit.view, "status", lambda: visit.casebook.status(visit.standpoint)
    )
    seen = visit.request.cookies.get(SEEN, "")
    page = visit.page(
        "overview",
        status=200,
        held=status.value,
        cut=status.cut,
        now=visit.view.cut,
        news=since_last(visit, seen),
        demands=demands(visit),
        found=visit.bench.compared(visit.view),
        waiting=waiting(visit, status.value.claims),
    )
    head = visit.casebook.ledger.head()
    page.set_cookie(
        SEEN, str(head.size), max_age=MONTH, httponly=True, samesite="strict"
    )
    return page


def since_last(visit: Visit, seen: str) -> dict[str, Any]:
    """Return what was recorded since the last visit, the newest first."""
    if not seen.isdecimal():
        return {"first": True, "judgements": [], "count": 0}
    after = int(seen)
    judgements = [e for e in visit.view.judgements() if e.stamp.seq > after]
    return {
        "first": False,
        "count": max(0, visit.view.cut - after),
        "judgements": judgements[::-1][:NEW_SHOWN],
    }


def waiting(visit: Visit, claims: int) -> int:
    """Return how many claims nobody has reviewed yet."""
    reviews = {e.judgement.target for e in visit.view.judgements(type_="review")}
    return max(0, claims - len(reviews))


def demands(visit: Visit) -> list[Any]:
    """Return the latest demands and ultimatums that name a day to come."""
    as_of = visit.standpoint.as_of
    day = as_of.isoformat() if as_of else None
    rows = [r for r in visit.bench.rows(visit.view) if r.ahead and r.starts]
    if day is None and rows:
        last = max(visit.view.published.values(), default="")
        day = last or dt.date.min.isoformat()
    coming = [r for r in rows if r.starts >= (day or "")]
    coming.sort(key=lambda r: (r.starts, r.order))
    return list(visit.view.readings(coming[:NEW_SHOWN]))


@router.get("/search", dependencies=[needs(Role.READER)], tags=["screens"])
def search(visit: Visiting) -> Response:
    """Find documents and claims with all of some words."""
    words = visit.asked("find")
    hits = visit.view.search(words, limit=HITS) if words else ()
    return visit.page("search", words=words, hits=hits)
