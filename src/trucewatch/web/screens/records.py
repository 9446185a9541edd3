"""The same as the screens for programs: JSON, described in /openapi.json."""

from typing import Any

from fastapi import APIRouter

from trucewatch import api
from trucewatch.web.narrowing import chosen_rows
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(prefix="/api", dependencies=[needs(Role.READER)], tags=["records"])
AT_ONCE = 200
SUGGESTED = 30
FOUND = 7  # of each kind
LOOKED_AT = 60
SHORT = 110  # characters of a line in a list
PLACES = {"document": "/documents/{}", "claim": "/evidence/{}"}


@router.get("/status")
def status(visit: Visiting) -> dict[str, Any]:
    """Return what the ledger holds, seen from here."""
    found = visit.bench.kept(
        visit.view,
        "status",
        lambda: visit.casebook.status(visit.standpoint),
        judged=True,
    ).value
    return {name: getattr(found, name) for name in type(found).__slots__}


@router.get("/claims")
def claims(visit: Visiting) -> dict[str, Any]:
    """Return claim records, a page at a time; the same questions as the screen."""
    page = paged(chosen_rows(visit), visit.number("page"), AT_ONCE)
    records = [api.to_record(claim) for claim in visit.view.readings(page.items)]
    return {
        "page": page.number,
        "pages": page.pages,
        "total": page.total,
        "claims": records,
    }


@router.get("/claims/{key}")
def claim(visit: Visiting, key: str) -> dict[str, Any]:
    """Return one claim record, as it reads now."""
    return api.to_record(visit.view.claim(key))


@router.get("/registers/{name}")
def register(visit: Visiting, name: str) -> dict[str, Any]:
    """Return a page of a register."""
    found, rows = visit.bench.register(visit.view, name)
    page = paged(rows, visit.number("page"), AT_ONCE)
    return {
        "page": page.number,
        "pages": page.pages,
        "total": page.total,
        "rows": found.records(page.items),
    }


@router.get("/contradictions")
def contradictions(visit: Visiting) -> dict[str, Any]:
    """Return findings of every kind, a page at a time."""
    found = visit.bench.compared(visit.view).value
    page = paged(found.findings, visit.number("page"), AT_ONCE)
    shown = api.comparisons_of(page.items, visit.view)
    return {
        "page": page.number,
        "pages": page.pages,
        "total": page.total,
        "compared": found.claims,
        "findings": [api.finding_record(one) for one in shown],
    }


@router.get("/find")
def find(visit: Visiting, find: str = "") -> dict[str, list[dict[str, str]]]:
    """Return the first documents and claims with all of some words, or of a key."""
    words = find.strip()
    hits = visit.view.search(words, limit=LOOKED_AT) if words else ()
    labels: dict[tuple[str, str], str] = {}
    for hit in hits:
        # One sentence can make several claims; it is named once.
        labels.setdefault((hit.kind, label_of(visit, hit)), hit.key)
    found = [
        {"kind": kind, "label": label, "href": visit.to(PLACES[kind].format(key))}
        for wanted in PLACES
        for (kind, label), key in [p for p in labels.items() if p[0][0] == wanted][
            :FOUND
        ]
    ]
    if words.startswith("c_") and visit.view.is_seen(words):
        claim = visit.view.claim(words)
        place = visit.to(PLACES["claim"].format(words))
        found.insert(0, {"kind": "claim", "label": claim.quote, "href": place})
    return {"found": found}


def label_of(visit: Visit, hit: api.Hit) -> str:
    """Return what a hit is called in a list."""
    if hit.kind != "document":
        return short(hit.excerpt)
    document = visit.view.document(hit.key)
    title = (document.title or document.source_file) if document else None
    return short(title or hit.excerpt)


def short(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[:SHORT]}…"


@router.get("/sources")
def sources(visit: Visiting, part: str = "") -> dict[str, list[str]]:
    """Return the speakers and publishers with this in their name."""
    view = visit.casebook.view()
    names = visit.bench.kept(view, "names", view.names).value
    wanted = part.casefold()
    found = [name for name in names if wanted in name.casefold()]
    return {"sources": found[:SUGGESTED]}
