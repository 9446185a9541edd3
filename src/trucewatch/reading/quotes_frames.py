"""The search for reporting frames, sentence by sentence, gated on cue words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from trucewatch.reading.quotes_frame import Draft, Form, Frame
from trucewatch.reading.quotes_gaps import draft_gap
from trucewatch.reading.quotes_labels import draft_labels
from trucewatch.reading.quotes_lexicon import Lexicon, lexicon
from trucewatch.reading.quotes_marks import MARKS, Quotation, outermost
from trucewatch.reading.quotes_nominals import (
    draft_adverb,
    draft_noun,
    draft_phrase,
    draft_possessed,
)
from trucewatch.reading.quotes_overlaps import cut_contents
from trucewatch.reading.quotes_phrases import Clause, Range, is_word
from trucewatch.reading.quotes_setting import Setting
from trucewatch.reading.quotes_verbs import draft_verb
from trucewatch.reading.sentences import Sentence
from trucewatch.reading.tokens import Tokens
from trucewatch.values.spans import Span

_ARTICLES = frozenset({"the", "a", "an", "every", "our", "my", "your", "their", "its"})
_TAIL_MARKS = frozenset({"-", "by", "(", ")"})
_TAIL = 8  # tokens at the end of a line where a speaker may stand after a mark
_NEAR = 160  # characters between a frame and a quotation that goes on


@cache
def cue_words() -> frozenset[str]:
    """Return every word that can begin or be a reporting cue."""
    words = lexicon()
    return frozenset(
        (
            *words.verbs,
            *words.phrases.gate,
            *words.possessed,
            *words.clause_nouns,
            *words.count_nouns,
            *words.adverbs,
        )
    )


def _quote_ranges(
    tokens: Tokens, quotations: Sequence[Quotation], text: str
) -> list[Range]:
    """Return the token ranges of the outermost quotations, marks included."""
    ranges = []
    for one in outermost(quotations):
        if one.scare:
            continue
        start, after = tokens.at(one.span.start), tokens.at(one.span.end)
        while start > 0 and text[tokens.start[start - 1]] in MARKS + "`":
            start -= 1
        while (
            one.closed
            and after < len(tokens)
            and (
                tokens.text[after] in MARKS and after - tokens.at(one.span.end) < 2  # noqa: PLR2004 - '' is two
            )
        ):
            after += 1
        ranges.append((start, after))
    return ranges


def _clauses(
    tokens: Tokens, sentence: Sentence, quotes: Sequence[Range], words: Lexicon
) -> Iterator[tuple[Clause, bool]]:
    """Yield the sentence itself, then each quotation that lies in it, told apart."""
    yield Clause(tokens, _after_marker(tokens, sentence), sentence.after, words), False
    for start, end in quotes:
        lo, hi = max(start + 1, sentence.first), min(end - 1, sentence.after)
        if lo < hi:
            yield Clause(tokens, lo, hi, words), True


def _after_marker(tokens: Tokens, sentence: Sentence) -> int:
    """Return where a sentence begins after "6." or "(b)"."""
    first = sentence.first + (tokens.low[sentence.first] == "(")
    after = first + 1
    if after + 1 >= sentence.after or tokens.low[after] not in {".", ")"}:
        return sentence.first
    marker = tokens.low[first]
    short = marker.isdigit() or len(marker) == 1
    return after + 1 if short and not tokens.text[first].isupper() else sentence.first


def _cues_of(
    clause: Clause, cues: Sequence[int], quotes: Sequence[Range], *, inside: bool
) -> Iterator[int]:
    for index in cues:
        if clause.lo <= index < clause.hi:
            quoted = any(start <= index < end for start, end in quotes)
            if quoted == inside:
                yield index


def _draft_at(setting: Setting, index: int) -> Draft | None:
    """Return the frame a cue word makes, trying the surest construction first."""
    clause = setting.clause
    words = clause.words
    draft = draft_phrase(clause, index) or draft_possessed(clause, index)
    if draft is not None:
        return draft
    verbs = words.verbs.get(clause.low[index], ())
    if verbs and index > clause.lo and clause.low[index - 1] in _ARTICLES:
        verbs = ()  # "the report": no verb, seen at a glance
    for verb in verbs:
        tail = tuple(clause.low[index + 1 : index + 1 + len(verb.tail)])
        if tail == verb.tail:
            draft = draft_verb(setting, index, verb)
            if draft is not None:
                return draft
    return draft_noun(clause, index) or draft_adverb(clause, index)


def _drafts(
    clause: Clause, cues: Sequence[int], quotes: Sequence[Range], *, inside: bool
) -> list[Draft]:
    found: list[Draft] = []
    for index in _cues_of(clause, cues, quotes, inside=inside):
        if found and index < found[-1].cue[1]:
            continue
        draft = _draft_at(Setting(clause, () if inside else quotes, found), index)
        if draft is not None:
            found.append(draft)
    found = _with_gaps(clause, found)
    cut_contents(clause, found)
    return found


def _with_gaps(clause: Clause, drafts: list[Draft]) -> list[Draft]:
    """Add the sources after a frame that share its verb ("…; India twenty-one")."""
    found = list(drafts)
    for number, draft in enumerate(drafts):
        start, end = draft.contents[-1] if draft.contents else (0, 0)
        if draft.source is None or draft.stance == "attitude" or start < draft.cue[1]:
            continue
        stop = drafts[number + 1].cue[0] if number + 1 < len(drafts) else end
        limit = min(stop, end) - 1
        if clause.low[end : end + 2] == [";", "the"]:
            limit = end + 1  # a content ends there; "the other side" still has its verb
        for index in range(start + 1, limit):
            if clause.low[index] in {",", ";"}:
                gap = draft_gap(clause, draft, index)
                if gap is not None:
                    found.append(gap)
    return sorted(found, key=lambda one: one.cue)


def _whole_quotes(contents: Sequence[Range], quotes: Sequence[Range]) -> list[Range]:
    """Let a content that ends inside a quotation go on to the end of it."""
    found = []
    for start, end in contents:
        for quote_start, quote_end in quotes:
            if start <= quote_start < end < quote_end:
                end = quote_end  # noqa: PLW2901 - the last sentence was cut short
        found.append((start, end))
    return found


def _before_aside(clause: Clause, content: Range, quotes: Sequence[Range]) -> Range:
    """End a content before ", which …": such asides are mostly the writer's own."""
    start, end = content
    for index in range(start + 3, min(end, clause.hi) - 2):
        if clause.low[index] == "," and clause.low[index + 1] in {"which", "whose"}:
            if any(a <= index < b for a, b in quotes):
                return content
            return start, index
    return content


