"""The one door for Python users, and for the command line and the web behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import to_record
from trucewatch.documents.sources import list_sources
from trucewatch.intake.accounting import LEFT_OUT, LossAccount, gap_record
from trucewatch.intake.files import Outcome, reader_for
from trucewatch.intake.progress import Progress, Step, silent, telling
from trucewatch.intake.runner import processes_for, read_many
from trucewatch.views.losses import LABELS as LOSS_LABELS
from trucewatch.views.wording import (
    number_text,
    place_text,
    speaker_text,
    time_text,
)

__all__ = [
    "LEFT_OUT",
    "LOSS_LABELS",
    "Claim",
    "LossAccount",
    "Progress",
    "Run",
    "Step",
    "gap_record",
    "number_text",
    "place_text",
    "read",
    "speaker_text",
    "time_text",
    "to_record",
]


@dataclass(slots=True)
class Run:
    """Documents being read: iterate for the claims, then look at the account.

    Attributes:
        outcomes: What became of each file, as it comes.
        account: What was left out so far; complete after the iteration.
    """

    outcomes: Iterator[Outcome]
    account: LossAccount = field(default_factory=LossAccount)

    def __iter__(self) -> Iterator[Claim]:
        """Yield the claims of one document after another."""
        for outcome in self.outcomes:
            self.account.add(outcome)
            if outcome.taken is not None:
                yield from outcome.taken.claims


def read(
    paths: Sequence[Path],
    *,
    theatre: str | None = None,
    processes: int | None = None,
    progress: Progress = silent,
) -> Run:
    """Read documents into claims without any ledger.

    Args:
        paths: Files, or folders whose files are read.
        theatre: Name or folder of the theatre; by default each document chooses.
        processes: Worker processes; by default as many as pay off.
        progress: Told of every finished file.

    Returns:
        The run, which reads as it is iterated, files in order of name.

    Raises:
        UnknownTheatreError: No theatre has that name.
    """
    items = list(list_sources(paths))
    reader, gaps = reader_for(theatre)
    workers = processes or processes_for(len(items))
    outcomes = read_many(items, reader, processes=workers)
    return Run(telling(outcomes, len(items), progress), LossAccount(gaps=gaps))
