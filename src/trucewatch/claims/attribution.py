"""Attribution: who vouches for the words at a place, from the publisher on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from trucewatch.claims.bulletins import (
    BULLETIN_TOKENS,
    Anchor,
    Bulletin,
    find_mentions,
    is_background,
)
from trucewatch.claims.claim import Vouching
from trucewatch.claims.pages import page_of
from trucewatch.claims.speakers import Speakers
from trucewatch.claims.spoken import Spoken, can_speak
from trucewatch.documents.document import Document, Furniture
from trucewatch.reading.names import NameMention
from trucewatch.reading.quotes import Form, Frame, Quotation, outermost
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
NEAR_LABEL = 160  # characters between the labels of neighbouring lines
NEAR_QUOTATION = 600  # characters from a quotation to the frame that names its speaker
# Told by somebody else, a demand or promise is what is told and vouches for nothing.
_ACTS = frozenset({"demands", "promises", "proposes", "expects"})
_LEAD = 6  # characters of a word that leads into a frame
_ANSWERS = frozenset({"denies", "confirms", "alleges", "warns"})
# What an unknown name does only where somebody of that name speaks.
_TELLINGS = frozenset({"asserts", "assesses", "reports", "records"})
_LISTING = (["include"], ["included"])  # "the victims include seven children"
_OPENING = 2  # words that tell that a sentence goes on from the one before
_TOLD = frozenset({Form.INDIRECT, Form.DIRECT, Form.MIXED, Form.ACCORDING_TO})
_ACRONYM = re.compile(r"[A-Z]{2,6}(?:[-/][A-Z]+)?")
_FILLERS = frozenset({"the", "this", "our", "its", "own", "hereby", "what"})
_POSSESSORS = ("'s", "’s", "s'", "s’")


class Link(NamedTuple):
    """One link of a chain before its part is known."""

    id: str | None
    text: str | None
    span: Span | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Reported:
    """A frame, who speaks in it, and the stretch of text it reaches over."""

    frame: Frame
    spoken: Spoken
    start: int
    end: int

    def covers(self, span: Span) -> bool:
        """Say whether words belong to the frame: in its content, or leading into it.

        "Sudan rejects the report" is Sudan's word as a whole, source and cue included.
        """
        if self.frame.covers(span):
            return True
        leads = self.start - _LEAD <= span.start  # "what activists said were …"
        return leads and span.start < self.frame.content.start < span.end


def _reported(frame: Frame, spoken: Spoken) -> Reported:
    parts = [frame.cue, frame.content, frame.source, frame.rest]
    spans = [part for part in parts if part is not None]
    start = min(span.start for span in spans)
    return Reported(frame, spoken, start, max(span.end for span in spans))


def _is_paper(spoken: Spoken) -> bool:
    """Say whether a source is reports or figures that nobody is named for."""
    papers = lexicon().speakers["tolls"] | lexicon().words["occasions"]
    return not spoken.named and not spoken.nouns.isdisjoint(papers)


def _cites(one: Reported) -> bool:
    """Say whether a frame names whom another speaker relies on: "citing the police"."""
    return one.frame.cue_lemma in lexicon().speakers["relying"]


class _Holding:
    """Stretches of a text that can be asked whether one of them holds another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reaches = list(accumulate((span.end for span in ordered), max))

    def hold(self, span: Span) -> bool:
        """Say whether one stretch has all of a span."""
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and span.end <= self._reaches[at]


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
        """Take what was read of one document; nothing of it is changed.

        Args:
            document: The document.
            tokens: Its tokens.
            sentences: Its sentences.
            quotations: Its quotations.
            frames: Its reporting frames.
            names: The names the theatre knows in it.
            theatre: Whose speakers the chain is written in.
        """
        self._document, self._tokens = document, tokens
        self._sentences = sentences
        self._starts = [one.span.start for one in sentences]
        whole = outermost(one for one in quotations if not one.scare)
        self._quotations = [one.span for one in whole]
        self._quote_starts = [span.start for span in self._quotations]
        self._marks = [m for m in document.furniture if m.reason in _VOICES]
        self._mark_ends = [mark.span.end for mark in self._marks]
        self._page = page_of(document.publisher, theatre)
        self._speakers = Speakers(
            document.text, tokens, names, sentences, own=self._page.own
        )
        self._publisher = Vouching(
            "publisher", self._page.key, document.publisher, None, None
        )
        words = re.findall(r"\b[A-ZÀ-Þ]", document.publisher or "")
        self._initials = "".join(words)
        self._reported = self._resolve(frames)
        self._reaches = [one.start for one in self._reported]
        self._by_cue = sorted(self._reported, key=lambda one: one.frame.cue.start)
        self._cues = [one.frame.cue.start for one in self._by_cue]
        self._longest = max((one.end - one.start for one in self._reported), default=0)
        self._bulletin = Bulletin(
            tokens, sentences, self._page, theatre, self._find_anchors()
        )

    def chain_at(self, span: Span) -> tuple[tuple[Vouching, ...], Voice]:
        """Return who vouches for the words at ``span``, publisher first, and the voice.

        Args:
            span: Where a claim's words stand.

        Returns:
            The chain; its last link is the claim's speaker. The publisher's own voice
            has the publisher alone.
        """
        around = self._around(span)
        gapped = any(one.frame.form is Form.GAPPED for one in around)
        if gapped:  # "…, Islamabad nine": nothing is said by whoever spoke before
            around = [one for one in around if one.frame.form is Form.GAPPED]
        inner = around[1:]
        around = around[:1] + [one for one in inner if one.frame.stance not in _ACTS]
        links = [self._link(one) for one in around]
        voice = self._voice(span, reported=bool(around))
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

    def frame_at(self, span: Span) -> Frame | None:
        """Return the innermost reporting frame around the words, or None."""
        around = self._around(span)
        return around[-1].frame if around else None

    def _around(self, span: Span) -> list[Reported]:
        """Return the frames that reach over a place, the outermost first."""
        last = bisect_right(self._reaches, span.start + _LEAD)
        found = []
        for index in range(last - 1, -1, -1):
            one = self._reported[index]
            if one.start + self._longest < span.start:
                break
            if one.end > span.start and one.covers(span):
                found.append(one)
        found.sort(key=lambda one: one.frame.content.start - one.frame.content.end)
        return [one for one in found if not _cites(one)] + [
            one for one in found if _cites(one)
        ]

    def _link(self, one: Reported) -> Link:
        return self._link_to(one.spoken, one.frame.cue.of(self._document.text))

    def _link_to(self, spoken: Spoken, cue: str | None) -> Link:
        return Link(spoken.id, spoken.text, spoken.span, cue)

    def _resolve(self, frames: Sequence[Frame]) -> list[Reported]:
        found: list[Reported] = []
        heard: set[int] = set()  # who spoke before, by identity
        lists = self._lists_of_places(frames)
        for frame in sorted(frames, key=lambda one: one.cue.start):
            # Whoever has an opinion says nothing yet, but can be "he" from here on.
            spoken = self._speakers.resolve(frame)
            if spoken is None or frame.stance == "attitude" or self._is_page(spoken):
                continue
            if frame.cue.start in lists and spoken.metonym:
                continue
            if frame.cue_lemma in lexicon().speakers["relying"] and _is_paper(spoken):
                continue  # "the army, citing field reports, said" is the army's word
            place = frame.form is Form.GAPPED and spoken.metonym
            if place and not (found and found[-1].spoken.metonym):
                continue  # "Aleppo 3, Damascus 5" is a list of places
            again = id(spoken) in heard
            if not frame.weak or again or self._speaks(frame, spoken):
                found.append(_reported(frame, spoken))
                heard.add(id(spoken))
        return sorted(found, key=lambda one: one.start)

    def _lists_of_places(self, frames: Sequence[Frame]) -> frozenset[int]:
        """Return where a label stands in a list in which most labels do not speak.

        "Khartoum: 6 of 60; Gezira: 104 of 112" counts by place.
        """
        labels = [one for one in frames if one.form is Form.HEADING]
        labels = [one for one in labels if one.cue_lemma == ":"]
        labels.sort(key=lambda one: one.cue.start)
        speak = [self._speakers.is_label(one.head or one.cue, ":") for one in labels]
        starts = [one.cue.start for one in labels]
        found = set()
        for index, start in enumerate(starts):
            low = bisect_right(starts, start - NEAR_LABEL)
            high = bisect_left(starts, start + NEAR_LABEL)
            near = speak[low:index] + speak[index + 1 : high]
            if near and 2 * sum(near) < len(near):
                found.add(start)
        return frozenset(found)

    def _is_page(self, spoken: Spoken) -> bool:
        """Say whether a speaker is the organisation whose page this is."""
        if not self._page.own:
            return False
        if spoken.id is not None and spoken.id == self._publisher.id:
            other = {spoken.label, self._page.label} - {None}
            return spoken.person or len(other) < 2  # noqa: PLR2004 - two bodies, one key
        if spoken.id is None and spoken.actor == self._page.key is not None:
            return True
        if spoken.text.startswith(("Our ", "our ", "The Parties", "Parties")):
            return True
        known = lexicon().speakers
        nouns = spoken.nouns - _FILLERS - lexicon().words["figures"]
        if spoken.text.isupper() and spoken.text == self._initials:
            return True
        name = re.findall(r"[^\W\d_]+", (self._document.publisher or "").lower())
        return bool(nouns) and nouns <= known["self"] | known["staff"] | set(name)

    def _speaks(self, frame: Frame, spoken: Spoken) -> bool:
        """Say whether a frame that could be no report is one, seen who speaks in it."""
        if frame.form is Form.HEADING:
            return self._speakers.is_label(frame.head or frame.cue, frame.cue_lemma)
        if frame.stance in {"perceives", "promises"}:  # "Groups vowed" is an act
            promises = frame.stance == "promises" and spoken.person
            return promises or spoken.id is not None
        if _ACRONYM.fullmatch(spoken.text):
            return spoken.text.lower() not in lexicon().count_nouns  # "TOTAL"
        if spoken.person and frame.stance in _ANSWERS:
            return True
        if frame.stance == "records" and self._page.own:
            inner = lexicon().speakers["staff"]
            return can_speak(spoken) and spoken.nouns.isdisjoint(inner)
        if frame.form is Form.NOUN and self._owns(frame, spoken):
            return True
        if frame.stance in _TELLINGS and self._speakers.is_somebody(spoken):
            return True
        return can_speak(spoken)

    def _owns(self, frame: Frame, spoken: Spoken) -> bool:
        """Say whether the source of a count has a name ("Hmeimim's count")."""
        source = frame.source
        if source is None or spoken.actor is not None:
            return source is not None
        words = source.of(self._document.text)
        if words.endswith(_POSSESSORS):
            return spoken.named
        opens = source.start in self._starts and " " not in words
        return spoken.named and not opens  # "Running total" has a capital only

    def _voice(self, span: Span, *, reported: bool) -> Voice:
        at = bisect_right(self._mark_ends, span.start)
        if at < len(self._marks) and self._marks[at].span.start < span.end:
            return _VOICES[self._marks[at].reason]
        index = self._index(span)
        if index >= 0 and self._sentences[index].form is Line.TITLE:
            return Voice.HEADLINE
        if self._is_quoted(span):
            return Voice.DIRECT
        return Voice.INDIRECT if reported else Voice.OWN

    def _is_quoted(self, span: Span) -> bool:
        index = bisect_right(self._quote_starts, span.start) - 1
        return index >= 0 and span.start < self._quotations[index].end

    def _index(self, span: Span) -> int:
        """Return the index of the sentence a place is in, or -1 before the first."""
        return bisect_right(self._starts, span.start) - 1

    def _find_anchors(self) -> list[Anchor]:
        told = [one.frame.content for one in self._reported]
        told += [one.frame.rest for one in self._reported if one.frame.rest is not None]
        reports = _Holding(told)
        found = [
            Anchor(
                max(self._index(one.frame.cue), 0),
                one.spoken,
                one.frame.cue.of(self._document.text),
                counts=one.frame.stance == "records",
                told=reports.hold(one.frame.cue),
            )
            for one in self._by_cue
            # "against the claim of 71" stands in what another reports
            if not (one.frame.form is Form.NOUN and reports.hold(one.frame.cue))
            # a count set beside another's does not take the page over
            and not (one.frame.form is Form.GAPPED and one.frame.stance == "records")
        ]
        if len(self._tokens) > BULLETIN_TOKENS:
            return found
        return find_mentions(self._tokens, self._sentences, self._speakers, found)

    def _carried(self, span: Span) -> list[Link]:
        """Return the speaker who goes on from other sentences, or nobody."""
        index = self._index(span)
        if index < 0 or self._sentences[index].form is Line.TITLE:
            return []
        if self._is_quoted(span):
            return self._free_quotation(span)
        anchor = self._bulletin.source_of(index)
        if anchor is not None:
            return [self._link_to(anchor.spoken, anchor.cue)]
        relayed = self._page.relayed
        if relayed is None or self._bulletin.main is not None:
            return self._gone_on(index) if self._bulletin.main is None else []
        if is_background(self._tokens, self._sentences[index]):
            return []
        return [Link(relayed.id, self._page.relayed_name, None, None)]

    def _gone_on(self, index: int) -> list[Link]:
        """Return the speaker of the sentence before, where this one goes on from it.

        "These included 265 raids", "This brings the total to 14".
        """
        if index == 0 or self._page.own:
            return []
        here, before = self._sentences[index], self._sentences[index - 1]
        low = self._tokens.low[here.first : here.first + _OPENING]
        opens = {" ".join(low[:end]) for end in range(1, _OPENING + 1)}
        told_of = self._tokens.low[here.first + _OPENING : here.first + _OPENING + 1]
        parts = low[:1] == ["the"] and told_of in _LISTING
        if not parts and opens.isdisjoint(lexicon().speakers["going_on"]):
            return []
        at = bisect_left(self._cues, before.span.start)
        after = bisect_left(self._cues, before.span.end)
        told = [one for one in self._by_cue[at:after] if one.frame.form in _TOLD]
        return [self._link(one) for one in told[-1:]]

    def _free_quotation(self, span: Span) -> list[Link]:
        """Return whose words a quotation without a frame of its own is."""
        last = bisect_right(self._cues, span.start)
        near = [
            one
            for one in self._by_cue[max(last - 1, 0) : last + 1]
            if abs(one.frame.cue.start - span.start) < NEAR_QUOTATION
        ]
        return [self._link(one) for one in near[:1]]
