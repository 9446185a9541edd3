"""`trucewatch version` and `trucewatch --version`: which version this is."""

from typing import Annotated

import typer

from trucewatch.cli.options import AsJson


def version(*, as_json: AsJson = False) -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    from trucewatch.cli.console import print_json_lines

    number = version_of("trucewatch")
    if as_json:
        print_json_lines([{"version": number}])
    else:
        print(f"trucewatch {number}")


def _show(asked: bool) -> None:  # noqa: FBT001 - as typer calls it
    if asked:
        version()
        raise typer.Exit


def about(
    *,
    show: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_show, help="Print the version."
        ),
    ] = False,
) -> None:
    """Documents of a ceasefire in, an attributed ledger of claims out."""
    del show  # its callback has done all there is to do
