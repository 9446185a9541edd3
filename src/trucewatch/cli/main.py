"""The command line: one command a module, errors to exit codes in one place."""

import sys
from io import TextIOWrapper
from typing import NoReturn

import typer

from trucewatch.cli import (
    brief,
    claims,
    contradictions,
    demo,
    erase,
    explain,
    export,
    feeds,
    ingest,
    losses,
    manifest,
    original,
    place,
    read,
    register,
    review,
    search,
    serve,
    status,
    theatre,
    verify,
    version,
)
from trucewatch.cli.console import say
from trucewatch.cli.exits import Exit, exit_for
from trucewatch.errors import TrucewatchError

app = typer.Typer(
    name="trucewatch",
    help="Documents of a ceasefire in, an attributed ledger of claims out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    add_completion=True,
)
app.callback()(version.about)
for name, command in (
    ("read", read.read),
    ("ingest", ingest.ingest),
    ("feeds", feeds.feeds),
    ("status", status.status),
    ("claims", claims.claims),
    ("register", register.register),
    ("contradictions", contradictions.contradictions),
    ("losses", losses.losses),
    ("explain", explain.explain),
    ("place", place.place),
    ("search", search.search),
    ("brief", brief.brief),
    ("review", review.review),
    ("export", export.export),
    ("formats", export.formats),
    ("import", export.import_),
    ("original", original.original),
    ("backup", original.backup),
    ("erase", erase.erase),
    ("manifest", manifest.manifest),
    ("key", manifest.key),
    ("verify", verify.verify),
    ("rebuild", verify.rebuild),
    ("demo", demo.demo),
    ("version", version.version),
):
    app.command(name)(command)
app.add_typer(theatre.app, name="theatre")
if serve.is_built():
    app.command("serve")(serve.serve)


def main() -> None:
    """Run the command line and exit with one of the documented codes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A lone surrogate of a broken document prints as an escape, valid in JSON.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    run(sys.argv[1:])


def run(arguments: list[str]) -> NoReturn:
    """Run one command.

    Raises:
        SystemExit: Always, with one of the documented exit codes.
    """
    try:
        app(arguments, prog_name="trucewatch")
    except TrucewatchError as error:
        say(f"trucewatch: {error}")
        raise SystemExit(exit_for(error)) from error
    except OSError as error:
        say(f"trucewatch: {error}")
        raise SystemExit(Exit.WRONG_REQUEST) from error
    raise SystemExit(Exit.OK)
