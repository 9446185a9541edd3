"""What a place's name can mean."""

import pytest

from trucewatch.errors import UnknownTheatreError
from trucewatch.views.places import find_place, place_records


def test_a_name_is_looked_up_in_the_theatre_asked_for() -> None:
    found = find_place("Aleppo", theatre="syria_2016")
    assert list(found) == ["syria_2016"]
    records = place_records(found)
    (chosen,) = [record for record in records if record["chosen"]]
    assert (chosen["id"], chosen["country"]) == ("sy_aleppo", "SY")
    assert {"lat", "lon", "source", "reason", "precision"} <= set(chosen)


def test_without_a_theatre_those_that_know_the_name_answer() -> None:
    assert "syria_2016" in find_place("Aleppo")
    assert find_place("Nowhere-on-Earth") == {}


def test_a_country_is_enough() -> None:
    (resolution,) = find_place("Horlivka", country="ua").values()
    assert resolution.chosen is not None
    assert resolution.chosen.country == "UA"


def test_an_unknown_name_in_a_theatre_says_why() -> None:
    (resolution,) = find_place("Nowhere-on-Earth", theatre="world").values()
    assert resolution.chosen is None
    assert "no place called" in resolution.reason


def test_an_unknown_theatre_is_refused() -> None:
    with pytest.raises(UnknownTheatreError, match="syria_2016"):
        find_place("Aleppo", theatre="syria_2015")
