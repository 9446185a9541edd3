"""`trucewatch place`: what a place's name can mean."""

from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson

Name = Annotated[str, typer.Argument(metavar="NAME", help="A place, as written.")]
Theatre = Annotated[
    str | None,
    typer.Option(
        "--theatre",
        metavar="NAME",
        help="Theatre to look in; every theatre that ships if left out.",
    ),
]
Country = Annotated[
    str | None,
    typer.Option("--country", metavar="CC", help="ISO 3166 code of its country."),
]


def place(
    name: Name,
    *,
    theatre: Theatre = None,
    country: Country = None,
    as_json: AsJson = False,
) -> None:
    """Show every place a name can mean: id, point, precision, source and reason.

    Exit code 1 says that no place is called so.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_places

    found = api.find_place(name, theatre=theatre, country=country)
    print_places(found, as_json=as_json)
    raise typer.Exit(
        Exit.OK if any(r.candidates for r in found.values()) else Exit.LEFT_OUT
    )
