"""Bulletins: short pages whose one source also speaks where it is not named."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.claims.pages import Page
from trucewatch.claims.speakers import Speakers
from trucewatch.claims.spoken import Spoken
from trucewatch.reading.quotes_lexicon import lexicon
from trucewatch.reading.sentences import Form, Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.reference.theatre import Theatre

# Measured on half A of the development sets: bulletins of agencies have at most 200
# tokens (160 to 190 serve all sets alike), stories with voices of their own more.
BULLETIN_TOKENS = 190
SHEET_TOKENS = 600  # of a page that says it passes on somebody's bulletin
FLASH_PARAGRAPHS = 2  # a page this short may name its source late, or be of one person
BULLETIN_SIDES = 2  # a joint commission reports by its two halves
_SUBJECT = 6  # tokens in which a sentence about a truce names the truce
_ANNOUNCING = frozenset({"these", "following", "follows", "below"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence that names a speaker; sentences near it may be his too.

    Attributes:
        sentence: Index of the sentence.
        spoken: Who it names.
        cue: The reporting words, or None where it only mentions him.
        counts: Whether he only counts or records there.
        told: Whether somebody else tells what he says: "it saw 14, the centre said".
    """

    sentence: int
    spoken: Spoken
    cue: str | None
    counts: bool
    told: bool = False


def is_background(tokens: Tokens, sentence: Sentence) -> bool:
    """Say whether a sentence tells how a truce came about, as every story does."""
    words = lexicon()
    low = tokens.low[sentence.first : sentence.after]
    text = " ".join(low)
    about = low[0] not in words.words["prepositions"] and not words.background[
        "subjects"
    ].isdisjoint(low[:_SUBJECT])
    return any(cue in text for cue in words.background["cues" if about else "sure"])


class Bulletin:
    """Finds the source that goes on speaking from sentence to sentence.

    Attributes:
        main: The page's main source, or None where the page is no bulletin.
    """

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sequence[Sentence],
        page: Page,
        theatre: Theatre,
        anchors: Sequence[Anchor],
    ) -> None:
        """Take what was found of one document.

        Args:
            tokens: Its tokens.
            sentences: Its sentences.
            page: Whose page it is.
            theatre: Tells whom a speaker speaks for.
            anchors: The frames of the document, as anchors, in order.
        """
        self._tokens, self._sentences = tokens, sentences
        self._page, self._theatre = page, theatre
        self._anchors = anchors
        self._of_sentence: dict[int, Anchor] = {}
        self._of_paragraph: dict[int, list[Anchor]] = defaultdict(list)
        for one in anchors:
            self._of_sentence.setdefault(one.sentence, one)
            self._of_paragraph[sentences[one.sentence].paragraph].append(one)
        self.main = self._find_main()

    def source_of(self, index: int) -> Anchor | None:
        """Return who speaks in a sentence that no frame covers, or None."""
        sentence = self._sentences[index]
        if sentence.form is Form.ITEM and (head := self._list_head(index)) is not None:
            return head
        if self.main is None or is_background(self._tokens, sentence):
            return None
        near = self._of_paragraph.get(sentence.paragraph, [])
        before = [one for one in near if one.sentence <= index]
        return before[-1] if before else (near[0] if near else self.main)

    def _list_head(self, index: int) -> Anchor | None:
        """Return the frame that announces a list ("managers gave these figures")."""
        while index > 0 and self._sentences[index].form is Form.ITEM:
            index -= 1
        sentence = self._sentences[index]
        low = self._tokens.low[sentence.first : sentence.after]
        if sentence.form is not Form.INTRO and _ANNOUNCING.isdisjoint(low):
            return None
        head = self._of_sentence.get(index)
        return head if head is not None and head.cue is not None else None

    def _find_main(self) -> Anchor | None:
        length = len(self._tokens)
        if not self._anchors or length > SHEET_TOKENS:
            return None
        if length > BULLETIN_TOKENS and not self._opens_with_sheet():
            return None
        body = [one for one in self._sentences if one.form is not Form.TITLE]
        paragraphs = sorted({one.paragraph for one in body})
        flash = len(paragraphs) <= FLASH_PARAGRAPHS
        opening = paragraphs[-1 if flash else 0] if paragraphs else 0
        if self._sentences[self._anchors[0].sentence].paragraph > opening:
            return None
        if self._is_mixed() or any(_is_anybody(one.spoken) for one in self._anchors):
            return None
        says = [one for one in self._anchors if not one.counts]
        says = [one for one in says if not one.told] or says
        main = (says or self._anchors)[0]
        if (main.spoken.person or main.spoken.metonym) and not flash:
            return None
        return None if self._page.own and not self._is_passed_on(main) else main

    def _opens_with_sheet(self) -> bool:
        """Say whether a page first tells of what a body issues by the day."""
        opening = self._sentences[self._anchors[0].sentence].paragraph
        words = " ".join(
            word
            for one in self._sentences
            if one.paragraph == opening
            for word in self._tokens.low[one.first : one.after]
        )
        return any(sheet in words for sheet in lexicon().sheets)

    def _is_mixed(self) -> bool:
        """Say whether too many sides speak for one of them to be the source."""
        sides = Counter(
            self._side(one.spoken)
            for one in self._anchors
            if not _is_short_office(one.spoken)
        )
        first = self._side(self._anchors[0].spoken)
        return len(sides) > BULLETIN_SIDES or 2 * sides[first] < len(self._anchors)

    def _is_passed_on(self, main: Anchor) -> bool:
        """Say whether an organisation's page passes on a bulletin of its own side.

        An embassy that prints its ministry's sheet speaks with the ministry's voice.
        """
        page = self._page.speaker
        return (
            page is not None
            and not main.counts
            and main.spoken.id not in {None, page.id}
            and page.actor is not None
            and page.actor == self._side(main.spoken)
        )

    def _side(self, spoken: Spoken) -> str:
        """Return whom a speaker speaks for, or itself where it speaks for nobody."""
        speaker = self._theatre.speakers.get(spoken.id)
        if speaker is not None and speaker.actor is not None:
            return speaker.actor
        return spoken.actor or spoken.id or spoken.text.lower().removeprefix("the ")


def _is_short_office(spoken: Spoken) -> bool:
    """Say whether a speaker is only "the centre" or "the office" of somebody."""
    return spoken.id is None and len(spoken.nouns - {"the"}) == 1


def _is_anybody(spoken: Spoken) -> bool:
    """Say whether a speaker is a voice of a news story: residents, an official."""
    if spoken.id is not None or spoken.actor is not None:
        return False
    return spoken.nouns.isdisjoint(lexicon().speakers["organisation"])


def find_mentions(
    tokens: Tokens,
    sentences: Sequence[Sentence],
    speakers: Speakers,
    framed: Sequence[Anchor],
) -> list[Anchor]:
    """Return the anchors with those sentences added that only mention a body.

    Args:
        tokens: The document's tokens.
        sentences: Its sentences.
        speakers: Its speakers.
        framed: Anchors made by frames, in order.
    """
    covered = {one.sentence for one in framed}
    found = list(framed)
    for number, sentence in enumerate(sentences):
        if number in covered or sentence.form is Form.TITLE:
            continue
        if not is_background(tokens, sentence):
            spoken = speakers.mentioned(sentence.span)
            if spoken is not None:
                found.append(Anchor(number, spoken, None, counts=False))
    return sorted(found, key=lambda one: one.sentence)
