"""`trucewatch export` and `trucewatch import`: ledgers and claims as files."""

import json
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, BinaryIO, TextIO

import typer

from trucewatch.cli.options import AsJson, LedgerPath, Redact
from trucewatch.cli.standpoint import Point, looking

Format = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="jsonl (the whole log); of claims csv, xlsx, parquet, records (JSON "
        "Lines), geojson, hxl, acled, plover, jsonld, claimreview, prov, ftm, or one "
        "added by a package; see `trucewatch formats`.",
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

    With --out, FILE.about.json beside an export of claims says the same, from where the
    ledger was looked at, and what was left out. Cells of CSV that a spreadsheet would
    take for formulas get an apostrophe.
    """
    from trucewatch import api
    from trucewatch.cli.console import say

    is_binary = format_ != "jsonl" and api.file_of(format_).is_binary
    with (
        api.Casebook.open(ledger, create=False) as casebook,
        _opened(out, is_binary=is_binary) as stream,
    ):
        handed = casebook.export(
            format_,
            stream,
            casebook.standpoint(**point),
            redactor=casebook.redactor() if redact else None,
        )
    if out is not None and format_ != "jsonl":
        beside = out.with_name(f"{out.name}.about.json")
        beside.write_text(json.dumps(handed.record(), indent=1) + "\n", "utf-8")
    say(f"{out or format_}: {handed.said()}")


def _opened(
    out: Path | None, *, is_binary: bool
) -> AbstractContextManager[TextIO | BinaryIO]:
    """Return the file to write, or what stands for it: stdout, left open."""
    if out is None:
        return nullcontext(sys.stdout.buffer if is_binary else sys.stdout)
    if is_binary:
        return out.open("wb")
    return out.open("w", encoding="utf-8", newline="")


def formats(*, as_json: AsJson = False) -> None:
    """Say what each format of claims carries, and what of a claim it loses."""
    from trucewatch import api
    from trucewatch.cli.tables import print_formats

    print_formats(api.format_lines(), as_json=as_json)


def import_(ledger: LedgerPath, log: Log, *, as_json: AsJson = False) -> None:
    """Take over an exported or backed up ledger; an empty one becomes an exact copy."""
    from trucewatch import api
    from trucewatch.cli.console import report

    with api.Casebook.open(ledger) as casebook:
        taken = casebook.import_log(log)
    done = f"{ledger}: {taken:,} entries were new"
    report(done, {"ledger": ledger, "new_entries": taken}, as_json=as_json)
