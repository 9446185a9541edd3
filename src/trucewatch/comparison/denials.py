"""Explicit denials, and whose claim each of them answers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.comparison import numbers
from trucewatch.comparison.facets import Facet
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    finding,
    other_voice,
    quoted,
    speaker_text,
)
from trucewatch.values.stances import Assertion

_FAR = 10**9


def _answers(denial: Facet, said: Facet) -> bool:
    """Say whether a denial is of what was said: of its number, or of its very act."""
    if said.negated or said.high == 0:
        return False
    accused = denial.side in said.camps
    told_apart = bool(denial.sites and said.sites and not denial.sites & said.sites)
    elsewhere = not denial.areas & (said.areas | said.wider)
    if denial.areas and said.areas and elsewhere and not accused:
        return False
    if denial.count is None:
        loosely = accused and not told_apart and said.count is None
        act = denial.claim.kind == said.claim.kind or loosely
        same = accused or bool(denial.camps & said.camps or denial.areas & said.areas)
        # "None of these was confirmed" names neither actor nor place.
        bare = denial.claim.variant == "unconfirmed" or not denial.camps | denial.areas
        figure = said.counted and said.count is not None and bare
        return denial.claim.assertion is Assertion.DENIED and act and (same or figure)
    if denial.unit != said.unit:
        return False
    # Nobody's number, or the very one: "none of them", "all 82 go unconfirmed".
    return denial.high == 0 or (denial.low, denial.high) == (said.low, said.high)


@dataclass(frozen=True, slots=True)
class Denial:
    """The question what an explicit denial answers, within its document."""

    name: str = "denial"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return document and family; what is denied stands beside the denial."""
        return ((self.name, facet.document, facet.family),)

    def compare(
        self, _key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield one denial for every denied claim that can be found."""
        for denial in facets:
            verb = _verb(denial)
            if verb is not None:
                denied = denied_by(denial, facets)
                if denied is not None:
                    why = (
                        f"{speaker_text(denial)} {verb} ({quoted(denial)}) what "
                        f"{speaker_text(denied)} said ({quoted(denied)})."
                    )
                    reason = Reason(Relation.DENIES, Aspect.POLARITY, why)
                    matter = _matter(denial, denied)
                    yield finding(reason, matter, (denied, denial))


def _matter(denial: Facet, denied: Facet) -> str:
    """Return the readable name of what is denied, the same however it is read."""
    said = numbers.worded(denied)
    sides = f"{denial.side} against {denied.side}"
    return f"denial {denial.family} {sides} in {denial.document} {said}"


# Who cannot confirm a figure stands against it, without saying that it is false.
_DENYING = frozenset({Assertion.DENIED, Assertion.UNCONFIRMED})


def _verb(denial: Facet) -> str | None:
    """Return how somebody stands against a claim, or None where nobody does."""
    claim = denial.claim
    if claim.assertion not in _DENYING:
        return None
    if denial.own_voice and claim.variant == "unconfirmed":
        return None  # "neither could be confirmed": a paper has no side
    unsure = claim.assertion is Assertion.UNCONFIRMED or claim.variant == "unconfirmed"
    return "did not confirm" if unsure or claim.quantity is not None else "denied"


def denied_by(denial: Facet, facets: Iterable[Facet]) -> Facet | None:
    """Return the claim of another speaker that a denial answers, or None.

    Of the claims of the same family, the widest total comes first, then the one that
    stands nearest before the denial.
    """
    start = denial.claim.span.start
    found = [
        f
        for f in facets
        if other_voice(f, denial)
        and f.claim.assertion not in _DENYING
        and f.family == denial.family
        and _answers(denial, f)
        and not f.headline
    ]
    if not found:
        return None
    return min(
        found,
        key=lambda f: (
            bool(f.claim.part_of),
            bool(f.areas),
            start - f.claim.span.start if f.claim.span.start <= start else _FAR,
        ),
    )