def _frame(clause: Clause, draft: Draft, quotes: Sequence[Range]) -> Frame | None:
    tokens = clause.tokens
    contents = [
        (a, b)
        for a, b in draft.contents
        if any(is_word(tokens.low[i]) for i in range(a, b))
    ]
    contents = _whole_quotes(contents, quotes)
    contents = [
        _before_aside(clause, one, quotes) if one[0] >= draft.cue[1] else one
        for one in contents
    ]
    if not contents:
        return None
    source = head = None
    pronoun = False
    draft.weak = draft.weak and not (contents[0] in quotes and _is_said(draft))
    speakerlike = not draft.weak
    if draft.source is not None:
        start, end = draft.source
        source = tokens.span(start, end)
        comma = next((i for i in range(start, end) if tokens.low[i] == ","), end)
        head = tokens.span(start, comma) if comma > start else source
        closed = clause.words.words
        pronoun = end - start == 1 and tokens.low[start] in (
            closed["speaker_pronouns"] | closed["possessives"]
        )
        speakerlike = pronoun or _can_speak(clause, start, end)
    return Frame(
        source=source,
        head=head,
        cue=tokens.span(*draft.cue),
        cue_lemma=draft.lemma,
        stance=draft.stance,
        content=tokens.span(*contents[0]),
        rest=tokens.span(*contents[1]) if len(contents) > 1 else None,
        form=_form(draft, contents, quotes),
        pronoun=pronoun,
        weak=draft.weak,
        speakerlike=speakerlike,
    )


def _is_said(draft: Draft) -> bool:
    """Say whether a verb takes direct speech: whoever it has as subject, speaks."""
    return draft.form is Form.INDIRECT and draft.stance in {"asserts", "assesses"}


