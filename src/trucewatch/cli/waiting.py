"""Progress on stderr: a bar on a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)

from trucewatch.cli.console import console, say, shorten

FILE_WIDTH = 32
QUIET_SECONDS = 5.0  # in a log, say how far it is at most this often


class Step(Protocol):
    """What the api says of every finished file (`trucewatch.api.Step`)."""

    @property
    def done(self) -> int:
        """Files finished so far."""

    @property
    def total(self) -> int:
        """Files there are."""

    @property
    def file(self) -> str:
        """Name of the file just finished."""

    @property
    def claims(self) -> int:
        """Claims it gave."""


@contextmanager
def waiting(label: str, *, printing: bool = False) -> Iterator[Callable[[Step], None]]:
    """Show progress while the body works; hand it what to tell of each file.

    Args:
        label: What is being done, such as "Reading".
        printing: Whether the body prints results meanwhile; on a terminal these and a
            moving bar would get in each other's way.
    """
    if sys.stderr.isatty() and not (printing and sys.stdout.isatty()):
        with _bar() as bar:
            yield _on_bar(bar, label)
    else:
        yield _in_log(label)


@contextmanager
def counting(label: str, what: str) -> Iterator[Callable[[int, int], None]]:
    """Show how much of one long step is done, where it is long enough to wait for.

    Args:
        label: What is being done, such as "Comparing".
        what: What is counted, such as "claims".
    """
    if sys.stderr.isatty():
        with _bar_of(what) as bar:
            task = bar.add_task(label, total=None)
            yield lambda done, total: bar.update(task, completed=done, total=total)
    else:
        yield _now_and_then(label, what)


def _bar_of(what: str) -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(what),
        TimeRemainingColumn(),
        console=console(sys.stderr),
        transient=True,
    )


def _now_and_then(label: str, what: str) -> Callable[[int, int], None]:
    last = time.monotonic()

    def told(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= QUIET_SECONDS:
            last = now
            say(f"{label}: {done:,} of {total:,} {what}")

    return told


def _bar() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[claims]} claims"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}", style="dim", markup=False),
        console=console(sys.stderr),
        transient=True,
    )


def _on_bar(bar: Progress, label: str) -> Callable[[Step], None]:
    task = bar.add_task(label, total=None, file="", claims=0)
    claims = 0

    def told(step: Step) -> None:
        nonlocal claims
        claims += step.claims
        name = shorten(step.file, FILE_WIDTH)
        bar.update(
            task, completed=step.done, total=step.total, file=name, claims=claims
        )

    return told


def _in_log(label: str) -> Callable[[Step], None]:
    last = time.monotonic()
    claims = 0

    def told(step: Step) -> None:
        nonlocal last, claims
        claims += step.claims
        now = time.monotonic()
        if now - last >= QUIET_SECONDS or step.done == step.total:
            last = now
            say(f"{label}: {step.done} of {step.total} files, {claims:,} claims")

    return told
