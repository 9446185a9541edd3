"""Fails when a measure fell below its floor: ``python -m evaluation.gate``.

``--update`` raises the floors to what is measured now. It refuses while a measure lies
below its floor, unless ``--allow-regression "why"`` says why that is right; the reason
is kept in ``floors.json``, beside the old figure and the new.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from evaluation.evaluate import FLOORS, check_missing
from evaluation.floors import Floors
from evaluation.measuring import Measured, ReadingError, measure
from evaluation.shared import MissingSharedError, shared_folder

PASSED, FELL, NOT_MEASURED = 0, 1, 2


def parser() -> argparse.ArgumentParser:
    """Return the gate's options."""
    options = argparse.ArgumentParser(prog="gate", description=__doc__.split("\n")[0])
    options.add_argument("--update", action="store_true", help="raise the floors")
    options.add_argument(
        "--allow-regression", metavar="WHY", help="lower what was missed, and keep why"
    )
    return options


def judge(
    measured: Measured, file: Path, *, update: bool, reason: str | None
) -> tuple[int, list[str]]:
    """Compare what was measured with the floors in a file; return code and lines.

    Args:
        measured: What was measured.
        file: Where the floors are kept; written only when ``update`` is set.
        update: Whether to raise floors.
        reason: Why missed floors may be lowered, or None when they may not.
    """
    floors = Floors.load(file)
    falls = floors.falls(measured.rows, absent=measured.absent)
    lines = [f"below its floor: {fall}" for fall in falls]
    if not update:
        count = len(floors.floors)
        lines.append(f"{count} floors, {len(falls)} missed, {len(measured.rows)} read")
        return (FELL if falls else PASSED), lines
    if falls and not reason:
        lines.append('nothing written; --allow-regression "why" lowers these floors')
        return FELL, lines
    floors.lower(falls, reason or "")
    raised = floors.raise_to(measured.rows)
    floors.save(file)
    lines.append(f"raised {len(raised)}, lowered {len(falls)}: {file.name}")
    return PASSED, lines


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare, and update the floors if asked."""
    options = parser().parse_args(arguments)
    console = Console(soft_wrap=True, markup=False, highlight=False)
    try:
        measured = measure(shared_folder(), resample=False)
        check_missing(measured, console)
    except (MissingSharedError, ReadingError) as error:
        console.print(f"gate: {error}")
        return NOT_MEASURED
    code, lines = judge(
        measured, FLOORS, update=options.update, reason=options.allow_regression
    )
    for line in lines:
        console.print(line)
    return code


if __name__ == "__main__":
    sys.exit(main())
