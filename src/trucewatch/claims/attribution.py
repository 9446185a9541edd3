"""Attribution: who vouches for the words at a place, as a chain from the publisher on."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.claims.claim import Vouching
from trucewatch.claims.speakers import Speakers, Spoken, can_speak
from trucewatch.documents.document import Document, Furniture
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Form, Frame, Quotation
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.sentences import Form as Line
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.entries import Speaker
from trucewatch.reference.sources import publisher
from trucewatch.reference.theatre import Theatre
from trucewatch.values.spans import Span
from trucewatch.values.stances import Voice

_VOICES = {
    Furniture.CAPTION: Voice.CAPTION,
    Furniture.EMBEDDED: Voice.EMBEDDED,
    Furniture.LINKED_HEADLINE: Voice.LINKED_HEADLINE,
}
# A page of one source is short. Measured on half A of the development sets: bulletins of
# agencies have at most 200 words, stories that add a background of their own more.
BULLETIN_WORDS = 260


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.lower()))


@dataclass(frozen=True, slots=True)
class Reported:
    """A frame and who speaks in it."""

    frame: Frame
    spoken: Spoken


def _reaches(frame: Frame, span: Span) -> bool:
    """Say whether words belong to a frame: in its content, or leading into it.

    "Sudan rejects the report" is Sudan's word as a whole, cue and source included.
    """
    if frame.covers(span):
        return True
    first = min(frame.cue.start, frame.source.start if frame.source else span.end)
    return first <= span.start < frame.content.start and span.end > frame.cue.start


class Attribution:
    """Tells for any place of one document who vouches for what stands there."""

    def __init__(  # noqa: PLR0913 - one argument for each thing the reading found
        self,
        *,
        document: Document,
        tokens: Tokens,
        sentences: Sequence[Sentence],
        quotations: Sequence[Quotation],
        frames: Sequence[Frame],
        names: Sequence[NameMention],
        theatre: Theatre,
    ) -> None:
        self._document, self._tokens = document, tokens
        self._sentences = sentences
        self._starts = [one.span.start for one in sentences]
        self._quotations = [one for one in quotations if not one.scare]
        self._speakers = Speakers(document.text, tokens, names)
        page = publisher(document.publisher, theatre) if document.publisher else None
        self._page: Speaker | None = page
        self._publisher = Vouching(
            "publisher", page.id if page else None, document.publisher, None, None
        )
        self._own_page = self._is_own_page()
        self._reported = self._resolve(frames)
        self._single = self._single_source()

    def chain_at(self, span: Span) -> tuple[tuple[Vouching, ...], Voice]:
        """Return who vouches for the words at ``span``, publisher first, and the voice.

        Args:
            span: Where a claim's words stand.

        Returns:
            The chain; its last link is the claim's speaker. The publisher's own voice has
            the publisher alone.
        """
        around = [one for one in self._reported if _reaches(one.frame, span)]
        voice = self._voice(span, around)
        if not around:
            around = self._carried(span)
            if around and voice is Voice.OWN:
                voice = Voice.INDIRECT
        around.sort(key=lambda one: -(one.frame.content.end - one.frame.content.start))
        chain = [self._publisher]
        for one in around:
            part = "speaker" if len(chain) == 1 else "relay"
            spoken = one.spoken
            link = Vouching(
                part, spoken.id, spoken.text, spoken.span, self._cue(one.frame)
            )
            if (link.id, link.text) != (chain[-1].id, chain[-1].text):
                chain.append(link)
        return tuple(chain), voice

    def _cue(self, frame: Frame) -> str:
        return frame.cue.of(self._document.text)

    def _resolve(self, frames: Sequence[Frame]) -> list[Reported]:
        found = []
        for frame in sorted(frames, key=lambda one: one.cue.start):
            spoken = self._speakers.resolve(frame)
            if spoken is None or frame.stance == "attitude" or self._is_page(spoken):
                continue
            if frame.weak and not self._speaks(frame, spoken):
                continue
            found.append(Reported(frame, spoken))
        return found

    def _is_own_page(self) -> bool:
        """Say whether the page is an organisation's own, and no paper's."""
        if self._page is not None:
            return self._page.voice == "organisation"
        words = _words(self._document.publisher or "")
        known = lexicon().speakers
        return words.isdisjoint(known["press"]) and not words.isdisjoint(
            known["organisation"]
        )

    def _is_page(self, spoken: Spoken) -> bool:
        """Say whether a speaker is the organisation whose page this is."""
        if not self._own_page:
            return False
        if self._page is not None and spoken.id == self._page.id:
            return True
        known = lexicon().speakers
        nouns = spoken.nouns - {"the", "this", "our", "its", "own", "hereby"}
        own = _words(self._document.publisher or "") | known["self"]
        return bool(nouns) and nouns <= own

    def _speaks(self, frame: Frame, spoken: Spoken) -> bool:
        if frame.form is Form.HEADING:
            return spoken.id is not None
        if frame.stance == "records" and self._own_page:
            inner = lexicon().speakers["staff"]
            return can_speak(spoken) and spoken.nouns.isdisjoint(inner)
        return can_speak(spoken)

    def _voice(self, span: Span, around: Sequence[Reported]) -> Voice:
        for mark in self._document.furniture:
            if mark.span.touches(span) and mark.reason in _VOICES:
                return _VOICES[mark.reason]
        sentence = self._sentence(span)
        if sentence is not None and sentence.form is Line.TITLE:
            return Voice.HEADLINE
        if any(one.span.start <= span.start < one.span.end for one in self._quotations):
            return Voice.DIRECT
        return Voice.INDIRECT if around else Voice.OWN

    def _index(self, span: Span) -> int:
        return bisect_right(self._starts, span.start) - 1

    def _sentence(self, span: Span) -> Sentence | None:
        index = self._index(span)
        return self._sentences[index] if index >= 0 else None

    def _single_source(self) -> Reported | None:
        """Return the one source of a short bulletin, or None."""
        if self._own_page:
            return None
        if len(self._tokens) > BULLETIN_WORDS or not self._reported:
            return None
        ids = {one.spoken.id for one in self._reported}
        return self._reported[0] if len(ids) == 1 and None not in ids else None

    def _background(self, sentence: Sentence) -> bool:
        words = lexicon().background
        low = self._tokens.low[sentence.first : sentence.after]
        text = " ".join(low)
        return not words["subjects"].isdisjoint(low) and any(
            cue in text for cue in words["cues"]
        )

    def _carried(self, span: Span) -> list[Reported]:
        """Return the speaker who goes on from earlier sentences, or nobody."""
        index = self._index(span)
        if index < 0:
            return []
        sentence = self._sentences[index]
        if sentence.form is Line.TITLE:
            return []
        if any(one.span.start <= span.start < one.span.end for one in self._quotations):
            return self._free_quotation(span)
        if self._single is not None and not self._background(sentence):
            return [self._single]
        return []

    def _free_quotation(self, span: Span) -> list[Reported]:
        """Return whose words a quotation without a frame of its own is."""
        sentence = self._sentence(span)
        near = [
            one
            for one in self._reported
            if sentence is not None and abs(one.frame.cue.start - span.start) < 600  # noqa: PLR2004
        ]
        before = [one for one in near if one.frame.cue.start < span.start]
        if before:
            return [before[-1]]
        return near[:1]
