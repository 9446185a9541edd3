from collections.abc import Callable

import pytest

from trucewatch.reading.aliases import Equating, find_aliases
from trucewatch.reading.entities import find_entities
from trucewatch.reading.reading import Reading

Read = Callable[[str], Reading]


def aliases(reading: Reading) -> list[tuple[str, str, Equating]]:
    text = reading.document.text
    return [
        (alias.one.span.of(text), alias.other.span.of(text), alias.how)
        for alias in find_aliases(reading, find_entities(reading))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It asked the Joint Review Council (JRC) today.",
            ("the Joint Review Council", "JRC", Equating.BRACKETS),
        ),
        (
            "It fought the Sahab Front, also known as the SFB, today.",
            ("the Sahab Front", "the SFB", Equating.KNOWN_AS),
        ),
        (
            "Col. Otto Lund, the council's spokesman, said so.",
            ("Col. Otto Lund", "the council's spokesman", Equating.APPOSITION),
        ),
        (
            "The Minister for Trade, Ana Roth, said so.",
            ("The Minister for Trade", "Ana Roth", Equating.APPOSITION),
        ),
        (
            "His Chief of Staff is Major General Brandt.",
            ("His Chief of Staff", "Major General Brandt", Equating.COPULA),
        ),
    ],
)
def test_two_names_that_a_text_equates_are_aliases(
    reading_of: Read, text: str, expected: tuple[str, str, Equating]
) -> None:
    assert aliases(reading_of(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Col. Otto Lund, Gen. Karl Brandt and others met.",
        "Col. Otto Lund. The spokesman left.",
        "They left Homs (JRC).",
        "The council met the militia.",
    ],
)
def test_names_that_only_stand_side_by_side_are_none(
    reading_of: Read, text: str
) -> None:
    assert aliases(reading_of(text)) == []
