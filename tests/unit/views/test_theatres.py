"""Theatres as lists and counts."""

import pytest

from trucewatch.errors import UnknownTheatreError
from trucewatch.reference.theatre import theatre_names
from trucewatch.views.theatres import count_theatre, list_theatres


def test_every_theatre_that_ships_is_listed_with_a_title() -> None:
    listed = list_theatres()
    assert set(listed) == set(theatre_names())
    assert all(listed.values())


def test_a_theatre_is_counted_by_sort() -> None:
    counts = count_theatre("syria_2016")
    assert counts["actors"] > 10
    assert counts["places"] > 100


def test_an_unknown_theatre_is_refused() -> None:
    with pytest.raises(UnknownTheatreError, match="syria_2016"):
        count_theatre("syria_2015")
