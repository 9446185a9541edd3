"""Speakers of one document: whom a source phrase names, and whom a pronoun means."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Frame
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span

_RANK = {"person": 0, "office": 1, "organisation": 1, "publisher": 2, "metonym": 3}
_FUNCTION_WORDS = (
    "prepositions",
    "coordinators",
    "subordinators",
    "auxiliaries",
    "adverbs",
    "common_verbs",
    "determiners",
)
_BARE = 2  # words of a reference without a name: "the envoy", "the monitors"
_MEMORY = 40  # speakers a pronoun may reach back over
_BACK = 2000  # characters in which a pronoun's person was named
_MALE_OR_FEMALE = frozenset({"he", "she", "his", "her", "him"})
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "their", "them"})
_US = frozenset({"we", "our", "us", "i", "my"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Somebody who speaks in a document.

    Attributes:
        id: Key of the theatre, or None.
        text: Their name or office as written.
        span: Where that stands.
        nouns: Lower-case words of the whole phrase, for later references to it.
        person: Whether it is one person.
        named: Whether the theatre or a capital letter names them.
        actor: Key of the state or group named in it ("the Turkish half"), or None.
        metonym: Whether only a state or capital is named for its government.
    """

    id: str | None
    text: str
    span: Span
    nouns: frozenset[str]
    person: bool
    named: bool
    actor: str | None = None
    metonym: bool = False


