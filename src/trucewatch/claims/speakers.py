"""Speakers of one document: whom a source phrase names, and whom a pronoun means."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Frame
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span

_RANK = {"person": 0, "office": 1, "organisation": 1, "publisher": 2, "metonym": 3}
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
    """

    id: str | None
    text: str
    span: Span
    nouns: frozenset[str]
    person: bool
    named: bool


def _best(entries: Sequence[Entry]) -> Entry | None:
    """Return the entry that can speak: speakers before actors."""
    speakers = [one for one in entries if one.kind is EntryKind.SPEAKER]
    if speakers:
        return min(speakers, key=lambda one: _RANK.get(one.sort, 2))
    actors = [one for one in entries if one.kind is EntryKind.ACTOR]
    return actors[0] if actors else None


class Speakers:
    """The speakers of a document in the order in which they are mentioned."""

    def __init__(self, text: str, tokens: Tokens, names: Sequence[NameMention]) -> None:
        self._text, self._tokens = text, tokens
        self._names = sorted(names, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._names]
        self._seen: list[Spoken] = []

    def mentions_in(self, span: Span) -> list[tuple[NameMention, Entry]]:
        """Return the names inside a span that can speak, with what they stand for."""
        first = bisect_left(self._starts, span.start)
        found = []
        for mention in self._names[first:]:
            if mention.span.start >= span.end:
                break
            entry = _best(mention.entries)
            if entry is not None:
                found.append((mention, entry))
        return found

    def resolve(self, frame: Frame) -> Spoken | None:
        """Return who speaks in a frame, or None where nobody is named or meant."""
        if frame.source is None or frame.head is None:
            return None
        low = self._low(frame.head)
        if len(low) == 1 and (frame.pronoun or low[0] in _THEY | _IT | _US):
            return self._pronoun(low[0], frame.source)
        named = self._named(frame.head) or self._named(frame.source)
        spoken = self._describe(frame, named, low)
        if named is None:
            earlier = self._office(low, frame.head)
            if earlier is not None:
                return earlier
        self._seen.append(spoken)
        return spoken

    def _low(self, span: Span) -> list[str]:
        first, after = self._tokens.at(span.start), self._tokens.at(span.end)
        return self._tokens.low[first:after]

    def _named(self, span: Span) -> Entry | None:
        found = self.mentions_in(span)
        if not found:
            return None
        mention, entry = min(
            found, key=lambda one: (_RANK.get(one[1].sort, 2), one[0].span.start)
        )
        return entry

    def _describe(self, frame: Frame, named: Entry | None, low: list[str]) -> Spoken:
        head = frame.head or frame.cue
        source = frame.source or head
        nouns = frozenset(word.removesuffix("'s") for word in self._low(source))
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
        )

    def _pronoun(self, word: str, span: Span) -> Spoken | None:
        """Return the nearest earlier speaker a pronoun can mean."""
        before = [one for one in self._seen if one.span.start < span.start]
        if word in _MALE_OR_FEMALE:
            people = [one for one in before if one.person]
            return (people or before or [None])[-1]
        if word in _IT:
            bodies = [one for one in before if not one.person]
            return (bodies or before or [None])[-1]
        return before[-1] if before and word in _THEY else None

    def _office(self, low: Sequence[str], span: Span) -> Spoken | None:
        """Return the earlier speaker that "the envoy" or "the centre" goes back to."""
        if not low or low[0] not in {"the", "this", "his", "its", "their", "her"}:
            return None
        wanted = {word for word in low[1:] if word.isalpha()} - {"of", "the", "in"}
        for one in reversed(self._seen):
            if one.span.start < span.start and wanted and wanted <= one.nouns:
                return one
        head = low[-1]
        speakers = lexicon().speakers
        if len(low) == 2 and head in speakers["person"]:  # noqa: PLR2004 - "the envoy"
            return next((one for one in reversed(self._seen) if one.person), None)
        return None

    @property
    def seen(self) -> tuple[Spoken, ...]:
        """Everybody resolved so far, in order."""
        return tuple(self._seen)


def can_speak(spoken: Spoken) -> bool:
    """Say whether a phrase is of the kind that makes statements."""
    if spoken.id is not None:
        return True
    classes = lexicon().speakers
    return any(not spoken.nouns.isdisjoint(words) for words in classes.values())
