"""Running totals as series: one track per counter, with its updates, falls and jumps.

A later value of a running total is an update and never a contradiction. What can be
wrong with a series is that it falls, or that it grows by far more than the days' own
figures allow.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from trucewatch.comparison import numbers
from trucewatch.comparison.counted import counted_as
from trucewatch.comparison.facets import EVERYWHERE, Count, Facet
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    area_label,
    by_day,
    date_text,
    finding,
    plain_unit,
    quoted,
    speaker_text,
    where_text,
)

# A value below this share of the last one belongs to another counter of the same body
# (65 groups of one agreement beside 148 of all), not to a counter that fell.
SAME_COUNTER = 0.8
# A series jumps when it grows by so many times the largest daily figure that its own
# documents give, for every day between two statements.
JUMP = 4
JUMP_DAYS = 10
# A total stated for a day this long before its publication is history, or misdated.
HISTORY_DAYS = 45

# What a day adds to a total may be told in another unit: places join by agreements.
_STEPS = {"settlements": ("agreements",)}


@dataclass(slots=True)
class Track:
    """The statements of one counter, in the order of their days."""

    facets: list[Facet] = field(default_factory=list)

    @property
    def last(self) -> Facet:
        """The latest statement."""
        return self.facets[-1]

    def takes(self, facet: Facet) -> bool:
        """Say whether a later statement can belong to this counter."""
        mine, its = self.last.claim.counter, facet.claim.counter
        if (mine and its and mine != its) or self._stands_beside(facet):
            return False
        if not numbers.near(self.last, facet):
            return False
        before, now = numbers.middle(self.last), numbers.middle(facet)
        return before is not None and now is not None and now >= SAME_COUNTER * before

    def _stands_beside(self, facet: Facet) -> bool:
        """Say whether one document gives both figures for one day: two counters."""
        here = (self.last.document, self.last.day) == (facet.document, facet.day)
        return here and not numbers.agree(self.last, facet)

    def distance(self, facet: Facet) -> float:
        """Return how far a statement is from the latest one."""
        before, now = numbers.middle(self.last), numbers.middle(facet)
        return abs((now or 0) - (before or 0))


@dataclass(frozen=True, slots=True)
class Running:
    """The question where a running total stands, for one family, unit and area."""

    name: str = "running"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the one series a dated running total belongs to."""
        if counted_as(facet) is not Count.RUNNING or facet.day is None:
            return ()
        if numbers.interval(facet) is None or _is_history(facet):
            return ()
        key = (self.name, facet.family, facet.unit, facet.claim.variant or "")
        return ((*key, facet.mode, _area(facet), _accused(facet)),)

    def compare(
        self, _key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield updates, falls and jumps of each body's counters, and rivals."""
        sides: dict[str, list[Facet]] = {}
        facets = list(_totals(facets))
        for facet in facets:
            if not facet.own_voice:
                sides.setdefault(facet.side, []).append(facet)
        series = {side: tracks(own) for side, own in sides.items()}
        for side, found in sorted(series.items()):
            for number, track in enumerate(found, 1):
                yield from _of_track(f"{side}#{number}", track, siblings)
        yield from _rivals(facets)
        yield from _reprints(facets)


def _totals(facets: Sequence[Facet]) -> Iterator[Facet]:
    """Yield the totals: what stands beside a far larger one is what was added to it."""
    largest: dict[tuple[str, str], Facet] = {}
    for facet in facets:
        key = (facet.document, facet.side)
        most = largest.setdefault(key, facet)
        if (numbers.middle(facet) or 0) > (numbers.middle(most) or 0):
            largest[key] = facet
    for facet in facets:
        if numbers.near(facet, largest[facet.document, facet.side]):
            yield facet


def _area(facet: Facet) -> str:
    """Return the area a total is for; towns are not counted within a town."""
    town = facet.unit == "settlements" and not facet.coarse
    return EVERYWHERE if town else facet.area


def _is_history(facet: Facet) -> bool:
    if facet.said is None or facet.day is None:
        return False
    return facet.said - facet.day > HISTORY_DAYS


def _accused(facet: Facet) -> str:
    """Return who is counted against, which makes two counters of one body."""
    return "+".join(sorted(facet.doers)) if facet.family == "incident" else ""


def tracks(facets: Sequence[Facet]) -> list[Track]:
    """Divide one body's running totals of one unit into its counters.

    Each statement goes to the counter whose last value is nearest, unless it would make
    the value fall by more than a misprint can.
    """
    found: list[Track] = []
    for facet in sorted(facets, key=by_day):
        fitting = [track for track in found if track.takes(facet)]
        if fitting:
            min(fitting, key=lambda t: t.distance(facet)).facets.append(facet)
        else:
            found.append(Track([facet]))
    return found


def _of_track(name: str, track: Track, siblings: Siblings) -> Iterator[Finding]:
    matter = f"{_matter(track.facets[0])} {name}"
    falls = []
    for before, now in zip(track.facets, track.facets[1:], strict=False):
        if _falls(before, now):
            falls.append((before, now))
            yield _fall(matter, before, now)
        elif jumped(before, now, siblings):
            yield _jump(matter, before, now)
    documents = {f.document for f in track.facets}
    if len(documents) > 1 and not falls:
        yield finding(_update(track), matter, track.facets)


def _update(track: Track) -> Reason:
    first, last = track.facets[0], track.last
    unchanged = numbers.agree(first, last) and numbers.middle(first) == numbers.middle(
        last
    )
    days = f"{date_text(first.day)} to {date_text(last.day)}"
    words = f"{quoted(first)}; {quoted(last)}"
    if first.day == last.day:
        why = (
            f"One total, {numbers.worded(last)}, is stated {len(track.facets)} times "
            f"for {date_text(last.day)} ({words})."
        )
        return Reason(Relation.REPEATS, Aspect.SAME, why)
    if unchanged:
        why = f"The running total stays {numbers.worded(last)} from {days} ({words})."
        return Reason(Relation.UPDATES, Aspect.UNCHANGED, why)
    why = (
        f"One running total goes from {numbers.worded(first)} on "
        f"{date_text(first.day)} to {numbers.worded(last)} on {date_text(last.day)} "
        f"({words})."
    )
    return Reason(Relation.UPDATES, Aspect.LATER_VALUE, why)


def _falls(before: Facet, now: Facet) -> bool:
    """Say whether a running total is lower than it was, beyond all rounding."""
    old, new = numbers.interval(before), numbers.interval(now)
    # What one text says of two days ("down from 42") it says knowingly.
    later = (now.day or 0) > (before.day or 0) and now.document != before.document
    return later and old is not None and new is not None and new[1] < old[0]


def _fall(matter: str, before: Facet, now: Facet) -> Finding:
    why = (
        f"A running total falls from {numbers.worded(before)} on "
        f"{date_text(before.day)} ({quoted(before)}) to {numbers.worded(now)} on "
        f"{date_text(now.day)} ({quoted(now)})."
    )
    reason = Reason(Relation.ARITHMETIC, Aspect.FALL, why)
    return finding(reason, f"{matter} {date_text(now.day)}", (before, now))


def jumped(before: Facet, now: Facet, siblings: Siblings) -> bool:
    """Say whether a total grew by far more than the daily figures beside it allow."""
    days = (now.day or 0) - (before.day or 0)
    old, new = numbers.middle(before), numbers.middle(now)
    if not 0 < days <= JUMP_DAYS or old is None or new is None:
        return False
    daily = [
        value
        for document in {before.document, now.document}
        for f in siblings(document)
        if f.count is Count.PERIOD
        and (f.family, f.side, f.mode) == (now.family, now.side, now.mode)
        and f.unit in {now.unit, *_STEPS.get(now.unit, ())}
        and (value := numbers.middle(f)) is not None
    ]
    return bool(daily) and new - old > JUMP * max(*daily, 1) * days


def _jump(matter: str, before: Facet, now: Facet) -> Finding:
    why = (
        f"A running total grows from {numbers.worded(before)} on "
        f"{date_text(before.day)} ({quoted(before)}) to {numbers.worded(now)} on "
        f"{date_text(now.day)} ({quoted(now)}), far more than the figures given for "
        "single days."
    )
    reason = Reason(Relation.ARITHMETIC, Aspect.JUMP, why)
    return finding(reason, f"{matter} {date_text(now.day)}", (before, now))


def _rivals(facets: Sequence[Facet]) -> Iterator[Finding]:
    """Yield what different bodies' totals for one day say to each other."""
    days: dict[int, list[Facet]] = {}
    for facet in facets:
        if not facet.own_voice and facet.day is not None:
            days.setdefault(facet.day, []).append(facet)
    for day, same_day in sorted(days.items()):
        one = {f.side: f for f in sorted(same_day, key=by_day)}
        if len(one) < 2:  # noqa: PLR2004 - it takes two to differ
            continue
        rivals = list(one.values())
        matter = f"{_matter(rivals[0])} {date_text(day)}"
        if len(numbers.clusters(rivals)) > 1:
            yield finding(_differ(rivals), matter, rivals)
        else:
            words = "; ".join(map(quoted, rivals))
            why = f"{len(rivals)} speakers give {numbers.worded(rivals[0])} ({words})."
            yield finding(Reason(Relation.AGREES, Aspect.SAME, why), matter, rivals)


def _differ(rivals: Sequence[Facet]) -> Reason:
    said = "; ".join(
        f"{speaker_text(f)} gave {numbers.worded(f)} ({quoted(f)})" for f in rivals
    )
    why = (
        f"The running totals of {plain_unit(rivals[0].unit)}"
        f"{where_text(rivals[0])} belong to different counters: {said}."
    )
    return Reason(Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER, why)


def _reprints(facets: Sequence[Facet]) -> Iterator[Finding]:
    """Yield the totals that a publisher prints without saying whose they are."""
    counted = {(f.day, f.low, f.high): f for f in reversed(facets) if not f.own_voice}
    for facet in facets:
        original = counted.get((facet.day, facet.low, facet.high))
        if facet.own_voice and original is not None:
            why = (
                f"{numbers.worded(facet)} {plain_unit(facet.unit)}, given without a "
                f"source ({quoted(facet)}), is the figure of {speaker_text(original)} "
                f"({quoted(original)})."
            )
            matter = f"{_matter(facet)} {date_text(facet.day)} {facet.document}"
            reason = Reason(Relation.REPEATS, Aspect.SAME, why)
            yield finding(reason, matter, (original, facet))


def _matter(facet: Facet) -> str:
    variant = f".{facet.claim.variant}" if facet.claim.variant else ""
    where = area_label(facet) if _area(facet) == facet.area else "everywhere"
    return f"{facet.family}{variant} {facet.unit} running @ {where}"
