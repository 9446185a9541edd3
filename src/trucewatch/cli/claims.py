"""`trucewatch claims`: the claims of a ledger."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, LedgerPath
from trucewatch.cli.standpoint import Point, looking

Kind = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="A claim type or family of types."),
]
Speaker = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Who vouches, or a part of it."),
]
Place = Annotated[
    str | None,
    typer.Option("--place", metavar="NAME", help="A place, or a part of its name."),
]
Number = Annotated[
    float | None,
    typer.Option("--number", metavar="N", help="A number the claim gives or allows."),
]


@looking
def claims(
    ledger: LedgerPath,
    *,
    kind: Kind = None,
    speaker: Speaker = None,
    place: Place = None,
    number: Number = None,
    as_json: AsJson = False,
    point: Point,
) -> None:
    """List claims, each with who says it and its exact words."""
    from trucewatch import api
    from trucewatch.cli.tables import print_claims

    with api.Casebook.open(ledger, create=False) as casebook:
        found = casebook.claims(
            casebook.standpoint(**point),
            kind=kind,
            speaker=speaker,
            place=place,
            number=number,
        )
    print_claims(found, as_json=as_json)
