"""The question whether something happened or holds at all."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.comparison import meanings
from trucewatch.comparison.facets import Facet, Mode
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    date_text,
    finding,
    other_voice,
    quoted,
    speaker_text,
)
from trucewatch.comparison.stands import is_firm
from trucewatch.reference.folding import fold
from trucewatch.values.stances import Assertion


@dataclass(frozen=True, slots=True)
class Truth:
    """The question whether something happened or holds at all."""

    name: str = "polarity"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the matters of an unnumbered claim that is told closely enough."""
        if facet.claim.quantity is not None and facet.high != 0:
            return
        if facet.mode is Mode.ASKED:
            return
        if facet.family in _OTHERWISE_ASKED or facet.day is None:
            return
        what = (self.name, *_act(facet), facet.mode)
        if facet.claim.kind == ATTENDANCE:
            yield from ((*what, one, facet.day) for one in facet.doers)
        elif not facet.coarse:
            yield from ((*what, area, facet.day) for area in facet.areas)
        elif facet.claim.instrument and (facet.doers or facet.family == "truce"):
            yield (*what, facet.claim.instrument, facet.day)

    def compare(
        self, key: Key, facets: Sequence[Facet], _siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where one speaker says so and another says not."""
        no = [f for f in facets if _says_no(f) and (_is_denied(f) or not _is_attack(f))]
        yes = [f for f in facets if not _says_no(f) and is_firm(f) and _is_plain(f)]
        pairs = [(a, b) for a, b in itertools.product(yes, no) if _one_act(a, b)]
        if pairs:
            both = list(dict.fromkeys(itertools.chain(*pairs)))
            yes_one, no_one = pairs[0]
            why = (
                f"{speaker_text(yes_one)} said that it was so ({quoted(yes_one)}), "
                f"{speaker_text(no_one)} said that it was not ({quoted(no_one)})."
            )
            doers = "+".join(sorted(yes_one.doers))
            matter = f"{key[1]} {key[4]} {doers} {date_text(yes_one.day)}"
            yield finding(
                Reason(Relation.CONTRADICTS, Aspect.POLARITY, why), matter, both
            )


ATTENDANCE = "TLK.meeting"
_OTHERWISE_ASKED = frozenset({"party_status", "control", "position", "context", "term"})
# Of these one can ask whether they are so in a place, whoever else is named.
_PLACED = frozenset({"truce", "aid", "corridor", "service", "access"})


def _says_no(facet: Facet) -> bool:
    """Say whether a claim is that it was not so; a count of none is one."""
    return facet.negated or facet.high == 0


def _is_attack(facet: Facet) -> bool:
    return facet.family == "offensive"


def _is_denied(facet: Facet) -> bool:
    return facet.claim.assertion is Assertion.DENIED


def _is_plain(facet: Facet) -> bool:
    """Say whether a truce is said to be kept outright: not that it is "in danger"."""
    kept = meanings.is_kept(facet.claim.quote) or meanings.goes_on(facet.claim.quote)
    return facet.claim.kind != "INS.compliance" or kept


def _act(facet: Facet) -> tuple[str, str]:
    """Return what is asked whether it is so; one attack goes by many names."""
    if facet.family == "incident":
        return facet.family, ""
    if facet.family == "service":  # "flows again" and "is not restored" are one matter
        return facet.claim.kind, ""
    return facet.claim.kind, facet.claim.variant or ""


def _one_act(yes: Facet, no: Facet) -> bool:
    """Say whether a yes and a no by two voices are of one act or one state."""
    if not other_voice(yes, no):
        return False
    if yes.claim.kind == ATTENDANCE:
        return yes.doers <= no.doers or no.doers <= yes.doers
    if _is_denied(no) and no.side in yes.camps:
        # who is named denies it, by whatever name
        return not yes.sites or not no.sites or bool(yes.sites & no.sites)
    return yes.claim.kind == no.claim.kind and _one_state(yes, no)


def _one_state(yes: Facet, no: Facet) -> bool:
    """Say whether two claims of one type are of one thing: its doer, or its place."""
    if no.high == 0:
        return _none_of_it(yes, no)
    if yes.family == "service" and not _one_service(yes, no):
        return False
    if yes.camps and no.camps:
        return bool(yes.camps & no.camps)
    if yes.coarse and no.coarse and yes.family == "truce":
        # in a whole country some break what is kept: only outright words meet
        return meanings.is_kept(no.claim.quote)
    return yes.family in _PLACED


def _none_of_it(yes: Facet, no: Facet) -> bool:
    """Say whether a count of none is of what the other tells of: "no tanks"."""
    apart = yes.camps and no.camps and not yes.camps & no.camps
    words = fold(yes.claim.quote).split()
    return not apart and not meanings.nothing_of(no.claim.quote).isdisjoint(words)


def _one_service(yes: Facet, no: Facet) -> bool:
    """Say whether two claims can be of one service: water, and not electricity."""
    one, other = meanings.services(yes.claim.quote), meanings.services(no.claim.quote)
    return not one or not other or bool(one & other)
