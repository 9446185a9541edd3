"""Attribution: who vouches for the words at a place, as a chain from the publisher on."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from trucewatch.claims.claim import Vouching
from trucewatch.claims.pages import page_of
from trucewatch.claims.speakers import Speakers, Spoken, can_speak
from trucewatch.documents.document import Document, Furniture
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Form, Frame, Quotation
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.sentences import Form as Line
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.theatre import Theatre
from trucewatch.values.spans import Span
from trucewatch.values.stances import Voice

_VOICES = {
    Furniture.CAPTION: Voice.CAPTION,
    Furniture.EMBEDDED: Voice.EMBEDDED,
    Furniture.LINKED_HEADLINE: Voice.LINKED_HEADLINE,
}
_ANNOUNCING = frozenset({"these", "following", "follows", "below"})
# A page of one source is short. Measured on half A of the development sets: bulletins of
# agencies have at most 200 words, stories that add a background of their own more.
BULLETIN_WORDS = 260
FLASH_PARAGRAPHS = 2  # one person is the source of a page only if it is this short
BULLETIN_SIDES = 2  # a joint commission reports by its two halves
NEAR_QUOTATION = 600  # characters from a quotation to the frame that names its speaker


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.lower()))


@dataclass(frozen=True, slots=True)
class Reported:
    """A frame and who speaks in it."""

    frame: Frame
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence that names a speaker; sentences near it may be his too."""

    sentence: int
    spoken: Spoken
    cue: str | None
    counts: bool


class Link(NamedTuple):
    """One link of a chain before it is written down."""

    id: str | None
    text: str | None
    span: Span | None
    cue: str | None


def _link(spoken: Spoken, cue: str | None) -> Link:
    return Link(spoken.id, spoken.text, spoken.span, cue)


def _is_short_office(spoken: Spoken) -> bool:
    """Say whether a speaker is only "the centre" or "the office" of somebody."""
    return spoken.id is None and len(spoken.nouns - {"the"}) == 1


