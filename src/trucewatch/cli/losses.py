"""`trucewatch losses`: what was seen and not understood."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, KnownOn, LedgerOrFolder

Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only this kind of loss."),
]


def losses(
    ledger: LedgerOrFolder,
    *,
    kind: Kind = None,
    known_on: KnownOn = None,
    as_json: AsJson = False,
) -> None:
    """Show the loss account: each thing seen and not used, with why.

    Numbers in body text no claim uses, places and times that resolve to nothing,
    refused proposals, skipped parts, files that could not be read.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_losses
    from trucewatch.cli.waiting import waiting

    with (
        waiting("Reading") as told,
        api.Casebook.over(ledger, progress=told) as casebook,
    ):
        found = casebook.losses(casebook.standpoint(known_on=known_on), kind=kind)
    print_losses(found, as_json=as_json)
