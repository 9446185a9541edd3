"""Exports: what a screen shows, as a file; redacted for readers outside, if asked."""

import io
import json

from fastapi import APIRouter, Response

from trucewatch import api
from trucewatch.errors import RequestError
from trucewatch.web.narrowing import QUESTIONS, chosen_rows
from trucewatch.web.people import Role
from trucewatch.web.tables import csv_text, handed_out
from trucewatch.web.visit import Visiting, needs

router = APIRouter(
    prefix="/export", dependencies=[needs(Role.READER)], tags=["records"]
)
MOST_CLAIMS = 20_000


class ExportError(RequestError):
    """More than can be written while somebody waits."""

    def __init__(self) -> None:
        super().__init__(
            f"more than {MOST_CLAIMS:,} claims or rows: narrow them, or use the "
            "commands `trucewatch export` and `trucewatch register`"
        )


@router.get("", tags=["screens"])
def exports(visit: Visiting) -> Response:
    """Show the formats that claims can be taken in, and what each of them loses."""
    asked = {name: visit.asked(name) for name in QUESTIONS}

    def taken(form: str, **more: str) -> str:
        return visit.to(f"/export/claims.{form}", **asked, **more)

    return visit.page(
        "exports",
        formats=api.format_lines(),
        claims=len(chosen_rows(visit)),
        most=MOST_CLAIMS,
        narrowed=any(asked.values()),
        shown=visit.to("/claims", **asked),
        taken=taken,
    )


@router.get("/claims.{form}")
def claims(visit: Visiting, form: str, redact: str = "", about: str = "") -> Response:
    """Hand out the claims that the address asks for, as the claims screen does.

    With ``about`` it is what there is to say of the file: what it loses, from where it
    was looked at, how many claims went in and which were left out.

    Raises:
        UnknownNameError: No format of claims is called so.
        MissingPartError: The extra that writes it is not installed.
        ExportError: There are too many.
    """
    kept = api.file_of(form)
    rows = chosen_rows(visit)
    if len(rows) > MOST_CLAIMS:
        raise ExportError
    stream = io.BytesIO() if kept.is_binary else io.StringIO()
    handed = visit.casebook.export_claims(
        form,
        visit.view.readings(rows),
        stream,
        standpoint=visit.standpoint,
        redactor=visit.casebook.redactor() if redact else None,
    )
    name = f"{visit.bench.name}-claims{'-redacted' if redact else ''}.{kept.suffix}"
    if about:
        said = json.dumps(handed.record(), indent=1)
        return handed_out(said, f"{name}.about.json", "application/json")
    return handed_out(stream.getvalue(), name, kept.media_type)


@router.get("/registers/{name}.csv")
def register(visit: Visiting, name: str) -> Response:
    """Hand out a register as the screen shows it, with the claims behind each row.

    Raises:
        UnknownNameError: No register is called so.
        ExportError: There are too many rows.
    """
    found, rows = visit.bench.register(visit.view, name)
    if len(rows) > MOST_CLAIMS:
        raise ExportError
    columns, lines = found.table(rows)
    names = [column.name for column in found.columns()]
    behind = [
        ",".join(
            dict.fromkeys(key for name in names for key in getattr(row, name).claims)
        )
        for row in rows
    ]
    table = [
        dict(zip(columns, line, strict=True)) | {"claims": keys}
        for line, keys in zip(lines, behind, strict=True)
    ]
    text = csv_text([*columns, "claims"], table)
    return handed_out(text, f"{visit.bench.name}-{name}.csv")
