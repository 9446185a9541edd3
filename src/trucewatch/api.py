"""The one door for Python users, and for the command line and the web behind it.

``Casebook`` is a ledger one can take documents into and look at from any standpoint;
``read`` gives claims without any ledger. Everything else here is a value they return.
"""

import datetime as dt
import functools
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from trucewatch.claims.claim import Claim
from trucewatch.claims.gate import READER
from trucewatch.claims.record import to_record
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import select
from trucewatch.documents.sources import list_sources
from trucewatch.intake.accounting import LEFT_OUT, LossAccount
from trucewatch.intake.files import Outcome, reader_for
from trucewatch.intake.path import take_in
from trucewatch.intake.progress import Progress, Step, silent, telling
from trucewatch.intake.resuming import divide
from trucewatch.intake.runner import processes_for, read_many
from trucewatch.intake.surroundings import everywhere, surroundings_of
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.records import gap_record
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.registers import registry
from trucewatch.registers.register import Register, Row
from trucewatch.views.brief import Brief
from trucewatch.views.briefs import render
from trucewatch.views.composing import (
    Material,
    claims_against,
    claims_behind,
    compose,
)
from trucewatch.views.findings import (
    AGAINST,
    Comparison,
    finding_record,
    relations,
    with_claims,
)
from trucewatch.views.losses import LABELS as LOSS_LABELS
from trucewatch.views.losses import gaps_of_kind
from trucewatch.views.selection import Selection
from trucewatch.views.status import Status, status_of
from trucewatch.views.wording import number_text, place_text, speaker_text, time_text

__all__ = [
    "LEFT_OUT",
    "LOSS_LABELS",
    "Casebook",
    "Claim",
    "Comparison",
    "LossAccount",
    "Progress",
    "Register",
    "Row",
    "Run",
    "Standpoint",
    "Status",
    "Step",
    "finding_record",
    "gap_record",
    "number_text",
    "place_text",
    "read",
    "render",
    "speaker_text",
    "time_text",
    "to_record",
]

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Return the present instant; the only place under the doors that asks for it."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - this module is the Python door


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
    return Run(telling(outcomes, len(items), progress), LossAccount(gaps=list(gaps)))


