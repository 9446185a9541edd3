"""What the command line prints with: tables for people, JSON Lines for programs.

Results go to stdout, everything else to stderr. Text from documents is never taken for
markup, and its control characters never reach the terminal.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPED_WIDTH = 160  # columns when the output is no terminal and COLUMNS is not set
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)

Cell = str | int | float | Text | None


def clean(text: object) -> str:
    """Return text on one line, without characters that could steer a terminal."""
    return _STEERING.sub("", " ".join(str(text).split()))


def shorten(text: object, width: int) -> str:
    """Return ``clean`` text of at most ``width`` characters, a cut end marked."""
    line = clean(text)
    return line if len(line) <= width else line[: width - 1] + "…"


def print_json_lines(records: Iterable[object]) -> None:
    """Print each record as one line of JSON, as soon as it is there."""
    for record in records:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


def report(message: str, record: dict[str, object], *, as_json: bool) -> None:
    """Tell people what was done, or print it as one line of JSON."""
    if as_json:
        print_json_lines([record])
    else:
        say(message)


def say(message: object = "") -> None:
    """Tell the user something that is not the result; it goes to stderr."""
    sys.stderr.write(f"{message}\n")


def console(stream: TextIO | None = None) -> Console:
    """Return a console that respects NO_COLOR and is wide when it is piped."""
    stream = stream or sys.stdout
    wide = None if stream.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(file=stream, width=wide, markup=False, highlight=False)


def print_table(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, title: str | None = None
) -> None:
    """Print rows under column names; the last column takes what width is left.

    Args:
        columns: Heads; one that ends in ``#`` holds numbers and is set to the right.
        rows: Cells as text, numbers or styled text; None prints as ``-``.
        title: A line above the table.
    """
    table = Table(box=None, pad_edge=False, header_style="bold", expand=False)
    for index, column in enumerate(columns):
        last = index == len(columns) - 1
        table.add_column(
            column.removesuffix("#"),
            justify="right" if column.endswith("#") else "left",
            ratio=1 if last else None,
            overflow="fold",
            no_wrap=False,
        )
    for row in rows:
        table.add_row(*map(_cell, row))
    target = console()
    if title:
        target.print(Text(title, style="bold"))
    target.print(table)


def _cell(value: Cell) -> Text:
    if isinstance(value, Text):
        return value
    return Text("-", style="dim") if value is None else Text(clean(value))