def _best(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that can speak: speakers before actors."""
    speakers = [one for one in entries if one.kind is EntryKind.SPEAKER]
    if speakers:
        return min(speakers, key=lambda one: _RANK.get(one.sort, 2))
    actors = [one for one in entries if one.kind is EntryKind.ACTOR]
    return actors[0] if actors else None


def _is_body(spoken: Spoken) -> bool:
    """Say whether a speaker is an organisation that has observers and monitors."""
    return (
        spoken.id is not None
        and not spoken.person
        and (not spoken.nouns.isdisjoint(lexicon().speakers["informants"]))
    )


def _last(speakers: Sequence[Spoken]) -> Spoken | None:
    return speakers[-1] if speakers else None


class Speakers:
    """The speakers of a document in the order in which they are mentioned."""

    def __init__(self, text: str, tokens: Tokens, names: Sequence[NameMention]) -> None:
        self._text, self._tokens = text, tokens
        self._names = sorted(names, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._names]
        self._seen: list[Spoken] = []

    def mentions_in(self, span: Span) -> list[tuple[NameMention, Entry]]:
        """Return the names inside a span that can speak, with what they stand for."""
        found = []
        for mention in self._inside(span):
            entry = _best(mention.entries)
            if entry is not None:
                found.append((mention, entry))
        return found

    def _inside(self, span: Span) -> Iterator[NameMention]:
        """Yield the names that begin inside a span, in order."""
        for index in range(bisect_left(self._starts, span.start), len(self._names)):
            if self._starts[index] >= span.end:
                return
            yield self._names[index]

    def resolve(self, frame: Frame) -> Spoken | None:
        """Return who speaks in a frame, or None where nobody is named or meant."""
        if frame.source is None or frame.head is None:
            return None
        low = self._low(frame.head)
        if len(low) == 1 and (frame.pronoun or low[0] in _THEY | _IT | _US):
            return self._pronoun(low[0], frame.source)
        staff = lexicon().speakers["staff"]
        if len(low) <= _BARE and low[-1] in staff:
            body = next((one for one in reversed(self._recent) if _is_body(one)), None)
            if body is not None:
                return body
        named = self._named(frame.head) or self._named(frame.source)
        spoken = self._describe(frame, named, low)
        if named is None:
            earlier = self._office(low, frame.head)
            if earlier is not None:
                return earlier
        self._seen.append(spoken)
        return spoken

    def is_label(self, span: Span, mark: str) -> bool:
        """Say whether a phrase beside a colon, a dash or in brackets is a speaker.

        It is where it is the name of one and nothing else, or ends in a noun that can
        speak; before a colon only after "the" or "a", for other nouns stand there too.
        """
        for mention, entry in self.mentions_in(span):
            before = self._text[span.start : mention.span.start].strip().lower()
            after = self._text[mention.span.end : span.end].strip()
            if entry.kind is EntryKind.SPEAKER and before in {"", "the"} and not after:
                return True
        low = self._low(span)
        classes = lexicon().speakers
        if low[-1] in classes["organisation"]:
            return mark != ":" or low[0] in {"the", "a", "an"}
        return mark != ":" and low[-1] in classes["people"]

    def mentioned(self, span: Span) -> Spoken | None:
        """Return the first body named in a span that gives out information.

        That is an organisation of the theatre, or a nation's office, side or observers
        ("the Turkish half") even where the theatre does not know them by that name.
        """
        for mention in self._inside(span):
            spoken = self._body(mention) or self._national_body(mention)
            if spoken is not None:
                return spoken
        return None

    def _body(self, mention: NameMention) -> Spoken | None:
        entry = _best(mention.entries)
        group = any(
            one.kind is EntryKind.ACTOR and one.sort in {"group", "coalition"}
            for one in mention.entries
        )
        if entry is None or group or entry.kind is not EntryKind.SPEAKER:
            return None
        if entry.sort not in {"organisation", "office"} or self._modifies(mention):
            return None
        return self._of_mention(entry.id, mention.span, entry.actor)

    def _modifies(self, mention: NameMention) -> bool:
        """Say whether a name only qualifies a noun after it ("army | doctors")."""
        after = mention.after
        if after >= len(self._tokens):
            return False
        word = self._tokens.low[after]
        words = lexicon()
        if not word.isalpha() or not self._tokens.text[after].islower():
            return False
        if word in words.speakers["staff"] and word not in words.speakers["informants"]:
            return True
        verb = word in words.verbs or word.endswith(("ed", "ing", "s"))
        closed = any(word in words.words[name] for name in _FUNCTION_WORDS)
        return not (verb or closed or word in words.speakers["informants"])

    def _national_body(self, mention: NameMention) -> Spoken | None:
        nations = mention.of_kind(EntryKind.DEMONYM)
        if not nations:
            return None
        informants = lexicon().speakers["informants"]
        for after in range(mention.after, min(mention.after + 3, len(self._tokens))):
            word = self._tokens.low[after].removesuffix("'s")
            if word in informants:
                end = self._tokens.start[after] + len(word)
                span = Span(mention.span.start, end)
                return self._of_mention(None, span, nations[0].actor)
            if not word[0].isalpha() or word in lexicon().words["prepositions"]:
                return None
        return None

    def _of_mention(self, key: str | None, span: Span, actor: str | None) -> Spoken:
        return Spoken(
            key,
            span.of(self._text),
            span,
            frozenset(self._low(span)),
            person=False,
            named=True,
            actor=actor,
        )

    def _low(self, span: Span) -> list[str]:
        first, after = self._tokens.at(span.start), self._tokens.at(span.end)
        return self._tokens.low[first:after]

    def _named(self, span: Span) -> Entry | None:
        found = [
            (_RANK.get(entry.sort, 2), mention.span.start, entry)
            for mention, entry in self.mentions_in(span)
            if entry.sort != "metonym" or self._speaks_for(mention, span)
        ]
        return min(found, key=lambda one: one[:2])[2] if found else None

    def _speaks_for(self, mention: NameMention, span: Span) -> bool:
        """Say whether a place or state named in a phrase is who speaks.

        It is where it is the whole phrase ("Ankara"), or an office of it speaks
        ("Pakistan's foreign ministry"), but not in "a Bogota think-tank".
        """
        before = self._text[span.start : mention.span.start].strip().lower()
        after = self._text[mention.span.end : span.end].strip(" ,'’s")
        if before in {"", "the"} and not after:
            return True
        official = lexicon().speakers["official"]
        return any(word in official for word in self._low(span))

    def _describe(self, frame: Frame, named: Entry | None, low: list[str]) -> Spoken:
        head = frame.head or frame.cue
        source = frame.source or head
        nouns = frozenset(
            word.removesuffix("'s") for word in self._low(source) if word[0].isalnum()
        )
        people = lexicon().speakers["person"]
        person = (named is not None and named.sort == "person") or bool(nouns & people)
        text = head.of(self._text)
        capital = any(word[0].isupper() for word in text.split()[1:]) or (
            text[:1].isupper() and low[:1] != ["the"]
        )
        if not person and capital and len(low) in {2, 3} and low[0] != "the":
            person = not nouns & lexicon().speakers["organisation"] and named is None
        return Spoken(
            named.id if named else None,
            text.removesuffix("'s").removesuffix("’s"),
            head,
            nouns,
            person,
            named is not None or capital,
            self._actor_in(source),
            metonym=named is not None and named.sort == "metonym",
        )

    def _actor_in(self, span: Span) -> str | None:
        """Return the first state or group a phrase names, by name or adjective."""
        for mention in self._inside(span):
            for entry in mention.entries:
                if entry.kind is EntryKind.ACTOR:
                    return entry.id
                if entry.actor is not None:
                    return entry.actor
        return None

    def _pronoun(self, word: str, span: Span) -> Spoken | None:
        """Return the nearest earlier speaker a pronoun can mean."""
        before = [one for one in self._recent if one.span.start < span.start]
        if word in _MALE_OR_FEMALE:
            people = [one for one in before if one.person]
            named = self._person_before(span)
            known = named is not None and any(
                one.span.contains(named.span) for one in people
            )
            if named is not None and not known:
                people.append(named)
                people.sort(key=lambda one: one.span.start)
            return _last(people or before)
        if word in _IT:
            return _last([one for one in before if not one.person] or before)
        return _last(before) if word in _THEY else None

    def _person_before(self, span: Span) -> Spoken | None:
        """Return the last person named before a place who is known to speak."""
        near = Span(max(span.start - _BACK, 0), max(span.start, 1))
        for mention, entry in reversed(self.mentions_in(near)):
            if entry.sort == "person":
                text = mention.span.of(self._text)
                words = frozenset(self._low(mention.span))
                return Spoken(
                    entry.id, text, mention.span, words, person=True, named=True
                )
        return None

    def _office(self, low: Sequence[str], span: Span) -> Spoken | None:
        """Return the earlier speaker that "the envoy" or "the centre" goes back to."""
        if not low or low[0] not in {"the", "this", "his", "its", "their", "her"}:
            return None
        words = {word.removesuffix("'s") for word in low[1:]} - {"of", "the", "in"}
        wanted = {word for word in words if word.isalpha()}
        for one in reversed(self._recent):
            if one.span.start < span.start and wanted and wanted <= one.nouns:
                return one
        head = low[-1].removesuffix("'s")
        speakers = lexicon().speakers
        if len(low) == _BARE and head in speakers["person"]:
            return next((one for one in reversed(self._recent) if one.person), None)
        return None

    @property
    def _recent(self) -> list[Spoken]:
        return self._seen[-_MEMORY:]


def can_speak(spoken: Spoken) -> bool:
    """Say whether a phrase is of the kind that makes statements."""
    if spoken.id is not None:
        return True
    return not spoken.nouns.isdisjoint(lexicon().speaking)
