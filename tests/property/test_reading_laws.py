"""Laws of reading and of claims, over texts nobody wrote."""

from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.claims.extraction import extract_claims
from trucewatch.claims.folding import fold_text, locate
from trucewatch.claims.record import from_record, to_record
from trucewatch.documents.document import Document
from trucewatch.reading.numbers import find_numbers
from trucewatch.reading.reading import read
from trucewatch.reading.sentences import find_sentences
from trucewatch.reading.tokens import tokenise
from trucewatch.reference.theatre import load_theatre

WORDS = st.sampled_from(
    [
        "violations", "Aleppo", "Hama", "(7)", "12", "killed", "wounded", "no", "not",
        "civilians", "said", "the", "Russian", "centre", "in", "and", "of them",
        "3,400", "more than", "truce", "allegedly", "“", "”", ",", ".", ":", "–",
        "half", "twice", "since", "Monday", "a", "two", "thirty-one", "%", "to",
        "per cent", "soldier", "\n", "\n- ", "|", "Daesh", "İdlib", "حلب", "\u00a0",
        "from", "each", "km",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=300))
THEATRE = load_theatre("syria_2016")
WRITTEN = Path(__file__).parents[2] / "evaluation/own_train/documents"
PAGES = [page.read_text("utf-8").split(" ") for page in sorted(WRITTEN.glob("*.txt"))]


@given(TEXTS)
def test_a_claim_quotes_its_span_exactly(text: str) -> None:
    for claim in extract_claims(read(Document(text), THEATRE)).claims:
        assert claim.span.of(text) == claim.quote
        if claim.quantity is not None:
            assert claim.quantity.span.of(text) == claim.quantity.text
        for place in claim.places:
            assert place.span is None or place.span.of(text) == place.text


@settings(max_examples=400)
@given(st.sampled_from(PAGES), st.integers(0, 300), st.integers(1, 12))
def test_a_text_may_break_off_anywhere(page: list[str], at: int, many: int) -> None:
    text = " ".join(page[at : at + many])
    for claim in extract_claims(read(Document(text), THEATRE)).claims:
        assert claim.span.of(text) == claim.quote


@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    first = extract_claims(read(Document(text), THEATRE))
    assert extract_claims(read(Document(text), THEATRE)) == first


@given(TEXTS)
def test_no_proposal_of_the_rules_is_refused(text: str) -> None:
    gaps = extract_claims(read(Document(text), THEATRE)).gaps
    assert [gap for gap in gaps if gap.kind.value == "ungrounded"] == []


@given(TEXTS)
def test_claim_keys_are_unique_and_records_come_back(text: str) -> None:
    claims = extract_claims(read(Document(text), THEATRE)).claims
    assert len({claim.key for claim in claims}) == len(claims)
    assert tuple(from_record(to_record(claim)) for claim in claims) == claims


@given(TEXTS)
def test_tokens_are_in_order_and_hold_no_white_space(text: str) -> None:
    tokens = tokenise(text)
    assert all(
        start < end and text[start:end] == word and not word[0].isspace()
        for start, end, word in zip(tokens.start, tokens.end, tokens.text, strict=True)
    )
    assert all(a <= b for a, b in zip(tokens.end, tokens.start[1:], strict=False))


@given(TEXTS)
def test_sentences_are_disjoint_and_in_order(text: str) -> None:
    found = find_sentences(text, tokenise(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@given(TEXTS)
def test_a_numbers_bounds_hold_its_value(text: str) -> None:
    for number in find_numbers(text, tokenise(text)):
        if number.value is None:
            continue
        assert number.low is None or number.low <= number.value
        assert number.high is None or number.value <= number.high


@given(TEXTS)
def test_folding_leads_back_to_the_text(text: str) -> None:
    folded = fold_text(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)


@given(st.text(alphabet="abc 019.,“”’–-\u00a0", min_size=1, max_size=40), st.data())
def test_what_is_located_folds_to_what_was_asked_for(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    quote = text[start : data.draw(st.integers(start + 1, len(text)))]
    found = locate(quote, text, near=start)
    if found is not None:
        wanted = fold_text(quote).text.strip()
        assert fold_text(found[0].of(text)).text.strip() == wanted
