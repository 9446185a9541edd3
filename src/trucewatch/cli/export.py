"""`trucewatch export` and `trucewatch import`: ledgers and claims as files."""

import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath, Redact
from trucewatch.cli.standpoint import Point, looking

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="jsonl (the whole log), csv or geojson (claims), or one added by a "
        "package.",
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="File to write, else stdout."),
]
Log = Annotated[
    Path,
    typer.Argument(
        metavar="FILE", help="What `trucewatch export` or `trucewatch backup` wrote."
    ),
]


@looking
def export(
    ledger: LedgerPath,
    *,
    format_: Format = "jsonl",
    out: Out = None,
    redact: Redact = False,
    point: Point,
) -> None:
    """Write the whole ledger, or its claims, in a format; says what that loses.

    Cells of CSV that a spreadsheet would take for formulas get an apostrophe.
    """
    from trucewatch import api
    from trucewatch.cli.console import say

    target = out.open("w", encoding="utf-8", newline="") if out else None
    with (
        api.Casebook.open(ledger, create=False) as casebook,
        target or nullcontext(sys.stdout) as stream,
    ):
        loses = casebook.export(
            format_,
            stream,
            casebook.standpoint(**point),
            redactor=casebook.redactor() if redact else None,
        )
    say(f"{out or format_}: loses {loses}")


def import_(ledger: LedgerPath, log: Log, *, as_json: AsJson = False) -> None:
    """Take over an exported or backed up ledger; an empty one becomes an exact copy."""
    from trucewatch import api
    from trucewatch.cli.console import report

    with api.Casebook.open(ledger) as casebook:
        taken = casebook.import_log(log)
    done = f"{ledger}: {taken:,} entries were new"
    report(done, {"ledger": ledger, "new_entries": taken}, as_json=as_json)
