"""Candidate places of a figure, and what speaks for and against each of them."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from trucewatch.claims.places import PlaceUse
from trucewatch.claims.places_around import PlacesAround
from trucewatch.claims.scoring import scorer
from trucewatch.claims.topics import is_country
from trucewatch.claims.whereabouts import CLAUSE_WORDS, Whereabouts
from trucewatch.reading.counts import Count
from trucewatch.reading.sentences import Form
from trucewatch.reference.entries import EntryKind
from trucewatch.values.spans import Span

Uses = tuple[PlaceUse, ...]

WEIGHTS = "place_weights.tsv"
_MEETINGS = frozenset(("TLK", "COO", "DOC"))  # families that happen where parties meet
_DATED = 9  # tokens of a line such as "Geneva, 12 May 2016"
_STEPS = (0, 2, 5, 10, 20)  # bounds of the classes of distance, in tokens


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


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place a figure may hold for.

    Attributes:
        uses: The place, with those listed beside it.
        where: Where it stands, seen from the figure.
        features: Names of what speaks for or against it.
    """

    uses: Uses
    where: str
    features: tuple[str, ...]


def _step(distance: int) -> str:
    for bound in _STEPS:
        if distance <= bound:
            return str(bound)
    return "far"


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
        self.answers: dict[int, Uses] = {}

    @cached_property
    def _mentions(self) -> Counter[str]:
        return Counter(self.around.key(use) for use in self.whereabouts.uses)

    def of(self, counted: Counted) -> Uses:
        """Return the place a figure holds for, as the learned weights have it.

        A figure that inherits nothing, such as the running total of a whole conflict,
        keeps what the rules found in its own sentence. A total whose parts name their
        places holds for all of them, and has none of its own, nor have its other parts.
        """
        ruled, _ = self.whereabouts.told(counted.index, inherits=counted.inherits)
        if not (counted.inherits and ruled):
            self.answers[counted.index] = ruled
            return ruled
        best = self.best(counted)
        uses = () if best is None else best.uses
        self.answers[counted.index] = uses
        return uses

    def best(self, counted: Counted) -> Candidate | None:
        """Return the candidate with the highest sum of weights; the first of equals."""
        table = scorer(WEIGHTS)
        return max(
            self.candidates(counted),
            key=lambda one: table.total(one.features),
            default=None,
        )

    # -- the candidates ---------------------------------------------------------------

    def candidates(self, counted: Counted) -> list[Candidate]:
        """Return the places a figure may hold for, with what speaks for each."""
        count = self.reading.counts[counted.index]
        ruled, how = self.whereabouts.told(counted.index, inherits=counted.inherits)
        groups = list(self.around.groups(counted.index, ruled))
        near = bool(groups) and groups[0][1] in ("own", "para")
        groups = [
            g
            for g in groups
            if not self._only_sent_from(g[0][0], near=near)
            and not (g[1] != "own" and self._only_met_in(g[0][0], counted))
        ] or groups
        own = sum(1 for _, where in groups if where == "own")
        costs = sorted(
            self.whereabouts.cost(count, uses[0])
            for uses, where in groups
            if where == "own"
        )
        above = 0
        found = []
        for uses, where in groups:
            features = self._of_any(counted, count, uses, where, (ruled, how))
            if where == "own":
                features += self._of_own(count, uses[0], costs)
            else:
                features += self._of_other(count, uses[0], where, above, own)
                above += 1
            found.append(Candidate(uses, where, tuple(features)))
        return found

    def _opens_a_date(self, use: PlaceUse) -> bool:
        """Say whether a line names a place and a day, and nothing else."""
        line = self.reading.sentences[self.topics.sentence_of(use)]
        if line.first != use.first or line.after - line.first > _DATED:
            return False
        times = self.reading.times
        at = bisect_left(times, use.span.end, key=lambda time: time.span.start)
        return at < len(times) and times[at].span.end >= line.span.end - 1

    def _only_sent_from(self, use: PlaceUse, *, near: bool) -> bool:
        """Say whether a place is that of a dateline and the text tells of another."""
        if near and self._opens_a_date(use):
            return True
        if use.first not in self.topics.dateline or not self.around.topic:
            return False
        told = self.around.topic[0]
        return not is_country(told) and self._relation(use, (told,)) == "abroad"

    def _only_met_in(self, use: PlaceUse, counted: Counted) -> bool:
        """Say whether a place is where parties met, and no meeting is counted."""
        return use.first in self.topics.venues and counted.kind[:3] not in _MEETINGS

    # -- what speaks for each -----------------------------------------------------

    def _of_any(
        self,
        counted: Counted,
        count: Count,
        uses: Uses,
        where: str,
        told: tuple[Uses, str],
    ) -> list[str]:
        use = uses[0]
        ruled, how = told
        sort = use.entries[0].sort if use.entries else "unknown"
        is_ruled = bool(ruled) and use.first == ruled[0].first
        relation = "ruled" if is_ruled else self._relation(use, ruled)
        place = "own" if where == "own" else "other"
        found = [
            f"where={where}",
            f"where={where}+how={count.how}",
            f"where={where}+aggregation={counted.aggregation}",
            f"where={where}+sort={sort}",
            f"where={where}+led={use.led}",
            f"sort={sort}+aggregation={counted.aggregation}",
            f"sort={sort}+family={counted.kind[:3]}",
            f"place={place}+unit={counted.unit}",
            f"place={place}+kind={counted.kind}",
            f"told={how}+{relation}",
            f"told={how}+{relation}+aggregation={counted.aggregation}",
            f"many={min(len(uses), 3)}",
            f"mentions={min(self._mentions[self.around.key(use)], 4)}",
        ]
        found += self._marks_of(counted, use, where)
        topic = self.around.topic
        if topic and self.around.key(topic[0]) == self.around.key(use):
            found.append(f"topic+{place}")
        found += self._of_country(use, place)
        found += self._of_total(count, use)
        return found

    def _marks_of(self, counted: Counted, use: PlaceUse, where: str) -> list[str]:
        """Return whose a place is besides: another figure's, a speaker's, a venue."""
        place = "own" if where == "own" else "other"
        found = []
        holder = self.whereabouts.taken.get(use.first)
        if holder is not None:
            mine = "own" if holder == counted.index else "part"
            if mine == "part" and self.reading.counts[holder].whole != counted.index:
                mine = "other"
            found.append(f"taken={mine}+{where}")
        if use.first in self.around.weak_firsts:
            known = "known" if use.entries else "unknown"
            found += [f"weak={known}", f"weak={known}+{where}"]
        if any(voice.contains(use.span) for voice in counted.voices):
            found += ["voices", f"voices+{where}"]
        key = self.around.key(use)
        for name, group, keys in self._marks:
            if use.first in group:
                found += [f"mark={name}", f"mark={name}+{place}"]
            elif key in keys:
                found += [f"marked={name}", f"marked={name}+{place}"]
        return found

    def _of_country(self, use: PlaceUse, place: str) -> list[str]:
        """Return how much of the document a place's country has, and who speaks."""
        if not use.entries:
            return []
        country = use.entries[0].id.split("_", 1)[0]
        ranks = self.topics.countries
        rank = min(ranks.index(country), 2) if country in ranks else 3
        found = [f"country={rank}"]
        if is_country(use):
            found.append(f"country={rank}+{place}+whole")
        if use.first in self._speaking:
            found.append(f"metonym+{place}+led={use.led}")
        return found

    @cached_property
    def _speaking(self) -> frozenset[int]:
        return frozenset(
            name.first
            for name in self.reading.names
            if name.is_a(EntryKind.SPEAKER) or name.is_a(EntryKind.ACTOR)
        )

    @cached_property
    def _marks(self) -> tuple[tuple[str, frozenset[int], frozenset[str]], ...]:
        topics = self.topics
        named = (
            ("speaker", topics.speakers),
            ("venue", topics.venues),
            ("dateline", topics.dateline),
        )
        uses = topics.uses
        return tuple(
            (
                name,
                group,
                frozenset(self.around.key(u) for u in uses if u.first in group),
            )
            for name, group in named
        )

    def _relation(self, use: PlaceUse, ruled: Uses) -> str:
        """Say how a place lies to the one the rules took."""
        if not ruled:
            return "none"
        mine, theirs = self.around.key(use), self.around.key(ruled[0])
        if mine == theirs:
            return "same"
        if not (use.entries and ruled[0].entries):
            return "unknown"
        places = self.reading.theatre.places
        one, other = places.get(mine), places.get(theirs)
        if one is None or other is None:
            return "unknown"
        if other.admin1 == mine or (is_country(use) and other.country == one.country):
            return "wider"
        if one.admin1 == theirs or (
            is_country(ruled[0]) and other.country == one.country
        ):
            return "narrower"
        return "beside" if one.country == other.country else "abroad"

    def _of_total(self, count: Count, use: PlaceUse) -> list[str]:
        """Return how a place stands to what the total took."""
        found = []
        key = self.around.key(use)
        if count.whole is not None and self.answers.get(count.whole):
            same = self.around.key(self.answers[count.whole][0]) == key
            found.append(f"whole={same}+how={count.how}")
        return found

    def _of_own(self, count: Count, use: PlaceUse, costs: list[float]) -> list[str]:
        low = self.tokens.low
        right = use.first >= count.after
        side = "right" if right else "left"
        start, end = (count.after, use.lead) if right else (use.after, count.first)
        between = low[start:end]
        rank = bisect_left(costs, self.whereabouts.cost(count, use))
        numbers = self.whereabouts.starts_of_numbers
        others = sum(i in numbers for i in range(start, start + len(between)))
        lead = low[use.lead] if use.led else "none"
        found = [
            f"gap={side}.{_step(len(between))}",
            f"gap={side}.{_step(len(between))}+led={use.led}",
            f"comma={side}.{min(between.count(','), 2)}",
            f"clause={side}.{any(w in CLAUSE_WORDS for w in between)}",
            f"numbers={side}.{min(others, 2)}",
            f"rank={min(rank, 2)}",
            f"lead={lead}",
            f"lead={lead}+{side}",
            f"role={use.role.value}",
        ]
        if use.first == self.reading.sentences[count.sentence].first:
            found.append(f"first+{side}")
        return found

    def _of_other(
        self, count: Count, use: PlaceUse, where: str, above: int, own: int
    ) -> list[str]:
        position = self.topics.sentence_of(use)
        form = self.reading.sentences[count.sentence].form
        lead = self.tokens.low[use.lead] if use.led else "none"
        found = [
            f"above={min(above, 4)}",
            f"above={min(above, 2)}+{where}",
            f"own={min(own, 2)}+{where}",
            f"form={'line' if form in (Form.ROW, Form.ITEM) else 'prose'}+{where}",
            f"away={where}.{_step(count.sentence - position)}",
            f"lead={lead}+other",
        ]
        if use.first == self.reading.sentences[position].first:
            found.append("first+other")
        return found
