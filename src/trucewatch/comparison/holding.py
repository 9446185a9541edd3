"""Questions of control: does somebody hold anything there at all, and who does."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.comparison.facets import Facet, Mode
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    WINDOW,
    Key,
    Reason,
    Siblings,
    area_label,
    by_day,
    date_text,
    doer_text,
    finding,
    naming,
    near,
    other_voice,
    place_text,
    quoted,
    speaker_text,
    where_text,
)
from trucewatch.values.stances import Assertion, PlaceRole, Polarity, Quantifier

# Statements on who holds what are about one state of things within these days.
HOLDER_DAYS = 3


@dataclass(frozen=True, slots=True)
class Extent:
    """The question whether somebody holds anything in an area at all.

    A universal negative ("not a single village in the country") stands against every
    share or place inside that area that somebody else says the same party holds.
    """

    name: str = "extent"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the holders whose control the facet speaks of, month by month.

        A denial belongs to its own month only, where it finds every claim that is near
        enough; without a day, to its document.
        """
        nothing = facet.family == "control" and holds_nothing(facet)
        if not (nothing or facet.claim.kind == "ARE.control"):
            return ()
        if facet.mode is not Mode.ACTUAL:
            return ()
        when: set[Hashable] = {facet.document}
        if facet.day is not None:
            reach = 0 if holds_nothing(facet) else HOLDER_DAYS
            months = {(facet.day + days) // WINDOW for days in (-reach, reach)}
            when = set(months) if holds_nothing(facet) else when | months
        return (
            (self.name, holder, one)
            for holder in sorted(facet.doers)
            for one in sorted(when, key=str)
        )

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction for every denial that others' claims stand against."""
        held = [f for f in facets if not holds_nothing(f)]
        for nothing in filter(holds_nothing, facets):
            against = [
                f for f in held if _within(f, nothing) and other_voice(f, nothing)
            ]
            if not against:
                continue
            said = "; ".join(f"{speaker_text(f)}: {quoted(f)}" for f in against[:3])
            why = (
                f"{speaker_text(nothing)} said that {doer_text(nothing)} held nothing"
                f"{where_text(nothing)} ({quoted(nothing)}), others that it held "
                f"something: {said}."
            )
            matter = (
                f"control of {area_label(nothing)} by {key[1]} {date_text(nothing.day)}"
            )
            reason = Reason(Relation.CONTRADICTS, Aspect.HOLDER, why)
            yield finding(reason, matter, (nothing, *against))


def holds_nothing(facet: Facet) -> bool:
    """Say whether a facet of control denies that anything is held."""
    return denies_control(facet.claim)


def denies_control(claim: Claim) -> bool:
    """Say whether a claim of control is that nothing is held: not, none or zero."""
    quantity = claim.quantity
    if claim.kind == "ARE.control_change" and quantity is None:
        return False  # what was not taken may still be held
    if claim.polarity is Polarity.NEGATED or claim.assertion is Assertion.DENIED:
        return True
    if quantity is None:
        return False
    return quantity.quantifier is Quantifier.NONE or quantity.high == 0


def _within(inner: Facet, outer: Facet) -> bool:
    """Say whether one claim's area lies in another's, at about the same time."""
    if not near(inner, outer, HOLDER_DAYS):
        return False
    return not outer.areas or outer.areas <= (inner.areas | inner.wider)


@dataclass(frozen=True, slots=True)
class Holder:
    """The question who holds one place."""

    name: str = "holder"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the single towns whose whole control the facet speaks of."""
        whole = facet.claim.quantity is None and not facet.negated and not facet.coarse
        if facet.family != "control" or facet.mode is not Mode.ACTUAL or not whole:
            return ()
        if facet.claim.kind == "ARE.presence" or len(facet.doers) != 1:
            return ()
        if any(place.role is PlaceRole.NEAR for place in facet.claim.places):
            return ()  # who takes a village near the town does not hold the town
        return ((self.name, area, facet.day) for area in facet.areas if facet.day)

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where speakers name different holders on one day."""
        by_holder: dict[str, Facet] = {}
        for facet in sorted(facets, key=by_day):
            by_holder.setdefault(next(iter(facet.doers)), facet)
        rivals = list(by_holder.values())
        documents, voices = {f.document for f in rivals}, {f.side for f in rivals}
        if len(rivals) > 1 and len(documents) > 1 and len(voices) > 1:
            said = "; ".join(map(naming, rivals))
            why = f"Speakers name different holders of {place_text(rivals[0])}: {said}."
            reason = Reason(Relation.CONTRADICTS, Aspect.HOLDER, why)
            yield finding(
                reason, f"holder of {key[1]} {date_text(rivals[0].day)}", rivals
            )
