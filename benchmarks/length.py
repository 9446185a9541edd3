"""Whether the cost of a word grows with the length of its document.

Every length is read in a fresh process, which says how much memory it took at most:
``python -m benchmarks.length 5000`` reads one document of 5,000 characters.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.corpus import folders, load
from trucewatch import api

LENGTHS = (5_000, 50_000, 500_000, 5_000_000)  # characters
AT_LEAST = 200_000  # characters read, so that a short document is read often


class Length(NamedTuple):
    """A document's length in characters, its words a second, and megabytes at most."""

    characters: int
    words_per_second: float
    peak_mb: float


def measure() -> Iterator[Length]:
    """Yield what every length costs."""
    for characters in LENGTHS:
        command = [sys.executable, "-m", "benchmarks.length", str(characters)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own
        rate, peak = done.stdout.split()
        yield Length(characters, float(rate), float(peak))


def _text(characters: int) -> str:
    pages = [text for folder in folders() for text in load(folder).values()]
    joined = "\n\n".join(pages)
    return (joined * (characters // len(joined) + 1))[:characters]


def main() -> None:
    """Read one document of a length and print its rate and the peak of memory."""
    characters = int(sys.argv[1])
    text = _text(characters)
    with TemporaryDirectory() as name:
        path = Path(name, "long.txt")
        path.write_text(text, encoding="utf-8")
        warm = Path(name, "short.txt")
        warm.write_text(text[:5_000], encoding="utf-8")
        list(api.read([warm], theatre="syria_2016", processes=1))
        times = max(1, AT_LEAST // characters)
        begun = time.process_time()
        for _ in range(times):
            for _claim in api.read([path], theatre="syria_2016", processes=1):
                pass
        seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    print(f"{times * len(text.split()) / seconds:.0f} {peak:.0f}")


if __name__ == "__main__":
    main()
