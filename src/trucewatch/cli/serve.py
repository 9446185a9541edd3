"""`trucewatch serve`: the workbench in the browser."""

from importlib import import_module
from importlib.util import find_spec
from typing import Annotated

import typer

from trucewatch.cli.options import LedgerPath
from trucewatch.errors import MissingPartError

WORKBENCH = "trucewatch.web.app"

Host = Annotated[
    str, typer.Option("--host", metavar="HOST", help="Address to listen on.")
]
Port = Annotated[
    int, typer.Option("--port", metavar="PORT", min=0, help="Port to listen on.")
]


def is_built() -> bool:
    """Say whether this version has a workbench; the command shows only then."""
    return find_spec(WORKBENCH) is not None


def serve(ledger: LedgerPath, *, host: Host = "127.0.0.1", port: Port = 8017) -> None:
    """Open the workbench for a ledger, on this machine only unless told otherwise."""
    try:
        workbench = import_module(WORKBENCH)
    except ModuleNotFoundError as error:
        raise MissingPartError("workbench", "web") from error
    workbench.serve(ledger, host=host, port=port)
