"""`trucewatch feeds`: feeds a ledger is fed from, fetched anew when asked."""

from importlib import import_module
from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath

FEEDING = "trucewatch.web.feeding"

Add = Annotated[
    list[str] | None,
    typer.Option("--add", metavar="URL", help="A feed (RSS or Atom) to remember."),
]
Forget = Annotated[
    list[str] | None,
    typer.Option("--forget", metavar="URL", help="A feed to fetch no more."),
]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Fetch all of them, and take in what is new.")
]
Again = Annotated[
    bool,
    typer.Option(
        "--again", help="Fetch also what was fetched before: changed pages are found."
    ),
]


def feeds(
    ledger: LedgerPath,
    *,
    add: Add = None,
    forget: Forget = None,
    fetch: Fetch = False,
    again: Again = False,
    as_json: AsJson = False,
) -> None:
    """List the feeds of a ledger; with --fetch take in the new pages they name.

    Addresses are fetched as in the workbench: from public addresses only, each
    redirect checked anew, within bounds of size and time.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_feeds, print_polled
    from trucewatch.cli.who import author

    # only the doors open sockets; this part needs nothing of the workbench
    feeding = import_module(FEEDING)
    with api.Casebook.open(ledger, create=False, author=author()) as casebook:
        known = feeding.Feeds(casebook, ledger)
        for address in forget or ():
            known.forget(address)
        for address in add or ():
            known.add(address)
        if fetch:
            polled, account = known.take_in(again=again)
            print_polled(polled, account, as_json=as_json)
        else:
            print_feeds(known.all(), as_json=as_json)
