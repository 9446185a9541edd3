"""`trucewatch manifest` and `trucewatch key`: what a ledger was, with a signature."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath

Key = Annotated[
    Path | None,
    typer.Option("--key", metavar="FILE", help="Secret key to sign it with."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="File to write, else stdout."),
]
KeyFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The new key; FILE.pub is its public part."),
]


def manifest(ledger: LedgerPath, *, key: Key = None, out: Out = None) -> None:
    """Write down what the ledger is now, in one line to be kept elsewhere.

    `trucewatch verify --manifest` tells later whether it still begins with that.
    """
    from trucewatch import api
    from trucewatch.cli.who import author

    with api.Casebook.open(ledger, create=False, author=author()) as casebook:
        line = casebook.manifest(key)
    if out is None:
        sys.stdout.write(line)
    else:
        out.write_bytes(line.encode())


def key(file: KeyFile, *, as_json: AsJson = False) -> None:
    """Make a key to sign manifests with; only its public part is given away."""
    from trucewatch import api
    from trucewatch.cli.console import report

    public = api.make_key(file)
    done = f"{file}: keep this to yourself; give {public} to whoever verifies"
    report(done, {"key": str(file), "public_key": str(public)}, as_json=as_json)