def _reaches(frame: Frame, span: Span) -> bool:
    """Say whether words belong to a frame: in its content, or leading into it.

    "Sudan rejects the report" is Sudan's word as a whole, cue and source included.
    """
    if frame.covers(span):
        return True
    first = min(frame.cue.start, frame.source.start if frame.source else span.end)
    return first <= span.start < frame.content.start < span.end


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
        self._document, self._tokens, self._theatre = document, tokens, theatre
        self._sentences = sentences
        self._starts = [one.span.start for one in sentences]
        self._quotations = [one for one in quotations if not one.scare]
        self._speakers = Speakers(document.text, tokens, names)
        self._page = page_of(document.publisher, theatre)
        key = self._page.speaker.id if self._page.speaker else None
        self._publisher = Vouching("publisher", key, document.publisher, None, None)
        self._reported = self._resolve(frames)
        self._anchors = self._find_anchors()
        self._main = self._bulletin_source()

    def chain_at(self, span: Span) -> tuple[tuple[Vouching, ...], Voice]:
        """Return who vouches for the words at ``span``, publisher first, and the voice.

        Args:
            span: Where a claim's words stand.

        Returns:
            The chain; its last link is the claim's speaker. The publisher's own voice has
            the publisher alone.
        """
        around = [one for one in self._reported if _reaches(one.frame, span)]
        around.sort(key=lambda one: one.frame.content.start - one.frame.content.end)
        links = [_link(one.spoken, self._cue(one.frame)) for one in around]
        voice = self._voice(span, around)
        if not links:
            links = self._carried(span)
            if links and voice is Voice.OWN:
                voice = Voice.INDIRECT
        chain = [self._publisher]
        for link in links:
            part = "speaker" if len(chain) == 1 else "relay"
            one = Vouching(part, *link)
            if (one.id, one.text) != (chain[-1].id, chain[-1].text):
                chain.append(one)
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

    def _owns(self, frame: Frame, spoken: Spoken) -> bool:
        """Say whether the source of a count has a name ("Hmeimim's count")."""
        source = frame.source
        if source is None or spoken.actor is not None:
            return source is not None
        opens = source.start in self._starts and " " not in source.of(
            self._document.text
        )
        return spoken.named and not opens  # "Running total" has a capital only

    def _is_page(self, spoken: Spoken) -> bool:
        """Say whether a speaker is the organisation whose page this is."""
        if not self._page.own:
            return False
        if spoken.id is not None and spoken.id == self._publisher.id:
            return True
        known = lexicon().speakers
        nouns = spoken.nouns - {"the", "this", "our", "its", "own", "hereby", "what"}
        own = _words(self._document.publisher or "") | known["self"] | known["staff"]
        return bool(nouns) and nouns <= own

    def _speaks(self, frame: Frame, spoken: Spoken) -> bool:
        if frame.form is Form.HEADING:
            return self._speakers.is_label(frame.head or frame.cue, frame.cue_lemma)
        if frame.stance in {"perceives", "promises"}:
            return spoken.id is not None  # "Groups vowed" is an act, not their report
        if frame.stance == "records" and self._page.own:
            inner = lexicon().speakers["staff"]
            return can_speak(spoken) and spoken.nouns.isdisjoint(inner)
        if frame.form is Form.NOUN and self._owns(frame, spoken):
            return True
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

    def _find_anchors(self) -> list[Anchor]:
        """Return the sentences that name a speaker, by frame or by mention, in order."""
        found = [
            Anchor(
                self._index(one.frame.cue),
                one.spoken,
                self._cue(one.frame),
                counts=one.frame.stance == "records",
            )
            for one in self._reported
        ]
        covered = {one.sentence for one in found}
        for number, sentence in enumerate(self._sentences):
            if number in covered or sentence.form is Line.TITLE:
                continue
            if not self._background(sentence):
                spoken = self._speakers.mentioned(sentence.span)
                if spoken is not None:
                    found.append(Anchor(number, spoken, None, counts=False))
        return sorted(found, key=lambda one: one.sentence)

    def _bulletin_source(self) -> Anchor | None:
        """Return the main source of a short bulletin, or None for any other page."""
        if len(self._tokens) > BULLETIN_WORDS or not self._anchors:
            return None
        body = [one for one in self._sentences if one.form is not Line.TITLE]
        paragraphs = sorted({one.paragraph for one in body})
        opening = (
            paragraphs[0] if len(paragraphs) > FLASH_PARAGRAPHS else paragraphs[-1]
        )
        if self._sentences[self._anchors[0].sentence].paragraph > opening:
            return None
        sides = Counter(
            self._side(one.spoken)
            for one in self._anchors
            if not _is_short_office(one.spoken)
        )
        first = self._side(self._anchors[0].spoken)
        mixed = len(sides) > BULLETIN_SIDES or 2 * sides[first] < len(self._anchors)
        if mixed or any(self._is_anybody(one.spoken) for one in self._anchors):
            return None
        says = [one for one in self._anchors if not one.counts]
        main = (says or self._anchors)[0]
        if main.spoken.person and len(paragraphs) > FLASH_PARAGRAPHS:
            return None
        return None if self._page.own and not self._relayed(main) else main

    def _relayed(self, main: Anchor) -> bool:
        """Say whether an organisation's page only passes on a bulletin of its side.

        An embassy that prints its ministry's sheet speaks with the ministry's voice.
        """
        page = self._page.speaker
        return (
            page is not None
            and not main.counts
            and main.spoken.id is not None
            and page.actor is not None
            and page.actor == self._side(main.spoken)
        )

    def _side(self, spoken: Spoken) -> str:
        """Return whom a speaker speaks for, or itself where it speaks for nobody."""
        speaker = self._theatre.speakers.get(spoken.id)
        if speaker is not None and speaker.actor is not None:
            return speaker.actor
        return spoken.actor or spoken.id or spoken.text.lower().removeprefix("the ")

    def _is_anybody(self, spoken: Spoken) -> bool:
        """Say whether a speaker is a voice of a news story: residents, an official."""
        if spoken.id is not None or spoken.actor is not None:
            return False
        return spoken.nouns.isdisjoint(lexicon().speakers["organisation"])

    def _background(self, sentence: Sentence) -> bool:
        """Say whether a sentence tells how a truce came about, as every story does."""
        words = lexicon()
        low = self._tokens.low[sentence.first : sentence.after]
        text = " ".join(low)
        subject = low[0] not in words.words["prepositions"] and not words.background[
            "subjects"
        ].isdisjoint(low[:6])
        cues = words.background["cues" if subject else "sure"]
        return any(cue in text for cue in cues)

    def _carried(self, span: Span) -> list[Link]:
        """Return the speaker who goes on from other sentences, or nobody."""
        index = self._index(span)
        if index < 0 or self._sentences[index].form is Line.TITLE:
            return []
        sentence = self._sentences[index]
        if any(one.span.start <= span.start < one.span.end for one in self._quotations):
            return self._free_quotation(span)
        if sentence.form is Line.ITEM and (head := self._list_head(index)) is not None:
            return [_link(head.spoken, head.cue)]
        if self._background(sentence):
            return []
        if self._main is None:
            relayed = self._page.relayed
            name = self._page.relayed_name
            return [Link(relayed.id, name, None, None)] if relayed else []
        anchor = self._nearest_anchor(index, sentence.paragraph) or self._main
        return [_link(anchor.spoken, anchor.cue)]

    def _list_head(self, index: int) -> Anchor | None:
        """Return the frame that announces the list of an item ("gave these figures")."""
        while index > 0 and self._sentences[index].form is Line.ITEM:
            index -= 1
        sentence = self._sentences[index]
        low = self._tokens.low[sentence.first : sentence.after]
        if sentence.form is not Line.INTRO and _ANNOUNCING.isdisjoint(low):
            return None
        return next((a for a in self._anchors if a.sentence == index and a.cue), None)

    def _nearest_anchor(self, index: int, paragraph: int) -> Anchor | None:
        """Return the anchor of the same paragraph, the one before rather than after."""
        near = [
            one
            for one in self._anchors
            if self._sentences[one.sentence].paragraph == paragraph
        ]
        before = [one for one in near if one.sentence <= index]
        return before[-1] if before else (near[0] if near else None)

    def _free_quotation(self, span: Span) -> list[Link]:
        """Return whose words a quotation without a frame of its own is."""
        near = [
            one
            for one in self._reported
            if abs(one.frame.cue.start - span.start) < NEAR_QUOTATION
        ]
        before = [one for one in near if one.frame.cue.start < span.start]
        chosen = before[-1:] or near[:1]
        return [_link(one.spoken, self._cue(one.frame)) for one in chosen]
