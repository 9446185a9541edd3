import pytest

from trucewatch.reference.geometry import distance_km
from trucewatch.reference.places import Places
from trucewatch.reference.relative import grammar, resolve_relative
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import PlacePrecision


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(load_theatre("syria_2016"))


@pytest.mark.parametrize(
    ("text", "km"),
    [
        ("12km north-east of Homs", 12.0),
        ("12 kilometres to the north-east of Homs", 12.0),
        ("about 5 km NE of Homs", 5.0),
        ("south of Al-Bab by 1.5 miles", 2.41),
        ("1.5 miles south of the town of Al-Bab", 2.41),
        ("0,5 km west of Nubl", 0.5),
    ],
)
def test_a_distance_is_measured_from_the_place(
    places: Places, text: str, km: float
) -> None:
    found = resolve_relative(text, places.resolve)
    assert found is not None
    assert found.chosen is not None
    base = places.theatre.places.get(found.chosen.id)
    assert base is not None
    assert base.lat is not None
    assert base.lon is not None
    assert found.chosen.lat is not None
    assert found.chosen.lon is not None
    far = distance_km((base.lat, base.lon), (found.chosen.lat, found.chosen.lon))
    assert far == pytest.approx(km, abs=0.05)


def test_the_uncertainty_grows_with_the_distance(places: Places) -> None:
    near = places.resolve("2 km north of Nubl").chosen
    far = places.resolve("40 km north of Nubl").chosen
    assert near is not None
    assert far is not None
    assert near.radius_km < far.radius_km


def test_a_direction_without_a_distance_reaches_beside_the_place(
    places: Places,
) -> None:
    found = places.resolve("south of Aleppo")
    assert found.precision is PlacePrecision.NEAR
    assert found.chosen is not None
    assert found.chosen.lat is not None
    assert found.chosen.lat < 36.2
    assert "distance not said" in found.reason


def test_near_a_place_is_the_place_with_a_wider_reach(places: Places) -> None:
    found, nubl = places.resolve("near Nubl").chosen, places.resolve("Nubl").chosen
    assert found is not None
    assert nubl is not None
    assert (found.lat, found.lon) == (nubl.lat, nubl.lon)
    assert found.radius_km > nubl.radius_km


def test_between_two_places_is_an_area_that_holds_both(places: Places) -> None:
    found = places.resolve("between Homs and Hama")
    assert found.precision is PlacePrecision.AREA
    assert found.chosen is not None
    assert found.chosen.radius_km > 20


@pytest.mark.parametrize(
    "text", ["near Nowhereburgh", "3 km east of Nowhereburgh", "between Homs and Xyzzy"]
)
def test_an_unknown_place_inside_leaves_the_whole_unresolved(
    places: Places, text: str
) -> None:
    found = places.resolve(text)
    assert found.chosen is None
    assert found.text == text


@pytest.mark.parametrize("text", ["Aleppo", "Homs and Hama", "the front"])
def test_a_plain_name_is_no_relative_place(places: Places, text: str) -> None:
    assert resolve_relative(text, places.resolve) is None


def test_compass_letters_are_read_in_capitals_only() -> None:
    assert grammar().directed.fullmatch("NW of Homs")
    assert not grammar().directed.fullmatch("s of Homs")
