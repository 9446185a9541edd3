"""Missiles that came in are told from those that were stopped."""

import pytest

from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "Of 90 cruise missiles the air defence stopped 40.",
            {90: "missiles_launched", 40: "missiles_intercepted"},
        ),
        (
            "None of the 90 missiles was intercepted.",
            {0: "missiles_intercepted", 90: "missiles_launched"},
        ),
    ],
)
def test_what_came_in_is_not_what_was_stopped(text: str, units: dict[int, str]) -> None:
    reading = read(Document(text=text), load_theatre("syria_2016"))
    counted = [c.quantity for c in extract_claims(reading).claims if c.quantity]
    assert {quantity.value: quantity.unit for quantity in counted} == units
