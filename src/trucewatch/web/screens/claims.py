"""Claims: a table one can narrow down by what a claim is, who says it, and when."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.theatres import choices, theatres_of
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
FACETS_SHOWN = 12
MOST_HITS = 1_000
QUESTIONS = ("find", "kind", "speaker", "theatre", "from", "to")


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the table down.

    Attributes:
        name: The question in the address.
        title: What people read.
        chosen: What is chosen, or empty.
        values: What there is to choose, each with its label and number of claims.
    """

    name: str
    title: str
    chosen: str
    values: list[tuple[str, str, int]]


@router.get("/claims")
def claims(visit: Visiting) -> Response:
    """Show the claims seen from here, a page at a time."""
    rows = chosen_rows(visit)
    page = paged(rows, visit.number("page"), visit.bench.bounds.page)
    asked = {name: visit.asked(name) for name in QUESTIONS}
    return visit.page(
        "claims",
        page=page,
        claims=visit.view.readings(page.items),
        facets=facets(visit, rows),
        types=api.claim_types(),
        finding=theatres_of(visit) is None,
        formats=list(api.claim_formats()),
        taken=lambda form, redact="": visit.to(
            f"/export/claims.{form}", redact=redact, **asked
        ),
    )


def asked_of(visit: Visit) -> tuple[str, ...]:
    """Return what the address asks for, to keep what is worked out of it under.

    What was chosen while theatres were still being found is not kept for later.
    """
    asked = tuple(visit.asked(name) for name in QUESTIONS)
    waits = visit.asked("theatre") and theatres_of(visit) is None
    return (*asked, "waits") if waits else asked


def chosen_rows(visit: Visit) -> list[Any]:
    """Return the rows that the address asks for, still unread."""
    asked = asked_of(visit)
    if not any(asked):
        return visit.bench.rows(visit.view)
    found: list[Any] = visit.bench.kept(
        visit.view, ("chosen", asked), lambda: _choose(visit)
    ).value
    return found


def _choose(visit: Visit) -> list[Any]:
    rows = visit.bench.rows(visit.view)
    words = visit.asked("find")
    if words:
        hits = visit.view.search(words, limit=MOST_HITS)
        keys = {hit.key for hit in hits if hit.kind == "claim"}
        rows = [row for row in rows if row.key in keys]
    kind, speaker = visit.asked("kind"), visit.asked("speaker")
    start, end = visit.asked("from"), visit.asked("to")
    theatre = visit.asked("theatre")
    if theatre:
        of = theatres_of(visit) or {}
        rows = [r for r in rows if of.get(r.document) == theatre]
    if kind:
        rows = [r for r in rows if kind in {r.kind, r.kind.partition(".")[0]}]
    if speaker:
        rows = [r for r in rows if r.speaker == speaker]
    if start or end:
        rows = [
            r
            for r in rows
            if r.starts
            and r.starts >= start
            and (not end or r.starts[: len(end)] <= end)
        ]
    return rows


def facets(visit: Visit, rows: list[Any]) -> list[Facet]:
    """Return what the rows can be narrowed down by."""
    asked = asked_of(visit)

    def count() -> tuple[Counter[str], Counter[str]]:
        return (
            Counter(row.kind for row in rows),
            Counter(row.speaker or "" for row in rows),
        )

    kinds, speakers = visit.bench.kept(visit.view, ("facets", asked), count).value
    label = visit.casebook.label
    return [
        Facet(
            "kind",
            "Type",
            visit.asked("kind"),
            [(k, k, n) for k, n in kinds.most_common(FACETS_SHOWN)],
        ),
        Facet(
            "speaker",
            "Speaker",
            visit.asked("speaker"),
            [(s, label(s), n) for s, n in speakers.most_common(FACETS_SHOWN) if s],
        ),
        Facet(
            "theatre",
            "Theatre, with its documents",
            visit.asked("theatre"),
            list(choices(visit)),
        ),
    ]
