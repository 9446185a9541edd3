"""Registers: the twelve subjects, each as a table whose cells lead to their words."""

from collections import Counter
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs, shared

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
APART = ("counters", "disagreements")  # they have screens of their own


def twelve() -> dict[str, api.Register]:
    """Return the registers of the twelve subjects, by name."""
    return {n: r for n, r in api.REGISTERS.items() if n not in APART}


@router.get("/registers")
@shared
def registers(visit: Visiting) -> Response:
    """List the twelve registers with how many claims each can draw on."""
    types = api.claim_types()
    counts: Counter[str] = Counter()
    for kind, count in visit.bench.tally(visit.view).kinds.items():
        if kind in types:
            counts[types[kind].subject] += count
    return visit.page("registers", registers=twelve(), counts=counts)


@router.get("/registers/{name}")
@shared
def register(visit: Visiting, name: str) -> Response:
    """Show one register.

    Raises:
        UnknownNameError: No register is called so.
    """
    found, rows = visit.bench.register(visit.view, name)[0], shown_rows(visit, name)
    page = paged(rows, visit.number("page"), visit.bench.bounds.page)
    columns = found.columns()
    used = [c for c in columns if any(getattr(r, c.name).claims for r in page.items)]
    return visit.page(
        "register",
        register=found,
        registers=twelve(),
        page=page,
        columns=used or columns,
        corroborated=visit.standpoint.min_independent > 1,
    )


def shown_rows(visit: Visit, name: str) -> Any:  # noqa: ANN401 - rows of the api
    """Return the rows of a register that the address asks for.

    Raises:
        UnknownNameError: No register is called so.
    """
    rows = visit.bench.register(visit.view, name)[1]
    return rows.resting_on(disputed(visit)) if visit.asked("disputed") else rows


def disputed(visit: Visit) -> frozenset[str]:
    """Return the claims that findings say are contradicted or denied."""
    known = visit.bench.disputes(visit.view)
    if known is None:
        known = api.disputes_of(visit.bench.compared(visit.view).value.findings)
    return known.keys
