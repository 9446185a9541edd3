"""The casebook: a ledger to take documents into and look at from any standpoint."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from trucewatch.intake.accounting import LossAccount
from trucewatch.intake.judging import Decision, role_named
from trucewatch.intake.progress import Progress, silent
from trucewatch.ledger.backup import is_backup, restore
from trucewatch.ledger.entry import JudgementEntry
from trucewatch.ledger.erasing import Erasure
from trucewatch.ledger.jsonl import read_lines
from trucewatch.ledger.judgements import Judgement
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.manifest import Signed, take_manifest
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.views.looking import Looking
from trucewatch.views.losses import gaps_of_kind

Clock = Callable[[], dt.datetime]


def system_clock() -> dt.datetime:
    """Return the present instant; the only place under the doors that asks for it."""
    return dt.datetime.now(dt.UTC)  # noqa: TID251 - this module is the Python door


class Casebook(Looking):
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
        super().__init__(ledger, theatre)
        self._clock, self._author = clock, author

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

    def now(self) -> dt.datetime:
        """Return when something recorded now becomes known."""
        return self._clock()

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
        readmit: bool = False,
        progress: Progress = silent,
    ) -> LossAccount:
        """Read documents into the ledger; each one whole or not at all.

        What the ledger has already is passed over, so an interrupted run goes on where
        it was and a second run adds nothing.

        Args:
            paths: Files, or folders whose files are read.
            processes: Worker processes; by default as many as pay off.
            again: Read also what the ledger has, as after a change of theatre.
            readmit: Take in also what was erased.
            progress: Told of every finished file.

        Returns:
            What was read and what was left out.

        Raises:
            UnknownTheatreError: The casebook's theatre does not exist.
        """
        # a third of all imports: only who takes in pays for them
        from trucewatch.intake.runs import Intake  # noqa: PLC0415

        intake = Intake(
            self.ledger, self._clock, self._author, self.own_theatre, readmit
        )
        return intake.take_in(
            paths, processes=processes, again=again, progress=progress
        )

    def erase(self, document: str, *, reason: str) -> Erasure:
        """Erase a document for good, as the law may ask; see ``Ledger.erase``.

        ``weigh_erasure`` says beforehand what would go.

        Args:
            document: Key of the document.
            reason: Why; it stays in the log, and should not repeat what was erased.

        Raises:
            UnknownNameError: There is no such document, and never was.
            CustodyError: Something cannot be written; erase again when it can.
        """
        return self.ledger.erase(
            document, reason=reason, known=self._clock(), author=self._author
        )

    def manifest(self, key: Path | None = None) -> str:
        """Return what the ledger is now as one line, to be kept elsewhere.

        Args:
            key: A secret Ed25519 key to sign it with, or None.

        Raises:
            CustodyError: It is no key.
            MissingPartError: The extra ``sign`` is not installed.
        """
        taken = take_manifest(self.ledger, made=self._clock(), author=self._author)
        if key is None:
            return Signed(taken).line
        from trucewatch.ledger.signing import sign  # noqa: PLC0415 - an extra

        return sign(taken, key).line

    def judge(self, decision: Decision, *, role: str = "coder") -> JudgementEntry:
        """Record what somebody decided; an earlier decision stays in the history.

        Args:
            decision: What was decided, of what.
            role: In what capacity: reader, coder, adjudicator or owner.

        Raises:
            UnknownNameError: The decision or the role is none there is.
            UnknownClaimError: A review of a claim that is not in the ledger.
        """
        return self.record(decision.judgement(), role=role)

    def record(self, judgement: Judgement, *, role: str = "coder") -> JudgementEntry:
        """Record a judgement that is made already; see ``judge``.

        Raises:
            UnknownNameError: The role is none there is.
            UnknownClaimError: A review of a claim that is not in the ledger.
        """
        return self.ledger.judge(
            judgement,
            known=self._clock(),
            author=self._author,
            role=role_named(role),
        )

    def import_log(self, path: Path) -> int:
        """Take over an exported or backed up ledger; return how many entries were new.

        Raises:
            LedgerFormatError: It is neither, or was cut short or changed.
            CustodyError: An original cannot be kept.
        """
        if is_backup(path):
            return restore(self.ledger, path)
        with path.open(encoding="utf-8", newline="\n") as lines:
            return self.ledger.take_in(read_lines(lines, str(path)))

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

    def rebuild(self) -> None:
        """Make everything derived from the log anew; answers stay the same."""
        self.ledger.rebuild()

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
