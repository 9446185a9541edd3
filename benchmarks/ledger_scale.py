"""How a ledger carries its load.

``python -m benchmarks.ledger_scale [--claims N] [--ledger FILE]`` takes made-up
bulletins of twenty claims each into a SQLite ledger, and measures any register from any
standpoint, comparing everything and comparing one new document, rebuilding, verifying,
and memory. A file that is there already is only asked. At two hundred thousand claims
the whole takes less than ten minutes on two cores with nothing else to do.
"""

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.ledger_made import CLAIMS_PER_DOCUMENT, READER, Bulletin, bulletins
from benchmarks.machine import describe_machine
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql import SqlLedger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.verification import verify
from trucewatch.registers.registry import REGISTERS
from trucewatch.views.comparing import Comparing
from trucewatch.views.looking import Looking

DOCUMENTS = 10_000
AUTHOR = "benchmark"
PAGE = 50  # rows of a register that are made, beside the order and number of all
NEW = 30  # documents that come one by one
FEW = 200  # documents at the beginning and the end whose taking in is compared
KIND, WORDS = "INC.shelling", "shelling place 1*"


class Timing(NamedTuple):
    """Milliseconds of processor time that something took.

    On a machine with other things to do it says more about the program than the clock.
    """

    what: str
    first: float
    cold: float
    cold_p95: float
    warm_p95: float


def standpoints(documents: int) -> list[Standpoint]:
    """Return the standpoints asked from: all, and each question in two ways."""
    last = next(islice(bulletins(documents), documents // 2, None))
    return [
        Standpoint.parse(),
        Standpoint.parse(as_of="2017-01"),
        Standpoint.parse(as_of="2018-02-01"),
        Standpoint(known_on=last.known),
        Standpoint.parse(according_to="speaker_7"),
        Standpoint.parse(according_to="publisher:publisher_12"),
        Standpoint.parse(as_of="2017-06", according_to="speaker_3"),
        Standpoint(known_on=last.known, according_to="speaker_11"),
    ]


def fill(ledger: SqlLedger, documents: int) -> list[float]:
    """Take in bulletins one by one; return the milliseconds of each."""
    coming = track(bulletins(documents), "taking in", total=documents)
    return [take_in(ledger, bulletin) for bulletin in coming]


def take_in(ledger: SqlLedger, bulletin: Bulletin) -> float:
    """Take in one bulletin; return the milliseconds of processor time it took."""
    begun = time.process_time()
    ledger.append(
        bulletin.document,
        bulletin.claims,
        known=bulletin.known,
        author=AUTHOR,
        reader=READER,
    )
    return 1_000 * (time.process_time() - begun)


def p95(values: list[float]) -> float:
    """Return what 95 of a hundred stay below."""
    return quantiles(values, n=20, method="inclusive")[18]


def timed(
    what: str, points: list[Standpoint], ask: Callable[[Standpoint], object]
) -> Timing:
    """Ask from every standpoint for the first time, then once more."""
    rounds = []
    for _ in range(2):
        taken = []
        for point in points:
            begun = time.process_time()
            ask(point)
            taken.append(1_000 * (time.process_time() - begun))
        rounds.append(taken)
    first, *cold = rounds[0]
    return Timing(what, first, sum(cold) / len(cold), p95(cold), p95(rounds[1]))


def questions(
    looking: Looking,
) -> Iterator[tuple[str, Callable[[Standpoint], object]]]:
    """Yield what is asked, by name."""
    yield "view alone", looking.view
    yield f"claims of one type ({KIND})", lambda p: looking.view(p).claims(KIND)
    yield f"search ({WORDS})", lambda p: looking.view(p).search(WORDS)
    yield "all rows, unread", lambda p: looking.view(p).rows()
    for name in REGISTERS:
        if name != "disagreements":  # made of findings, which are timed by themselves

            def build(point: Standpoint, name: str = name) -> object:
                return looking.register(name, point)[1][:PAGE]

            yield f"register {name}", build


def table(timings: Iterator[Timing]) -> Table:
    """Return the timings as a table."""
    made = Table(title="Questions, milliseconds of one core", title_justify="left")
    made.add_column("what")
    for name in ("first of all", "cold, mean", "cold, p95", "warm, p95"):
        made.add_column(name, justify="right")
    for what, *values in timings:
        made.add_row(what, *(f"{value:,.0f}" for value in values))
    return made


def memory_mb() -> float:
    """Return what this process holds in memory now."""
    status = Path("/proc/self/status").read_text("ascii")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1_024 if found else 0.0


class Said:
    """Says what takes its time, and how long it took."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __call__(self, what: str, work: Callable[[], object]) -> None:
        """Do some work, and print how long it took."""
        begun, begun_busy = time.perf_counter(), time.process_time()
        done = work()
        busy, wall = time.process_time() - begun_busy, time.perf_counter() - begun
        more = f" ({done})" if isinstance(done, str) else ""
        self._console.print(
            f"{what}: {busy:,.1f} s of one core, {wall:,.1f} s by the clock{more}"
        )


def compare_all(comparing: Comparing, looking: Looking) -> str:
    """Compare everything; say how much was found."""
    found = comparing.compared(looking.view(), {})
    return f"{found.claims:,} claims, {len(found.findings):,} findings"


def compare_new(comparing: Comparing, ledger: SqlLedger, after: int) -> list[float]:
    """Take in documents one by one, and compare after each; return milliseconds."""
    taken = []
    for bulletin in islice(bulletins(after + NEW), after, None):
        take_in(ledger, bulletin)
        begun = time.process_time()
        comparing.compared(ledger.view(), {})
        taken.append(1_000 * (time.process_time() - begun))
    return taken


def report(console: Console, path: Path, documents: int) -> None:
    """Fill the ledger unless it is there, ask everything, and print."""
    is_new = not path.exists()
    ledger, say = open_ledger(path), Said(console)
    if is_new:
        taken = fill(ledger, documents)
        early, late = sum(taken[:FEW]) / FEW, sum(taken[-FEW:]) / FEW
        console.print(
            f"taking in {documents:,}: {sum(taken) / 1_000:,.0f} s of one core; a "
            f"document {early:.1f} ms at the beginning, {late:.1f} ms at the end"
        )
    size = path.stat().st_size / 2**20
    console.print(f"{ledger.head().size:,} entries, {size:,.0f} MiB on disk")
    looking = Looking(ledger)
    comparing = Comparing(looking)
    say("marks of all claims, once", comparing.prepare)
    points = standpoints(documents)
    asked = (timed(what, points, ask) for what, ask in questions(looking))
    console.print(table(asked))
    console.print(f"memory after all registers {memory_mb():,.0f} MiB")
    say("comparing everything", lambda: compare_all(comparing, looking))
    one = compare_new(comparing, ledger, len(ledger.view().document_keys))
    console.print(
        f"comparing after one new document: median {sorted(one)[NEW // 2]:,.0f} ms, "
        f"p95 {p95(one):,.0f} ms of one core"
    )
    console.print(f"memory {memory_mb():,.0f} MiB")
    say("rebuild", ledger.rebuild)
    say("verify", lambda: f"{verify(ledger).size:,} entries")
    ledger.close()


def main() -> int:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--claims", type=int, default=DOCUMENTS * CLAIMS_PER_DOCUMENT)
    asked.add_argument("--ledger", type=Path)
    options = asked.parse_args()
    documents = max(FEW, options.claims // CLAIMS_PER_DOCUMENT)
    console = Console()
    console.print(describe_machine())
    if options.ledger is not None:
        report(console, options.ledger, documents)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        report(console, Path(folder) / "scale.ledger", documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
