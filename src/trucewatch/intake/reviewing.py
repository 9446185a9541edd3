"""Reviewing: a claim as a person thinks it should read, held against the document.

A correction passes the same gate as everything else that proposes claims, so nobody
can write into the ledger what the document does not say.
"""

import functools
from typing import TYPE_CHECKING, Any, NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.claims.record import from_record
from trucewatch.documents.document import Document
from trucewatch.errors import RequestError
from trucewatch.intake.files import theatre_for

if TYPE_CHECKING:
    from trucewatch.reading.reading import Reading

READINGS_KEPT = 16


class CorrectionError(RequestError):
    """A correction that cannot be read as a claim."""

    def __init__(self, why: str) -> None:
        super().__init__(f"this is no claim: {why}; look at the field again")


class Checked(NamedTuple):
    """What the grounding gate says of a proposed claim.

    Attributes:
        claim: The claim as admitted, or None when it was refused.
        complaints: What the document's words do not support, one sentence each.
    """

    claim: Claim | None
    complaints: tuple[str, ...]


def check_correction(
    record: dict[str, Any],
    document: Document,
    *,
    reviewer: str,
    theatre: str | None = None,
    before: str = "",
) -> Checked:
    """Hold a proposed claim against its document.

    Args:
        record: The claim record as it should read.
        document: The document it is about.
        reviewer: Who proposes it.
        theatre: Name or folder of the theatre; by default the one it was read with.
        before: What the ledger noted of that (``LedgerView.theatres``), or empty.

    Raises:
        CorrectionError: The record is no claim record.
    """
    from trucewatch.claims.gate import propose, unsupported  # noqa: PLC0415 - as in path

    try:
        claim = from_record(record)
    except (KeyError, TypeError, ValueError) as error:
        raise CorrectionError(str(error)) from error
    reading = reading_again(document, theatre, before)
    admitted, gap = propose(claim, reading, reader=f"{reviewer} 1")
    if admitted is not None:
        return Checked(admitted, ())
    complaints = tuple(unsupported(claim, reading))
    return Checked(None, complaints or ((gap.why if gap else ""),))


@functools.lru_cache(maxsize=READINGS_KEPT)
def reading_again(
    document: Document, theatre: str | None = None, before: str = ""
) -> "Reading":
    """Return the reading of a document that the ledger has; the last few are kept."""
    from trucewatch.reading.reading import read  # noqa: PLC0415 - as in path.py

    return read(document, theatre_for(document, theatre, before=before))
