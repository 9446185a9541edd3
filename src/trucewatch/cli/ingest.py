"""`trucewatch ingest`: documents into a ledger."""

from contextlib import suppress
from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson, LedgerPath, Paths, Processes, TheatreName
from trucewatch.errors import ReferenceDataError

Again = Annotated[
    bool,
    typer.Option("--again", help="Read also what the ledger has already."),
]
Readmit = Annotated[
    bool,
    typer.Option("--readmit", help="Take in also documents that were erased."),
]


def ingest(
    ledger: LedgerPath,
    paths: Paths,
    *,
    theatre: TheatreName = None,
    processes: Processes = None,
    again: Again = False,
    readmit: Readmit = False,
    as_json: AsJson = False,
) -> None:
    """Take documents into a ledger; twice adds nothing, and a stopped run goes on.

    Each document is one transaction. Exit code 1 says that a file, or a part of one,
    could not be read; it then has a row in the loss account, and all others are in.
    What registers and comparison ask of every claim is worked out at once.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_account
    from trucewatch.cli.waiting import counting, waiting
    from trucewatch.cli.who import author

    with api.Casebook.open(ledger, theatre=theatre, author=author()) as casebook:
        with waiting("Taking in") as told:
            account = casebook.take_in(
                paths, processes=processes, again=again, readmit=readmit, progress=told
            )
        # What is wrong with a theatre is in the account; registers will say it again.
        with (
            suppress(ReferenceDataError),
            counting("Preparing registers", "entries") as done,
        ):
            casebook.prepare(done)
    print_account(account, as_json=as_json)
    raise typer.Exit(Exit.LEFT_OUT if account.left_out else Exit.OK)
