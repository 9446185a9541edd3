"""Adjudicate: what coders say side by side, and which of them counts."""

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.errors import UnknownNameError
from trucewatch.web.agreement import (
    DECIDING,
    FIELDS,
    agreements,
    codings,
    differing,
    pairs,
    value_of,
)
from trucewatch.web.forms import Settling
from trucewatch.web.paging import paged
from trucewatch.web.people import Role
from trucewatch.web.tables import csv_text, handed_out
from trucewatch.web.visit import Visit, Visiting, changing, needs, patient

router = APIRouter()
ON_A_PAGE = 10
NONE_IS_RIGHT = "none"
NOTHING = "(empty)"
FEW = 10  # claims under which alpha says little


@router.get("/adjudicate", dependencies=[needs(Role.READER)], tags=["screens"])
@patient
def adjudicate(visit: Visiting) -> Response:
    """Show what two coders or more have reviewed, disagreements first.

    The address may ask for those who differ in one ``field``, or for what is ``open``:
    coders differ, and nobody above them has decided.
    """
    coded = codings(visit.view)
    differ = differing(coded)
    shown = [key for key in coded if is_wanted(visit, key, differ[key])]
    order = sorted(shown, key=lambda key: (not differ[key], key))
    page = paged(order, visit.number("page"), ON_A_PAGE)
    return visit.page(
        "adjudicate",
        page=page,
        cards=[
            {
                "claim": visit.view.original(key),
                "codings": coded[key],
                "differing": differ[key],
                "counts": visit.view.review(key),
            }
            for key in page.items
        ],
        agreements=agreements(coded.values()) if coded else [],
        pairs=pairs(coded.values()),
        differ=sum(map(bool, differ.values())),
        waiting=sum(is_open(visit, key, differ[key]) for key in coded),
        all=len(coded),
        few=FEW,
        fields=FIELDS,
        value_of=value_of,
        none=NONE_IS_RIGHT,
    )


def is_wanted(visit: Visit, key: str, differ: set[str]) -> bool:
    """Say whether the address asks for a claim."""
    field = visit.asked("field")
    if field and field not in differ:
        return False
    return visit.asked("only") != "open" or is_open(visit, key, differ)


def is_open(visit: Visit, key: str, differ: set[str]) -> bool:
    """Say whether coders differ on a claim and nobody above them has decided."""
    counts = visit.view.counted(key, api.Review.type)
    return bool(differ) and (counts is None or counts.role.value not in DECIDING)


@router.get(
    "/adjudicate/agreement.csv", dependencies=[needs(Role.READER)], tags=["records"]
)
def agreement_table(visit: Visiting) -> Response:
    """Hand out how far coders agree, field by field, as CSV."""
    coded = codings(visit.view)
    rows: list[dict[str, str | int | float | None]] = [
        {
            "field": one.field,
            "alpha": one.alpha,
            "percent": one.percent,
            "same": one.same,
            "coded": one.coded,
            "confused": "; ".join(
                f"{pair.one or NOTHING} / {pair.other}: {pair.claims}"
                for pair in one.confused
            ),
        }
        for one in (agreements(coded.values()) if coded else [])
    ]
    columns = ("field", "alpha", "percent", "same", "coded", "confused")
    return handed_out(csv_text(columns, rows), "agreement.csv")


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
