"""Registers: the twelve subjects, each as a table whose cells lead to their words."""

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.visit import Visit, Visiting, needs

router = APIRouter(dependencies=[needs(Role.READER)], tags=["screens"])
AGAINST = ("contradicts", "denies")
APART = ("counters", "disagreements")  # they have screens of their own


def twelve() -> dict[str, api.Register]:
    """Return the registers of the twelve subjects, by name."""
    return {n: r for n, r in api.REGISTERS.items() if n not in APART}


@router.get("/registers")
def registers(visit: Visiting) -> Response:
    """List the twelve registers with how many claims each can draw on."""
    rows = visit.bench.rows(visit.view)
    types = api.claim_types()

    def count() -> dict[str, int]:
        found: dict[str, int] = {}
        for row in rows:
            known = types.get(row.kind)
            if known is not None:
                found[known.subject] = found.get(known.subject, 0) + 1
        return found

    counts = visit.bench.kept(visit.view, "by subject", count).value
    return visit.page("registers", registers=twelve(), counts=counts)


@router.get("/registers/{name}")
def register(visit: Visiting, name: str) -> Response:
    """Show one register.

    Raises:
        UnknownNameError: No register is called so.
    """
    kept = rows_of(visit, name)
    found, rows = kept.value[0], shown_rows(visit, name)
    page = paged(rows, visit.number("page"), visit.bench.bounds.page)
    columns = found.columns()
    used = [c for c in columns if any(getattr(r, c.name).claims for r in page.items)]
    return visit.page(
        "register",
        register=found,
        registers=twelve(),
        page=page,
        columns=used or columns,
        cut=kept.cut,
        corroborated=visit.standpoint.min_independent > 1,
    )


def shown_rows(visit: Visit, name: str) -> Any:  # noqa: ANN401 - rows of the api
    """Return the rows of a register that the address asks for.

    Raises:
        UnknownNameError: No register is called so.
    """
    rows = rows_of(visit, name).value[1]
    return rows.resting_on(disputed(visit)) if visit.asked("disputed") else rows


def rows_of(visit: Visit, name: str) -> Any:  # noqa: ANN401 - what a memo keeps
    """Return a register with its rows, which are made when they are looked at."""
    if name == "disagreements":
        findings = visit.bench.compared(visit.view)
        rows = api.disagreements_of(
            findings.value.findings, visit.view, visit.casebook.theatre
        )
        return replace(findings, value=(api.REGISTERS[name], rows))

    def build() -> object:
        return visit.casebook.register(name, visit.standpoint)

    return visit.bench.kept(visit.view, ("register", name), build)


def disputed(visit: Visit) -> frozenset[str]:
    """Return the claims that findings say are contradicted or denied."""
    findings = visit.bench.compared(visit.view).value.findings
    return frozenset(
        key for f in findings if f.relation.value in AGAINST for key in f.claims
    )
