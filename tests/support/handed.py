"""Handouts of claims made by hand, for tests of the formats."""

import io
from functools import cache

from tests.support.made import made_ledger
from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.ledger import Ledger
from trucewatch.reference.theatre import Theatre
from trucewatch.views.exports.formats import claim_format
from trucewatch.views.exports.handout import Handout
from trucewatch.views.redaction import Redactor
from trucewatch.views.surroundings import everywhere


@cache
def known() -> Theatre:
    """Return all theatres that ship."""
    return everywhere()


def made_handout(document: Document, *claims: Claim, redacted: bool = False) -> Handout:
    """Return claims of one document, on their way out of a ledger that has them."""
    return of_ledger(made_ledger((document, claims)), redacted=redacted)


def of_ledger(ledger: Ledger, *, redacted: bool = False) -> Handout:
    """Return the claims of a ledger on their way out."""
    view = ledger.view()
    redactor = Redactor.of(known()) if redacted else None
    return Handout(view.claims(), view, known(), redactor)


def written(name: str, handout: Handout) -> str:
    """Return the text that a format makes of a handout."""
    stream = io.StringIO()
    claim_format(name).write(handout, stream)
    return stream.getvalue()
