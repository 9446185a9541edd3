"""Facets: by what else than type and speaker a table of claims can be narrowed down.

What follows from the words of a claim is marked once, so that narrowing down two
hundred thousand claims reads none of them.
"""

from collections.abc import Iterator

from trucewatch.claims.claim import Claim
from trucewatch.ledger.holdings import HeldClaim
from trucewatch.ledger.marking import Marking
from trucewatch.ledger.view import LedgerView
from trucewatch.values.stances import Polarity

FACETS = ("assertion", "polarity", "actor", "place", "unit")
"""The facets, by the name that an address has for each."""


def facets_of(claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield facet and value of a claim; a claim may have several of one facet."""
    yield "assertion", claim.assertion.value
    if claim.polarity is Polarity.NEGATED:
        yield "polarity", claim.polarity.value
    for role in claim.roles:
        if role.id:
            yield "actor", role.id
    for place in claim.places:
        yield "place", place.id or place.text
    if claim.quantity is not None:
        yield "unit", claim.quantity.unit


def _words_of(claim: Claim, _published: str | None) -> Iterator[str]:
    for facet, value in facets_of(claim):
        yield _word(facet, value)


def _word(facet: str, value: str) -> str:
    return f"{facet}={value}"


# Only asked which claims bear a mark: that takes a third of the room.
MARKING = Marking("facets", "1", None, _words_of, is_read_back=False)


def with_facet(view: LedgerView, facet: str, value: str) -> list[HeldClaim]:
    """Return the claims seen that have a value of a facet, in order, still unread."""
    return view.marked(MARKING, [_word(facet, value)])
