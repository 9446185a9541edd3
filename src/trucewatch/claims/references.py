"""Words that go back to an earlier speaker: "he", "the envoy", "a spokeswoman"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from trucewatch.claims.mentions import Mentions
from trucewatch.claims.spoken import Spoken, is_body
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Frame
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.sentences import Sentence
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span

_BARE = 2  # words of a reference without a name: "the envoy", "the monitors"
_MEMORY = 40  # speakers a pronoun may reach back over
_BACK = 2000  # characters in which a pronoun's person was named
_MALE_OR_FEMALE = frozenset({"he", "she", "his", "her", "him"})
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "their", "them", "one"})
_US = frozenset({"we", "our", "us", "i", "my"})
_BODIES = frozenset({"organisation", "office"})
_NEAR = 400  # characters in which a person was introduced
_INTRODUCED = re.compile(
    r"((?:[A-ZÀ-Þ][\w'’-]+\s+){1,2}[A-ZÀ-Þ][\w'’-]+),\s+(?:an?|the|whose|who|\d{2})\b"
)
_PARTIES = frozenset({"group", "coalition", "organ", "state"})
_NAME = 6  # tokens of a body named at the start of what is reported


def _names(spoken: Spoken, noun: str) -> bool:
    """Say whether a speaker's own name has a noun, no clause about him."""
    return noun in spoken.text.lower().split()


def _last(speakers: Sequence[Spoken]) -> Spoken | None:
    return speakers[-1] if speakers else None


