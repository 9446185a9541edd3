"""Questions without numbers: is it so, who holds it, who did it, who is party to it."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.claims.claim import Claim
from trucewatch.comparison import numbers
from trucewatch.comparison.facets import Count, Facet, Mode
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    area_label,
    by_day,
    date_text,
    finding,
    place_text,
    speaker_text,
    windows,
)
from trucewatch.values.stances import Assertion, Polarity, Quantifier

# Statements on who holds what are about one state of things within these days.
HOLDER_DAYS = 3
# Mutual accusations of breaking a truce are about one collapse within these days.
BREACH_DAYS = 7
# A group's status in a truce is disputed while statements are this close.
PARTY_DAYS = 60
_FAR = 10**9


@dataclass(frozen=True, slots=True)
class Extent:
    """The question whether somebody holds anything in an area at all.

    A universal negative ("not a single village in the country") stands against every
    share or place inside that area that somebody else says the same party holds.
    """

    name: str = "extent"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the holders whose control the facet speaks of."""
        if facet.claim.kind != "ARE.control" or facet.mode is not Mode.ACTUAL:
            return ()
        return ((self.name, holder) for holder in sorted(facet.doers))

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction for every denial that others' claims stand against."""
        held = [f for f in facets if not holds_nothing(f)]
        for nothing in filter(holds_nothing, facets):
            against = [
                f for f in held if _within(f, nothing) and _other_voice(f, nothing)
            ]
            if not against:
                continue
            said = "; ".join(
                f"{speaker_text(f)}: {f.claim.quote!r}" for f in against[:3]
            )
            why = (
                f"{speaker_text(nothing)} says that nothing in {place_text(nothing)} "
                f"is held, others say that something is ({said})."
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


def near(a: Facet, b: Facet, days: int) -> bool:
    """Say whether two facets are that near in time; undated ones by document."""
    if a.day is None or b.day is None:
        return a.document == b.document
    return abs(a.day - b.day) <= days


def _other_voice(a: Facet, b: Facet) -> bool:
    return a.side != b.side


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
            said = "; ".join(f"{speaker_text(f)}: {_doer(f)}" for f in rivals)
            why = (
                f"Speakers name different holders of {place_text(rivals[0])} ({said})."
            )
            reason = Reason(Relation.CONTRADICTS, Aspect.HOLDER, why)
            yield finding(
                reason, f"holder of {key[1]} {date_text(rivals[0].day)}", rivals
            )


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The question who did it, for one incident in one town on one day."""

    name: str = "responsibility"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the matter of an incident that is told closely enough to be one."""
        if facet.family != "incident" or facet.mode is not Mode.ACTUAL:
            return ()
        if facet.coarse or not facet.doers or facet.day is None or facet.negated:
            return ()
        return ((self.name, facet.claim.kind, area, facet.day) for area in facet.areas)

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where speakers blame different sides for one thing."""
        pairs = [
            (a, b)
            for a, b in itertools.combinations(sorted(facets, key=by_day), 2)
            if _other_voice(a, b) and not a.doers & b.doers and _one_incident(a, b)
        ]
        if pairs:
            group = list(dict.fromkeys(itertools.chain(*pairs)))
            yield _blame(group, f"{key[1]} in {key[2]} {date_text(group[0].day)}")


def _one_incident(a: Facet, b: Facet) -> bool:
    """Say whether a target or toll, besides place and day, ties two tellings."""
    if a.objects & b.objects:
        return True
    exact = a.count in {Count.EVENT, Count.UNSTATED} and a.unit == b.unit != ""
    return exact and numbers.agree(a, b) and (a.low or 0) > 1


def _blame(group: Sequence[Facet], matter: str) -> Finding:
    said = "; ".join(f"{speaker_text(f)}: {_doer(f)}" for f in group[:4])
    why = f"Speakers lay the responsibility with different sides ({said})."
    reason = Reason(Relation.CONTRADICTS, Aspect.ATTRIBUTION, why)
    return finding(reason, matter, group)


def _doer(facet: Facet) -> str:
    """Return who acts or holds, in the words of the text."""
    words = [r.text for r in facet.claim.roles if (r.id or "") in facet.doers]
    return " and ".join(words or sorted(facet.doers)) or "nobody named"


@dataclass(frozen=True, slots=True)
class Breach:
    """The question who broke a truce, where the sides accuse each other in general."""

    name: str = "breach"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the truce whose breach the facet lays at somebody's door."""
        general = facet.claim.quantity is None and facet.coarse and facet.doers
        if not general or facet.mode is not Mode.ACTUAL:
            return ()
        accuses = facet.claim.kind == "INC.violation" and not facet.negated
        accuses |= facet.claim.kind == "INS.compliance" and facet.negated
        truce = facet.claim.instrument or "the truce"
        near = windows(facet.day, BREACH_DAYS, facet.document) if accuses else ()
        return ((self.name, truce, window) for window in near)

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield one contradiction for every spell of mutual accusations."""
        for group in spells(facets, BREACH_DAYS):
            pairs = [
                (a, b)
                for a, b in itertools.combinations(group, 2)
                if _other_voice(a, b) and not a.doers & b.doers
            ]
            if pairs:
                rivals = list(dict.fromkeys(itertools.chain(*pairs)))
                about = f"breach of {key[1]}"
                yield _blame(rivals, f"{about} {_when(rivals[0])}")


def _when(facet: Facet) -> str:
    return facet.document if facet.day is None else date_text(facet.day)


def spells(facets: Sequence[Facet], days: int) -> Iterator[list[Facet]]:
    """Yield runs of facets of which none is later than the first by more than that.

    Undated ones are taken together by document.
    """
    undated: dict[str, list[Facet]] = {}
    run: list[Facet] = []
    for facet in sorted(facets, key=by_day):
        if facet.day is None:
            undated.setdefault(facet.document, []).append(facet)
            continue
        if run and facet.day - (run[0].day or 0) > days:
            yield run
            run = []
        run.append(facet)
    if run:
        yield run
    yield from undated.values()


@dataclass(frozen=True, slots=True)
class Party:
    """The question whether a named group is party to a truce."""

    name: str = "party"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the groups whose status the facet speaks of; counts name nobody."""
        if facet.claim.quantity is not None or facet.mode is not Mode.ACTUAL:
            return ()
        if facet.claim.kind == "PTY.accession":
            return ((self.name, group) for group in sorted(facet.doers))
        if facet.claim.kind == "INS.term" and facet.claim.variant == "exclusion":
            return ((self.name, group) for group in sorted(facet.objects))
        return ()

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where one counts a group in and another does not."""
        for group in spells(facets, PARTY_DAYS):
            inside = [f for f in group if _is_party(f)]
            outside = [f for f in group if not _is_party(f) and _firm(f)]
            rivals = [
                (a, b)
                for a, b in itertools.product(inside, outside)
                if _other_voice(a, b) and _one_truce(a, b)
            ]
            if rivals:
                both = list(dict.fromkeys(itertools.chain(*rivals)))
                reason = Reason(
                    Relation.CONTRADICTS, Aspect.PARTY_STATUS, _party_why(*rivals[0])
                )
                yield finding(
                    reason, f"party status of {key[1]} {_when(both[0])}", both
                )


def _is_party(facet: Facet) -> bool:
    return facet.claim.kind == "PTY.accession" and not facet.negated and _firm(facet)


def _firm(facet: Facet) -> bool:
    """Say whether a claim is put forward at all: "unconfirmed" contradicts nobody."""
    return facet.claim.assertion not in {Assertion.UNCONFIRMED, Assertion.POSSIBLE}


def _one_truce(a: Facet, b: Facet) -> bool:
    one, other = a.claim.instrument, b.claim.instrument
    return one is None or other is None or one == other


def _party_why(inside: Facet, outside: Facet) -> str:
    return (
        f"{speaker_text(inside)} counts {_doer(inside)} among the parties, "
        f"{speaker_text(outside)} does not."
    )


@dataclass(frozen=True, slots=True)
class Truth:
    """The question whether something happened or holds at all."""

    name: str = "polarity"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the matter of an unnumbered claim that is told closely enough."""
        if facet.claim.quantity is not None or facet.mode is not Mode.ACTUAL:
            return ()
        if facet.family in _OTHERWISE_ASKED or facet.day is None:
            return ()
        where = facet.claim.instrument or ("" if facet.coarse else facet.area)
        if not where or not (facet.doers or facet.family == "truce"):
            return ()
        doers = "+".join(sorted(facet.doers))
        variant = facet.claim.variant or ""
        return ((self.name, facet.claim.kind, variant, where, doers, facet.day),)

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where one speaker says so and another says not."""
        no = [f for f in facets if f.negated]
        yes = [f for f in facets if not f.negated]
        pairs = [(a, b) for a, b in itertools.product(yes, no) if _other_voice(a, b)]
        if pairs:
            both = list(dict.fromkeys(itertools.chain(*pairs)))
            yes_one, no_one = pairs[0]
            why = f"{speaker_text(yes_one)} says so, {speaker_text(no_one)} says not."
            matter = f"{key[1]} {key[3]} {key[4]} {date_text(both[0].day)}"
            yield finding(
                Reason(Relation.CONTRADICTS, Aspect.POLARITY, why), matter, both
            )


_OTHERWISE_ASKED = frozenset({"party_status", "control", "position", "context", "term"})


@dataclass(frozen=True, slots=True)
class Denial:
    """The question what an explicit denial answers, within its document."""

    name: str = "denial"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the document; what is denied mostly stands beside the denial."""
        return ((self.name, facet.document),)

    def compare(
        self, _key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield one denial for every denied claim that can be found."""
        for denial in facets:
            if denial.claim.assertion is Assertion.DENIED:
                denied = denied_by(denial, facets)
                if denied is not None:
                    why = (
                        f"{speaker_text(denial)} denies what {speaker_text(denied)} "
                        f"says: {denied.claim.quote!r}."
                    )
                    reason = Reason(Relation.DENIES, Aspect.POLARITY, why)
                    matter = f"denial {denial.claim.key}"
                    yield finding(reason, matter, (denied, denial))


def denied_by(denial: Facet, facets: Iterable[Facet]) -> Facet | None:
    """Return the claim of another speaker that a denial answers, or None.

    Of the claims of the same family, the widest total comes first, then the one that
    stands nearest before the denial.
    """
    start = denial.claim.span.start
    found = [
        f
        for f in facets
        if _other_voice(f, denial)
        and f.claim.assertion is not Assertion.DENIED
        and f.family == denial.family
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
