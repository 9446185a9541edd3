"""Parts of the map that claims are narrowed down to."""

import pytest

from tests.support.made import made_claim, made_document, made_ledger
from trucewatch.views.ground import ground_of
from trucewatch.web.areas import Area, AreaError


def area(text: str) -> Area:
    found = Area.parse(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text", ["36,35,37", "a,b,c,d", "36,37,37,35", "0,0,nan,1", "0,0,1,91", "0,0,181,1"]
)
def test_what_is_no_area_is_said_so(text: str) -> None:
    with pytest.raises(AreaError, match=r"36\.1"):
        Area.parse(text)


def test_no_words_are_no_area() -> None:
    assert Area.parse("") is None


def test_an_area_reads_as_it_was_written() -> None:
    assert str(area("36.1,35.9,37.4,36.5")) == "36.1,35.9,37.4,36.5"


def test_people_read_an_area_by_its_degrees() -> None:
    words = area("-1.5,-2,37.4,36").words
    assert words == "2° S to 36° N, 1.5° W to 37.4° E"


@pytest.mark.parametrize(
    ("sides", "lon", "lat", "inside"),
    [
        ("36,35,37,36", 36.5, 35.5, True),
        ("36,35,37,36", 36, 35, True),
        ("36,35,37,36", 35.9, 35.5, False),
        ("36,35,37,36", 36.5, 36.1, False),
        ("170,-10,-170,10", 175, 0, True),
        ("170,-10,-170,10", -175, 0, True),
        ("170,-10,-170,10", 0, 0, False),
    ],
)
def test_a_point_lies_in_it_or_not(
    sides: str, lon: float, lat: float, *, inside: bool
) -> None:
    assert area(sides).holds(lon, lat) is inside


def test_a_claim_lies_in_it_by_any_of_its_places() -> None:
    document = made_document()
    placed = made_claim(document, "7 people were killed in Nawa", place="Nawa")
    nowhere = made_claim(document, "41 armed groups")
    ledger = made_ledger((document, (placed, nowhere)))
    ground = ground_of(ledger.view())
    here, there = area("35.9,32.8,36.1,33"), area("0,0,1,1")
    assert here.holds_any(ground.get(placed.key, ()))
    assert not there.holds_any(ground.get(placed.key, ()))
    assert not here.holds_any(ground.get(nowhere.key, ()))


def test_a_whole_country_lies_in_no_area() -> None:
    country = "sy\x1fSyria\x1f35.0\x1f38.0\x1fcountry"
    assert not area("30,30,40,40").holds_any([country])
