"""Takes every measure there is data for, and says which sets are missing."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from evaluation import gold
from evaluation.rows import Benchmark, Row

OWN = "own_dev"  # the set that lies in this repository; its README says what it is
CORPORA = ("seeds", "syria_dev", "donbas_dev", "composed_dev", OWN)
SCORER = "evaluate/score.py"
FOLDS = ("A", "B")
BENCHMARKS = Path(__file__).parent / "benchmarks"
READ_BUT_LEFT_OUT = 1  # exit code of `read` when a file of the folder is unreadable


class Measured(NamedTuple):
    """All rows; the sets whose data are not there; the files that would be needed."""

    rows: list[Row]
    absent: list[str]
    missing: list[str]


class Corpus(NamedTuple):
    """Where a gold set's documents, its facts and its halves lie."""

    documents: Path
    facts: Path
    folds: Path


class ReadingError(Exception):
    """The command that reads the documents failed."""

    def __init__(self, folder: Path, code: int, message: str) -> None:
        super().__init__(f"reading {folder} ended with {code}: {message}")


def measure(shared: Path, *, resample: bool = True) -> Measured:
    """Return the figures of all sets found under the shared folder.

    Args:
        shared: The shared folder.
        resample: Whether the gold sets' rows get their intervals.

    Raises:
        ReadingError: The reader failed on a folder that is there.
    """
    measured = Measured([], [], [])
    for name in CORPORA:
        needed = (*map(str, corpus(shared, name)), SCORER)
        if _there(shared, name, needed, measured):
            measured.rows.extend(_measure_corpus(shared, name, resample=resample))
    for benchmark in benchmarks():
        if _there(shared, benchmark.NAME, benchmark.NEEDS, measured):
            measured.rows.extend(map(_named(benchmark.NAME), benchmark.measure(shared)))
    return measured


def corpus(shared: Path, name: str) -> Corpus:
    """Return where a set of ``CORPORA`` lies, there or not."""
    if name == OWN:
        own = Path(__file__).parent / "own"
        return Corpus(own / "documents", own / "gold.jsonl", own / "folds.json")
    gold_of = shared / "gold"
    return Corpus(
        shared / "corpus" / name, gold_of / f"{name}.jsonl", gold_of / "folds.json"
    )


def _named(name: str) -> Callable[[Row], Row]:
    """Return what puts a benchmark's name before a set that lacks it."""

    def named(row: Row) -> Row:
        if row.set.split("/")[0] == name:
            return row
        return replace(row, set=f"{name}/{row.set}")

    return named


def benchmarks() -> Iterator[Benchmark]:
    """Yield the benchmarks: the modules of that folder that measure something."""
    for path in sorted(BENCHMARKS.glob("[!_]*.py")):
        module = importlib.import_module(f"evaluation.benchmarks.{path.stem}")
        if hasattr(module, "measure"):
            yield cast("Benchmark", module)


def _there(shared: Path, name: str, needed: tuple[str, ...], so_far: Measured) -> bool:
    missing = [path for path in needed if not (shared / path).exists()]
    if missing:
        so_far.absent.append(name)
        so_far.missing.extend(path for path in missing if path not in so_far.missing)
    return not missing


def _measure_corpus(shared: Path, name: str, *, resample: bool) -> list[Row]:
    documents, facts, halves = corpus(shared, name)
    scored = gold.score_documents(
        read_claims(documents), gold.read_lines(facts), shared / SCORER
    ).documents
    folds = json.loads(halves.read_text("utf-8"))[name]
    rows = gold.rows(name, list(scored.values()), resample=resample)
    for half in FOLDS:
        drawn = [scored[doc] for doc in folds[half] if doc in scored]
        if len(drawn) < len(scored):  # a set that is not halved is printed once
            rows += gold.rows(f"{name}/{half}", drawn, resample=resample)
    return rows


def read_claims(*paths: Path) -> list[dict[str, Any]]:
    """Return the claim records that ``trucewatch read PATHS --json`` prints.

    Raises:
        ReadingError: The command failed.
    """
    trucewatch = Path(sys.executable).with_name("trucewatch")
    command = [str(trucewatch), "read", *map(str, paths), "--json"]
    done = subprocess.run(  # noqa: S603 - our own command, no shell
        command, capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode not in {0, READ_BUT_LEFT_OUT} or not done.stdout:
        raise ReadingError(paths[0], done.returncode, done.stderr.strip()[-500:])
    return [json.loads(line) for line in done.stdout.splitlines()]
