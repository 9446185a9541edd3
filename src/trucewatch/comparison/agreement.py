"""Numbers that answer one question on one day: do they agree, and if not, why not.

Events, reporting periods, levels and lengths of time; running totals are a series and
live in ``series``.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.comparison import meanings, numbers
from trucewatch.comparison.counted import counted_as, is_operation
from trucewatch.comparison.facets import EVERYWHERE, OF_PEOPLE, Count, Facet
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.comparison.matters import (
    Key,
    Reason,
    Siblings,
    area_label,
    date_text,
    finding,
    one_conflict,
    plain_unit,
    quoted,
    speaker_text,
    where_text,
)
from trucewatch.comparison.sameness import of_some_only, same_thing

# Levels (people besieged, area held) of different speakers answer one question when
# they are stated within these days of each other.
LEVEL_DAYS = 3
# A sum of parts is looked for among so many of a document's figures at most.
MOST_PARTS = 3
# Of what else persons are counted (observers, delegates), a text has several sorts.
_OF_PERSONS = OF_PEOPLE | {"access", "corridor", "aid", "service"}
# How many people are in a place is one question, whether they are cut off or stay.
_PRESENT = frozenset({"access", "displacement"})
_FATES = frozenset({"killed", "wounded", "killed_or_wounded"})


@dataclass(frozen=True, slots=True)
class Numbers:
    """The question "how many", for one kind family, unit, area and day."""

    name: str = "number"

    def keys(self, facet: Facet) -> Iterable[Key]:
        """Return the one matter a numbered facet answers; running totals have none."""
        count = counted_as(facet)
        if count in {None, Count.RUNNING} or numbers.interval(facet) is None:
            return ()
        if facet.unit in _FATES and facet.family != "casualties":
            return ()  # a toll told among something else is of persons unknown
        if facet.unit == "persons" and facet.family not in _OF_PERSONS:
            return ()
        what: Key = (
            self.name,
            _sort(facet),
            facet.unit,
            facet.claim.variant or "",
            count,
            facet.mode,
        )
        if count is Count.LENGTH:
            return tuple((*what, truce, facet.start) for truce in _truces(facet))
        key = (*what, EVERYWHERE if is_operation(facet) else facet.area)
        if count is Count.LEVEL:
            return (key,)
        # Without a day, only the claims of one document can mean the same event.
        when = facet.document if facet.end is None else facet.end
        # The copies of one bulletin may date it a day apart.
        return ((*key, when), (*key, facet.root)) if facet.copied else ((*key, when),)

    def compare(
        self, key: Key, facets: Sequence[Facet], siblings: Siblings
    ) -> Iterator[Finding]:
        """Yield agreements, repetitions, contradictions and differences of scope."""
        if len(facets) < 2:  # noqa: PLR2004 - it takes two to compare
            return
        level = key[4] is Count.LEVEL
        for group in list(_windows(facets)) if level else [list(facets)]:
            yield from _compare_group(group, siblings)


def _sort(facet: Facet) -> str:
    """Return what a number's kind is compared within; each act is counted by itself.

    What came in and what was stopped is one question, whatever the act is taken for.
    """
    if is_operation(facet):
        return "operation"
    level = facet.unit == "persons" and counted_as(facet) is Count.LEVEL
    if level and facet.family in _PRESENT:
        return "people there"
    return facet.claim.kind if facet.family == "incident" else facet.family


def _truces(facet: Facet) -> Iterator[str]:
    """Yield by what the truce whose length is told is known: its name, and its area."""
    quote = facet.claim.quote
    if facet.start is None or meanings.is_due(quote):
        return  # "prolonged by two days", "48 hours' notice" are no lengths of it
    if facet.claim.instrument:
        yield facet.claim.instrument
    if meanings.is_length(quote) and (facet.areas or facet.countries):
        yield facet.area if facet.areas else "+".join(sorted(facet.countries))


def _windows(facets: Sequence[Facet]) -> Iterator[list[Facet]]:
    """Yield runs of levels in which each is stated soon after the one before."""
    dated = sorted((f for f in facets if f.day is not None), key=lambda f: f.day or 0)
    run: list[Facet] = []
    for facet in dated:
        if run and (facet.day or 0) - (run[0].day or 0) > LEVEL_DAYS:
            yield run
            run = []
        run.append(facet)
    if run:
        yield run


def _compare_group(group: list[Facet], siblings: Siblings) -> Iterator[Finding]:
    """Compare answers of documents and speakers, then say what was found, once each."""
    answers: dict[tuple[str, str], list[Facet]] = {}
    for facet in group:
        answers.setdefault((facet.document, facet.side), []).append(facet)
    fitting: list[tuple[Facet, Facet]] = []
    clashing: dict[tuple[Relation, Aspect], list[tuple[Facet, Facet]]] = {}
    for left, right in itertools.combinations(answers.values(), 2):
        relate(left, right, siblings, fitting, clashing)
    for own in answers.values():
        fitting += [(a, b) for a, b in itertools.pairwise(own) if numbers.agree(a, b)]
    yield from _agreements(fitting)
    for (relation, aspect), pairs in clashing.items():
        # a place's figure above that of all is told of where nothing plainer is
        alike = [pair for pair in pairs if pair[0].areas == pair[1].areas] or pairs
        facets = _one_for_each_answer(f for pair in alike for f in pair)
        matter = matter_of(facets[0])
        yield finding(
            Reason(relation, aspect, _why(relation, aspect, facets)), matter, facets
        )


def relate(
    left: list[Facet],
    right: list[Facet],
    siblings: Siblings,
    fitting: list[tuple[Facet, Facet]],
    clashing: dict[tuple[Relation, Aspect], list[tuple[Facet, Facet]]],
) -> None:
    """Compare all one speaker answers in one document with another such list.

    A document may list several figures of one sort; as soon as one fits one of the
    other's, the rest are other items and nothing clashes.
    """
    clashes = []
    for a, b in itertools.product(left, right):
        scope = scope_of(a, b)
        if scope is None or not (a.areas or one_conflict(a, b, siblings)):
            continue
        if numbers.agree(a, b):
            fitting.append((a, b))
            return
        if scope[0] is Relation.CONTRADICTS and _adds_up(a, b, siblings):
            fitting.append((a, b))
            return
        clashes.append((scope, (a, b)))
    for scope, pair in clashes:
        clashing.setdefault(scope, []).append(pair)


def scope_of(a: Facet, b: Facet) -> tuple[Relation, Aspect] | None:
    """Say what a difference between two numbers would mean, or None if nothing.

    Returns:
        A relation with its aspect: contradiction, or a difference of scope that
        explains it; None where the two do not answer one question.
    """
    if not same_thing(a, b) or not numbers.near(a, b) or of_some_only(a, b):
        return None
    if _not_one_period(a, b):
        return Relation.DIFFERS_IN_SCOPE, Aspect.PERIOD
    if _other_counter(a, b):
        return Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER
    if a.side == b.side or counted_as(a) is not Count.PERIOD:
        return Relation.CONTRADICTS, Aspect.NUMBER
    if a.counted:
        return Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER
    # A text that sets figures beside each other takes them for answers to one question.
    if a.coarse and a.document != b.document:
        return Relation.DIFFERS_IN_SCOPE, Aspect.DEFINITION
    return Relation.CONTRADICTS, Aspect.NUMBER


def _other_counter(a: Facet, b: Facet) -> bool:
    """Say whether both numbers belong to counters that are known to be different."""
    one, other = a.claim.counter, b.claim.counter
    return one is not None and other is not None and one != other


def _not_one_period(a: Facet, b: Facet) -> bool:
    """Say whether two numbers are, or may well be, of different periods."""
    count = counted_as(a)
    if count in {Count.LEVEL, Count.LENGTH}:
        return False
    if count is Count.UNSTATED:
        return True
    if a.copied and a.root == b.root and a.document != b.document:
        return False
    if a.start is not None and b.start is not None:
        return a.start != b.start
    # Where one start is unknown, the other period must be about a day.
    return any(
        f.start is not None and f.end is not None and f.end - f.start > 1
        for f in (a, b)
    )


def _adds_up(a: Facet, b: Facet, siblings: Siblings) -> bool:
    """Say whether one number is the sum of the other and its document's further parts.

    "Four corridors" agrees with "three corridors, and a fourth in the north".
    """
    if counted_as(a) is Count.PERIOD:  # a list by place: other lines are other places
        return False
    return _is_sum(a, b, siblings) or _is_sum(b, a, siblings)


def _is_sum(whole: Facet, part: Facet, siblings: Siblings) -> bool:
    wanted = numbers.interval(whole)
    others = [
        f
        for f in siblings(part.document)
        if f is not part
        and (f.family, f.unit, f.side, f.mode)
        == (part.family, part.unit, part.side, part.mode)
        and numbers.interval(f) is not None
    ]
    for size in range(1, MOST_PARTS):
        for more in itertools.combinations(others[:12], size):
            reached = numbers.total((part, *more))
            if wanted and reached and numbers.compatible(wanted, reached):
                return True
    return False


def _agreements(pairs: list[tuple[Facet, Facet]]) -> Iterator[Finding]:
    """Yield one finding for every set of claims whose numbers fit each other."""
    for group in _components(pairs):
        voices = {f.side for f in group}
        roots = {f.root for f in group}
        independent = len(voices) > 1 and len(roots) > 1
        relation = Relation.AGREES if independent else Relation.REPEATS
        said = f"{numbers.worded(group[0])} {plain_unit(group[0].unit)}"
        if independent:
            why = f"{len(voices)} speakers give {said}{where_text(group[0])}"
        else:
            why = f"{speaker_text(group[0])} is quoted {len(group)} times with {said}"
        why += f": {'; '.join(dict.fromkeys(map(quoted, group)))}."
        reason = Reason(relation, Aspect.SAME, why)
        yield finding(reason, f"{matter_of(group[0])} = {said}", group)


def _components(pairs: list[tuple[Facet, Facet]]) -> list[list[Facet]]:
    """Return the sets of facets that pairs connect, each in the order it was met."""
    group_of: dict[int, list[Facet]] = {}
    for a, b in pairs:
        left, right = group_of.get(id(a), [a]), group_of.get(id(b), [b])
        if left is right:
            continue
        merged = left + right
        for facet in merged:
            group_of[id(facet)] = merged
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())


def _one_for_each_answer(facets: Iterable[Facet]) -> list[Facet]:
    """Return one facet for each document, speaker and number, ordered by day."""
    first: dict[tuple[str, str, str], Facet] = {}
    for facet in sorted(facets, key=lambda f: (f.day or 0, f.claim.key)):
        first.setdefault((facet.root, facet.side, numbers.worded(facet)), facet)
    return list(first.values())


def _why(relation: Relation, aspect: Aspect, facets: Sequence[Facet]) -> str:
    said = "; ".join(
        dict.fromkeys(
            f"{speaker_text(f)} gave {numbers.worded(f)} ({quoted(f)})" for f in facets
        )
    )
    unit = facets[0].unit
    what = "percentages" if unit == "percent" else f"numbers of {plain_unit(unit)}"
    about = f"The {what}{_where_and_when(facets[0])}"
    if relation is Relation.CONTRADICTS:
        return f"{about} cannot all be right: {said}."
    return f"{about} differ, and {_SCOPES[aspect]}: {said}."


def _where_and_when(facet: Facet) -> str:
    """Return " in Douma on 2017-03-03"; a truce's length is neither here nor there."""
    if counted_as(facet) is Count.LENGTH:
        return f" that the truce from {date_text(facet.start)} is to last"
    return f"{where_text(facet)} on {date_text(facet.day)}"


_SCOPES = {
    Aspect.PERIOD: "they are not for the same period",
    Aspect.COUNTER: "each speaker counts by a definition of its own",
    Aspect.DEFINITION: "what each speaker counts need not be the same",
}


def matter_of(facet: Facet) -> str:
    """Return the readable name of the matter a numbered facet answers."""
    variant = f".{facet.claim.variant}" if facet.claim.variant else ""
    counted = counted_as(facet)
    where = area_label(facet)
    if counted is Count.LENGTH:
        where = facet.claim.instrument or where
    when = facet.document if facet.day is None else date_text(facet.day)
    mode = "" if facet.mode == "actual" else f" {facet.mode}"
    return f"{facet.family}{variant} {facet.unit} {counted}{mode} @ {where} {when}"
