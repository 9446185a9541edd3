"""How fast time expressions are found: words read in a second on one core."""

import time

from benchmarks.corpus import Texts, count_words, folders, load, repeats
from trucewatch.reading.times import find_times
from trucewatch.values.dates import PartialDate

ANCHOR = PartialDate(2016, 9, 1)  # any day: the cost does not depend on it
ROUNDS = 3  # the best of so many, for other work on the machine only slows


def words_a_second(texts: Texts) -> float:
    """Return the words of these texts read in a second, the best of the rounds."""
    times = repeats(texts)
    best = min(_seconds(texts, times) for _ in range(ROUNDS))
    return count_words(texts) * times / best


def _seconds(texts: Texts, times: int) -> float:
    begun = time.perf_counter()
    for _ in range(times):
        for text in texts.values():
            find_times(text, anchor=ANCHOR)
    return time.perf_counter() - begun


def main() -> None:
    """Print one line per folder of documents."""
    for folder in folders():
        rate = words_a_second(load(folder))
        print(f"{folder.name}: {rate:,.0f} words/s, {1e6 / rate:.2f} µs/word")


if __name__ == "__main__":
    main()
