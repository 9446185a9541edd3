"""The scene: one reading with everything claims are made from, found once."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property

from trucewatch.claims.attribution import Attribution
from trucewatch.claims.belongings import Belongings
from trucewatch.claims.claim import ClaimPlace, Vouching
from trucewatch.claims.places import PlaceFinder, PlaceUse, claim_place
from trucewatch.claims.provisions import provisions
from trucewatch.claims.roles import Parties
from trucewatch.claims.timing import Timing
from trucewatch.claims.whereabouts import Whereabouts
from trucewatch.reading.acts import Act
from trucewatch.reading.governing import Governing, governing_acts
from trucewatch.reading.hedges import Hedge, find_hedges
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reference.sources import speaks_as_organisation
from trucewatch.values.spans import Span
from trucewatch.values.stances import Voice

_BULLETIN = frozenset(
    ("bulletin", "summary", "update", "report", "sheet", "daily", "sitrep", "digest")
)
_PERIODS = ("24 hours", "past day", "last day", "over the day", "in the day", "24-hour")
_KEPT = 256  # counts whose acts are kept; those asked for stand near each other
_HEAD = 600  # characters in which a bulletin says that it is one


class Scene:
    """Everything the subjects need of one reading.

    Attributes:
        reading: The reading.
        attribution: Who vouches where.
        periodic: Whether the document reports on a period, as bulletins do.
        timing: When.
        places: Place uses, in order.
        weak_places: Names that may be places though nothing leads them in.
        whereabouts: Which places a count holds for, by the rules.
        parties: Who takes part.
        belongings: Which counter and which agreement a claim belongs to.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.attribution = Attribution(
            document=reading.document,
            tokens=reading.tokens,
            sentences=reading.sentences,
            quotations=reading.quotations,
            frames=reading.frames,
            names=reading.names,
            theatre=reading.theatre,
        )
        self.periodic = _is_periodic(reading)
        self.timing = Timing(reading, periodic=self.periodic)
        finder = PlaceFinder(reading)
        self.places: tuple[PlaceUse, ...] = finder.find()
        self.whereabouts = Whereabouts(reading, self.places)
        self.weak_places = finder.weak(self.places)
        self.parties = Parties(reading)
        self.belongings = Belongings(reading)
        self._act_starts = [act.first for act in reading.acts]
        self._name_starts = [name.first for name in reading.names]
        self._governing: dict[int, list[Governing]] = {}
        self._nearest: dict[int, int | None] = {}
        self._hedges: dict[int, tuple[Hedge, ...]] = {}
        self._resolved: dict[int, ClaimPlace] = {}

    @cached_property
    def _numbers(self) -> frozenset[int]:
        found = {count.number.first for count in self.reading.counts}
        found.update(number.first for number in self.reading.unresolved)
        return frozenset(found)

    def governing(self, index: int) -> list[Governing]:
        """Return the acts a count goes with, the nearest first."""
        found = self._governing.get(index)
        if found is None:
            if len(self._governing) >= _KEPT:  # so that memory stays bounded
                self._governing.clear()
            count = self.reading.counts[index]
            found = self._governing[index] = governing_acts(
                count,
                self.reading.sentences[count.sentence],
                self.reading.tokens,
                self.reading.acts,
                self._act_starts,
                self._numbers,
            )
            self._nearest[index] = found[0].act.first if found else None
        return found

    def nearest_act(self, index: int) -> int | None:
        """Return the first token of the act nearest to a count, or None."""
        if index not in self._nearest:
            self.governing(index)
        return self._nearest[index]

    def acts_between(self, first: int, after: int) -> tuple[Act, ...]:
        """Return the acts that begin among some tokens."""
        low = bisect_left(self._act_starts, first)
        return self.reading.acts[low : bisect_left(self._act_starts, after)]

    def names_between(self, first: int, after: int) -> tuple[NameMention, ...]:
        """Return the names that begin among some tokens."""
        low = bisect_left(self._name_starts, first)
        return self.reading.names[low : bisect_left(self._name_starts, after)]

    def hedges(self, sentence: int) -> tuple[Hedge, ...]:
        """Return the hedges and negations of a sentence."""
        if sentence not in self._hedges:
            whole = self.reading.sentences[sentence]
            names = [n.span for n in self.names_between(whole.first, whole.after)]
            found = tuple(
                hedge
                for hedge in find_hedges(self.reading.tokens, whole)
                if not any(name.contains(hedge.cue) for name in names)
            )  # "Doctors Without Borders" denies nothing
            provision = self.provisions.get(sentence)
            self._hedges[sentence] = (*found, provision) if provision else found
        return self._hedges[sentence]

    @cached_property
    def provisions(self) -> dict[int, Hedge]:
        """The sentences that are provisions of an agreement, by index."""
        return provisions(self.reading)

    def chain_at(self, span: Span) -> tuple[tuple[Vouching, ...], Voice]:
        """Return who vouches for the words at a span, each link in its own words."""
        chain, voice = self.attribution.chain_at(span)
        text = self.reading.document.text
        return tuple(_in_own_words(link, text) for link in chain), voice

    def reported_at(self, span: Span) -> Span | None:
        """Return the shortest reported stretch that holds ``span``, or None."""
        contents, starts, longest = self._contents
        low = bisect_left(starts, span.start - longest)
        holding = [
            content
            for content in contents[low : bisect_right(starts, span.start)]
            if span.end <= content.end
        ]
        return min(
            holding, key=lambda content: content.end - content.start, default=None
        )

    @cached_property
    def _contents(self) -> tuple[list[Span], list[int], int]:
        """What is reported, in order; where each begins; how long the longest is."""
        contents = sorted(frame.content for frame in self.reading.frames)
        longest = max((one.end - one.start for one in contents), default=0)
        return contents, [one.start for one in contents], longest

    def place(self, use: PlaceUse) -> ClaimPlace:
        """Return a place use as claims record it."""
        if use.first not in self._resolved:
            self._resolved[use.first] = claim_place(self.reading, use)
        return self._resolved[use.first]


def _in_own_words(link: Vouching, text: str) -> Vouching:
    if link.span is None or link.text == link.span.of(text):
        return link
    return replace(link, text=link.span.of(text))


def _is_periodic(reading: Reading) -> bool:
    """Say whether a document reports what happened in a period up to its date."""
    document = reading.document
    if document.publisher and speaks_as_organisation(
        document.publisher, reading.theatre
    ):
        return True
    head = document.text[:_HEAD].lower()
    if any(phrase in head for phrase in _PERIODS):
        return True
    first_line = head.split("\n", 1)[0]
    return any(word in first_line for word in _BULLETIN)
