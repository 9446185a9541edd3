"""ONE document through the house. Read this first.

bytes → ``documents`` → Document → ``reading`` → Reading → ``claims`` → Claims →
``ledger``, which keeps the bytes too. Whatever is seen on the way and not used becomes
a gap. Everything else in this room does the same for many documents.
"""

import datetime as dt
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.claims.reader import READER
from trucewatch.documents.document import Document
from trucewatch.ledger.ledger import Ledger
from trucewatch.reference.choice import text_of
from trucewatch.reference.theatre import Theatre
from trucewatch.values.gaps import Gap


class Taken(NamedTuple):
    """A document, what was read from it and what was not, its bytes, its theatre."""

    document: Document
    claims: tuple[Claim, ...]
    gaps: tuple[Gap, ...]
    original: bytes = b""
    theatre: str = ""


def read_document(document: Document, theatre: Theatre) -> Taken:
    """Read one document: a pure function of the document and the theatre."""
    # A fifth of a second to import: only who reads pays for it.
    from trucewatch.claims.extraction import extract_claims  # noqa: PLC0415
    from trucewatch.reading.reading import read  # noqa: PLC0415

    reading = read(document, theatre)
    extraction = extract_claims(reading)
    return Taken(document, extraction.claims, extraction.gaps, theatre=text_of(theatre))


def take_in(
    taken: Taken,
    ledger: Ledger,
    *,
    known: dt.datetime,
    author: str,
    readmit: bool = False,
) -> None:
    """Keep the original, then append the document, whole or not at all.

    Args:
        taken: What ``read_document`` returned, here or in another process.
        ledger: Where it is kept; taking in twice adds nothing.
        known: When this ledger learns of it.
        author: Who takes it in.
        readmit: Take it in even where it was erased.
    """
    if taken.original:
        ledger.originals.put(taken.original)
    ledger.append(
        taken.document,
        taken.claims,
        taken.gaps,
        known=known,
        author=author,
        reader=READER,
        theatre=taken.theatre,
        readmit=readmit,
    )
