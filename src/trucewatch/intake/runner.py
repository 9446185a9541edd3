"""Many documents: over one process or several, with the same result in the same order.

A file is the unit of work and reading it is a pure function, so it does not matter who
reads it. Workers get chunks of files; outcomes come back in the order of the files. A
worker that dies (out of memory, a crash in a C library) costs one file, not the run:
its chunk is read again file by file, and the file that kills a worker twice becomes a
row of the loss account.
"""

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from trucewatch.intake.files import Item
from trucewatch.intake.outcome import Outcome
from trucewatch.values.gaps import Gap, GapKind

CHUNK_FILES = 16  # files a worker gets at once: enough to hide the cost of handing over
AHEAD = 3  # chunks waiting per worker: keeps them busy and memory bounded
_SERVER = "forkserver"
_DIED = (
    "reading it ended the worker process, perhaps for want of memory; "
    "split the file, or read it by itself with --processes 1."
)
# What a reader imports when it first reads; the workers find it there.
PRELOADED = ("trucewatch.intake.files", "trucewatch.claims.extraction")
FILES_PER_PROCESS = 48  # below this, starting another process costs more than it saves


Reader = Callable[[Item], Outcome]


def processes_for(files: int) -> int:
    """Return how many processes are worth starting for so many files."""
    return max(1, min(os.cpu_count() or 1, files // FILES_PER_PROCESS))


def read_many(
    items: Sequence[Item], reader: Reader, *, processes: int = 1
) -> Iterator[Outcome]:
    """Read files and yield one outcome per file, in the order of ``items``.

    Args:
        items: What to read.
        reader: Reads one file; must be picklable when ``processes`` is above 1.
        processes: How many worker processes; 1 reads in this one.

    Yields:
        One outcome per file; nothing a file holds raises.
    """
    if processes <= 1 or not _workers_start():
        yield from map(reader, items)
        return
    size = max(1, min(CHUNK_FILES, len(items) // (processes * 2)))
    chunks = deque(tuple(chunk) for chunk in _batched(items, size))
    while chunks:
        yield from _until_broken(chunks, reader, processes)
        if chunks:  # a worker died on one of the chunks in flight: find out which file
            for item in chunks.popleft():
                yield _alone(item, reader)


def _batched(items: Sequence[Item], size: int) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while chunk := tuple(itertools.islice(rest, size)):
        yield chunk


def _read_chunk(chunk: tuple[Item, ...], reader: Reader) -> list[Outcome]:
    return [reader(item) for item in chunk]


def _pool(processes: int) -> ProcessPoolExecutor:
    # Forking a process whose progress bar runs in a thread may deadlock the child.
    ways = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context(_SERVER if _SERVER in ways else "spawn")
    if context.get_start_method() == _SERVER:
        # The server imports this package once, and every worker has it from there.
        context.set_forkserver_preload([__name__, *PRELOADED])
    return ProcessPoolExecutor(processes, context)


def _workers_start() -> bool:
    """Say whether worker processes can start at all.

    They cannot in a script without ``if __name__ == "__main__"``, which every worker
    runs again, and in some sandboxes; one process then does the work.
    """
    try:
        with _pool(1) as pool:
            return pool.submit(_ready).result()
    except (BrokenProcessPool, OSError):
        return False


def _ready() -> bool:
    """Say that a worker has started and could import this package."""
    return True


def _until_broken(
    chunks: deque[tuple[Item, ...]], reader: Reader, processes: int
) -> Iterator[Outcome]:
    """Yield outcomes and take their chunks off the queue; stop when a worker dies."""
    waiting: deque[Future[list[Outcome]]] = deque()
    with _pool(processes) as pool:
        try:
            while chunks:
                for chunk in itertools.islice(chunks, len(waiting), processes * AHEAD):
                    waiting.append(pool.submit(_read_chunk, chunk, reader))
                outcomes = waiting.popleft().result()
                chunks.popleft()
                yield from outcomes
        except BrokenProcessPool:
            return
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(item: Item, reader: Reader) -> Outcome:
    """Read one file in a worker of its own, which may die of it."""
    with _pool(1) as pool:
        try:
            return pool.submit(reader, item).result()
        except BrokenProcessPool:
            name = item.file if isinstance(item, Gap) else item.name
            gap = Gap(GapKind.UNREADABLE_FILE, name, None, None, "", _DIED)
            return Outcome(name, gaps=(gap,))
