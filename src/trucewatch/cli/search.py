"""`trucewatch search`: words in documents and claims."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath
from trucewatch.cli.standpoint import Point, looking

Query = Annotated[
    str, typer.Argument(metavar="WORDS", help="Words; all of them must occur.")
]
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="Most hits shown.")
]


@looking
def search(
    ledger: LedgerPath,
    words: Query,
    *,
    limit: Limit = 20,
    as_json: AsJson = False,
    point: Point,
) -> None:
    """Find documents and claims by their words."""
    from trucewatch import api
    from trucewatch.cli.tables import print_hits

    with api.Casebook.open(ledger, create=False) as casebook:
        found = casebook.search(words, casebook.standpoint(**point), limit=limit)
    print_hits(found, as_json=as_json)
