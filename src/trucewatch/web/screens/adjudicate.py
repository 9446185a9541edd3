"""Adjudicate: what coders say side by side, and which of them counts."""

from dataclasses import asdict

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.errors import UnknownNameError
from trucewatch.web.agreement import FIELDS, agreements, codings, value_of
from trucewatch.web.forms import Settling
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.tables import csv_text, handed_out
from trucewatch.web.visit import Visiting, changing, needs

router = APIRouter()
ON_A_PAGE = 10
NONE_IS_RIGHT = "none"


@router.get("/adjudicate", dependencies=[needs(Role.READER)], tags=["screens"])
def adjudicate(visit: Visiting) -> Response:
    """Show what two coders or more have reviewed, disagreements first."""
    coded = codings(visit.view)
    differing = {
        key: {f for f in FIELDS if len({value_of(c, f) for c in said}) > 1}
        for key, said in coded.items()
    }
    order = sorted(coded, key=lambda key: (not differing[key], key))
    page = paged(order, visit.number("page"), ON_A_PAGE)
    return visit.page(
        "adjudicate",
        page=page,
        cards=[
            {
                "claim": visit.view.original(key),
                "codings": coded[key],
                "differing": differing[key],
                "counts": visit.view.review(key),
            }
            for key in page.items
        ],
        agreements=agreements(coded.values()) if coded else [],
        fields=FIELDS,
        value_of=value_of,
        none=NONE_IS_RIGHT,
    )


@router.get(
    "/adjudicate/agreement.csv", dependencies=[needs(Role.READER)], tags=["records"]
)
def agreement_table(visit: Visiting) -> Response:
    """Hand out how far coders agree, field by field, as CSV."""
    coded = codings(visit.view)
    rows = [asdict(one) for one in agreements(coded.values())] if coded else []
    return handed_out(
        csv_text(("field", "alpha", "same", "coded"), rows), "agreement.csv"
    )


@router.get(
    "/adjudicate/codings.csv", dependencies=[needs(Role.READER)], tags=["records"]
)
def codings_table(visit: Visiting) -> Response:
    """Hand out what each coder says of each claim, one line each, as CSV."""
    rows = [
        {"claim": said.claim, "coder": said.coder, "role": said.role}
        | {field: value_of(said, field) for field in FIELDS}
        | {"note": said.note}
        for unit in codings(visit.view).values()
        for said in unit
    ]
    columns = ("claim", "coder", "role", *FIELDS, "note")
    return handed_out(csv_text(columns, rows), "codings.csv")


@router.post("/adjudicate/{key}", **changing(Role.ADJUDICATOR, Settling))
def settle(visit: Visiting, key: str) -> Response:
    """Record whose reading counts, or that none is right.

    Raises:
        UnknownNameError: That person has not reviewed the claim.
    """
    visit.request.state.target = key
    form = visit.filled(Settling)
    coder, note = form.coder, form.note
    if coder == NONE_IS_RIGHT:
        made = api.Review(key, api.Verdict.REJECTED, note=note or "none is right")
    else:
        said = {c.coder: c for c in codings(visit.view).get(key, [])}
        if coder not in said:
            raise UnknownNameError("coder", coder, said)
        chosen = said[coder]
        verdict = api.Verdict(chosen.verdict)
        made = api.Review(
            key, verdict, corrected=chosen.corrected, note=note or f"as {coder}"
        )
    visit.writing().record(made, role=visit.person.role)
    return visit.back("/adjudicate")
