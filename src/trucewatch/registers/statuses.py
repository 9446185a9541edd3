"""How a claim's commitment reads in a register: what is planned is not done."""

from trucewatch.claims.claim import Claim
from trucewatch.values.stances import Assertion, Polarity

_HEDGED = {
    Assertion.UNCONFIRMED: "unconfirmed",
    Assertion.ALLEGED: "unconfirmed",
    Assertion.POSSIBLE: "unconfirmed",
    Assertion.DENIED: "denied",
    Assertion.CONDITIONAL: "conditional",
    Assertion.OFFERED: "offered",
    Assertion.PLANNED: "planned",
    Assertion.SCHEDULED: "planned",
    Assertion.INTENT_ATTRIBUTED: "planned by another's account",
    Assertion.PREDICTED: "predicted",
    Assertion.PROPOSED: "proposed",
    Assertion.REQUESTED: "requested",
    Assertion.DEMANDED: "demanded",
}


def status_of(claim: Claim, plain: str) -> str:
    """Return the status a claim gives to what it is about.

    Args:
        claim: The claim.
        plain: The word where it is simply asserted, such as ``held`` for a meeting.
    """
    if claim.assertion in _HEDGED:
        return _HEDGED[claim.assertion]
    return f"not {plain}" if claim.polarity is Polarity.NEGATED else plain


def is_ahead(claim: Claim) -> bool:
    """Say whether what a claim speaks of is not done but planned or asked for."""
    return claim.assertion in _HEDGED and claim.assertion not in {
        Assertion.UNCONFIRMED,
        Assertion.ALLEGED,
        Assertion.POSSIBLE,
        Assertion.DENIED,
    }