class Casebook:
    """A ledger with everything one can ask of it.

    Every question takes a ``standpoint``; ``Casebook.standpoint`` makes one from words.

    Attributes:
        ledger: The ledger behind it.
    """

    def __init__(
        self,
        ledger: Ledger,
        *,
        clock: Clock = system_clock,
        author: str = "casebook",
        theatre: str | None = None,
    ) -> None:
        """Look at a ledger.

        Args:
            ledger: What it keeps everything in.
            clock: Says when something becomes known.
            author: Who takes documents in and judges.
            theatre: Name or folder of the theatre to read with; by default every
                document chooses its own.
        """
        self.ledger = ledger
        self._clock, self._author, self._own = clock, author, theatre

    @classmethod
    def open(
        cls,
        path_or_url: str | Path,
        *,
        create: bool = True,
        clock: Clock = system_clock,
        author: str = "casebook",
        theatre: str | None = None,
    ) -> Self:
        """Open a casebook, and make it where there is none.

        Args:
            path_or_url: A ledger file, or the URL of a database.
            create: Whether a ledger that is not there is made.
            clock: Says when something becomes known.
            author: Who takes documents in and judges.
            theatre: Name or folder of the theatre to read with.

        Raises:
            LedgerFormatError: It is no ledger, of another version, or not there.
        """
        # SQLAlchemy takes a sixth of a second to import: only a stored ledger pays
        from trucewatch.ledger.opening import open_ledger  # noqa: PLC0415

        ledger = open_ledger(path_or_url, must_exist=not create)
        return cls(ledger, clock=clock, author=author, theatre=theatre)

    @classmethod
    def over(
        cls,
        path_or_url: str | Path,
        *,
        theatre: str | None = None,
        progress: Progress = silent,
    ) -> Self:
        """Open a ledger, or read a folder into one that is forgotten afterwards.

        Args:
            path_or_url: A ledger, the URL of a database, or a folder of documents.
            theatre: Name or folder of the theatre to read with.
            progress: Told of every file of a folder.

        Raises:
            LedgerFormatError: It is neither a folder nor a ledger.
        """
        if not Path(path_or_url).is_dir():
            return cls.open(path_or_url, create=False, theatre=theatre)
        casebook = cls(MemoryLedger(), theatre=theatre)
        casebook.take_in([Path(path_or_url)], progress=progress)
        return casebook

    @functools.cached_property
    def theatre(self) -> Theatre:
        """All theatres as one, for looking up who and where somebody is."""
        return everywhere(self._own)

    def __enter__(self) -> Self:
        """Return the casebook itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of files and connections."""
        self.ledger.close()

    # --- taking in ------------------------------------------------------------------

    def take_in(
        self,
        paths: Sequence[Path],
        *,
        processes: int | None = None,
        again: bool = False,
        progress: Progress = silent,
    ) -> LossAccount:
        """Read documents into the ledger; each one whole or not at all.

        What the ledger has already is passed over, so an interrupted run goes on where
        it was and a second run adds nothing.

        Args:
            paths: Files, or folders whose files are read.
            processes: Worker processes; by default as many as pay off.
            again: Read also what the ledger has, as after a change of theatre.
            progress: Told of every finished file.

        Returns:
            What was read and what was left out.

        Raises:
            UnknownTheatreError: The casebook's theatre does not exist.
        """
        items = list(list_sources(paths))
        reader, gaps = reader_for(self._own)
        account = LossAccount(gaps=list(gaps))
        if not again:
            items, known = divide(items, self.view(), READER)
            account.known_already = len(known)
        workers = processes or processes_for(len(items))
        outcomes = read_many(items, reader, processes=workers)
        for outcome in telling(outcomes, len(items), progress):
            account.add(outcome)
            self._keep(outcome)
        self.ledger.note(gaps, known=self._clock(), author=self._author)
        return account

    def _keep(self, outcome: Outcome) -> None:
        known, author = self._clock(), self._author
        if outcome.taken is None:
            self.ledger.note(outcome.gaps, known=known, author=author)
            return
        whole = outcome.taken._replace(gaps=(*outcome.gaps, *outcome.taken.gaps))
        take_in(whole, self.ledger, known=known, author=author)

    # --- looking --------------------------------------------------------------------

    def standpoint(
        self,
        *,
        as_of: str | None = None,
        known_on: str | None = None,
        according_to: str | None = None,
        min_grade: str | None = None,
        min_independent: int = 1,
    ) -> Standpoint:
        """Return a standpoint from words.

        Args:
            as_of: What held on this date (2016, 2016-05 or 2016-05-23).
            known_on: What this ledger had learned by then (a date or an instant).
            according_to: Only this speaker, party or publisher.
            min_grade: Least Admiralty grade, such as ``B2``.
            min_independent: Least number of independent roots a row needs.

        Raises:
            StandpointError: One of them cannot be read.
        """
        return Standpoint.parse(
            as_of=as_of,
            known_on=known_on,
            according_to=according_to,
            min_grade=min_grade,
            min_independent=min_independent,
        )

    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen of the ledger from a standpoint.

        Raises:
            UnknownNameError: It asks for a source the ledger does not have.
        """
        return self.ledger.view(standpoint)

    def claims(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        kind: str | None = None,
        speaker: str | None = None,
        place: str | None = None,
        number: float | None = None,
    ) -> list[Claim]:
        """Return claims in the order of documents and text.

        Args:
            standpoint: From where one looks.
            kind: Claim type (``PTY.accession``) or family (``PTY``).
            speaker: Identifier or words of who vouches, or a part of them.
            place: Identifier or name of a place, or a part of it.
            number: A number the claim gives, or allows between its bounds.

        Raises:
            UnknownNameError: No claim type or family is called so.
        """
        wanted = Selection(kind, speaker, place, number)
        found = self.view(standpoint).claims(wanted.checked_kind())
        return [claim for claim in found if wanted.fits(claim)]

    def register(
        self, name: str, standpoint: Standpoint = EVERYTHING
    ) -> tuple[Register, tuple[Row, ...]]:
        """Return a register, which knows its columns and records, and its rows.

        Raises:
            UnknownNameError: No register is called so.
        """
        register = registry.register(name)
        return register, register.build(self.view(standpoint), self.theatre)

    def contradictions(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        kinds: Collection[str] | None = None,
    ) -> list[Comparison]:
        """Return findings between claims, with their state and claims.

        Args:
            standpoint: From where one looks.
            kinds: Kinds of finding wanted (see ``Relation``), or ``all``; None means
                those that set claims against each other.

        Raises:
            UnknownNameError: No kind of finding is called so.
        """
        wanted = AGAINST if kinds is None else relations(kinds)
        view = self.view(standpoint)
        around = surroundings_of(view, self.theatre, {})
        findings = compare_claims(view.claims(), around)
        return with_claims(select(findings, wanted), view)

    def losses(
        self,
        standpoint: Standpoint = EVERYTHING,
        *,
        document: str | None = None,
        kind: str | None = None,
    ) -> LossAccount:
        """Return what was seen and not turned into a claim.

        Args:
            standpoint: From where one looks; only ``known_on`` matters.
            document: Key of the only document wanted, or None for all.
            kind: The only kind of loss wanted, or None for all.

        Raises:
            UnknownNameError: No kind of loss is called so.
        """
        view = self.view(standpoint)
        return LossAccount(
            documents=len(view.documents()),
            claims=len(view.rows(document=document)),
            gaps=gaps_of_kind(view.gaps(document), kind),
        )

    def brief(
        self, standpoint: Standpoint = EVERYTHING, *, title: str = "What is claimed"
    ) -> Brief:
        """Return the brief; ``render_html`` and ``render_markdown`` make files of it.

        Args:
            standpoint: From where one looks.
            title: Its heading.
        """
        view = self.view(standpoint)
        comparisons = self.contradictions(standpoint)
        disputed = claims_against(comparisons)
        behind = {
            name: claims_behind(
                register, register.build(view, self.theatre, disputed=disputed), view
            )
            for name, register in registry.REGISTERS.items()
        }
        return compose(Material(view, behind, comparisons, view.gaps()), title)

    def status(self, standpoint: Standpoint = EVERYTHING) -> Status:
        """Return what the ledger holds, at a glance."""
        return status_of(self.view(standpoint), self.ledger.head())
