"""The grounding gate: true quotes pass, falsified ones never do."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from operator import add, mul

import pytest

from trucewatch.claims.claim import Claim
from trucewatch.claims.draft import Draft
from trucewatch.claims.extraction import extract_claims
from trucewatch.claims.gate import admit, propose
from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import GapKind
from trucewatch.values.quantities import Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import Assertion, Polarity, Quantifier

TEXT = """\
GENEVA, October 5, 2016. The Russian centre registered 14 violations in the provinces \
of Aleppo (7), Hama (4) and Homs (3) over the past 24 hours. No violations were \
registered in Daraa. More than 80 tons of flour were delivered to Douma on October 3.
According to the Observatory, shells killed 21 civilians and wounded 35 others in Idlib.
The armed groups allegedly joined the truce, but we have no confirmation of that. \
Some 6,000 fighters of Jabhat al-Nusra gathered near Nubl. A 72-hour truce was proposed.
The army did not shell Douma. Rebels shelled 9 villages near Khanaser on Sunday.
Representatives of 30 settlements signed agreements; 2.5 thousand insurgents laid down \
their arms in Wadi Barada. Up to 250 strikes were carried out by jets in Palmyra.
Mines killed 4 children near Tartus and 11 vehicles were destroyed. Doctors saw 87 \
patients in Jableh, and 54 refugees returned to Homs.
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    document = Document(TEXT, publisher="TASS", published=PartialDate(2016, 10, 5))
    return read(document, load_theatre("syria_2016"))


@pytest.fixture(scope="module")
def true_claims(reading: Reading) -> tuple[Claim, ...]:
    found = extract_claims(reading).claims
    assert len(found) > 15
    return found


def recounted(quantity: Quantity, change: Callable[[float], float]) -> Quantity:
    """Change every figure of a quantity that is there."""
    value, low, high = (
        None if figure is None else change(figure)
        for figure in (quantity.value, quantity.low, quantity.high)
    )
    return replace(quantity, value=value, low=low, high=high)


def digits_swapped(quantity: Quantity) -> Iterator[Quantity]:
    for factor in (10, 100, 1000, 0.1, 2, 3):
        yield recounted(quantity, partial(mul, factor))
    for more in (1, -1, 2, 7, 9, 10, 100, 1000):
        yield recounted(quantity, partial(add, more))


def falsified_numbers(claim: Claim) -> Iterator[Claim]:
    quantity = claim.quantity
    if quantity is None:
        return
    wrong = list(digits_swapped(quantity)) if quantity.value else []
    units = ("tonnes", "km2", "killed", "wounded", "settlements", "air_strikes")
    wrong += [replace(quantity, unit=unit) for unit in units if unit != quantity.unit]
    wrong += [
        replace(quantity, quantifier=quantifier)
        for quantifier in (Quantifier.AT_LEAST, Quantifier.AT_MOST, Quantifier.EXACT)
        if quantifier is not quantity.quantifier
    ]
    for one in wrong:
        yield replace(claim, quantity=one, key="")


def falsified_names(claim: Claim) -> Iterator[Claim]:
    for place in claim.places:
        for name in ("Raqqa", "Sarajevo"):
            yield replace(claim, places=(replace(place, text=name),), key="")
    last = claim.chain[-1]
    if last.part != "publisher" and last.span is not None:
        wrong = replace(last, text="the Pentagon")
        yield replace(claim, chain=(*claim.chain[:-1], wrong), key="")
    for role in claim.roles:
        yield replace(claim, roles=(replace(role, text="Ahrar al-Sham"),), key="")


