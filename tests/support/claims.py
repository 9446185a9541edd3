"""Builders of documents and claims for tests: only what a test is about is named.

``a_document("59 groups have joined.")`` makes a document, and
``a_claim(document, "59 groups", value=59, unit="groups")`` a claim whose span is where
these words stand.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from trucewatch.claims.claim import (
    UNSTATED,
    Claim,
    ClaimPlace,
    ClaimTime,
    Role,
    Vouching,
)
from trucewatch.documents.document import Document
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.quantities import Number, Quantity
from trucewatch.values.spans import Span
from trucewatch.values.stances import (
    Aggregation,
    PlacePrecision,
    PlaceRole,
    Quantifier,
    TimeBasis,
    TimePrecision,
)

TEXT = "The centre said that 59 armed groups have joined the truce."
READER = "rules 0.1.0"


def at(day: str, clock: str = "12:00") -> dt.datetime:
    """An instant in UTC, for ``known``."""
    return dt.datetime.fromisoformat(f"{day}T{clock}+00:00")


def a_document(
    text: str = TEXT,
    *,
    published: str | None = "2016-05-23",
    **fields: Any,  # noqa: ANN401 - of any type
) -> Document:
    """A document of a wire service, with the fields a test is about."""
    values: dict[str, Any] = {
        "publisher": "Northern Wire",
        "source_file": f"{len(text)}-{sum(map(ord, text))}.txt",
        "byte_count": len(text.encode("utf-8", "surrogatepass")),
        **fields,
    }
    day = None if published is None else PartialDate.parse(published)
    return Document(text=text, published=day, **values)


def a_time(start: str | None, end: str | None = None) -> ClaimTime:
    """A stated time; ``end`` is ``start`` where it is left out."""
    if start is None:
        return UNSTATED
    return ClaimTime(
        start, end or start, TimePrecision.DAY, TimeBasis.STATED, None, None
    )


def a_chain(*names: str) -> tuple[Vouching, ...]:
    """A chain of identifiers, the publisher first, then the speaker, then relays."""
    parts = ["publisher", "speaker", *["relay"] * len(names)]
    return tuple(
        Vouching(part, name, name.replace("_", " ").title(), None, None)
        for part, name in zip(parts, names, strict=False)
    )


def a_place(id_: str, role: PlaceRole = PlaceRole.AT) -> ClaimPlace:
    """A resolved settlement; its name is what follows the country code."""
    name = id_.partition("_")[2].title()
    return ClaimPlace(
        role, id_, name, name, None, 36.2, 37.2, PlacePrecision.SETTLEMENT, 1
    )


def a_role(role: str, id_: str | None, text: str | None = None) -> Role:
    """Somebody who takes part; the words are the identifier's where left out."""
    return Role(role, id_, text or (id_ or "").replace("_", " ").title(), None)


def a_quantity(
    value: Number,
    unit: str = "groups",
    aggregation: Aggregation = Aggregation.CUMULATIVE_TOTAL,
    span: Span = Span(0, 1),  # noqa: B008 - frozen
) -> Quantity:
    """An exact amount."""
    return Quantity(
        value, value, value, Quantifier.EXACT, unit, aggregation, str(value), span
    )


def a_claim(
    document: Document,
    quote: str | None = None,
    *,
    kind: str = "PTY.accession",
    chain: tuple[str, ...] = ("northern_wire",),
    start: str | None = None,
    **fields: Any,  # noqa: ANN401 - of any type
) -> Claim:
    """A claim whose quote stands in the document; ``value`` and ``unit`` count."""
    quote = document.text if quote is None else quote
    offset = document.text.index(quote)
    span = Span(offset, offset + len(quote))
    value = fields.pop("value", None)
    unit = fields.pop("unit", "groups")
    aggregation = fields.pop("aggregation", Aggregation.CUMULATIVE_TOTAL)
    if value is not None:
        fields["quantity"] = a_quantity(value, unit, aggregation, span)
    return Claim(
        document=document.key,
        source_file=document.source_file,
        span=span,
        quote=quote,
        kind=kind,
        chain=a_chain(*chain),
        time=a_time(start),
        **{"reader": READER, "rule": "test.rule", **fields},
    )


def by_reader(claim: Claim, reader: str) -> Claim:
    """The same claim as another reader would have made it."""
    return replace(claim, reader=reader)


def a_gap(text: str = "17", document: str | None = None) -> Gap:
    """A number of the body that no claim uses, or an unreadable file."""
    kind = GapKind.UNUSED_NUMBER if document else GapKind.UNREADABLE_FILE
    return Gap(kind, f"{text}.txt", document, None, text, "No claim uses it.")
