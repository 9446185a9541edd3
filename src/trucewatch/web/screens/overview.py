"""Overview: what the ledger holds, what is new, what waits, what was left out."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.people import Role
from trucewatch.web.screens.saved import cards
from trucewatch.web.visit import Visit, Visiting, needs, patient, shared
from trucewatch.web.visits import Seen, seen_now

router = APIRouter()
SEEN = "tw_seen"
NEW_SHOWN = 8
PAST, AHEAD = 7, 60  # days within which what runs out is shown
LOOKED_BACK = 100  # days before, within which it was said or dated
MOST_READ = 4_000  # claims looked at for that
AT_ONCE = 400  # documents up to which nobody minds to wait for it
HITS = 60
SPEAKERS = 10
MONTH = 31 * 24 * 3600


@router.get("/", dependencies=[needs(Role.READER)], tags=["screens"])
@patient
def overview(visit: Visiting) -> Response:
    """Show the state of the ledger at a glance."""
    head = visit.casebook.ledger.head()
    seen = seen_now(visit.request.cookies.get(SEEN, ""), head.size, visit.bench.clock())
    held = held_in(visit)
    against = visit.bench.against(visit.view)
    page = visit.page(
        "overview",
        status=200,
        held=held,
        losses=losses(visit),
        log=head,
        news=since_last(visit, seen, against),
        cards=cards(visit, seen.base_time),
        demands=demands(visit),
        truces=truces(visit),
        running=running_out(visit),
        against=against,
        contested=len(visit.bench.contested(visit.view)),
        waiting=waiting(visit, held.claims),
        audited=visit.bench.kept(
            visit.view, "audited", visit.bench.audit.is_whole
        ).value,
    )
    page.set_cookie(SEEN, seen.text(), max_age=MONTH, httponly=True, samesite="strict")
    return page


@dataclass(frozen=True, slots=True)
class Held:
    """What the ledger holds, counted without reading the claims.

    Attributes:
        documents: Documents known.
        undated: Documents whose day of publication is not known.
        claims: Claims seen.
        speakers: Who says most, with the number of claims.
        first: First day of publication known, or None.
        last: Last day of publication known, or None.
    """

    documents: int
    undated: int
    claims: int
    speakers: list[tuple[str, int]]
    first: str | None
    last: str | None


def held_in(visit: Visit) -> Held:
    """Count what is seen from here."""
    tally = visit.bench.tally(visit.view)
    days = sorted(visit.view.published.values())
    documents = len(visit.view.document_keys)
    speakers = tally.speakers.copy()
    speakers.pop("", None)
    return Held(
        documents,
        documents - len(days),
        tally.claims,
        speakers.most_common(SPEAKERS),
        days[0] if days else None,
        days[-1] if days else None,
    )


def losses(visit: Visit) -> list[tuple[str, int]]:
    """Return what was left out by kind, the most frequent first."""
    found: list[tuple[str, int]] = visit.bench.kept(
        visit.view, "losses", lambda: visit.view.losses().most_common()
    ).value
    return found


def since_last(visit: Visit, seen: Seen, against: Sequence[Any]) -> dict[str, Any]:
    """Return what was recorded since the visit before, the newest first."""
    if seen.base is None or seen.base_time is None:
        return {"first": True}
    base, since = seen.base, seen.base_time

    def count() -> tuple[list[str], frozenset[str]]:
        rows = visit.view.recent(base)
        return list(dict.fromkeys(r.document for r in rows)), frozenset(
            r.key for r in rows
        )

    documents, claims = visit.bench.kept(visit.view, ("since", base), count).value
    judgements = [e for e in visit.view.judgements() if e.stamp.seq > base]
    shown = documents[::-1][:NEW_SHOWN]
    return {
        "first": False,
        "since": since,
        "count": max(0, visit.view.cut - base),
        "documents": [d for key in shown if (d := visit.view.document(key))],
        "document_count": len(documents),
        "claim_count": len(claims),
        "contradictions": sum(not claims.isdisjoint(f.claims) for f in against),
        "judgements": judgements[::-1][:NEW_SHOWN],
        "judgement_count": len(judgements),
    }


def truces(visit: Visit) -> Sequence[Any]:
    """Return the register of instruments, agreements first."""
    rows: Sequence[Any] = visit.bench.register(visit.view, "instruments")[1]
    return rows


def waiting(visit: Visit, claims: int) -> int:
    """Return how many claims nobody has reviewed yet."""
    reviews = {e.judgement.target for e in visit.view.judgements(type_="review")}
    return max(0, claims - len(reviews))


@dataclass(frozen=True, slots=True)
class Running:
    """Something that runs out, seen from a day.

    Attributes:
        deadline: What it is.
        days: Days until it does; negative once it has.
    """

    deadline: Any
    days: int


def running_out(visit: Visit) -> list[Running] | None:
    """Return what runs out around the day asked for, else around the last known one.

    None while that is worked out for the first time from many documents.
    """
    last = max(visit.view.published.values(), default="")
    today = visit.standpoint.as_of or (api.last_day(last) if last else None)
    if today is None:
        return []
    few = len(visit.view.document_keys) <= AT_ONCE
    kept: Any = (visit.bench.kept if few else visit.bench.soon)(
        visit.view, ("deadlines", today), lambda: _deadlines(visit, today)
    )
    if kept is None:
        return None
    near = [Running(d, (d.day - today).days) for d in kept.value]
    return [one for one in near if -PAST <= one.days <= AHEAD][:NEW_SHOWN]


def _deadlines(visit: Visit, today: dt.date) -> tuple[Any, ...]:
    """What runs out, of the claims said or dated not long before a day."""
    days = visit.view.published
    since = (today - dt.timedelta(days=LOOKED_BACK)).isoformat()
    rows = [
        row
        for row in visit.view.rows(kinds=api.DEADLINE_KINDS)
        if max(row.day or "", days.get(row.document, "")) >= since
    ]
    return api.deadlines(visit.view.readings(rows[-MOST_READ:]), days)


def demands(visit: Visit) -> list[Any]:
    """Return the latest demands and ultimatums that name a day to come."""
    as_of = visit.standpoint.as_of
    last = max(visit.view.published.values(), default="")
    day = as_of.isoformat() if as_of else last or dt.date.min.isoformat()
    coming = visit.bench.kept(
        visit.view, "coming", lambda: visit.view.announced(day)[: 4 * NEW_SHOWN]
    ).value
    read = visit.view.readings(coming)
    # What has only its document's day is about that day, not about one to come. One
    # sentence can make several claims; it is shown once.
    once = {claim.quote: claim for claim in read if claim.time.text}
    return list(once.values())[:NEW_SHOWN]


@router.get("/search", dependencies=[needs(Role.READER)], tags=["screens"])
@shared
def search(visit: Visiting) -> Response:
    """Find documents and claims with all of some words."""
    words = visit.asked("find")
    hits = visit.view.search(words, limit=HITS) if words else ()
    return visit.page("search", words=words, hits=hits)
