"""Laws of the brief: no number without its claim, no link into nothing, no markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.digits import Digits
from tests.support.made import NOON
from trucewatch.claims.claim import Claim, Vouching
from trucewatch.claims.types import claim_types
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.documents.document import Document
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation, Assertion, Polarity, Quantifier
from trucewatch.views.briefs import render_html, render_markdown
from trucewatch.views.composing import Material, compose
from trucewatch.views.findings import Comparison

# Digits, markup of HTML and of Markdown, line ends and ordinary words, all mixed.
words = st.text(
    st.sampled_from("zx 7159<>&\"'[]()*_`#|\\^~-.,\n“”é٣"), min_size=3, max_size=60
)


@st.composite
def claims(draw: st.DrawFn, document: Document) -> Claim:
    """A claim that quotes some stretch of a document and says anything of it."""
    start = draw(st.integers(0, len(document.text) - 1))
    end = draw(st.integers(start + 1, len(document.text)))
    span = Span(start, end)
    number = draw(st.none() | st.integers(0, 10**6))
    quantity = None
    if number is not None:
        quantifier = draw(st.sampled_from(Quantifier))
        counted = draw(st.sampled_from(Aggregation))
        unit, text = draw(words), str(number)
        quantity = Quantity(
            number, number, number, quantifier, unit, counted, text, span
        )
    speaker = Vouching("speaker", draw(st.none() | words), draw(words), None, "said")
    return Claim(
        document=document.key,
        span=span,
        quote=span.of(document.text),
        kind=draw(st.sampled_from(sorted(claim_types()))),
        assertion=draw(st.sampled_from(Assertion)),
        polarity=draw(st.sampled_from(Polarity)),
        chain=(speaker,) if draw(st.booleans()) else (),
        quantity=quantity,
        source_file=document.source_file,
    )


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """What a brief is made of: one document, its claims, a finding and losses."""
    document = Document(
        text=draw(words), title=draw(words), publisher=draw(words), source_file="7.txt"
    )
    made = draw(st.lists(claims(document), min_size=1, max_size=4))
    unique = list({claim.key: claim for claim in made}.values())
    ledger = MemoryLedger()
    ledger.append(document, unique, known=NOON, author="law", reader="rules 0.1.0")
    keys = tuple(claim.key for claim in unique)
    aspect, why = draw(st.sampled_from(Aspect)), draw(words)
    finding = Finding(Relation.CONTRADICTS, aspect, draw(words), why, keys)
    comparison = Comparison(finding, draw(words), tuple(unique))
    gap = Gap(GapKind.UNREADABLE_FILE, draw(words), None, None, "", draw(words))
    return Material(
        ledger.view(), {"parties": unique}, (comparison,), (gap,), label=str
    )


@given(materials(), words)
def test_every_number_has_a_claim_and_every_link_a_target(
    material: Material, title: str
) -> None:
    brief = compose(material, title)
    digits = Digits(render_html(brief))
    assert digits.loose == []
    known = {claim.key for claim in material.view.claims()}
    assert {key for _, key in digits.figures} <= known
    assert digits.links <= digits.targets


@given(materials(), words)
def test_no_text_of_a_document_becomes_markup(material: Material, title: str) -> None:
    page = render_html(compose(material, title))
    assert not [tag for tag in Digits(page).tags if tag[0] in "zx"]


@pytest.mark.slow
@given(materials(), words)
def test_a_brief_is_a_function_of_what_it_is_made_of(
    material: Material, title: str
) -> None:
    one, two = compose(material, title), compose(material, title)
    assert (one.key, render_markdown(one)) == (two.key, render_markdown(two))
