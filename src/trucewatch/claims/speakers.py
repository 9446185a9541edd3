"""Speakers of one document: whom a source phrase names, and whom a pronoun means."""

import re
from collections.abc import Sequence

from trucewatch.claims.mentions import Mentions
from trucewatch.claims.references import References
from trucewatch.claims.spoken import RANK, Spoken, best_entry, can_speak
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Form, Frame
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Entry, EntryKind
from trucewatch.values.spans import Span

_FUNCTION_WORDS = (
    "prepositions",
    "coordinators",
    "subordinators",
    "auxiliaries",
    "adverbs",
    "common_verbs",
    "determiners",
)
_LOOSE = frozenset({Form.HEADING, Form.GAPPED, Form.NOUN})
_FULL_NAME = 2  # words with a capital that a name unknown to the theatre has at least
_GROUPS = frozenset({"group", "coalition", "organ"})
_BROKEN = re.compile(r"\d\.\s")  # a sentence ended inside
_NAMED_AFTER = re.compile(
    r",\s+((?:[A-ZÀ-Þ][\w.'’-]*\s+)(?:(?:[A-ZÀ-Þ][\w.'’-]*|a[gl]|el|i?bin|de|van|der)\s+){0,2}"
    r"[A-ZÀ-Þ][\w'’-]+)"
)


class Speakers:
    """The speakers of a document in the order in which they are mentioned."""

    def __init__(
        self,
        text: str,
        tokens: Tokens,
        names: Sequence[NameMention],
        sentences: Sequence[Sentence],
        *,
        own: bool,
    ) -> None:
        """Take what was read of one document.

        Args:
            text: Its text.
            tokens: Its tokens.
            names: The names the theatre knows in it.
            sentences: Its sentences.
            own: Whether it is an organisation's page.
        """
        self._text, self._tokens = text, tokens
        self._mentions = Mentions(text, tokens, names)
        self._references = References(self._mentions, sentences, own=own)

    def resolve(self, frame: Frame) -> Spoken | None:
        """Return who speaks in a frame, or None where nobody is named or meant."""
        if frame.source is None or frame.head is None:
            return None
        low = self._mentions.low(frame.head)
        if not any(word[0].isalpha() for word in low) or _is_text(low):
            return None
        if _BROKEN.search(frame.head.of(self._text)):
            return None
        meant = self._references.find(frame, low)
        if meant is not None or self._references.is_pronoun(frame, low):
            return meant
        named = self._named(frame.head) or self._named(frame.source)
        spoken = self._describe(frame, named, low)
        if named is None:
            earlier = self._references.office(low, frame.head)
            if earlier is not None:
                return earlier
        loose = frame.weak and frame.form in _LOOSE
        if not loose or can_speak(spoken):
            self._references.add(spoken)
        return spoken

    def is_label(self, span: Span, mark: str) -> bool:
        """Say whether a phrase beside a colon, a dash or in brackets is a speaker.

        It is where it is the name of one and nothing else, or ends in a noun that can
        speak; before a colon only after "the" or "a", for other nouns stand there too.
        """
        for mention, entry in self._mentions.speaking(span):
            before = self._text[span.start : mention.span.start].strip().lower()
            after = self._text[mention.span.end : span.end].strip()
            party = mark == ":" and entry.sort in _GROUPS
            speaks = entry.kind is EntryKind.SPEAKER or party
            if speaks and before in {"", "the"} and not after:
                return True
        low = self._mentions.low(span)
        classes = lexicon().speakers
        if low[-1] in classes["organisation"]:
            return mark != ":" or low[0] in {"the", "a", "an"}
        if len(low) > 1 and low[-1] in classes["labels"]:
            return True
        return mark != ":" and low[-1] in classes["people"]

    def is_somebody(self, spoken: Spoken) -> bool:
        """Say whether an unknown name is of a person or body, and of no place.

        "Harbour Watch has recorded nine deaths", but not "Upper Nile recorded nine".
        """
        words = [word for word in spoken.text.split() if word[:1].isalpha()]
        capitals = [word for word in words if word[0].isupper()]
        if len(capitals) < _FULL_NAME or not spoken.named or spoken.id is not None:
            return False
        return not any(
            one.is_a(EntryKind.PLACE) for one in self._mentions.inside(spoken.span)
        )

    def mentioned(self, span: Span) -> Spoken | None:
        """Return the first body named in a span that gives out information.

        That is an organisation of the theatre, or a nation's office, side or observers
        ("the Turkish half") even where the theatre does not know them by that name.
        """
        for mention in self._mentions.inside(span):
            spoken = self._body(mention) or self._national_body(mention)
            if spoken is not None:
                return spoken
        return None

    def _body(self, mention: NameMention) -> Spoken | None:
        entry = best_entry(mention.entries)
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
            frozenset(self._mentions.low(span)),
            person=False,
            named=True,
            actor=actor,
        )

    def _named(self, span: Span) -> Entry | None:
        found = [
            (RANK.get(entry.sort, 2), mention.span.start, entry)
            for mention, entry in self._mentions.speaking(span)
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
        nxt = after.split(maxsplit=1)[0] if after else ""
        if before and nxt[:1].isupper() and nxt.lower() not in official:
            return False  # "Col. Santiago Ruiz, the army chief"
        return any(word in official for word in self._mentions.low(span))

    def _describe(self, frame: Frame, named: Entry | None, low: list[str]) -> Spoken:
        head = frame.head or frame.cue
        source = frame.source or head
        head = self._with_name(head, source)
        nouns = frozenset(
            word.removesuffix("'s")
            for word in self._mentions.low(source)
            if word[0].isalnum()
        )
        people = lexicon().speakers["person"]
        person = (named is not None and named.sort == "person") or bool(nouns & people)
        text = head.of(self._text)
        capital = any(word[0].isupper() for word in text.split()[1:]) or (
            text[:1].isupper() and low[:1] != ["the"]
        )
        closed = lexicon().words
        opens = closed["figures"] | (closed["determiners"] - {"the"})
        capital = capital and low[0].split("-")[0] not in opens
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
            label=named.label if named else None,
        )

    def _with_name(self, head: Span, source: Span) -> Span:
        """Return "the mayor, Lal Din" for "the mayor, Lal Din, 63, of the town"."""
        words = head.of(self._text).split()
        known = lexicon().words
        opens = known["determiners"] | known["possessives"]
        named = words[0][0].isupper() and words[0].lower() not in opens
        if named or words[-1][0].isupper():
            return head  # the name comes first
        after = _NAMED_AFTER.match(self._text, head.end, source.end)
        return Span(head.start, after.end()) if after else head

    def _actor_in(self, span: Span) -> str | None:
        """Return the first state or group a phrase names, by name or adjective."""
        for mention in self._mentions.inside(span):
            for entry in mention.entries:
                if entry.kind is EntryKind.ACTOR:
                    return entry.id
                if entry.actor is not None:
                    return entry.actor
        return None


def _is_text(low: Sequence[str]) -> bool:
    """Say whether a phrase is a text that lays something down and vouches for nothing.

    "According to the agreement of May 5" tells whose term it is, not whose word.
    """
    prepositions = lexicon().words["prepositions"]
    end = next((i for i, word in enumerate(low) if word in prepositions), len(low))
    return end > 0 and low[end - 1] in lexicon().speakers["texts"]