def falsified_fields(claim: Claim) -> Iterator[Claim]:
    """Yield the claim with one field at a time made to say what the words do not."""
    yield from falsified_numbers(claim)
    yield from falsified_names(claim)
    flipped = {
        Polarity.AFFIRMED: Polarity.NEGATED,
        Polarity.NEGATED: Polarity.AFFIRMED,
    }[claim.polarity]
    yield replace(claim, polarity=flipped, key="")
    if claim.assertion in (Assertion.ALLEGED, Assertion.UNCONFIRMED):
        yield replace(claim, assertion=Assertion.ASSERTED, key="")
    if claim.time.span is not None and claim.time.end is not None:
        yield replace(claim, time=replace(claim.time, end="2011-01-01"), key="")


def falsified_quotes(claim: Claim) -> Iterator[Claim]:
    """Yield the claim with its quote altered as a careless model alters quotes."""
    quote = claim.quote
    changes: list[Callable[[str], str]] = [
        lambda q: q.replace("no ", "").replace("No ", "").replace(" not", ""),
        lambda q: q.replace(" allegedly", ""),
        lambda q: (
            q.replace("More than ", "").replace("Up to ", "").replace("Some ", "")
        ),
        lambda q: q.replace("Aleppo", "Raqqa").replace("Douma", "Homs"),
        lambda q: q.replace("violations", "explosions").replace("killed", "wounded"),
        lambda q: q.replace("14", "41").replace("80", "800").replace("6,000", "60,000"),
        lambda q: q.replace("21", "12").replace("35", "53").replace("9", "6"),
        lambda q: q.replace("2.5", "2.9").replace("250", "25").replace("30", "3"),
        lambda q: q.replace("0", ""),
        lambda q: q.replace("1", "7").replace("2", "8"),
        lambda q: q[1:],
        lambda q: "not " + q,
    ]
    for change in changes:
        altered = change(quote)
        if altered != quote and altered not in TEXT:
            yield replace(claim, quote=altered, key="")


def test_every_true_claim_is_let_in_again(
    reading: Reading, true_claims: tuple[Claim, ...]
) -> None:
    refused = [
        (c.quote, gap.why)
        for c in true_claims
        for admitted, gap in [propose(c, reading, reader="a person")]
        if admitted is None and gap is not None
    ]
    assert refused == []


def test_falsified_claims_are_all_refused(
    reading: Reading, true_claims: tuple[Claim, ...]
) -> None:
    false_claims = [
        wrong
        for claim in true_claims
        for wrong in (*falsified_fields(claim), *falsified_quotes(claim))
    ]
    assert len(false_claims) >= 500
    let_in = [
        wrong
        for wrong in false_claims
        if propose(wrong, reading, reader="a model")[0] is not None
    ]
    assert let_in == []


def test_typography_may_differ(
    reading: Reading, true_claims: tuple[Claim, ...]
) -> None:
    claim = true_claims[0]
    typed = replace(claim, quote=claim.quote.replace(" ", "\u00a0"), key="")
    admitted, gap = propose(typed, reading, reader="a person")
    assert gap is None
    assert admitted is not None
    assert admitted.quote == claim.quote
    assert admitted.grounding.value == "folded"


def test_a_refusal_says_why(reading: Reading, true_claims: tuple[Claim, ...]) -> None:
    wrong = replace(true_claims[0], quote="41 violations", key="")
    _none, gap = propose(wrong, reading, reader="a model")
    assert gap is not None
    assert gap.kind is GapKind.UNGROUNDED
    assert "does not occur" in gap.why


def test_a_draft_whose_words_stand_elsewhere_is_a_gap(reading: Reading) -> None:
    document = reading.document
    beyond = Draft(Span(len(TEXT) - 5, len(TEXT) + 5), "STA.context", "test", 0)
    claims, gaps = admit([beyond], document)
    assert claims == ()
    assert [gap.kind for gap in gaps] == [GapKind.UNGROUNDED]


def test_the_same_draft_twice_is_one_claim(reading: Reading) -> None:
    draft = Draft(Span(0, 6), "STA.context", "test", 0)
    claims, gaps = admit([draft, draft], reading.document)
    assert (len(claims), gaps) == (1, ())
