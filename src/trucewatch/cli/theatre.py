"""`trucewatch theatre`: what is known beforehand, as data."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import AsJson

app = typer.Typer(
    help="List, check and start theatres: the data packs of conflicts.",
    no_args_is_help=True,
)

Pack = Annotated[
    str,
    typer.Argument(metavar="PATH", help="Folder of a theatre, or its name."),
]
Name = Annotated[
    Path,
    typer.Argument(metavar="NAME", help="Folder to make; its last part is the name."),
]


@app.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """List the theatres that ship with the program."""
    from trucewatch import api
    from trucewatch.cli.tables import print_pairs

    print_pairs(("name", "title"), api.list_theatres(), as_json=as_json)


@app.command()
def check(path: Pack, *, as_json: AsJson = False) -> None:
    """Check a theatre: every problem with its file and line, else what it knows.

    Exit code 4 says that its data is wrong.
    """
    from trucewatch import api
    from trucewatch.cli.tables import print_pairs, print_problems

    problems = api.check_theatre(path)
    if problems:
        print_problems(problems, as_json=as_json)
        raise typer.Exit(Exit.THEATRE)
    print_pairs(("what", "number"), api.count_theatre(path), as_json=as_json)


@app.command()
def new(name: Name, *, as_json: AsJson = False) -> None:
    """Make a folder with the skeleton of a theatre, ready to be filled."""
    from trucewatch import api
    from trucewatch.cli.console import report

    folder = api.new_theatre(name.name, name.parent)
    done = f"{folder}: fill in its files, then `trucewatch theatre check {folder}`"
    report(done, {"folder": str(folder)}, as_json=as_json)
