"""`trucewatch explain`: what was seen in a document, and why it gave these claims."""

from pathlib import Path
from typing import Annotated

import typer

from trucewatch.cli.options import AsJson, TheatreName

DocumentPath = Annotated[
    Path, typer.Argument(metavar="DOCUMENT", help="A document: text, HTML or PDF.")
]
Part = Annotated[
    str | None,
    typer.Argument(
        metavar="[SPAN]", help="Offsets in its text, such as 543-611; else all of it."
    ),
]


def offsets(text: str | None) -> tuple[int, int] | None:
    """Return the offsets that ``543-611`` names; one number means one character.

    Raises:
        typer.BadParameter: The text names no offsets.
    """
    if text is None:
        return None
    start, _, end = text.replace(",", "-").replace("[", "").partition("-")
    try:
        first = int(start)
        return first, int(end.rstrip("] )")) if end else first + 1
    except ValueError:
        message = f"{text!r} is no span; write it as 543-611"
        raise typer.BadParameter(message) from None


def explain(
    document: DocumentPath,
    span: Part = None,
    *,
    theatre: TheatreName = None,
    as_json: AsJson = False,
) -> None:
    """Show what was seen, which rule made each claim, and why other numbers gave none.

    Numbers, times, names, speakers, reporting words and furniture are coloured. Below
    stands for each claim the rule that fired and where each field came from.
    """
    from trucewatch import api
    from trucewatch.cli.colouring import print_explanation

    found = api.explain(document, span=offsets(span), theatre=theatre)
    print_explanation(found, as_json=as_json)
