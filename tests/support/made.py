"""Documents and claims made by hand, for tests of the rooms above the reading."""

import datetime as dt

from trucewatch.claims.claim import (
    UNSTATED,
    Claim,
    ClaimPlace,
    ClaimTime,
    Role,
    Vouching,
)
from trucewatch.documents.document import Document
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap
from trucewatch.values.quantities import Number, Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlacePrecision,
    PlaceRole,
    Quantifier,
    TimeBasis,
    TimePrecision,
)

NOON = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
TEXT = (
    "By now 41 armed groups have joined the truce, the centre said.\n"
    "Its spokesman denied that 7 people were killed in Nawa on Monday."
)


def made_document(text: str = TEXT, *, file: str = "bulletin.txt") -> Document:
    """Return a document published on 2016-05-23 by the Morning Post."""
    return Document(
        text=text,
        publisher="Morning Post",
        published=PartialDate(2016, 5, 23),
        published_basis="metadata",
        title="A bulletin",
        source_file=file,
    )


def made_quantity(  # noqa: PLR0913 - as many fields as a quantity has
    document: Document,
    number: str,
    *,
    unit: str = "groups",
    value: Number | None = None,
    low: Number | None = None,
    high: Number | None = None,
    quantifier: Quantifier = Quantifier.EXACT,
    aggregation: Aggregation = Aggregation.CUMULATIVE_TOTAL,
) -> Quantity:
    """Return a quantity whose words stand in the document."""
    start = document.text.index(number)
    if value is None and low is None and high is None:
        value = low = high = int(number)
    span = Span(start, start + len(number))
    return Quantity(value, low, high, quantifier, unit, aggregation, number, span)


def made_claim(  # noqa: PLR0913 - as many fields as a test may care for
    document: Document,
    quote: str,
    kind: str = "PTY.accession",
    *,
    quantity: Quantity | None = None,
    speaker: str | None = "ru_crc",
    speaker_text: str | None = "the centre",
    assertion: Assertion = Assertion.ASSERTED,
    place: str | None = None,
    day: str | None = None,
    roles: tuple[Role, ...] = (),
) -> Claim:
    """Return a claim whose quote stands in the document."""
    start = document.text.index(quote)
    chain = [Vouching("publisher", "morning_post", "Morning Post", None, None)]
    if speaker or speaker_text:
        chain.append(Vouching("speaker", speaker, speaker_text, None, "said"))
    return Claim(
        document=document.key,
        source_file=document.source_file,
        span=Span(start, start + len(quote)),
        quote=quote,
        kind=kind,
        assertion=assertion,
        chain=tuple(chain),
        roles=roles,
        places=() if place is None else (made_place(document, place),),
        time=UNSTATED if day is None else made_time(day),
        quantity=quantity,
        reader="rules 0.1.0",
        rule="made.by.hand",
    )


def made_ledger(
    *read: tuple[Document, tuple[Claim, ...]], gaps: tuple[Gap, ...] = ()
) -> MemoryLedger:
    """Return a ledger that knows these documents since noon of 2026-11-01."""
    ledger = MemoryLedger()
    for document, claims in read:
        ledger.append(
            document, claims, gaps, known=NOON, author="test", reader="rules 0.1.0"
        )
    return ledger


def made_place(document: Document, text: str) -> ClaimPlace:
    """Return a place that the document names and the gazetteer knows."""
    start = document.text.index(text)
    return ClaimPlace(
        PlaceRole.AT,
        f"sy_{text.casefold()}",
        text,
        text,
        Span(start, start + len(text)),
        32.9,
        36.0,
        PlacePrecision.SETTLEMENT,
        1,
    )


def made_time(day: str) -> ClaimTime:
    """Return the time of one day, dated by the document."""
    return ClaimTime(day, day, TimePrecision.DAY, TimeBasis.ANCHORED, "Monday", None)
