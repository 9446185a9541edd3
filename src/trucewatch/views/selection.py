"""Selections: which claims somebody asks to see."""

from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.claims.types import claim_types
from trucewatch.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Selection:
    """What the claims asked for have in common; None does not matter.

    Attributes:
        kind: Claim type (``PTY.accession``) or family (``PTY``).
        speaker: Who vouches last: identifier or words, or a part of them.
        place: A place: identifier, name or words, or a part of them.
        number: A number the claim gives, or allows between its bounds.
    """

    kind: str | None = None
    speaker: str | None = None
    place: str | None = None
    number: float | None = None

    def checked_kind(self) -> str | None:
        """Return the kind as it is written, whatever its case was.

        Raises:
            UnknownNameError: No claim type or family is called so.
        """
        if self.kind is None:
            return None
        known = {name.casefold(): name for name in claim_types()}
        known |= {
            name.partition(".")[0].casefold(): name.partition(".")[0]
            for name in claim_types()
        }
        try:
            return known[self.kind.casefold()]
        except KeyError:
            raise UnknownNameError("kind", self.kind, known.values()) from None

    def fits(self, claim: Claim) -> bool:
        """Say whether a claim has this speaker, place and number; not its kind."""
        return (
            self._has_speaker(claim) and self._has_place(claim) and self._allows(claim)
        )

    def _has_speaker(self, claim: Claim) -> bool:
        if self.speaker is None:
            return True
        last = claim.chain[-1] if claim.chain else None
        return last is not None and _occurs(self.speaker, last.id, last.text)

    def _has_place(self, claim: Claim) -> bool:
        if self.place is None:
            return True
        return any(_occurs(self.place, p.id, p.name, p.text) for p in claim.places)

    def _allows(self, claim: Claim) -> bool:
        if self.number is None:
            return True
        quantity = claim.quantity
        if quantity is None:
            return False
        if quantity.value is not None:
            return quantity.value == self.number
        least = float("-inf") if quantity.low is None else quantity.low
        most = float("inf") if quantity.high is None else quantity.high
        return least <= self.number <= most


def _occurs(part: str, *names: str | None) -> bool:
    folded = part.casefold()
    return any(folded in name.casefold() for name in names if name)
