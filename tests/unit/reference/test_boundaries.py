import pytest

from trucewatch.reference.boundaries import boundaries, boundary_file
from trucewatch.reference.gazetteer import places_of
from trucewatch.reference.theatre import HOME, gazetteer_countries


@pytest.mark.parametrize("country", ["SY", "UA", "YE"])
def test_every_outline_is_of_a_division_of_the_gazetteer(country: str) -> None:
    found = boundaries(country)
    assert found is not None
    keys = {f["properties"]["id"] for f in found["features"]}
    places = places_of(HOME / "gazetteer", country)
    assert keys == {p.id for p in places if p.kind == "admin1"}


def test_crimea_lies_in_ukraine_and_is_marked_as_disputed() -> None:
    found = boundaries("UA")
    assert found is not None
    disputed = {
        f["properties"]["id"] for f in found["features"] if f["properties"]["disputed"]
    }
    assert disputed == {"ua_adm1_autonomous_republic_of_crimea", "ua_adm1_sevastopol"}


def test_syria_has_its_fourteen_governorates_and_no_zone_beside_them() -> None:
    found = boundaries("SY")
    assert found is not None
    assert len(found["features"]) == 14


def test_a_country_without_outlines_has_none() -> None:
    assert boundaries("FR") is None
    assert boundary_file("FR") is None


def test_every_country_with_a_gazetteer_has_outlines() -> None:
    assert all(boundary_file(c) for c in gazetteer_countries())
