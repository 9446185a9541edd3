"""How long the package and the command take to be there."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import NamedTuple

RUNS = 7
TRUCEWATCH = str(Path(sys.executable).with_name("trucewatch"))


class Start(NamedTuple):
    """One way to start.

    Attributes:
        what: What was started.
        seconds: How long a user waits.
        worked: How long of it the processor worked: what a busy machine changes little.
        goal: The most it should take.
    """

    what: str
    seconds: float
    worked: float
    goal: float


def measure() -> Iterator[Start]:
    """Yield how long each way to start takes, the bare interpreter taken off an import.

    An import is what it adds to a Python that does nothing; the command is timed whole,
    because that is what a user waits for.
    """
    bare = _seconds([sys.executable, "-c", "pass"])
    for module in ("trucewatch", "trucewatch.api"):
        waited, worked = _seconds([sys.executable, "-c", f"import {module}"])
        yield Start(f"import {module}", waited - bare[0], worked - bare[1], 0.3)
    yield Start("trucewatch --help", *_seconds([TRUCEWATCH, "--help"]), 0.4)


def _seconds(command: Sequence[str]) -> tuple[float, float]:
    waited, worked = [], []
    for _ in range(RUNS):
        begun, before = time.perf_counter(), getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
        after = getrusage(RUSAGE_CHILDREN)
        waited.append(time.perf_counter() - begun)
        worked.append(
            after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        )
    return median(waited), median(worked)
