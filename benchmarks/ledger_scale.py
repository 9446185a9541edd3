"""How a ledger carries its load.

``python -m benchmarks.ledger_scale [DOCUMENTS] [FILE]`` takes made-up bulletins into a
SQLite ledger, then asks what a user asks: views, claims of one type, search, every
register, each from eight standpoints in turn. Ten thousand documents make two hundred
thousand claims. A file that is there already is only asked.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks.ledger_made import READER, bulletins
from benchmarks.machine import describe_machine
from trucewatch.ledger.opening import open_ledger
from trucewatch.ledger.sql import SqlLedger
from trucewatch.ledger.standpoint import Standpoint
from trucewatch.ledger.verification import verify
from trucewatch.reference.theatre import load_theatre
from trucewatch.registers.registry import REGISTERS

DOCUMENTS = 10_000
AUTHOR = "benchmark"
ROUNDS = 2  # over the standpoints, after the first question of each kind
LOOK_BACK = 2_000  # claims a register looks at when asked for the latest only
KIND, WORDS = "INC.shelling", "shelling place 1*"


class Timing(NamedTuple):
    """How long something took, the first time and then, in milliseconds.

    ``p95_busy`` counts only the time this process had a processor: on a machine with
    other things to do it says more about the program than the clock does.
    """

    what: str
    first: float
    median: float
    p95: float
    slowest: float
    p95_busy: float


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


def fill(ledger: SqlLedger, documents: int) -> float:
    """Take in bulletins one by one; return the seconds it took."""
    begun = time.perf_counter()
    for bulletin in bulletins(documents):
        ledger.append(
            bulletin.document,
            bulletin.claims,
            known=bulletin.known,
            author=AUTHOR,
            reader=READER,
        )
    return time.perf_counter() - begun


def timed(
    what: str, points: list[Standpoint], ask: Callable[[Standpoint], object]
) -> Timing:
    """Ask once from every standpoint for each round, and say how long it took."""
    taken, busy = [], []
    for point in points * (ROUNDS + 1):
        begun, begun_busy = time.perf_counter(), time.process_time()
        ask(point)
        busy.append(1_000 * (time.process_time() - begun_busy))
        taken.append(1_000 * (time.perf_counter() - begun))
    first, later = taken[0], taken[1:]
    cuts = quantiles(later, n=20, method="inclusive")
    p95_busy = quantiles(busy[1:], n=20, method="inclusive")[18]
    return Timing(what, first, cuts[9], cuts[18], max(later), p95_busy)


def questions(
    ledger: SqlLedger,
) -> Iterator[tuple[str, Callable[[Standpoint], object]]]:
    """Yield what is asked, by name."""
    theatre = load_theatre("world")
    yield "view alone", ledger.view
    yield f"claims of one type ({KIND})", lambda p: ledger.view(p).claims(KIND)
    yield f"search ({WORDS})", lambda p: ledger.view(p).search(WORDS)
    yield "all rows, unread", lambda p: ledger.view(p).rows()
    for name, register in REGISTERS.items():

        def build(
            point: Standpoint, build: Callable[..., object] = register.build
        ) -> None:
            build(ledger.view(point), theatre, latest=LOOK_BACK)

        yield f"register {name}, latest {LOOK_BACK:,} claims", build


def table(timings: Iterator[Timing]) -> Table:
    """Return the timings as a table."""
    made = Table(title="Questions, milliseconds", title_justify="left")
    made.add_column("what")
    for name in ("first", "median", "p95", "slowest", "p95 busy"):
        made.add_column(name, justify="right")
    for what, *values in timings:
        made.add_row(what, *(f"{value:,.1f}" for value in values))
    return made


def memory_mb() -> float:
    """Return the most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def report(console: Console, path: Path, documents: int) -> None:
    """Fill the ledger unless it is there, ask everything, and print."""
    is_new = not path.exists()
    ledger = open_ledger(path)
    if is_new:
        seconds = fill(ledger, documents)
        console.print(f"taking in {documents:,}: {documents / seconds:,.0f} a second")
    size = path.stat().st_size / 2**20
    console.print(f"{ledger.head().size:,} entries, {size:,.0f} MiB on disk")
    points = standpoints(documents)
    asked = (timed(what, points, ask) for what, ask in questions(ledger))
    console.print(table(asked))
    console.print(f"memory at most {memory_mb():,.0f} MiB")
    begun = time.perf_counter()
    found = verify(ledger)
    seconds = time.perf_counter() - begun
    console.print(f"verify: {found.size:,} entries in {seconds:.1f} s")
    ledger.close()


def main() -> int:
    """Measure and print."""
    documents = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    console = Console()
    console.print(describe_machine())
    if len(sys.argv) > 2:  # noqa: PLR2004 - documents and a file
        report(console, Path(sys.argv[2]), documents)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        report(console, Path(folder) / "scale.ledger", documents)
    return 0


if __name__ == "__main__":
    sys.exit(main())
