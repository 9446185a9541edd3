"""Prints how fast the reader is here: ``python -m benchmarks.run``.

All in one run, so that the figures stand on one machine in one state: the start of the
command, reading on one core beside a plain tokenisation pass as the physical measure, a
stream of mostly other news, two processes, long documents, and other tools where they
are installed (``PEERS_PYTHON`` may name another environment's interpreter for them).
"""

import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import corpus, length, mixing, peers, reading, starting
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


def stream_table() -> Table:
    """Return the table of mixed news and of two processes."""
    table = _table("Streams", "how", "words/s", "times one", "documents")
    for stream in mixing.measure():
        rate, times = f"{stream.words_per_second:,.0f}", stream.times_one
        beside = "" if times is None else f"{times:.2f}"
        table.add_row(stream.what, rate, beside, f"{stream.documents:,}")
    return table


def length_table() -> Table:
    """Return the table of what documents of several lengths cost."""
    table = _table(
        "One document, all of it reports", "characters", "words/s", "most MB held"
    )
    for one in length.measure():
        rate, peak = f"{one.words_per_second:,.0f}", f"{one.peak_mb:,.0f}"
        table.add_row(f"{one.characters:,}", rate, peak)
    return table


def peer_table(folder: Path) -> Table:
    """Return the table of other tools over a folder, with our rate beside theirs."""
    texts = corpus.load(folder)
    ours = [rate.words_per_second for rate in reading.measure(texts)][-1]
    table = _table(f"Other tools, {folder.name}/", "what", "words/s", "ours is")
    table.add_row("trucewatch read, files to claims", f"{ours:,.0f}", "")
    for peer in peers.measure(list(texts.values())):
        rate = peer.words_per_second
        if rate is None:
            table.add_row(peer.what, "not installed, or failed", "")
        else:
            table.add_row(peer.what, f"{rate:,.0f}", f"{ours / rate:,.1f} times it")
    return table


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(first)
    for name in others:
        table.add_column(name, justify="right")
    return table


def main() -> int:
    """Measure and print."""
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    console.print(describe_machine())
    console.print(start_table())
    for folder in corpus.folders():
        console.print(reading_table(folder))
    console.print(stream_table())
    console.print(length_table())
    console.print(peer_table(corpus.folders()[-1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
