"""`trucewatch original` and `trucewatch backup`: captured bytes, handed back."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson, LedgerPath

Key = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Key of a document (d_…).")
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="File to write, else stdout."),
]
File = Annotated[
    Path, typer.Argument(metavar="FILE", help="The backup to write, such as a.zip.")
]


def original(ledger: LedgerPath, document: Key, *, out: Out = None) -> None:
    """Hand back the captured bytes of a document, checked against their hash."""
    from trucewatch import api

    with api.Casebook.open(ledger, create=False) as casebook:
        data = casebook.original(document)
    if out is None:
        sys.stdout.buffer.write(data)
    else:
        out.write_bytes(data)


def backup(ledger: LedgerPath, file: File, *, as_json: AsJson = False) -> None:
    """Write the whole log and all originals into one file; `import` reads it.

    Exit code 1 says that an original could not be read, and is not in it.
    """
    from trucewatch import api
    from trucewatch.cli.console import report, say

    with api.Casebook.open(ledger, create=False) as casebook:
        made = casebook.backup(file)
        entries = casebook.ledger.head().size
    for fault in made.faults:
        say(f"  left out: {fault.why}")
    done = f"{file}: {entries:,} entries and {made.originals:,} originals"
    record = {"file": str(file), "entries": entries, "originals": made.originals}
    report(done, record, as_json=as_json)
    raise typer.Exit(Exit.LEFT_OUT if made.faults else Exit.OK)
