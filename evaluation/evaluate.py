"""Prints how well the reader reads: ``python -m evaluation.evaluate``.

One table over the development gold, one over the public benchmarks, each figure with
its bootstrap 95 % interval over documents where there is one, and its floor.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evaluation.floors import Floors
from evaluation.gold import MEASURES
from evaluation.measuring import CORPORA, FOLDS, Measured, ReadingError, measure
from evaluation.redaction import measure_texts, texts
from evaluation.rows import Row
from evaluation.shared import MissingSharedError, shared_folder, shared_required
from trucewatch.views.surroundings import everywhere

FLOORS = Path(__file__).with_name("floors.json")
PIPED_WIDTH = 170  # columns, where the output is no terminal
SHORT = {
    "precision": "P",
    "recall": "R",
    "f1": "F1",
    "other_recall": "other",
    "assertion_macro": "assert.",
    "aggregation": "aggr.",
    "quantifier": "quant.",
}


def check_missing(measured: Measured, console: Console) -> None:
    """Print a line for each missing set, or refuse to go on without them.

    Raises:
        MissingSharedError: Something is missing that this run requires.
    """
    if measured.missing and shared_required():
        raise MissingSharedError(measured.missing)
    for name in measured.absent:
        console.print(f"not measured, its data are not there: {name}")


def gold_table(rows: Iterable[Row], floors: Floors) -> Table:
    """Return the table of the gold sets: a line a set, a column a measure."""
    table = Table(
        title="Numeric facts found and right, in %, on the development gold "
        "(95 % interval over documents; ! below its floor)",
        title_justify="left",
    )
    table.add_column("set")
    table.add_column("facts", justify="right")
    for name in MEASURES:
        table.add_column(SHORT.get(name, name), justify="right")
    by_set: dict[str, dict[str, Row]] = {}
    for row in rows:
        by_set.setdefault(row.set, {})[row.measure] = row
    for name, of in by_set.items():
        table.add_row(
            name,
            str(of["recall"].n),
            *(_figure(of[measure_], floors) for measure_ in MEASURES),
        )
    for name in by_set:
        halves = [by_set.get(f"{name}/{half}") for half in FOLDS]
        if all(halves):
            table.add_row(f"{name} A-B", "", *map(_difference, *_values(halves)))
    return table


def _values(halves: Iterable[dict[str, Row] | None]) -> list[list[float]]:
    return [[half[name].value for name in MEASURES] for half in halves if half]


def _difference(seen: float, unseen: float) -> str:
    return f"{100 * (seen - unseen):+.1f}"


def _figure(row: Row, floors: Floors) -> str:
    below = row.value < floors.floors.get(row.key, 0.0)
    ends = ""
    if row.low is not None and row.high is not None:
        ends = f"\n{100 * row.low:.0f}-{100 * row.high:.0f}"
    return f"{100 * row.value:.1f}{'!' if below else ''}{ends}"


def benchmark_table(rows: Iterable[Row], floors: Floors) -> Table:
    """Return the table of the public benchmarks: a line a figure."""
    table = Table(title="Public benchmarks, development parts", title_justify="left")
    for name in ("set", "measure"):
        table.add_column(name)
    for name in ("value", "95 % interval", "n", "floor"):
        table.add_column(name, justify="right")
    for row in rows:
        floor = floors.floors.get(row.key)
        known = row.low is not None and row.high is not None
        table.add_row(
            row.set,
            row.measure,
            f"{row.value:.3f}",
            f"{row.low:.3f}-{row.high:.3f}" if known else "-",
            str(row.n),
            "-" if floor is None else f"{floor:.3f}",
        )
    return table


def redaction_table() -> Table:
    """Return the table of redaction: a line a part of its invented texts."""
    table = Table(
        title="Redaction, on invented texts (A looked at, B not, C hard and not)",
        title_justify="left",
    )
    table.add_column("part")
    for name in ("texts", "private", "withheld", "public", "kept", "recall", "prec."):
        table.add_column(name, justify="right")
    for part, marked in texts().items():
        found = measure_texts(marked, everywhere())
        private = found.withheld + len(found.leaked)
        public = found.kept + len(found.lost)
        counts = (len(marked), private, found.withheld, public, found.kept)
        shares = (found.recall, found.precision)
        table.add_row(part, *map(str, counts), *(f"{share:.2f}" for share in shares))
    return table


def main() -> int:
    """Measure everything there is data for and print it."""
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    console.print(redaction_table())
    try:
        measured = measure(shared_folder())
        check_missing(measured, console)
    except (MissingSharedError, ReadingError) as error:
        console.print(f"evaluate: {error}")
        return 2
    floors = Floors.load(FLOORS)
    own = [row for row in measured.rows if row.set.split("/")[0] in CORPORA]
    if own:
        console.print(gold_table(own, floors))
    public = [row for row in measured.rows if row not in own]
    if public:
        console.print(benchmark_table(public, floors))
    for fall in floors.falls(measured.rows, absent=measured.absent):
        console.print(f"below its floor: {fall}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
