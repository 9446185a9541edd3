"""Names: how a register calls whoever and whatever a claim speaks of.

Nothing here looks at more than one claim and a theatre, so that what a claim is put
under can be worked out once and kept.
"""

from trucewatch.claims.claim import Claim
from trucewatch.comparison.surroundings import Knowledge
from trucewatch.reference.folding import fold
from trucewatch.values.stances import PlaceRole, Voice

# Page furniture is shown with its document and is no part of any register.
FURNITURE = frozenset({Voice.CAPTION, Voice.LINKED_HEADLINE, Voice.EMBEDDED})


class Names:
    """The names of a theatre, for the claims of a register.

    Attributes:
        theatre: What is known beforehand.
    """

    def __init__(self, theatre: Knowledge) -> None:
        self.theatre = theatre

    def name(self, key: str | None, text: str | None = None) -> str | None:
        """Return the neutral label of whatever a key stands for, else the words."""
        tables = (self.theatre.actors, self.theatre.speakers, self.theatre.instruments)
        for table in tables:
            known = table.get(key)
            if known is not None:
                return known.label
        return text or key

    def speaker(self, claim: Claim) -> str:
        """Return who vouches for a claim, as people read it."""
        if not claim.chain:
            return "unknown"
        last = claim.chain[-1]
        return self.name(last.id, last.text) or "unknown"

    def roles(self, claim: Claim, *names: str) -> tuple[str, ...]:
        """Return those who play one of these roles in a claim, by label or words."""
        return tuple(
            self.name(r.id, r.text) or r.text for r in claim.roles if r.role in names
        )

    def places(self, claim: Claim) -> tuple[str, ...]:
        """Return the names of a claim's places; origins only where nothing else is."""
        here = [p for p in claim.places if p.role is not PlaceRole.FROM]
        return tuple(dict.fromkeys(p.name or p.text for p in here or claim.places))

    def area(self, claim: Claim) -> str:
        """Return the key of a claim's places, ``*`` for the conflict as a whole."""
        return "+".join(sorted(p.id or fold(p.text) for p in claim.places)) or "*"
