"""Laws of quotations, frames, hedges and chains that hold for any text."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.claims.attribution import Attribution
from trucewatch.documents.document import Document
from trucewatch.reading.hedges import find_hedges, stance_of
from trucewatch.reading.quotes import find_frames, find_quotations, outermost
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.spans import Span

# Words and marks out of which reports are made, in any order a broken page may bring.
PIECES = (
    "the", "army", "said", "that", "“", "”", '"', "'", "‘", "’", ",", ".", ":", ";",
    "\n", "\n\n", "Moscow", "he", "who", "nine", "12", "were", "noted",
    "by", "according to",
    "not", "no", "will", "if", "to", "of", "and", "while", "(", ")", "–", "-", "its",
    "count", "'s", "is", "claimed", "denies", "on Monday", "adding", "has", "put", "at",
    "was quoted as saying", "reported", "•", "|", "may", "must", "“unclosed", "…",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map(" ".join)
world = load_theatre("world")


@given(texts)
def test_quotations_lie_in_the_text_and_in_one_line(text: str) -> None:
    for one in find_quotations(text, [Span(0, len(text))]):
        words = one.span.of(text)
        assert words.strip() == words != ""
        assert "\n" not in words


@given(texts)
def test_outermost_quotations_are_disjoint_and_in_order(text: str) -> None:
    kept = outermost(find_quotations(text, [Span(0, len(text))]))
    for before, after in pairwise(kept):
        assert before.span.end <= after.span.start


@given(texts)
def test_frames_have_words_in_every_part_and_cover_their_content(text: str) -> None:
    tokens = tokenise(text)
    quotations = find_quotations(text, [Span(0, len(text))])
    for one in find_frames(text, tokens, find_sentences(text, tokens), quotations):
        assert one.cue.end <= len(text)
        assert any(c.isalnum() for c in one.content.of(text))
        assert one.covers(one.content)
        if one.source is not None and one.head is not None:
            assert one.source.contains(one.head)


@given(texts)
def test_a_hedge_reaches_itself_within_its_sentence(text: str) -> None:
    tokens = tokenise(text)
    for sentence in find_sentences(text, tokens):
        for one in find_hedges(tokens, sentence):
            assert one.scope.touches(one.cue)
            assert sentence.span.contains(one.scope)
            stance_of(tokens, one.scope, (one,), None)


@given(texts, st.data())
def test_every_place_has_a_chain_that_begins_with_the_publisher(
    text: str, data: st.DataObject
) -> None:
    tokens = tokenise(text)
    sentences = find_sentences(text, tokens)
    quotations = find_quotations(text, [Span(0, len(text))])
    attribution = Attribution(
        document=Document(text=text, publisher="Valley News"),
        tokens=tokens,
        sentences=sentences,
        quotations=quotations,
        frames=find_frames(text, tokens, sentences, quotations),
        names=(),
        theatre=world,
    )
    start = data.draw(st.integers(0, len(text) - 1))
    chain, _ = attribution.chain_at(Span(start, start + 1))
    assert [one.part for one in chain[:1]] == ["publisher"]
    assert all(one.part == "speaker" for one in chain[1:2])
    assert all(one.part == "relay" for one in chain[2:])
    for one in chain[1:]:
        assert one.span is None or one.span.of(text).startswith(one.text or "")
