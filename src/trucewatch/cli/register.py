"""`trucewatch register`: one register of a ledger."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath
from trucewatch.cli.standpoint import Point, looking

Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="parties, instruments, designations, areas, reconciliations, incidents, "
        "monitoring, casualties, aid, talks, drafts, forces, counters, disagreements.",
    ),
]


@looking
def register(
    ledger: LedgerPath, name: Name, *, as_json: AsJson = False, point: Point
) -> None:
    """Show a register: what is said, by whom, with disputed values marked.

    With --json every cell keeps its value, who says so, since when it is known and the
    claims it rests on.
    """
    from trucewatch import api
    from trucewatch.cli.rows import print_register

    with api.Casebook.open(ledger, create=False) as casebook:
        found, rows = casebook.register(name, casebook.standpoint(**point))
    print_register(found, rows, as_json=as_json)
