"""Redaction, measured on invented texts; a floor for each part, which only rises."""

import pytest

from evaluation.evaluate import redaction_table
from evaluation.redaction import measure_texts, texts
from trucewatch.views.surroundings import everywhere

FLOORS = {"A": (1.0, 0.95), "B": (1.0, 1.0), "C": (0.63, 0.85)}


@pytest.mark.parametrize("part", sorted(FLOORS))
def test_no_less_is_withheld_and_no_more_is_lost(part: str) -> None:
    found = measure_texts(texts()[part], everywhere())
    assert (found.recall, found.precision) >= FLOORS[part]
    assert found.precision >= FLOORS[part][1]


def test_every_part_is_measured_and_printed() -> None:
    assert set(texts()) == set(FLOORS)
    assert redaction_table().row_count == len(FLOORS)


def test_what_leaks_and_what_is_lost_is_named() -> None:
    found = measure_texts(["[[the cook]] met {{Mr Karim Nasser}}."], everywhere())
    assert (found.leaked, found.lost) == (("the cook",), ("Mr Karim Nasser",))
    assert (found.recall, found.kept) == (0.0, 0)
