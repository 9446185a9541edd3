"""The draft: a claim on its way, before the gate has seen it."""

from typing import NamedTuple

from trucewatch.claims.claim import UNSTATED, ClaimPlace, ClaimTime, Role, Vouching
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Polarity, Tense, Voice


class Draft(NamedTuple):
    """A proposed claim; `trucewatch.claims.gate` makes a claim of it or says why not.

    Attributes are those of `trucewatch.claims.claim.Claim`; besides:
        whole: Index among the drafts of the total this is a part of, or None.
        sentence: Index of the sentence it stands in.
    """

    span: Span
    kind: str
    rule: str
    sentence: int
    voice: Voice = Voice.OWN
    polarity: Polarity = Polarity.AFFIRMED
    assertion: Assertion = Assertion.ASSERTED
    tense: Tense = Tense.PAST
    chain: tuple[Vouching, ...] = ()
    roles: tuple[Role, ...] = ()
    places: tuple[ClaimPlace, ...] = ()
    time: ClaimTime = UNSTATED
    quantity: Quantity | None = None
    counter: str | None = None
    instrument: str | None = None
    variant: str | None = None
    whole: int | None = None
    grounds: tuple[tuple[str, Span], ...] = ()