def _can_speak(clause: Clause, start: int, end: int) -> bool:
    """Say whether a phrase looks like somebody who can make a statement."""
    tokens = clause.tokens
    speaking = clause.words.speaking
    if any(word.removesuffix("'s") in speaking for word in tokens.low[start:end]):
        return True
    inner = range(start + (start == clause.lo), end)
    return any(tokens.text[i][0].isupper() for i in inner) or (
        end - start <= 3 and start == clause.lo  # noqa: PLR2004 - a bare name
    )


def _form(draft: Draft, contents: Sequence[Range], quotes: Sequence[Range]) -> Form:
    if draft.form is not Form.INDIRECT:
        return draft.form
    if contents[0] in quotes:
        return Form.DIRECT
    first, last = contents[0][0], contents[-1][1]
    if any(start < last and first < end for start, end in quotes):
        return Form.MIXED
    return Form.INDIRECT


def find_frames(
    text: str,
    tokens: Tokens,
    sentences: Sequence[Sentence],
    quotations: Sequence[Quotation],
) -> tuple[Frame, ...]:
    """Return the reporting frames of a text, in order of their sentences.

    Only sentences that hold a cue word, a colon or a dash are looked into.

    Args:
        text: The document's text.
        tokens: Its tokens.
        sentences: Its sentences.
        quotations: Its quotations, from ``find_quotations``.

    Returns:
        Frames; those inside a quotation follow those of its sentence.
    """
    words, gate = lexicon(), cue_words()
    quotes = _quote_ranges(tokens, quotations, text)
    frames: list[Frame] = []
    position = 0
    for sentence in sentences:
        first, after = sentence.first, sentence.after
        low = tokens.low[first:after]
        cues = [first + i for i, word in enumerate(low) if word in gate]
        if not cues and not _may_be_labelled(low):
            continue
        while position < len(quotes) and quotes[position][1] <= first:
            position += 1
        last = position
        while last < len(quotes) and quotes[last][0] < after:
            last += 1
        near = quotes[max(position - 1, 0) : last]
        for clause, quoted in _clauses(tokens, sentence, near, words):
            drafts = _drafts(clause, cues, near, inside=quoted)
            if not drafts and not quoted:
                drafts = draft_labels(clause)
            found = (_frame(clause, draft, near) for draft in drafts)
            frames.extend(frame for frame in found if frame is not None)
            if not cues:
                break
    return tuple(_with_next_quotation(text, frames, quotations))


def _may_be_labelled(low: Sequence[str]) -> bool:
    """Say whether a line without cue words can still name a speaker by a mark."""
    return (
        ":" in low
        or "–" in low
        or "—" in low
        or not _TAIL_MARKS.isdisjoint(low[-_TAIL:])
    )


def _with_next_quotation(
    text: str, frames: Sequence[Frame], quotations: Sequence[Quotation]
) -> Iterator[Frame]:
    """Give "…," he said. "…" its second quotation, where no frame claims that one."""
    outer = [one.span for one in outermost(quotations) if not one.scare]
    starts = [one.start for one in outer]
    claimed = {
        index
        for frame in frames
        for part in (frame.content, frame.rest)
        if part is not None
        for index in range(
            max(bisect_left(starts, part.start) - 1, 0), bisect_left(starts, part.end)
        )
        if part.touches(outer[index])
    }
    for frame in frames:
        index = None
        if frame.form is Form.DIRECT and frame.rest is None:
            index = _next_quotation(text, frame, outer, starts)
        if index is None or index in claimed:
            yield frame
        else:
            end = outer[index].end
            end += text[end : end + 1] in MARKS
            yield replace(frame, rest=Span(starts[index] - 1, min(end, len(text))))


def _next_quotation(
    text: str, frame: Frame, outer: Sequence[Span], starts: Sequence[int]
) -> int | None:
    """Return which quotation opens the next sentence of the same line, or None."""
    end = max(frame.cue.end, frame.source.end if frame.source else 0)
    if frame.content.start > end:
        end = frame.content.end
    index = bisect_left(starts, end)
    if index == len(outer):
        return None
    gap = text[end : starts[index]]
    stop = gap.rfind(".")
    if "\n" in gap or stop < 0 or len(gap) > _NEAR:
        return None
    return None if gap[stop + 1 :].strip(MARKS + " ") else index


__all__ = ["cue_words", "find_frames"]
