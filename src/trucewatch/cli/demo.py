"""`trucewatch demo`: the whole way once, on documents that ship or on yours."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.exits import Exit
from trucewatch.cli.options import Processes

FOLDER = Path("demo")  # where the demonstration writes, seen from where it runs

Docs = Annotated[
    Path | None,
    typer.Argument(
        metavar="[FOLDER]", help="Documents to show; the bundled examples if left out."
    ),
]
DocsOption = Annotated[
    Path | None, typer.Option("--docs", metavar="FOLDER", help="The same as FOLDER.")
]


def demo(
    folder: Docs = None, *, docs: DocsOption = None, processes: Processes = None
) -> None:
    """Read documents, show what was found, and write a ledger and a brief to ./demo.

    Shows claims by type, the register of parties, the contradictions and what was not
    understood. Run it again: nothing is added.
    """
    from trucewatch import api
    from trucewatch.cli.showing import show_casebook, show_next
    from trucewatch.cli.waiting import waiting
    from trucewatch.cli.who import author

    source = folder or docs or api.EXAMPLES
    FOLDER.mkdir(exist_ok=True)
    ledger, page = (
        FOLDER / f"{source.name or 'casebook'}{end}" for end in (".db", ".html")
    )
    with api.Casebook.open(ledger, author=author()) as casebook:
        with waiting(f"Reading {source}") as told:
            account = casebook.take_in(
                [source], processes=processes, again=True, progress=told
            )
        show_casebook(casebook, account)
        made = casebook.brief(title=f"What is claimed in {source.resolve().name}")
        page.write_text(api.render(made, page.suffix), encoding="utf-8")
    show_next(ledger, page)
    raise typer.Exit(Exit.LEFT_OUT if account.left_out else Exit.OK)
