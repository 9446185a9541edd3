"""Reads a text of a publisher and a day to its figures, for the tests of this room."""

from trucewatch.claims.claim import Claim
from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate


def figures_of(
    text: str | None,
    published: str | None = None,
    publisher: str | None = "RT",
    theatre: str = "syria_2016",
) -> list[Claim]:
    """Return the claims with a figure, in the order of the text."""
    day = None if published is None else PartialDate.parse(published)
    document = Document(text or "", publisher=publisher, published=day)
    claims = extract_claims(read(document, load_theatre(theatre))).claims
    return [claim for claim in claims if claim.quantity is not None]


def days(claim: Claim) -> tuple[str | None, str | None]:
    """Return from and to of a claim."""
    return claim.time.start, claim.time.end
