"""What stands beside a place or a time: words, marks, the nearest figure."""

import pytest

from trucewatch.claims.nearness import Nearness, sort_of_word
from trucewatch.documents.document import Document
from trucewatch.reading.reading import Reading, read
from trucewatch.reference.theatre import load_theatre


def reading_of(text: str) -> Reading:
    return read(Document(text), load_theatre("syria_2016"))


@pytest.mark.parametrize(
    ("at", "plain", "expected"),
    [
        (-1, True, ""),
        (9, True, ""),
        (0, True, "in"),
        (0, False, "word"),
        (1, True, "Name"),
        (2, True, ","),
        (3, True, "other"),
    ],
)
def test_a_neighbour_is_a_word_a_name_or_a_mark(
    at: int, expected: str, *, plain: bool
) -> None:
    assert sort_of_word(["in", "Homs", ",", "1.5"], at, plain=plain) == expected


@pytest.mark.parametrize(
    ("index", "expected"), [(0, "mine"), (1, "left")], ids=["nearer", "farther"]
)
def test_a_name_belongs_to_the_nearest_figure(index: int, expected: str) -> None:
    reading = reading_of(
        "Six people were killed in Homs on a day when 12 were wounded."
    )
    at = reading.tokens.low.index("homs")
    found = Nearness(reading.counts).whose(at - 1, at + 1, reading.counts[index])
    assert found == expected


def test_a_name_before_both_figures_is_the_first_ones() -> None:
    reading = reading_of("In Homs six people were killed and 12 were wounded.")
    found = Nearness(reading.counts).whose(0, 2, reading.counts[1])
    assert found == "right"


def test_figures_of_other_sentences_take_no_name_away() -> None:
    reading = reading_of("Six people were killed. In Homs shells wounded 12 people.")
    at = reading.tokens.low.index("homs")
    found = Nearness(reading.counts).whose(at - 1, at + 1, reading.counts[1])
    assert found == "mine"


def test_figures_between_are_counted() -> None:
    reading = reading_of("In Homs six people were killed and 12 were wounded.")
    near = Nearness(reading.counts)
    assert near.between(0, len(reading.tokens.low)) == len(reading.counts)
    assert near.between(0, 1) == 0
