"""Questions without numbers: is it so, who holds it, who did it, who is party to it."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.comparison import numbers
from trucewatch.comparison.facets import Count, Facet, Mode
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    by_day,
    date_text,
    doer_text,
    finding,
    other_voice,
    speaker_text,
    windows,
)
from trucewatch.values.stances import Assertion

# Mutual accusations of breaking a truce are about one collapse within these days.
BREACH_DAYS = 7
# A group's status in a truce is disputed while statements are this close.
PARTY_DAYS = 60


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
            if other_voice(a, b) and not a.doers & b.doers and _one_incident(a, b)
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
    said = "; ".join(f"{speaker_text(f)}: {doer_text(f)}" for f in group[:4])
    why = f"Speakers lay the responsibility with different sides ({said})."
    reason = Reason(Relation.CONTRADICTS, Aspect.ATTRIBUTION, why)
    return finding(reason, matter, group)


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
                if other_voice(a, b) and not a.doers & b.doers
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
                if other_voice(a, b) and _one_truce(a, b)
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
        f"{speaker_text(inside)} counts {doer_text(inside)} among the parties, "
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
        # Of a whole truce many things are said; a place or a party makes it one.
        here = facet.family == "truce" and not facet.coarse
        if not where or not (facet.doers or here):
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
        pairs = [(a, b) for a, b in itertools.product(yes, no) if other_voice(a, b)]
        if pairs:
            both = list(dict.fromkeys(itertools.chain(*pairs)))
            yes_one, no_one = pairs[0]
            why = f"{speaker_text(yes_one)} says so, {speaker_text(no_one)} says not."
            matter = f"{key[1]} {key[3]} {key[4]} {date_text(both[0].day)}"
            yield finding(
                Reason(Relation.CONTRADICTS, Aspect.POLARITY, why), matter, both
            )


_OTHERWISE_ASKED = frozenset({"party_status", "control", "position", "context", "term"})
