"""Candidate places of a figure, and what speaks for and against each of them."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

from trucewatch.claims import place_signs as signs
from trucewatch.claims.known_places import Known, KnownPlaces
from trucewatch.claims.nearness import Nearness
from trucewatch.claims.place_signs import Beside, Elsewhere, Figure, step
from trucewatch.claims.places import PlaceUse
from trucewatch.claims.places_around import Group, PlacesAround
from trucewatch.claims.scoring import Signs
from trucewatch.claims.times_around import dividing
from trucewatch.claims.topics import is_country
from trucewatch.claims.whereabouts import CLAUSE_WORDS, Whereabouts
from trucewatch.reading.counts import Count
from trucewatch.reading.sentences import Form
from trucewatch.values.spans import Span

Uses = tuple[PlaceUse, ...]
Told = tuple[Uses, str]  # the places that the rules took, and where they found them

_MEETINGS = frozenset(("TLK", "COO", "DOC", "REC"))  # what happens where parties meet
_LISTED, _ABOVE, _MOST = 3, 4, 2  # what is counted up to
_KEPT = 128  # places of the rules for which it is kept how countries lie to them


@dataclass(frozen=True, slots=True)
class Counted:
    """What is known of a figure before its place is.

    Attributes:
        index: Which of the reading's counts it is.
        unit: Its unit.
        kind: Its claim type.
        aggregation: Over what it is counted.
        inherits: Whether places of other sentences reach it.
        voices: Where those who vouch for it are named.
    """

    index: int
    unit: str
    kind: str
    aggregation: str
    inherits: bool
    voices: tuple[Span, ...] = ()


class Candidate(NamedTuple):
    """A place a figure may hold for.

    Attributes:
        uses: The place, with those listed beside it.
        where: Where it stands, seen from the figure.
        signs: What speaks for or against it.
    """

    uses: Uses
    where: str
    signs: tuple[Signs, ...]

    @property
    def weight(self) -> int:
        """What its signs weigh together, in hundredths."""
        return sum([one.weight for one in self.signs])

    @property
    def features(self) -> tuple[str, ...]:
        """Its signs, one by one."""
        return tuple(name for one in self.signs for name in one.names)


class _Passing(NamedTuple):
    """A country named in passing, as it lies to a place that the rules took.

    Attributes:
        known: What is known of it.
        kind: What is weighed besides what it is in the document.
    """

    known: Known
    kind: tuple[object, ...]


class Siting:
    """Weighs the places of one reading for each of its counts, in their order."""

    def __init__(self, whereabouts: Whereabouts, weak: Uses = ()) -> None:
        """Take what the rules know of the places of a reading.

        Args:
            whereabouts: The rules.
            weak: Names that may be places though nothing leads them in.
        """
        self.around = PlacesAround(whereabouts, weak)
        self.whereabouts = whereabouts
        self.topics = whereabouts.topics
        self.reading = whereabouts.reading
        self.tokens = self.reading.tokens
        self.known = KnownPlaces(self.around)
        self._nearness = Nearness(self.reading.counts)
        self._figures = Counter(count.sentence for count in self.reading.counts)
        self._of_ruled: dict[tuple[str, bool], dict[int, _Passing]] = {}

    def of(self, counted: Counted) -> Uses:
        """Return the place a figure holds for, as the learned weights have it.

        A figure that inherits nothing, such as the running total of a whole conflict,
        keeps what the rules found in its own sentence. A total whose parts name their
        places holds for all of them, and has none of its own, nor have its other parts.
        """
        told = self.whereabouts.told(counted.index, inherits=counted.inherits)
        uses = told[0]
        if counted.inherits and uses:  # the first of equals
            groups = self._distinct(self._groups(counted, uses), counted, uses)
            uses = max(self._candidates(counted, told, groups), key=_weight).uses
        return uses

    # -- the candidates ---------------------------------------------------------------

    def candidates(self, counted: Counted) -> list[Candidate]:
        """Return the places a figure may hold for, with what speaks for each."""
        told = self.whereabouts.told(counted.index, inherits=counted.inherits)
        return self._candidates(counted, told, self._groups(counted, told[0]))

    def _candidates(
        self, counted: Counted, told: Told, groups: list[Group]
    ) -> list[Candidate]:
        count = self.reading.counts[counted.index]
        figure = Figure(
            count.how, counted.aggregation, counted.unit, counted.kind, told[1]
        )
        own = [uses[0] for uses, where in groups if where == "own"]
        costs = {use.first: self.whereabouts.cost(count, use) for use in own}
        ranked = sorted(costs.values())
        above = 0
        found = []
        for uses, where in groups:
            use = uses[0]
            known = self.known.of(use, where)
            some = self._of_any(counted, figure, uses, where, (known, told[0]))
            if where == "own":
                rank = bisect_left(ranked, costs[use.first])
                some.append(self._of_own(count, use, known, rank))
            else:
                some.append(self._of_other(count, known, where, (above, len(own))))
                above += 1
            found.append(Candidate(uses, where, tuple(some)))
        return found

    def _distinct(
        self, groups: list[Group], counted: Counted, ruled: Uses
    ) -> list[Group]:
        """Leave out countries that weigh no more than another named in passing.

        A long text names dozens, and most lie alike to the place that the rules took:
        then only what they are in the document tells, which is known once for all.
        How many places stand before one counts only up to a bound.
        """
        near = sum(where != "loose" for _, where in groups)
        kept = near + _ABOVE
        if len(groups) <= kept:
            return groups
        here = self.reading.counts[counted.index].sentence
        passing = self._passing(ruled[0])
        best: dict[tuple[object, ...], tuple[int, int]] = {}
        for at in range(kept, len(groups)):
            use = groups[at][0][0]
            one = passing[use.first]
            kind = (
                one.kind, step(here - one.known.sentence),
                self._is_in_voice(use, counted),
            )  # fmt: skip
            weight = one.known.mark.weight
            if kind not in best or weight > best[kind][0]:
                best[kind] = weight, at
        return groups[:kept] + [
            groups[at] for at in sorted(at for _, at in best.values())
        ]

    def _passing(self, ruled: PlaceUse) -> dict[int, _Passing]:
        """Return the countries named in passing by their first tokens.

        How each lies to a place that the rules took is kept for the document.
        """
        key = self.around.key(ruled), is_country(ruled)
        if key not in self._of_ruled:
            if len(self._of_ruled) >= _KEPT:  # so that memory stays bounded
                self._of_ruled.clear()
            self._of_ruled[key] = {
                use.first: self._lying(use, ruled)
                for use in (*self.around.topic, *self.topics.loose)
            }
        return self._of_ruled[key]

    def _lying(self, use: PlaceUse, ruled: PlaceUse) -> _Passing:
        known = self.known.of(use, "loose")
        relation = self.around.relation(use, ruled)
        kind = known.sort, known.lead, known.first, relation
        return _Passing(known, kind)

    def _groups(self, counted: Counted, ruled: Uses) -> list[Group]:
        """Return the places that may be meant, and where each stands."""
        groups = self.around.groups(counted.index, ruled)
        return [
            group
            for group in groups
            if not self._only_sent_from(group[0][0])
            and not self._only_met_in(group[0][0], group[1], counted)
            and group[0][0].first not in self.topics.seats
        ] or groups

    def _only_sent_from(self, use: PlaceUse) -> bool:
        """Say whether a place is that of a dateline and the text tells of another."""
        if use.first not in self.topics.dateline or not self.around.topic:
            return False
        told = self.around.topic[0]
        return not is_country(told) and self.around.relation(use, told) == "abroad"

    def _only_met_in(self, use: PlaceUse, where: str, counted: Counted) -> bool:
        """Say whether a place is where parties met or spoke, and no meeting counted."""
        if use.first not in self.topics.venues or counted.kind[:3] in _MEETINGS:
            return False
        return where != "own" or self._is_in_voice(use, counted)

    # -- what speaks for each -----------------------------------------------------

    def _of_any(
        self,
        counted: Counted,
        figure: Figure,
        uses: Uses,
        where: str,
        told: tuple[Known, Uses],
    ) -> list[Signs]:
        use = uses[0]
        known, ruled = told
        many = min(len(uses), _LISTED)
        is_ruled = bool(ruled) and use.first == ruled[0].first
        relation = "ruled" if is_ruled else self._lies(use, ruled)
        found = [
            signs.of_kind(where, known.sort, many, figure, led=use.led),
            signs.of_rules(relation, figure),
            known.mark,
        ]
        holder = self.whereabouts.taken.get(use.first)
        if holder is not None:
            found.append(signs.of_holder(self._whose(holder, counted.index), where))
        if self._is_in_voice(use, counted):
            found.append(signs.of_voice(where))
        return found

    def _is_in_voice(self, use: PlaceUse, counted: Counted) -> bool:
        """Say whether a place stands in the name of who vouches."""
        return bool(counted.voices) and any(
            voice.contains(use.span) for voice in counted.voices
        )

    def _whose(self, holder: int, index: int) -> str:
        """Say whose a place beside a figure is: its own, a part's, another's."""
        if holder == index:
            return "own"
        return "part" if self.reading.counts[holder].whole == index else "other"

    def _lies(self, use: PlaceUse, ruled: Uses) -> str:
        """Say how a place lies to the one the rules took."""
        return self.around.relation(use, ruled[0]) if ruled else "none"

    def _of_own(self, count: Count, use: PlaceUse, known: Known, rank: int) -> Signs:
        right = use.first >= count.after
        start, end = (count.after, use.lead) if right else (use.after, count.first)
        between = self.tokens.low[start:end]
        others = self.whereabouts.numbers_between(start, end)
        beside = Beside(
            "right" if right else "left",
            step(len(between)),
            min(between.count(","), _MOST),
            not CLAUSE_WORDS.isdisjoint(between),
            min(others, _MOST),
            min(rank, _MOST),
            known.lead,
            use.led,
            use.role.value,
            known.first,
            self._nearness.whose(use.lead, use.after, count),
            dividing(between),
        )
        return signs.of_own(beside)

    def _of_other(
        self, count: Count, known: Known, where: str, seen: tuple[int, int]
    ) -> Signs:
        above, own = seen
        form = self.reading.sentences[count.sentence].form
        there = Elsewhere(
            where,
            min(above, _ABOVE),
            min(own, _MOST),
            form is Form.ROW or form is Form.ITEM,
            step(count.sentence - known.sentence),
            known.lead,
            known.first,
            min(self._figures[known.sentence], _MOST),
            self._opens_paragraph(known.sentence),
        )
        return signs.of_other(there)

    def _opens_paragraph(self, index: int) -> bool:
        sentences = self.reading.sentences
        return not index or sentences[index - 1].paragraph != sentences[index].paragraph


def _weight(candidate: Candidate) -> int:
    return candidate.weight
