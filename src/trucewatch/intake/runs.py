"""Runs: documents read one after another, with or without a ledger to keep them."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trucewatch.claims.claim import Claim
from trucewatch.claims.reader import READER
from trucewatch.documents.sources import Source, list_sources
from trucewatch.intake.accounting import LossAccount
from trucewatch.intake.files import reader_for
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.path import take_in
from trucewatch.intake.progress import Progress, silent, telling
from trucewatch.intake.resuming import divide, without_erased
from trucewatch.intake.runner import processes_for
from trucewatch.intake.settling import read_settled
from trucewatch.ledger.ledger import Ledger


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
        The run, which reads as it is iterated, files in order of name; those that
        name no place, and follow what their folder is about, come last.

    Raises:
        UnknownTheatreError: No theatre has that name.
    """
    items = list(list_sources(paths))
    reader, gaps = reader_for(theatre)
    workers = processes or processes_for(len(items))
    outcomes = read_settled(items, reader, processes=workers)
    return Run(telling(outcomes, len(items), progress), LossAccount(gaps=gaps))


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes documents into one ledger, each of them whole or not at all.

    Attributes:
        ledger: Where they are kept.
        clock: Says when something becomes known.
        author: Who takes them in.
        theatre: Name or folder of the theatre; None lets each document choose.
        readmit: Whether documents that were erased are taken in all the same.
    """

    ledger: Ledger
    clock: Callable[[], dt.datetime]
    author: str
    theatre: str | None = None
    readmit: bool = False

    def take_in(
        self,
        paths: Sequence[Path],
        *,
        processes: int | None = None,
        again: bool = False,
        progress: Progress = silent,
    ) -> LossAccount:
        """Read documents into the ledger, passing over what it has.

        Args:
            paths: Files, or folders whose files are read.
            processes: Worker processes; by default as many as pay off.
            again: Read also what the ledger has.
            progress: Told of every finished file.

        Returns:
            What was read and what was left out.

        Raises:
            UnknownTheatreError: The theatre does not exist.
            CustodyError: The disk is full, or must not be written; what was taken in
                before stays, and the next run goes on from there.
        """
        items = list(list_sources(paths))
        reader, gaps = reader_for(self.theatre)
        account = LossAccount(gaps=list(gaps))
        self.ledger.note(gaps, known=self.clock(), author=self.author)
        if not self.readmit:
            items = without_erased(items, self.ledger.view().erased)
        known: list[Source] = []
        if not again:
            items, known = divide(
                items, self.ledger.view(), self.ledger.originals, READER
            )
            account.known_already = len(known)
        workers = processes or processes_for(len(items))
        outcomes = read_settled(items, reader, known=known, processes=workers)
        for outcome in telling(outcomes, len(items), progress):
            account.add(outcome)
            self._keep(outcome)
        return account

    def _keep(self, outcome: Outcome) -> None:
        known = self.clock()
        if outcome.taken is None:
            self.ledger.note(outcome.gaps, known=known, author=self.author)
            return
        whole = outcome.taken._replace(gaps=(*outcome.gaps, *outcome.taken.gaps))
        take_in(
            whole,
            self.ledger,
            known=known,
            author=self.author,
            readmit=self.readmit,
        )
