"""How long the package and the command take to be there."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

RUNS = 7
TRUCEWATCH = str(Path(sys.executable).with_name("trucewatch"))


class Start(NamedTuple):
    """One way to start, with the seconds it took and the most it should take."""

    what: str
    seconds: float
    goal: float


def measure() -> Iterator[Start]:
    """Yield how long each way to start takes, the bare interpreter taken off an import.

    An import is what it adds to a Python that does nothing; the command is timed whole,
    because that is what a user waits for.
    """
    bare = _seconds([sys.executable, "-c", "pass"])
    imported = _seconds([sys.executable, "-c", "import trucewatch"])
    door = _seconds([sys.executable, "-c", "import trucewatch.api"])
    yield Start("import trucewatch", imported - bare, 0.3)
    yield Start("import trucewatch.api", door - bare, 0.3)
    yield Start("trucewatch --help", _seconds([TRUCEWATCH, "--help"]), 0.4)


def _seconds(command: Sequence[str]) -> float:
    taken = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
        taken.append(time.perf_counter() - begun)
    return median(taken)
