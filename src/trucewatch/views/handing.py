"""Handing on: claims, or a whole ledger, as files of a format."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Any, BinaryIO, TextIO, cast

from trucewatch.claims.claim import Claim
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.standpoint import EVERYTHING, Standpoint
from trucewatch.ledger.view import LedgerView
from trucewatch.reference.theatre import Theatre
from trucewatch.views.exports import jsonl
from trucewatch.views.exports.formats import claim_format
from trucewatch.views.exports.handout import Handed, Handout, in_words
from trucewatch.views.exports.parquet import arrow_table
from trucewatch.views.redaction import Redactor


class Handing(ABC):
    """What of a ledger can be handed on, and how.

    Attributes:
        ledger: The ledger.
    """

    ledger: Ledger

    @property
    @abstractmethod
    def theatre(self) -> Theatre:
        """All theatres as one, for looking up who and where somebody is."""

    @abstractmethod
    def view(self, standpoint: Standpoint = EVERYTHING) -> LedgerView:
        """Return what is seen of the ledger from a standpoint."""

    def export(
        self,
        name: str,
        stream: TextIO | BinaryIO,
        standpoint: Standpoint = EVERYTHING,
        *,
        redactor: Redactor | None = None,
    ) -> Handed:
        """Write the ledger in a format; return what was written and what is lost.

        Args:
            name: ``jsonl`` for the whole log, or a format of claims.
            stream: Where to; ``file_of`` says whether as text or as bytes.
            standpoint: From where one looks; the whole log has none.
            redactor: Takes out what must not leave the house, or None; the whole log
                is never redacted.

        Raises:
            UnknownNameError: No format is called so, or it cannot be redacted.
            MissingPartError: The extra that writes it is not installed.
        """
        if name == "jsonl" and redactor is None:
            lines = jsonl.write(self.ledger, cast("TextIO", stream))
            return Handed(name, jsonl.LOSES, 0, lines)
        claim_format(name)  # before the ledger is read for a name that is none
        claims = self.view(standpoint).claims()
        return self.export_claims(
            name, claims, stream, standpoint=standpoint, redactor=redactor
        )

    def export_claims(
        self,
        name: str,
        claims: Iterable[Claim],
        stream: TextIO | BinaryIO,
        *,
        standpoint: Standpoint = EVERYTHING,
        redactor: Redactor | None = None,
    ) -> Handed:
        """Write claims in a format; return what was written and what is lost.

        Args:
            name: A format of claims.
            claims: The claims.
            stream: Where to; ``file_of`` says whether as text or as bytes.
            standpoint: From where they were looked at: their documents, and what was
                decided on them, are as known from there.
            redactor: Takes out what must not leave the house, or None.

        Raises:
            UnknownNameError: No format of claims is called so.
            MissingPartError: The extra that writes it is not installed.
        """
        form = claim_format(name)
        handout = Handout(claims, self.view(standpoint), self.theatre, redactor)
        rows = form.write(handout, stream)
        hidden = "; what is redacted" if redactor else ""
        return Handed(
            name,
            f"{form.LOSES}{hidden}",
            handout.taken,
            rows,
            dict(handout.left_out),
            in_words(standpoint),
            redacted=redactor is not None,
        )

    def arrow(self, standpoint: Standpoint = EVERYTHING) -> Any:  # noqa: ANN401
        """Return the claims as a ``pyarrow.Table``, for data frames of any sort.

        Its columns are those of the Parquet export; ``.to_pandas()`` makes a frame.

        Args:
            standpoint: From where one looks.

        Raises:
            MissingPartError: The extra ``parquet`` is not installed.
        """
        return arrow_table(self.view(standpoint).claims())
