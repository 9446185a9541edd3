"""Questions about a truce's own dates: when it starts, and whether it has ended."""

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
    area_label,
    date_text,
    finding,
    one_conflict,
    quoted,
    speaker_text,
    windows,
)
from trucewatch.comparison.stands import spells
from trucewatch.values.stances import TimeBasis, TimePrecision

# Starts this close together are of one truce, unless both name different instruments.
START_DAYS = 3
# Whether a truce has ended is one question for this long.
END_DAYS = 2
_TO_THE_DAY = frozenset({TimePrecision.DAY, TimePrecision.INSTANT})


@dataclass(frozen=True, slots=True)
class Start:
    """The question when a truce starts."""

    name: str = "start"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the months of a start that is dated to the day."""
        time = facet.claim.time
        dated = facet.start is not None and time.precision in _TO_THE_DAY
        if time.text is None and time.basis is TimeBasis.ANCHORED:
            return ()  # the day of the page is not the day of the truce
        if facet.claim.kind != "INS.entry_into_force" or not dated or facet.negated:
            return ()
        if facet.minute < 0 and meanings.is_deal(facet.claim.quote):
            return ()  # agreed on the fifth, in force on the sixth
        near = windows(facet.start, START_DAYS, facet.document)
        return ((self.name, window) for window in near)

    def compare(
        self, _key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where one truce is given two days or two hours."""
        ordered = sorted(facets, key=lambda f: (f.start or 0, f.minute, f.claim.key))
        pairs: dict[str, list[tuple[Facet, Facet]]] = {}
        for position, a in enumerate(ordered):
            for b in itertools.takewhile(
                lambda f, a=a: (f.start or 0) - (a.start or 0) <= START_DAYS,  # type: ignore[misc]
                ordered[position + 1 :],
            ):
                one = _one_truce(a, b) and one_conflict(a, b, siblings)
                if one and _starts_differ(a, b):
                    pairs.setdefault(_truce(a, b), []).append((a, b))
        for truce, found in pairs.items():
            yield _clash(truce, found)


def _clash(truce: str, pairs: Sequence[tuple[Facet, Facet]]) -> Finding:
    both: dict[tuple[str, str], Facet] = {}
    for facet in itertools.chain(*pairs):
        both.setdefault((_moment(facet), facet.side), facet)
    rivals = list(both.values())
    said = "; ".join(f"{speaker_text(f)}: {_moment(f)} ({quoted(f)})" for f in rivals)
    why = f"The truce is given different starts: {said}."
    matter = f"start of {truce} {date_text(rivals[0].start)}"
    return finding(Reason(Relation.CONTRADICTS, Aspect.START, why), matter, rivals)


def _one_truce(a: Facet, b: Facet) -> bool:
    """Say whether two starts can be of one truce: by instrument, else by area."""
    if Mode.ASKED in {a.mode, b.mode}:  # a proposed start binds nobody
        return False
    if a.document == b.document and a.side == b.side:
        return False
    if a.truce is not None and b.truce is not None:
        return a.truce == b.truce
    if not a.areas and not b.areas:  # told of the conflict as a whole, a day apart
        return abs((a.start or 0) - (b.start or 0)) <= 1
    return bool(a.areas & (b.areas | b.wider) or b.areas & a.wider)


def _one_end(over: Facet, alive: Facet) -> bool:
    """Say whether two claims of these days can be of the end of one truce."""
    if over.truce and alive.truce and over.truce != alive.truce:
        return False
    areas = over.areas | over.wider
    return (
        not over.areas or not alive.areas or bool(areas & (alive.areas | alive.wider))
    )


def _starts_differ(a: Facet, b: Facet) -> bool:
    if a.start != b.start:
        return True
    return a.minute >= 0 and b.minute >= 0 and a.minute != b.minute


def _truce(a: Facet, b: Facet) -> str:
    return a.truce or b.truce or area_label(a)


def _moment(facet: Facet) -> str:
    if facet.minute < 0:
        return date_text(facet.start)
    return f"{date_text(facet.start)} {facet.minute // 60:02d}:{facet.minute % 60:02d}"


@dataclass(frozen=True, slots=True)
class End:
    """The question whether a truce has ended, or when it is to end."""

    name: str = "end"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the months of a claim that a truce is over, or is not."""
        if not (_is_over(facet) or _is_alive(facet) or _is_to_end(facet)):
            return ()
        near = windows(facet.day, END_DAYS, facet.document)
        mode = "planned" if _is_to_end(facet) else "now"
        return ((self.name, mode, window) for window in near)

    def compare(
        self, key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield a contradiction where one calls a truce over and another does not."""
        for group in spells(facets, START_DAYS if key[1] == "planned" else END_DAYS):
            pairs = [
                (a, b)
                for a, b in itertools.combinations(group, 2)
                if a.side != b.side
                and _ends_differ(a, b)
                and _one_end(a, b)
                and one_conflict(a, b, siblings)
            ]
            if pairs:
                both = list(dict.fromkeys(itertools.chain(*pairs)))
                first, second = sorted(pairs[0], key=_is_alive)
                matter = f"end of {_truce(first, second)} {date_text(first.day)}"
                reason = Reason(
                    Relation.CONTRADICTS, Aspect.END, _end_why(first, second)
                )
                yield finding(reason, matter, both)


def _end_why(first: Facet, second: Facet) -> str:
    if _is_to_end(first):
        return (
            f"The truce is given different ends: {speaker_text(first)}: "
            f"{date_text(first.end)} ({quoted(first)}); {speaker_text(second)}: "
            f"{date_text(second.end)} ({quoted(second)})."
        )
    return (
        f"{speaker_text(first)} called the truce over ({quoted(first)}), "
        f"{speaker_text(second)} did not ({quoted(second)})."
    )


def _ends_differ(a: Facet, b: Facet) -> bool:
    if _is_to_end(a) and _is_to_end(b):
        return a.end != b.end
    return (_is_over(a) and _is_alive(b)) or (_is_alive(a) and _is_over(b))


def _is_to_end(facet: Facet) -> bool:
    """Say whether a claim gives the day on which a truce is to end."""
    dated = facet.end is not None and facet.claim.time.precision in _TO_THE_DAY
    if facet.negated or not dated or facet.claim.time.text is None:
        return False
    if facet.claim.kind == "INS.termination":
        ahead = (facet.said or 0) < (facet.end or 0)
        return facet.mode is Mode.INTENDED or (
            ahead and meanings.is_until(facet.claim.quote)
        )
    lasts = facet.claim.kind == "INS.term" and facet.claim.variant == "duration"
    return (
        lasts and facet.mode is not Mode.ASKED and meanings.is_until(facet.claim.quote)
    )


def _is_over(facet: Facet) -> bool:
    return (
        facet.claim.kind == "INS.termination"
        and not facet.negated
        and facet.mode is Mode.ACTUAL
        and not _is_to_end(facet)
    )


def _is_alive(facet: Facet) -> bool:
    """Say whether a claim is that the truce is not over; a breach is not its end."""
    if facet.claim.kind == "INS.termination":
        return facet.negated
    kept = facet.claim.kind in _KEPT and not facet.negated
    return kept and facet.mode is Mode.ACTUAL and meanings.goes_on(facet.claim.quote)


_KEPT = frozenset({"INS.compliance", "INS.entry_into_force"})