class References:
    """The speakers of a document so far, and who a word without a name means."""

    def __init__(
        self, mentions: Mentions, sentences: Sequence[Sentence], *, own: bool
    ) -> None:
        """Take what was read of one document; no speaker is known yet.

        Args:
            mentions: Its names.
            sentences: Its sentences.
            own: Whether it is an organisation's page: "the mission" is its own there.
        """
        self._own = own
        self._mentions, self._sentences = mentions, sentences
        self._starts = [one.span.start for one in sentences]
        self._text = mentions.text
        self._seen: list[Spoken] = []

    def add(self, spoken: Spoken) -> None:
        """Note that somebody speaks; later words may go back to them."""
        self._seen.append(spoken)

    def find(self, frame: Frame, low: Sequence[str]) -> Spoken | None:
        """Return who the source of a frame goes back to, or None where it is new.

        Args:
            frame: The frame.
            low: Tokens of the source's head, in lower case.
        """
        head = frame.head or frame.cue
        if len(low) == 1 and (frame.pronoun or low[0] in _THEY | _IT):
            return self._pronoun(low[0], frame.source or head)
        bare = self._bare(low)
        if bare in lexicon().speakers["staff"]:
            body = self._body_before(head, bare)
            if body is not None:
                return body
        alone = frame.source is None or frame.source.end - head.end < _BARE
        if alone and bare in lexicon().speakers["spokespeople"]:
            return self._spoken_for(frame)
        return None

    @staticmethod
    def is_pronoun(frame: Frame, low: Sequence[str]) -> bool:
        """Say whether a source is a pronoun and so never names anybody new."""
        return len(low) == 1 and (frame.pronoun or low[0] in _THEY | _IT | _US)

    def _bare(self, low: Sequence[str]) -> str:
        """Return the noun of a phrase without a name: "the 450 observers", or ""."""
        determiners = lexicon().words["determiners"]
        words = [w for w in low if w not in determiners and not w[0].isdigit()]
        return words[0] if len(words) == 1 else ""

    def _body_before(self, span: Span, noun: str) -> Spoken | None:
        """Return the body whose mission or observers were spoken of before."""
        recent = reversed(self._recent)
        body = next((one for one in recent if is_body(one) or _names(one, noun)), None)
        if (
            body is not None
            or self._own
            or noun not in lexicon().speakers["informants"]
        ):
            return body
        near = Span(max(span.start - _BACK, 0), max(span.start, 1))
        for mention, entry in reversed(self._mentions.speaking(near)):
            party = any(one.sort in _PARTIES for one in mention.entries)
            speaks = entry.kind is EntryKind.SPEAKER and entry.sort in _BODIES
            if speaks and not party:
                return self._of(mention, entry)
        return None

    def _spoken_for(self, frame: Frame) -> Spoken | None:
        """Return whom "a spokeswoman" speaks for: who is told of, else the last."""
        if frame.content.start < frame.cue.start:
            subject = self._begins(frame.content)
            if subject is not None:
                return subject
        return _last([one for one in self._recent if not one.person])

    def _begins(self, content: Span) -> Spoken | None:
        """Return the body a statement begins with: "The Nordic monitors have …"."""
        tokens, words = self._mentions.tokens, lexicon()
        first = tokens.at(content.start)
        after = first
        while after < min(first + _NAME, len(tokens)):
            word = tokens.low[after]
            stops = words.words["phrase_stops"] - words.speakers["informants"]
            stops |= words.words["prepositions"]
            if not word[0].isalnum() or word in stops:
                break
            after += 1
        last = tokens.low[after - 1] if after > first else ""
        classes = words.speakers
        known = classes["organisation"] | classes["informants"]
        if last not in known or tokens.text[first].islower():
            return None
        span = tokens.span(first, after)
        nouns = frozenset(self._mentions.low(span))
        return Spoken(None, span.of(self._text), span, nouns, person=False, named=True)

    def _of(self, mention: NameMention, entry: Entry) -> Spoken:
        return Spoken(
            entry.id,
            mention.span.of(self._text),
            mention.span,
            frozenset(self._mentions.low(mention.span)),
            person=entry.sort == "person",
            named=True,
            actor=entry.actor,
            label=entry.label,
        )

    def _pronoun(self, word: str, span: Span) -> Spoken | None:
        """Return the nearest earlier speaker a pronoun can mean."""
        before = [one for one in self._recent if one.span.start < span.start]
        if word in _MALE_OR_FEMALE:
            people = [one for one in before if one.person]
            named = self._somebody_before(span) or self._person_before(span)
            known = named is not None and any(
                one.span.contains(named.span) for one in people
            )
            if named is not None and not known:
                people.append(named)
                people.sort(key=lambda one: one.span.start)
            return _last(people or before)
        if word in _IT:
            before = [one for one in before if not one.person] or before
        elif word not in _THEY:
            return None
        subject = self._subject_before(span)
        last = _last(before)
        if subject is None or (last and subject.span.start <= last.span.start):
            return last
        return subject

    def _subject_before(self, span: Span) -> Spoken | None:
        """Return the party or body that is the subject of the sentence before.

        "The alliance held nine towns. Now it claims ten."
        """
        at = bisect_right(self._starts, span.start) - 1
        for index in (at, at - 1):
            if index < 0:
                break
            sentence = self._sentences[index]
            if sentence.paragraph != self._sentences[at].paragraph:
                break
            found = self._subject_of(sentence, span.start)
            if found is not None:
                return found
        return None

    def _subject_of(self, sentence: Sentence, end: int) -> Spoken | None:
        tokens, closed = self._mentions.tokens, lexicon().words
        verbs = closed["auxiliaries"] | closed["common_verbs"]
        for mention, entry in self._mentions.speaking(sentence.span):
            if mention.span.start >= end or mention.after >= len(tokens):
                return None
            party = entry.kind is EntryKind.ACTOR and entry.sort in _PARTIES
            if not party and entry.sort not in _BODIES:
                continue
            word = tokens.low[mention.after]
            if word in verbs or word.endswith("ed"):
                return self._of(mention, entry)
        return None

    def _somebody_before(self, span: Span) -> Spoken | None:
        """Return the last person of the paragraph told with age, trade or deed.

        "Odo Brenn, a shopkeeper, slept well", and then "he said".
        """
        start = max(self._text.rfind("\n", 0, span.start), span.start - _NEAR, 0)
        found = None
        for match in _INTRODUCED.finditer(self._text, start, span.start):
            found = match
        if found is None:
            return None
        name = Span(*found.span(1))
        words = lexicon().words
        opens = words["prepositions"] | words["determiners"] | words["time_nouns"]
        if not opens.isdisjoint(self._mentions.low(name)):
            return None  # "On Sunday Brenn, who …"
        if any(not one.is_a(EntryKind.SPEAKER) for one in self._mentions.inside(name)):
            return None
        nouns = frozenset(self._mentions.low(name))
        return Spoken(None, name.of(self._text), name, nouns, person=True, named=True)

    def _person_before(self, span: Span) -> Spoken | None:
        """Return the last person named before a place who is known to speak."""
        near = Span(max(span.start - _BACK, 0), max(span.start, 1))
        for mention, entry in reversed(self._mentions.speaking(near)):
            if entry.sort == "person":
                return self._of(mention, entry)
        return None

    def office(self, low: Sequence[str], span: Span) -> Spoken | None:
        """Return the earlier speaker that "the envoy" or "the centre" goes back to.

        Args:
            low: Tokens of the phrase, in lower case.
            span: Where it stands.
        """
        if not low or low[0] not in {"the", "this", "his", "its", "their", "her"}:
            return None
        words = {word.removesuffix("'s") for word in low[1:]} - {"of", "the", "in"}
        wanted = {word for word in words if word.isalpha()}
        for one in reversed(self._recent):
            if one.span.start < span.start and wanted and wanted <= one.nouns:
                return one
        head = low[-1].removesuffix("'s")
        speakers = lexicon().speakers
        if len(low) != _BARE or head not in speakers["person"]:
            return None
        other = speakers["person"] - {head}
        people = [one for one in self._recent if one.person]
        return _last([one for one in people if one.nouns.isdisjoint(other)])

    @property
    def _recent(self) -> list[Spoken]:
        return self._seen[-_MEMORY:]
