"""How many words a second are read, beside the plainest pass over the same texts."""

import re
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from benchmarks.corpus import Texts, count_words, repeats
from trucewatch import api

TOKEN = re.compile(r"\w+|[^\w\s]")
ROUNDS = 3  # the best of so many, for other work on the machine only slows


class Rate(NamedTuple):
    """One way to go through the documents, with its rate on one core.

    Seconds are those the processor worked, so that a busy machine changes them little.
    """

    what: str
    words_per_second: float
    seconds: float


def measure(texts: Texts) -> Iterator[Rate]:
    """Yield the rates; the plain tokenisation pass is the first.

    Loading (word lists, theatre, model) happens before the clock starts: each way goes
    through the first document once, unmeasured.
    """
    ways: list[tuple[str, Callable[[Texts], None]]] = [
        ("plain tokenisation (re.finditer, offsets)", _tokenise),
        ("trucewatch read, files to claims", _read),
    ]
    first = dict([next(iter(texts.items()))])
    times = repeats(texts)
    for what, way in ways:
        way(first)
        seconds = min(_seconds(way, texts, times) for _ in range(ROUNDS))
        yield Rate(what, times * count_words(texts) / seconds, seconds)


def _seconds(way: Callable[[Texts], None], texts: Texts, times: int) -> float:
    begun = time.process_time()
    for _ in range(times):
        way(texts)
    return time.process_time() - begun


def _tokenise(texts: Texts) -> None:
    for text in texts.values():
        for match in TOKEN.finditer(text):
            match.span()


def _read(texts: Texts) -> None:
    # As people do it: one document by its name, many by their folder.
    paths = list(texts) if len(texts) == 1 else list({path.parent for path in texts})
    for _ in api.read(paths, processes=1):
        pass
