"""Whether the cost of a word grows with the length of its document.

Every length is read in a fresh process, which says how much memory it took at most:
``python -m benchmarks.length 5000`` reads documents of 5,000 characters.
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
AT_LEAST = 150_000  # characters read of each length, the same pages


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


def _documents(characters: int) -> list[str]:
    """Return the same pages as documents of one length: what they say is the same."""
    pages = [text for folder in folders() for text in load(folder).values()]
    joined = "\n\n".join(pages)
    whole = max(characters, min(len(joined), AT_LEAST))
    text = joined * (whole // len(joined) + 1)
    return [text[i : i + characters] for i in range(0, whole, characters)]


def main() -> None:
    """Read documents of a length and print their rate and the peak of memory."""
    texts = _documents(int(sys.argv[1]))
    with TemporaryDirectory() as name:
        warm = Path(name, "warm.txt")
        warm.write_text(texts[0][:5_000], encoding="utf-8")
        list(api.read([warm], theatre="syria_2016", processes=1))
        warm.unlink()
        for number, text in enumerate(texts):
            Path(name, f"{number:05d}.txt").write_text(text, encoding="utf-8")
        begun = time.process_time()
        for _claim in api.read([Path(name)], theatre="syria_2016", processes=1):
            pass
        seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    print(f"{sum(len(text.split()) for text in texts) / seconds:.0f} {peak:.0f}")


if __name__ == "__main__":
    main()
