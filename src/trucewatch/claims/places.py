"""Where: the places of a text as claims use them, with their prepositions."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from trucewatch.claims.claim import ClaimPlace
from trucewatch.claims.placing import common_words, place_words
from trucewatch.reading.lexicon import lexicon
from trucewatch.reading.names import NameMention
from trucewatch.reading.reading import Reading
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.reference.places import Places
from trucewatch.reference.theatre import Theatre
from trucewatch.values.spans import Span, Stretches
from trucewatch.values.stances import PlacePrecision, PlaceRole


class PlaceUse(NamedTuple):
    """A place name where it stands, and how it is led in.

    Attributes:
        first: Index of the first token of the name.
        after: Index after its last token, generic words behind it included.
        lead: Index of the first token of preposition and generic words before it.
        span: Where the name stands.
        entries: What the theatre knows it as; empty for a name it lacks.
        role: What the preposition says.
        led: Whether a preposition leads it in.
    """

    first: int
    after: int
    lead: int
    span: Span
    entries: tuple[Entry, ...]
    role: PlaceRole
    led: bool


_NAME = re.compile(
    r"[A-Z][^\W\d_]+(?:['’-][^\W\d_]+)*|(?:al|el|ad|ar|as|ash|at|az|an|ez|es|et)-[A-Z]\S*"
)


_PAIRING = frozenset("(–—-:.|…=")
_LOOSE = frozenset(("of", "for", "by", "over", "to"))  # these lead other names in too
_LABEL_ENDS = ([":"], ["("], ["–"], ["—"], ["/"], ["|"])
_CAPS = 6  # shorter words in capitals are abbreviations
_JOINERS = frozenset(
    ("al", "el", "ad", "as", "ash", "az", "de", "del", "la", "bin", "umm")
)


class PlaceFinder:
    """Finds the place uses of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        self.words = place_words()
        self.lexicon = lexicon()
        self.stop = self.lexicon.function_words
        self.common = common_words()
        self.generic = self.words.generic - {"of"}
        self.numbers = {c.number.core_first for c in reading.counts}
        self.number_ends = {c.number.after for c in reading.counts}
        self.form = Form.PROSE
        self.dated = Stretches(time.span for time in reading.times)
        sources = {f.source for f in reading.frames if f.source and f.speakerlike}
        self.speakers = Stretches(sorted(sources))

    def find(self) -> tuple[PlaceUse, ...]:
        """Return the place uses of the body, in order."""
        known = {name.first: name for name in self.reading.names}
        covered: set[int] = set()
        for name in self.reading.names:
            covered.update(range(name.first, name.after))
        uses: list[PlaceUse] = []
        text = self.tokens.text
        for sentence in self.reading.sentences:
            i = sentence.first
            self.form = sentence.form
            while i < sentence.after:
                use = None
                if i in known:
                    use = self._known(known[i], sentence.first, sentence.after)
                    step = known[i].after
                elif i not in covered and (text[i][0].isupper() or "-" in text[i]):
                    use = self._unknown(i, sentence.first, sentence.after, covered)
                    step = i + 1 if use is None else use.after
                else:
                    step = i + 1
                if use is not None:
                    uses.append(use)
                i = max(step, i + 1)
        return tuple(uses)

    def weak(self, uses: Sequence[PlaceUse]) -> tuple[PlaceUse, ...]:
        """Return names that may be places though nothing leads them in, in order.

        Args:
            uses: What `find` returned; these are left out.
        """
        taken = {i for use in uses for i in range(use.lead, use.after)}
        known = {name.first: name for name in self.reading.names}
        covered = set(taken)
        for name in self.reading.names:
            covered.update(range(name.first, name.after))
        found = []
        for sentence in self.reading.sentences:
            i = sentence.first
            while i < sentence.after:
                use = None
                if i in known and i not in taken:
                    use = self._bare(known[i], known[i].of_kind(EntryKind.PLACE))
                elif i not in covered and self._could_name(i):
                    use = self._capitalised(i, sentence.after, covered)
                if use is not None and self._may_open(use, sentence):
                    found.append(use)
                i = i + 1 if use is None else max(use.after, i + 1)
        return tuple(found)

    def _may_open(self, use: PlaceUse, sentence: Sentence) -> bool:
        """Say whether a name is no unknown one that opens a sentence, or labels it.

        In "Zolote: 11 breaches", "Liang. 600 troops" and in a table it is a label.
        """
        if use.first != sentence.first or use.entries:
            return True
        behind = self.tokens.text[use.after : use.after + 1]
        alone = behind == ["."] and use.after + 1 == sentence.after
        return alone or sentence.form is Form.ROW or behind in _LABEL_ENDS

    def _bare(self, name: NameMention, entries: tuple[Entry, ...]) -> PlaceUse | None:
        low = self.tokens.low
        beside = {
            *low[max(name.first - 1, 0) : name.first],
            *low[name.after : name.after + 1],
        }
        if not entries or not self.words.never_before.isdisjoint(beside):
            return None
        return PlaceUse(
            name.first, name.after, name.first, name.span, entries,
            PlaceRole.AT, led=False,
        )  # fmt: skip

    def _capitalised(self, i: int, limit: int, covered: set[int]) -> PlaceUse | None:
        after = i + 1
        while (
            after < limit
            and after not in covered
            and (
                self._could_name(after, goes_on=True)
                or self.tokens.text[after] in _JOINERS
            )
        ):
            after += 1
        while self.tokens.text[after - 1] in _JOINERS:
            after -= 1
        speaks = self.speakers.hold(self.tokens.start[i])  # "Ali Rashid told agencies"
        colon = self.tokens.text[after : after + 1] == [":"]
        counts = colon and after + 1 in self.numbers  # "Zolote: 11 breaches"
        if (speaks and not counts) or self._is_person(i):
            return None
        if self.tokens.low[after - 1] in self.words.never_last:
            return None
        return PlaceUse(
            i, after, i, self.tokens.span(i, after), (), PlaceRole.AT, led=False
        )

    def _is_person(self, i: int) -> bool:
        """Say whether an office or a rank names a person: "the mayor, Ali Rashid"."""
        low, at = self.tokens.low, i - 1
        while at > 0 and low[at] not in self.words.ranks and self._could_name(at):
            at -= 1
        if at > 0 and low[at] in (",", "."):
            at -= 1
        noun = self.lexicon.nouns.get(low[at]) if at >= 0 else None
        office = noun is not None and "person" in noun.tags and low[at] == noun.lemma
        return office or (at >= 0 and low[at] in self.words.ranks)

    def _lead(self, first: int, start: int) -> tuple[int, PlaceRole, bool]:
        """Return where the words that lead a name in begin, and what they say."""
        low, i = self.tokens.low, first
        near = PlaceRole.AT
        while True:
            for length in (2, 1):
                if i - length < start:
                    continue
                role = self.words.roles.get(" ".join(low[i - length : i]))
                if role is PlaceRole.NEAR and length > 1 and near is PlaceRole.AT:
                    near, i = role, i - length  # "in an area south of": go on
                    break
                if role is not None and not (
                    low[i - 1] == "of" and i - 2 >= start and low[i - 2] in self.generic
                ):
                    return i - length, role if near is PlaceRole.AT else near, True
            else:
                before = low[i - 1] if i > start else ""
                if before not in self.generic and before != "of":
                    return i, near, near is PlaceRole.NEAR
                i -= 1

    def _trail(self, after: int, limit: int) -> int:
        """Return the index after the generic words that follow a name."""
        low = self.tokens.low
        while after < limit and low[after] in self.words.generic and low[after] not in (
            "the", "of", "all", "both", "line", "side",
        ):  # fmt: skip
            after += 1
        return after

    def _known(self, name: NameMention, start: int, limit: int) -> PlaceUse | None:
        places = name.of_kind(EntryKind.PLACE)
        if not places:
            return None
        lead, role, led = self._lead(name.first, start)
        if (
            not led
            and len(places) < len(name.entries)
            and not self._listed(name, start)
        ):
            return None  # "Damascus said": a government, not a place
        before = self.tokens.low[lead - 1] if lead > start else ""
        behind = self.tokens.low[name.after] if name.after < limit else ""
        if behind in self.words.never_before or before in self.words.never_before:
            return None
        if self.dated.hold(self.tokens.start[name.first]):
            return None  # "noon, Damascus time": a clock, not a place
        return PlaceUse(
            name.first,
            self._trail(name.after, limit),
            lead,
            name.span,
            places,
            role,
            led,
        )

    def _listed(self, name: NameMention, start: int) -> bool:
        """Say whether a name without preposition stands in a list or heading."""
        text = self.tokens.text
        if self.form in (Form.TITLE, Form.HEADING, Form.INTRO, Form.ROW):
            return True
        behind = text[name.after] if name.after < len(text) else ""
        before = text[name.first - 1] if name.first > start else ""
        if not before and name.after in self.numbers:
            return True
        return behind in "(:–-|,." or before in "(,:#–|"

    def _unknown(
        self, i: int, start: int, limit: int, covered: set[int]
    ) -> PlaceUse | None:
        """Take a capitalised name after a preposition or by a figure for a place."""
        text, low = self.tokens.text, self.tokens.low
        if not self._could_name(i):
            return None
        lead, role, led = self._lead(i, start)
        after = i + 1
        while (
            after < limit
            and after not in covered
            and (
                self._could_name(after, goes_on=True) or text[after].lower() in _JOINERS
            )
        ):
            after += 1
        trail = self._trail(after, limit)
        if not led or low[lead] in _LOOSE:
            led = trail > after  # "Jayrud district"
            if not led and not self._beside_figure(i, trail, start, limit):
                return None
        if after < limit and text[after] == "." and len(text[after - 1]) == 1:
            return None  # an initial
        if low[after - 1] in self.words.never_last:
            return None  # "since the Cold War"
        return PlaceUse(i, trail, lead, self.tokens.span(i, after), (), role, led)

    def _could_name(self, i: int, *, goes_on: bool = False) -> bool:
        """Say whether a token could be a word of a place's name the theatre lacks.

        Args:
            i: Index of the token.
            goes_on: Whether the name has begun before it; then common nouns fit too
                ("West Bank", "Castello Road").
        """
        word, low = self.tokens.text[i], self.tokens.low[i]
        if not _NAME.fullmatch(word) or low in self.words.never:
            return False
        if low.endswith("'s") or low in self.stop:
            return False
        if not goes_on:
            if low in self.words.prefixes:
                return i + 1 < len(self.tokens) and self._could_name(
                    i + 1, goes_on=True
                )
            if low in self.generic or (word.isupper() and len(word) < _CAPS):
                return False
            if (
                low in self.lexicon.nouns
                or (low in self.lexicon.acts and not self._after_preposition(i))
                or low in self.common
            ):
                return False
        return not self.dated.hold(self.tokens.start[i])

    def _after_preposition(self, i: int) -> bool:
        return i > 0 and self.tokens.low[i - 1] in self.words.roles

    def _beside_figure(self, i: int, trail: int, start: int, limit: int) -> bool:
        """Say whether a list pairs the name with a number: "Uri two", "7 al-Watiya"."""
        text = self.tokens.text
        at = trail
        while at < limit and text[at] in _PAIRING:
            at += 1
        paired = at in self.numbers
        if self.form is Form.ROW:
            return paired
        if i == start and self.form is not Form.ITEM:
            return paired and at == trail and text[at][0].isdecimal()
        if paired and at - trail <= 1:
            return trail == at or text[trail] in "(–—-:"
        closes = trail >= limit or not text[trail].isalnum()
        return i in self.number_ends and closes


