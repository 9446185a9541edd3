"""`trucewatch verify` and `trucewatch rebuild`: is the ledger what it was?"""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson, LedgerPath

Manifest = Annotated[
    Path | None,
    typer.Option(
        "--manifest",
        metavar="FILE",
        help="What `trucewatch manifest` wrote earlier, to hold the ledger against.",
    ),
]
PublicKey = Annotated[
    Path | None,
    typer.Option(
        "--public-key",
        metavar="FILE",
        help="Key of who should have signed the manifest.",
    ),
]


def verify(
    ledger: LedgerPath,
    *,
    manifest: Manifest = None,
    public_key: PublicKey = None,
    as_json: AsJson = False,
) -> None:
    """Hash and read all of it again: every entry, clock, quotation and original.

    Exit code 1 says that something is wrong with it.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_verification

    with api.Casebook.open(ledger, create=False) as casebook:
        found = casebook.verify(manifest, public_key)
    print_verification(found, as_json=as_json)
    raise typer.Exit(Exit.OK if found.is_sound else Exit.LEFT_OUT)


def rebuild(ledger: LedgerPath, *, as_json: AsJson = False) -> None:
    """Make everything derived from the log anew; answers stay the same."""
    from trucewatch import api
    from trucewatch.cli.console import report

    with api.Casebook.open(ledger, create=False) as casebook:
        casebook.rebuild()
        entries = casebook.ledger.head().size
    done = f"{ledger}: rebuilt from {entries:,} entries"
    report(done, {"ledger": ledger, "entries": entries}, as_json=as_json)
