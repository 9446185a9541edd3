"""What was seen, which rule made which claim, and why not more."""

import pytest

from trucewatch.documents.loading import document_from_text
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span
from trucewatch.views.explaining import (
    Explanation,
    SeenKind,
    explain_reading,
)

TEXT = (
    "Forty armed groups have joined the truce, the Russian Defense Ministry said on "
    "Monday.\n"
    "Resolution 2268 was adopted on February 26, 2016. Thirteen people were killed in "
    "Aleppo, the ministry said. The number 77 is on the door.\n"
    "55 users have voted\n"
)


@pytest.fixture(scope="module")
def explanation() -> Explanation:
    document = document_from_text(
        TEXT,
        publisher="Morning Post",
        published=PartialDate(2016, 5, 23),
        source_file="a.txt",
    )
    return explain_reading(read(document, load_theatre("syria_2016")))


def seen(explanation: Explanation, kind: SeenKind) -> list[str]:
    return [one.text for one in explanation.seen if one.kind is kind]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (SeenKind.NUMBER, "Thirteen"),
        (SeenKind.TIME, "February 26, 2016"),
        (SeenKind.NAME, "Aleppo"),
        (SeenKind.CUE, "said"),
        (SeenKind.FURNITURE, "55 users have voted"),
    ],
)
def test_what_was_seen_is_named_with_its_words(
    explanation: Explanation, kind: SeenKind, text: str
) -> None:
    assert text in seen(explanation, kind)


def test_everything_seen_stands_where_it_says(explanation: Explanation) -> None:
    for one in explanation.seen:
        assert one.span.of(TEXT) == one.text


def test_each_claim_names_its_rule_and_where_its_fields_came_from(
    explanation: Explanation,
) -> None:
    killed = next(
        one
        for one in explanation.claims
        if one.claim.quantity is not None and one.claim.quantity.value == 13
    )
    origins = {origin.field: origin for origin in killed.origins}
    assert origins["kind"].how == f"rule {killed.claim.rule}"
    assert origins["quantity"].words == "Thirteen"
    assert origins["publisher"].how == "known of the document"
    assert {"time", "stance"} <= set(origins)


def test_each_number_without_a_claim_says_why(explanation: Explanation) -> None:
    why = {one.text: one.why for one in explanation.unused}
    assert why["55"] == "stands in furniture: votes"
    assert "is part of a time" in why["2016"]
    assert "Thirteen" not in why
    assert all(why.values())


def test_a_part_of_the_text_can_be_asked_for() -> None:
    document = document_from_text(TEXT, publisher="Morning Post")
    reading = read(document, load_theatre("syria_2016"))
    start = TEXT.index("Thirteen")
    part = explain_reading(reading, Span(start, start + 8))
    assert [one.text for one in part.seen if one.kind is SeenKind.NUMBER] == [
        "Thirteen"
    ]
    assert part.unused == ()
    assert all(one.claim.span.touches(part.part) for one in part.claims)
