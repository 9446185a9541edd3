"""Topics: the places that passages and whole documents are about."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from trucewatch.claims.asides import Asides
from trucewatch.claims.places import PlaceUse
from trucewatch.claims.placing import place_words
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes_frame import Form as Reported
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.stances import PlaceRole

Uses = tuple[PlaceUse, ...]

HEADS = frozenset((Form.TITLE, Form.HEADING, Form.INTRO))
_TOP = frozenset((Form.TITLE, Form.HEADING))
INSIDE = 0.8  # share of their weight that places give to their country
ENOUGH = 0.3  # weight below which a place is no topic
_DATELINE = 14  # tokens in which a dateline ends
_DATELINE_ENDS = frozenset(("—", "–", "-", ":", "|", "·", "."))
_DASHES = frozenset(("—", "–", "-", "|", "·"))
_LABEL_ENDS = frozenset((".", "(", ":", "|", "–", "—", "-"))


def is_country(use: PlaceUse) -> bool:
    """Say whether a use names a country and nothing narrower."""
    entries = use.entries
    if not entries or entries[0].sort != "country":  # nearly always
        return False
    return len(entries) == 1 or all(e.sort == "country" for e in entries)


LIST = 2  # places named together that a figure of another paragraph may take over


class Topics:
    """Tells for each sentence of one reading which place its passage is about.

    Attributes:
        of_sentence: Uses by the index of their sentence.
        speakers: First tokens of uses inside the words that name a speaker; who
            speaks in Geneva does not tell of Geneva.
        dateline: First tokens of uses in the dateline.
        seats: First tokens of uses where an agreement told of was made.
        venues: First tokens of uses that name where parties talked.
        labels: Places that head a line, by the index of their sentence.
    """

    def __init__(self, reading: Reading, uses: Uses) -> None:
        """Take the place uses of a reading, in order."""
        self.reading, self.uses = reading, uses
        self.firsts = [use.first for use in uses]
        self._starts = [sentence.first for sentence in reading.sentences]
        self.of_sentence = self._by_sentence()
        self.speakers = self._in_speakers()
        self.dateline = self._in_dateline()
        asides = Asides(reading)
        self.seats = frozenset(u.first for u in uses if asides.is_seat(u.span))
        self.venues = self._venues()
        self.labels = self._labels()
        self._of_heads: list[Uses] | None = None

    def _by_sentence(self) -> dict[int, list[PlaceUse]]:
        found: dict[int, list[PlaceUse]] = defaultdict(list)
        for use in self.uses:
            found[self.sentence_of(use)].append(use)
        return found

    def _in_speakers(self) -> frozenset[int]:
        starts = [use.span.start for use in self.uses]
        found: set[int] = set()
        for frame in self.reading.frames:
            source = frame.source
            if source is None or frame.form is Reported.HEADING:
                continue  # "Ships at the port: four" has no speaker
            low = bisect_left(starts, source.start)
            high = bisect_left(starts, source.end)
            found.update(use.first for use in self.uses[low:high])
        return frozenset(found)

    def _in_dateline(self) -> frozenset[int]:
        """Return the places a story is sent from: "BEIRUT, 3 Dec — …"."""
        text = self.reading.tokens.text
        found: set[int] = set()
        for index, sentence in enumerate(self.reading.sentences[:4]):
            if sentence.form in HEADS:
                continue
            end = min(sentence.after, sentence.first + _DATELINE)
            marks = [i for i in range(sentence.first, end) if text[i] in _DATELINE_ENDS]
            first = self.of_sentence.get(index, [])[:1]
            if not marks or not first or first[0].first != sentence.first:
                break
            name = text[first[0].first]
            if name.isupper() or text[marks[0]] in _DASHES:
                found.update(
                    u.first for u in self.of_sentence[index] if u.first < marks[-1]
                    and (u.led is False)
                )  # fmt: skip
            break
        return frozenset(found)

    def _venues(self) -> frozenset[int]:
        """Return the places where parties talked or somebody spoke."""
        low, venue = self.reading.tokens.low, place_words().venue
        return frozenset(
            use.first
            for use in self.uses
            if use.led and low[use.lead] not in _SUBJECT
            and use.lead > 1 and (low[use.lead - 1] in venue
            or " ".join(low[use.lead - 2 : use.lead]) in venue
            or use.first in self.seats)
        )  # fmt: skip

    @cached_property
    def acting(self) -> frozenset[int]:
        """The countries that are named for what they do: "Israel shelled the town"."""
        return frozenset(
            use.first
            for use in (*self.uses, *self.loose)
            if is_country(use) and use.first not in self.speakers and self._acts(use)
        )

    def _acts(self, use: PlaceUse) -> bool:
        low, words = self.reading.tokens.low, place_words()
        if use.led:
            return low[use.lead] == "by" and use.lead + 1 == use.first
        if use.first and low[use.first - 1] in words.blaming:
            return True
        behind = [*low[use.after : use.after + 3], "", ""]
        if behind[0] in words.having:
            behind = behind[1:]
        verb = behind[0]
        if verb in words.hosting or verb in words.being:
            return False
        return verb.endswith("ed") or verb in words.doing

    def _labels(self) -> dict[int, Uses]:
        """Return the places that head a line: "Avdiivka plant. No violations."."""
        found: dict[int, Uses] = {}
        text = self.reading.tokens.text
        for index, uses in self.of_sentence.items():
            sentence, use = self.reading.sentences[index], uses[0]
            behind = text[use.after] if use.after < len(text) else ""
            if (
                use.first == sentence.first
                and behind in _LABEL_ENDS
                and use.first not in self.dateline
            ):
                found.setdefault(index, (use,))
        return found

    # -- of a passage --------------------------------------------------------------

    def above(self, index: int, taken: Sequence[int] | dict[int, int]) -> Uses:
        """Return the place a sentence takes over from what stands above it.

        Args:
            index: Which sentence.
            taken: First tokens of uses that belong to figures of their own.
        """
        sentences = self.reading.sentences
        own, position = sentences[index], index
        back = 1 if own.form in (Form.ITEM, Form.ROW) else 0
        while position and own.paragraph - sentences[position - 1].paragraph <= 1:
            position -= 1
            other = sentences[position]
            if other.line == own.line and position in self.labels:
                return self.labels[position]
            heads = other.form in HEADS
            if not heads and own.paragraph - other.paragraph > back:
                continue
            uses = self._carried(position, heads=heads, taken=taken)
            found = self.listed(uses[0], other.after) if uses else ()
            if found and (
                heads or own.paragraph == other.paragraph or len(found) <= LIST
            ):
                return found
        if self._of_heads is None:  # further up only heads tell
            self._of_heads = self._heads(taken)
        return self._of_heads[position] or self.topic

    def _heads(self, taken: Sequence[int] | dict[int, int]) -> list[Uses]:
        """Return for each sentence the place of the nearest head above that has one.

        A heading without a place ends what was said above it.
        """
        above: Uses = ()
        found: list[Uses] = []
        for position, sentence in enumerate(self.reading.sentences):
            found.append(above)
            if sentence.form in HEADS:
                uses = self._carried(position, heads=True, taken=taken)
                if uses:
                    above = self.listed(uses[0], sentence.after)
                elif sentence.form is Form.HEADING:
                    above = ()
        return found

    def _carried(
        self, index: int, *, heads: bool, taken: Sequence[int] | dict[int, int]
    ) -> list[PlaceUse]:
        """Return the uses of a sentence that the next one may be about too."""
        first = self.reading.sentences[index].first
        return [
            use
            for use in self.of_sentence.get(index, ())
            if (use.led or heads or use.first == first)
            and use.first not in taken
            and use.first not in self.speakers
            and use.first not in self.dateline
            and use.first not in self.venues
            and use.first not in self.acting
        ]

    def sentence_of(self, use: PlaceUse) -> int:
        """Return the index of the sentence that holds a use."""
        return max(bisect_right(self._starts, use.first) - 1, 0)

    def listed(self, use: PlaceUse, limit: int) -> Uses:
        """Return a place and those joined to it: "in Hama, Homs and Idlib"."""
        position = bisect_left(self.firsts, use.first)
        if position == len(self.uses) or self.uses[position] is not use:
            return (use,)  # a country named otherwise than as a place
        return listed_from(self.reading, self.uses, position, limit)

    # -- of the document --------------------------------------------------------------

    @cached_property
    def topic(self) -> Uses:
        """The place a document is about: its title's, or the one it names most."""
        sentences = self.reading.sentences
        body = 0
        while body < len(sentences) and sentences[body].form in _TOP:
            uses = [
                use
                for use in self.of_sentence.get(body, ())
                if use.first not in self.venues and use.first not in self.speakers
            ]
            if uses:
                return self.listed(uses[0], sentences[body].after)
            body += 1
        return self._most_told_of() or self._sent_from()

    def _most_told_of(self) -> Uses:
        """Return the place with most mentions; a country gains by what lies in it."""
        mentions = [(self._weight(use), use) for use in self.uses]
        mentions += [(0.3, use) for use in self.loose if use.first in self._literal]
        own: dict[str, float] = defaultdict(float)
        inside: dict[str, float] = defaultdict(float)
        labels: dict[str, set[str]] = defaultdict(set)
        first: dict[str, PlaceUse] = {}
        for weight, use in mentions:
            text = use.span.of(self.reading.document.text)
            key = use.entries[0].id if use.entries else text
            own[key] += weight
            first.setdefault(key, use)
            if use.entries and not is_country(use):
                country = key.split("_", 1)[0]
                inside[country] += weight
                labels[country].add(key)
        for country, named in labels.items():
            if country in own and (len(named) > 1 or own[country] >= ENOUGH):
                own[country] += inside[country] * INSIDE
        best = max(own, key=lambda key: (own[key], -first[key].first), default=None)
        return () if best is None or own[best] < ENOUGH else (first[best],)

    def _weight(self, use: PlaceUse) -> float:
        """Return what one mention of a place says about the topic."""
        first = use.first
        if first in self.speakers and not use.led:
            return 0.0  # "Damascus said"
        if first in self.speakers or first in self.venues:
            return 0.2
        if use.first in self.dateline:
            return 0.5
        if not use.entries:
            return 0.6 if use.led else 0.0
        if is_country(use) and not use.led:
            return 0.3
        return 1.0 if use.led else 0.6

    @cached_property
    def loose(self) -> Uses:
        """Countries named otherwise than as places: "Syria's truce", "Lebanese"."""
        best: dict[str, tuple[int, NameMention, Entry]] = {}
        for name, entry in self._nations:
            literal = entry in name.entries
            rank = 0 if literal else 1 + (not name.is_a(EntryKind.DEMONYM))
            if entry.id not in best or rank < best[entry.id][0]:
                best[entry.id] = (rank, name, entry)
        return tuple(
            PlaceUse(
                name.first, name.after, name.first, name.span, (entry,),
                PlaceRole.AT, led=False,
            )
            for _, name, entry in best.values()
        )  # fmt: skip

    @cached_property
    def _nations(self) -> list[tuple[NameMention, Entry]]:
        known = set(self.firsts)
        low, papers = self.reading.tokens.low, place_words().never_before
        found = []
        for name in self.reading.names:
            paper = not papers.isdisjoint(low[name.after : name.after + 1])
            skipped = paper or name.first in known  # "the Minsk agreement"
            entry = None if skipped else self._nation(name)
            if entry is not None:
                found.append((name, entry))
        return found

    @cached_property
    def _literal(self) -> frozenset[int]:
        """First tokens of the countries called by their names."""
        return frozenset(
            name.first for name, entry in self._nations if entry in name.entries
        )

    def _nation(self, name: NameMention) -> Entry | None:
        """Return the country a name is, points at or belongs to, or None."""
        theatre = self.reading.theatre
        for entry in name.entries:
            if entry.kind is EntryKind.PLACE and entry.sort == "country":
                return entry
        for entry in name.entries:
            place = None
            for key in (entry.id, entry.actor):
                actor = theatre.actors.get(key) if key else None
                if actor is not None and actor.country:
                    place = theatre.places.get(actor.country.lower())
            if place is not None and place.kind == "country":
                return Entry(EntryKind.PLACE, place.id, place.label, place.kind)
        return None

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries a document names, in it or by what lies in them, most first."""
        standing: Counter[str] = Counter()
        for _, entry in self._nations:
            standing[entry.id] += 1
        for use in self.uses:
            if use.entries:
                standing[use.entries[0].id.split("_", 1)[0]] += 2
        return tuple(key for key, _ in standing.most_common())

    def _sent_from(self) -> Uses:
        sent = [use for use in self.uses if use.first in self.dateline]
        return tuple(sent[:1])


# "Talks on Douma", "terms agreed for Tafas": what they are about.
_SUBJECT = frozenset(("on", "for", "of", "over", "along"))
_LISTING = frozenset((",", "and", "or", "&", ";", "/"))
_GENERIC = frozenset(
    ("in", "the", "at", "of", "province", "provinces", "near", "towns",
     "villages", "town", "village", "city", "district", "rural", "area", "areas",
     "governorate", "both", "around")
)  # fmt: skip


def joined(between: Sequence[str]) -> bool:
    """Say whether the words between two places only list them."""
    return any(w in _LISTING for w in between) and all(
        w in _LISTING or w in _GENERIC for w in between
    )


def listed_from(reading: Reading, uses: Uses, position: int, limit: int) -> Uses:
    """Return the use at ``position`` and those listed after it, up to a token."""
    found = [uses[position]]
    low = reading.tokens.low
    for i in range(position + 1, len(uses)):
        use = uses[i]
        if use.first >= limit or not joined(low[found[-1].after : use.first]):
            break
        behind = low[use.after : use.after + 2]
        if behind[:1] == ["("] and behind[1:] and behind[1].isdecimal():
            break
        found.append(use)
    return tuple(found)