@cache
def _resolver(theatre: Theatre) -> Places:
    return Places(theatre)


def claim_place(reading: Reading, use: PlaceUse) -> ClaimPlace:
    """Return a place use as the claim record has it, resolved by the theatre."""
    text = use.span.of(reading.document.text)
    words = reading.tokens.span(_wide(reading, use), use.after).of(
        reading.document.text
    )
    found = _resolver(reading.theatre).resolve(words.replace("\n", " "))
    if not found.candidates:
        found = _resolver(reading.theatre).resolve(text)
    chosen = found.chosen
    if chosen is None and not found.candidates and use.entries:
        place = reading.theatre.places.get(use.entries[0].id)
        if place is not None and place.kind == "country":  # "Lebanese"
            return ClaimPlace(
                use.role, place.id, place.label, text, use.span, place.lat, place.lon,
                PlacePrecision.COUNTRY, 1,
            )  # fmt: skip
    if chosen is None:
        return ClaimPlace(
            use.role, None, None, text, use.span, None, None,
            PlacePrecision.UNRESOLVED, len(found.candidates),
        )  # fmt: skip
    precision = found.precision
    if use.role is PlaceRole.NEAR and precision is PlacePrecision.SETTLEMENT:
        precision = PlacePrecision.NEAR
    return ClaimPlace(
        use.role, chosen.id, chosen.label, text, use.span, chosen.lat, chosen.lon,
        precision, len(found.candidates),
    )  # fmt: skip


def _wide(reading: Reading, use: PlaceUse) -> int:
    """Return where generic words begin that belong to the name: "the town of Nubl"."""
    first = use.first
    low = reading.tokens.low
    while first > use.lead and low[first - 1] in _BEFORE_NAME:
        first -= 1
    return first


_BEFORE_NAME = frozenset(
    ("province", "governorate", "city", "town", "village", "district", "oblast",
     "region", "of", "the")
)  # fmt: skip
