"""`trucewatch contradictions`: who says otherwise."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerOrFolder
from trucewatch.cli.standpoint import Point, looking

Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="contradicts, denies, arithmetic (these three if left out), agrees, "
        "updates, repeats, differs_in_scope, or all. Repeatable.",
    ),
]


@looking
def contradictions(
    ledger: LedgerOrFolder,
    *,
    kind: Kinds = None,
    as_json: AsJson = False,
    point: Point,
) -> None:
    """List findings between claims: matter, why, state, and each side's words.

    What was found is kept in the ledger: the next time only news is compared.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_findings
    from trucewatch.cli.waiting import counting, waiting

    with waiting("Reading") as told:
        opened = api.Casebook.over(ledger, progress=told)
    with opened as casebook, counting("Comparing", "claims") as compared:
        point_of_view = casebook.standpoint(**point)
        found = casebook.contradictions(point_of_view, kinds=kind, told=compared)
    print_findings(found, as_json=as_json)
