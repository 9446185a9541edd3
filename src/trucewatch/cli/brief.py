"""`trucewatch brief`: sentences with footnotes, as a file."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerOrFolder, Redact
from trucewatch.cli.standpoint import Point, looking

Out = Annotated[
    Path,
    typer.Option(
        "--out", "-o", metavar="FILE", help="File to write: .html, .md or .pdf."
    ),
]
Audience = Annotated[
    str,
    typer.Option(
        "--for",
        metavar="AUDIENCE",
        help="everybody, humanitarian, mediators, monitors or public.",
    ),
]
First = Annotated[
    str, typer.Option("--from", metavar="DATE", help="First day it is about.")
]
Last = Annotated[str, typer.Option("--to", metavar="DATE", help="Last day.")]
Area = Annotated[
    str,
    typer.Option("--area", metavar="PLACE", help="Only a place and what lies in it."),
]
Title = Annotated[
    str, typer.Option("--title", metavar="TEXT", help="Heading of the brief.")
]


@looking
def brief(
    ledger: LedgerOrFolder,
    *,
    out: Out,
    title: Title = "What is claimed",
    audience: Audience = "everybody",
    first: First = "",
    last: Last = "",
    area: Area = "",
    redact: Redact = False,
    as_json: AsJson = False,
    point: Point,
) -> None:
    """Write a brief whose every number leads to the words it came from.

    An .html file is one page that needs nothing else: print it, mail it, read it on a
    phone. An .md file has the same text with footnotes, a .pdf file the same pages
    (it needs the extra ``pdf``).
    """
    from trucewatch import api
    from trucewatch.cli.console import report
    from trucewatch.cli.waiting import waiting

    with (
        waiting("Reading") as told,
        api.Casebook.over(ledger, progress=told) as casebook,
    ):
        made = casebook.brief(
            casebook.standpoint(**point),
            title=title,
            scope=casebook.scope(audience=audience, start=first, end=last, area=area),
            redactor=casebook.redactor() if redact else None,
        )
    if out.suffix.lower() == ".pdf":
        out.write_bytes(api.render_pdf(made))
    else:
        out.write_text(api.render(made, out.suffix), encoding="utf-8")
    done = f"{out}: {len(made.notes)} claims behind it, content {made.key}"
    record = {"file": str(out), "claims": len(made.notes), "content": made.key}
    report(done, record, as_json=as_json)
