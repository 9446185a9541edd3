"""Questions of sides: who did it, who broke the truce, who is party to it."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.comparison import meanings, numbers
from trucewatch.comparison.facets import Count, Facet, Mode
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    area_label,
    by_day,
    date_text,
    doer_text,
    finding,
    naming,
    one_conflict,
    other_voice,
    quoted,
    speaker_text,
    windows,
)
from trucewatch.reference.folding import fold
from trucewatch.values.stances import Assertion

# Mutual accusations of breaking a truce are about one collapse within these days.
BREACH_DAYS = 7
# Breaches in more places than this are breaches of the truce as a whole.
FEW_PLACES = 2
# A group's status in a truce is disputed while statements are this close.
PARTY_DAYS = 60


@dataclass(frozen=True, slots=True)
class Responsibility:
    """The question who did it, for one incident in one town on one day."""

    name: str = "responsibility"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the matters of an incident that is told closely enough to be one.

        In a town on a day, or in one text where what was hit is named ("the bus").
        """
        attack = facet.family in _ATTACKS and facet.mode is Mode.ACTUAL
        if not attack or not facet.doers or facet.day is None or facet.negated:
            return
        if not facet.coarse:
            yield from ((self.name, area, facet.day) for area in facet.areas)
        if facet.sites:
            yield self.name, facet.document

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where speakers blame different sides for one thing."""
        pairs = [
            (a, b)
            for a, b in itertools.combinations(sorted(facets, key=by_day), 2)
            if rival_doers(a, b) and _one_incident(a, b) and not _jointly(a, b)
        ]
        if pairs:
            group = list(dict.fromkeys(itertools.chain(*pairs)))
            first = pairs[0][0]
            where = area_label(first) if len(key) == 2 else key[1]  # noqa: PLR2004
            if _is_told_elsewhere(*pairs[0], key):
                return
            yield _blame(group, f"attack in {where} {date_text(first.day)}")


def _is_told_elsewhere(a: Facet, b: Facet, key: Key) -> bool:
    """Say whether two tellings that share several places meet under another of them."""
    shared = a.areas & b.areas
    return bool(shared) and key[1] != min(shared)


# Acts of which one can ask who did them; an offensive is an attack while it lasts.
_ATTACKS = frozenset({"incident", "offensive"})


def rival_doers(a: Facet, b: Facet) -> bool:
    """Say whether two voices name two parties, which cannot be names of one."""
    if not a.camps or not b.camps or not other_voice(a, b):
        return False
    return not a.camps & b.camps or _throws_back(a, b) or _throws_back(b, a)


def _throws_back(a: Facet, b: Facet) -> bool:
    """Say whether whom one accuses lays it with somebody else, by a camp's name alone.

    An army of one camp may itself speak of "militias": it does not mean its own.
    """
    accused = a.side in b.camps and a.side not in _CAMPS
    return accused and a.side not in a.camps and a.doers <= _CAMPS


_CAMPS = frozenset({meanings.GOVERNMENT, meanings.OPPOSITION})


def _jointly(a: Facet, b: Facet) -> bool:
    """Say whether one text names the other's party beside its own: "X and Y"."""
    for one, other in ((a, b), (b, a)):
        words = fold(one.claim.quote).split()
        named = set(fold(doer_text(other)).split())
        for before, after in itertools.pairwise(words):
            if "and" in (before, after) and not named.isdisjoint((before, after)):
                return True
    return False


def _one_incident(a: Facet, b: Facet) -> bool:
    """Say whether a target or toll, besides place and day, ties two tellings."""
    here = bool(a.areas & b.areas) or not a.areas or not b.areas
    if not here or a.claim.kind == b.claim.kind == "INC.violation":
        return False
    if a.things & b.things or a.sites & b.sites:
        return True
    exact = a.count in {Count.EVENT, Count.UNSTATED} and a.unit == b.unit != ""
    return exact and numbers.agree(a, b) and (a.low or 0) > 1


def _blame(group: Sequence[Facet], matter: str) -> Finding:
    one: dict[tuple[str, str, frozenset[str]], Facet] = {}
    for facet in sorted(group, key=_tells_less):
        one.setdefault((facet.root, facet.side, facet.doers), facet)
    told = list(one.values())
    said = "; ".join(map(naming, told))
    why = f"Speakers lay the responsibility with different sides: {said}."
    reason = Reason(Relation.CONTRADICTS, Aspect.ATTRIBUTION, why)
    return finding(reason, matter, told)


