"""`trucewatch erase`: a document goes for good, in two steps."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath

Key = Annotated[
    str, typer.Argument(metavar="DOCUMENT", help="Key of a document (d_…).")
]
Reason = Annotated[
    str,
    typer.Option(
        "--reason",
        metavar="TEXT",
        help="Why; it stays in the log, so repeat nothing of what is erased.",
    ),
]
Author = Annotated[
    str | None,
    typer.Option("--author", metavar="NAME", help="Who erases; else the user."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it; else it is only shown.")]


def erase(
    ledger: LedgerPath,
    document: Key,
    *,
    reason: Reason,
    author: Author = None,
    yes: Yes = False,
    as_json: AsJson = False,
) -> None:
    """Erase a document, as the law may ask: first shown, then done with --yes.

    Its text, claims, losses, judgements on them and its original vanish, also from
    answers about days gone by. Tombstones stay, so that the log still verifies.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_erasure
    from trucewatch.cli.who import author as user

    with api.Casebook.open(ledger, create=False, author=author or user()) as casebook:
        if yes:
            erasure = casebook.erase(document, reason=reason)
        else:
            erasure = casebook.weigh_erasure(document)
    print_erasure(erasure, done=yes, as_json=as_json)
