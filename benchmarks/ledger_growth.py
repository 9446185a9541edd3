"""What comparing one new document costs as a ledger grows.

``python -m benchmarks.ledger_growth [--documents N ...]`` fills ledgers of several
sizes, compares them, and takes in new documents one by one. Beside the processor time
of each comparison it tells how many claims share a matter with the new document's: the
time is to grow no faster than those.
"""

import argparse
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.ledger_made import Bulletin, bulletins
from benchmarks.ledger_scale import take_in
from benchmarks.machine import describe_machine
from trucewatch.comparison.comparing import MatterIndex
from trucewatch.comparison.disputes import matters
from trucewatch.comparison.matters import words_of
from trucewatch.comparison.surroundings import Surroundings
from trucewatch.ledger.opening import open_ledger
from trucewatch.views.comparing import Comparing
from trucewatch.views.looking import Looking

SIZES = (200, 400, 800)
NEW = 15  # documents that come one by one


def beside(looking: Looking, bulletin: Bulletin) -> int:
    """Return how many claims share a matter with those of a document taken in."""
    view, theatre = looking.view(), looking.theatre
    index = MatterIndex(Surroundings(theatre, view.published))
    words = [words_of(key) for key in index.add(bulletin.claims)]
    return len(view.marked(matters(theatre), words))


def grown(path: Path, documents: int) -> tuple[float, float]:
    """Return the median milliseconds of a comparison, and of claims on its matters."""
    ledger = open_ledger(path)
    for bulletin in islice(bulletins(documents), documents):
        take_in(ledger, bulletin)
    looking = Looking(ledger)
    comparing = Comparing(looking)
    comparing.compared(looking.view(), {})
    taken, near = [], []
    for bulletin in islice(bulletins(documents + NEW), documents, None):
        take_in(ledger, bulletin)
        begun = time.process_time()
        comparing.compared(looking.view(), {})
        taken.append(1_000 * (time.process_time() - begun))
        near.append(beside(looking, bulletin))
    ledger.close()
    return median(taken), median(near)


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, nargs="+", default=SIZES)
    console, table = Console(), Table(title="One new document, medians")
    for name in ("documents", "ms of one core", "claims on its matters", "µs a claim"):
        table.add_column(name, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        for size in asked.parse_args().documents:
            taken, near = grown(Path(folder) / f"{size}.ledger", size)
            each = 1_000 * taken / max(near, 1)
            table.add_row(f"{size:,}", f"{taken:.1f}", f"{near:,.0f}", f"{each:.0f}")
    console.print(describe_machine())
    console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
