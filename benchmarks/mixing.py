"""Streams of news: mostly other matters, with a report of a conflict here and there."""

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import count_words, load
from evaluation.shared import shared_folder
from trucewatch import api

UNRELATED = 0.95  # of the words
WORDS = 300_000
REPEATED = 12  # times the reports, so that starting a process does not decide
ENGLISH = 0.03  # of the words are "the" in any English page
NEWS = Path("benchmarks", "article_extraction", "ground-truth.json")


class Stream(NamedTuple):
    """A folder of documents that was read, with how long it took.

    Attributes:
        what: How it was read.
        words_per_second: Of the clock where several processes read, else of the
            processor's time.
        documents: How many documents there were.
        times_one: How many times the rate of one process, where several read.
    """

    what: str
    words_per_second: float
    documents: int
    times_one: float | None = None


def measure() -> Iterator[Stream]:
    """Yield the rates of reading a mixed stream, and of two processes beside one.

    Nothing is yielded where the shared folder is missing.
    """
    news = shared_folder() / NEWS
    reports = shared_folder() / "corpus" / "composed_dev"
    if not news.exists() or not reports.exists():
        return
    related = list(load(reports).values())
    with _folder(_mixed(_other_news(news), related)) as mixed:
        _read(mixed, 1)
        yield _timed("95 % other news, one core", mixed, 1, time.process_time)
    with _folder(related * REPEATED) as folder:
        one = _timed("reports, one process, by the clock", folder, 1, time.perf_counter)
        yield one
        two = _timed("reports, two processes, likewise", folder, 2, time.perf_counter)
        yield two._replace(times_one=two.words_per_second / one.words_per_second)


def _other_news(path: Path) -> list[str]:
    """Return the English pages of a public set of news pages."""
    pages = json.loads(path.read_text("utf-8")).values()
    texts = [page["articleBody"] for page in pages]
    return [t for t in texts if t.split().count("the") > ENGLISH * len(t.split())]


def _mixed(news: list[str], reports: list[str]) -> Iterator[str]:
    """Yield news and reports so that of the words so far the right part is news."""
    others, ours = cycle(news), cycle(reports)
    words = other_words = 0
    while words < WORDS:
        of_news = other_words <= UNRELATED * words
        text = next(others if of_news else ours)
        size = len(text.split())
        words += size
        other_words += size * of_news
        yield text


@contextmanager
def _folder(texts: Iterator[str] | list[str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        for number, text in enumerate(texts):
            Path(name, f"{number:05d}.txt").write_text(text, encoding="utf-8")
        yield Path(name)


def _read(folder: Path, processes: int) -> None:
    for _ in api.read([folder], processes=processes):
        pass


def _timed(
    what: str, folder: Path, processes: int, clock: Callable[[], float]
) -> Stream:
    texts = load(folder)
    begun = clock()
    _read(folder, processes)
    rate = count_words(texts) / (clock() - begun)
    return Stream(what, rate, len(texts))
