"""The options that mean the same in every command, each written once."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[
    bool, typer.Option("--json", help="Print JSON Lines, one record a line.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="True at: what held on this date (2016, 2016-05, 2016-05-23).",
    ),
]
KnownOn = Annotated[
    str | None,
    typer.Option(
        "--known-on",
        metavar="TIME",
        help="Known on: only what this ledger had learned by then.",
    ),
]
AccordingTo = Annotated[
    str | None,
    typer.Option(
        "--according-to",
        metavar="NAME",
        help="According to: only this speaker, party or publisher.",
    ),
]
MinGrade = Annotated[
    str | None,
    typer.Option(
        "--min-grade",
        metavar="A1..F6",
        help="Only claims graded at least this well (Admiralty code).",
    ),
]
MinIndependent = Annotated[
    int,
    typer.Option(
        "--min-independent",
        metavar="N",
        min=1,
        help="Only what at least N independent roots say.",
    ),
]
LedgerPath = Annotated[
    str,
    typer.Argument(metavar="LEDGER", help="Ledger file, or a database URL."),
]
LedgerOrFolder = Annotated[
    str,
    typer.Argument(
        metavar="LEDGER",
        help="Ledger file, database URL, or a folder of documents to read now.",
    ),
]
Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATHS...", help="Documents, or folders of documents."),
]
TheatreName = Annotated[
    str | None,
    typer.Option(
        "--theatre",
        metavar="NAME",
        help="Theatre to read with; by default each document chooses its own.",
    ),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes",
        metavar="N",
        min=1,
        help="Worker processes; by default as many as pay for the number of files.",
    ),
]

Redact = Annotated[
    bool,
    typer.Option(
        "--redact",
        help="Withhold private persons' names, ways to reach them, fine coordinates.",
    ),
]