def _tells_less(facet: Facet) -> tuple[bool, float]:
    """Return what tellings are sorted by: a figure first, a total before its part."""
    return facet.count is None, -(numbers.middle(facet) or 0)


@dataclass(frozen=True, slots=True)
class Breach:
    """The question who broke a truce, where the sides accuse each other in general."""

    name: str = "breach"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the truce whose breach the facet lays at somebody's door."""
        if not facet.doers or facet.mode is not Mode.ACTUAL or facet.high == 0:
            return ()
        accuses = facet.claim.kind == "INC.violation" and not facet.negated
        accuses |= facet.claim.kind == "INS.compliance" and facet.negated
        near = windows(facet.day, BREACH_DAYS, facet.document) if accuses else ()
        return ((self.name, window) for window in near)

    def compare(
        self, _key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield one contradiction for every truce and spell of mutual accusations."""
        runs = list(spells(facets, BREACH_DAYS))
        following: list[list[Facet]] = [*runs[1:], []]
        for group, after in zip(runs, following, strict=False):
            pairs: dict[str, list[tuple[Facet, Facet]]] = {}
            # What the next run begins with may still be near to what this one has.
            near = [b for b in after if _is_near(group[-1], b)]
            own = frozenset(map(id, group))
            for a, b in neighbours([*group, *near]):
                told = id(a) in own and _is_near(a, b) and _one_breach(a, b)
                if told and one_conflict(a, b, siblings):
                    pairs.setdefault(_truce_label(a, b), []).append((a, b))
            for truce, found in sorted(pairs.items()):
                rivals = list(dict.fromkeys(itertools.chain(*found)))
                yield _blame(rivals, f"breach of {truce} {_when(rivals[0])}")


def _one_breach(a: Facet, b: Facet) -> bool:
    """Say whether accusations are of one place, or one of the truce as a whole."""
    numbered = a.count is not None or b.count is not None
    general = _is_general(a) or _is_general(b) if numbered else a.coarse and b.coarse
    here = bool(a.areas & b.areas) or general
    return here and rival_doers(a, b) and _one_truce(a, b)


def _is_general(facet: Facet) -> bool:
    """Say whether breaches are told of so much ground that no one place is meant."""
    return facet.coarse or len(facet.areas) > FEW_PLACES


def neighbours(facets: Sequence[Facet]) -> Iterator[tuple[Facet, Facet]]:
    """Yield the pairs that share a place, or of which one is about no one place.

    In the order of ``itertools.combinations``; a month of accusations in hundreds of
    places has few of these pairs among its many.
    """
    everywhere = [at for at, facet in enumerate(facets) if _is_general(facet)]
    at_place: dict[str, list[int]] = {}
    for at, facet in enumerate(facets):
        for area in facet.areas:
            at_place.setdefault(area, []).append(at)
    for at, facet in enumerate(facets):
        near: Iterable[int] = range(at + 1, len(facets))
        if not _is_general(facet):
            met = itertools.chain(everywhere, *(at_place[a] for a in facet.areas))
            near = sorted({other for other in met if other > at})
        yield from ((facet, facets[other]) for other in near)


def _is_near(a: Facet, b: Facet) -> bool:
    if a.day is None or b.day is None:
        return a.document == b.document
    return abs(b.day - a.day) <= BREACH_DAYS


def _truce_label(a: Facet, b: Facet) -> str:
    return a.claim.instrument or b.claim.instrument or "the truce"


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
            outside = [f for f in group if not _is_party(f) and is_firm(f)]
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
    return facet.claim.kind == "PTY.accession" and not facet.negated and is_firm(facet)


def is_firm(facet: Facet) -> bool:
    """Say whether a claim is put forward at all: "unconfirmed" contradicts nobody."""
    return facet.claim.assertion not in {Assertion.UNCONFIRMED, Assertion.POSSIBLE}


def _one_truce(a: Facet, b: Facet) -> bool:
    one, other = a.claim.instrument, b.claim.instrument
    return one is None or other is None or one == other


def _party_why(inside: Facet, outside: Facet) -> str:
    return (
        f"{speaker_text(inside)} counted {doer_text(inside)} among the parties "
        f"({quoted(inside)}), {speaker_text(outside)} did not ({quoted(outside)})."
    )
