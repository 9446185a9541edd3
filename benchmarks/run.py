"""Prints how fast the reader is here: ``python -m benchmarks.run``.

All in one run, so that the figures stand on one machine in one state: the start of the
command, reading on one core, a plain tokenisation pass as the physical measure, and
spaCy's small English pipeline where it is installed.
"""

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import corpus, reading, starting
from benchmarks.machine import describe_machine

PIPED_WIDTH = 110  # columns, where the output is no terminal


def start_table() -> Table:
    """Return the table of how long the command takes to be there."""
    table = Table(
        title=f"Start, median of {starting.RUNS} fresh processes", title_justify="left"
    )
    for name in ("what", "seconds", "of it worked", "goal"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for start in starting.measure():
        mark = "" if start.worked < start.goal else " !"
        worked, goal = f"{start.worked:.3f}{mark}", f"< {start.goal:.1f}"
        table.add_row(start.what, f"{start.seconds:.3f}", worked, goal)
    return table


def reading_table(folder: Path) -> Table:
    """Return the table of reading rates over a folder of documents."""
    texts = corpus.load(folder)
    table = Table(
        title=f"Reading, one core: {len(texts)} documents of {folder.name}/, "
        f"{corpus.count_words(texts):,} words, {corpus.repeats(texts)} times over",
        title_justify="left",
    )
    table.add_column("what")
    for name in ("words/s", "of plain tokenisation", "seconds worked"):
        table.add_column(name, justify="right")
    rates = list(reading.measure(texts))
    plain = rates[0].words_per_second
    for rate in rates:
        table.add_row(
            rate.what,
            f"{rate.words_per_second:,.0f}",
            f"1/{plain / rate.words_per_second:,.1f}",
            f"{rate.seconds:.2f}",
        )
    return table


def main() -> int:
    """Measure and print."""
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    console.print(describe_machine())
    console.print(start_table())
    for folder in corpus.folders():
        console.print(reading_table(folder))
    if not reading.has_spacy():
        console.print("make bench SPACY=1 adds spaCy's small English pipeline")
    return 0


if __name__ == "__main__":
    sys.exit(main())
