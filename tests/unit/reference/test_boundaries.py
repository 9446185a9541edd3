import re

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
    overlays = {"sy_golan_heights"}
    assert keys - overlays == {p.id for p in places if p.kind == "admin1"}


def test_crimea_lies_in_ukraine_and_is_marked_as_disputed() -> None:
    found = boundaries("UA")
    assert found is not None
    disputed = {
        f["properties"]["id"] for f in found["features"] if f["properties"]["disputed"]
    }
    assert disputed == {"ua_adm1_autonomous_republic_of_crimea", "ua_adm1_sevastopol"}


def box(country: str, key: str) -> tuple[float, float, float, float]:
    """Return west, south, east and north of one outline."""
    found = boundaries(country)
    assert found is not None
    form = next(f for f in found["features"] if f["properties"]["id"] == key)
    points = re.findall(
        r"\[(-?[\d.]+), (-?[\d.]+)\]", str(form["geometry"]).replace("(", "[")
    )
    lons, lats = zip(*((float(x), float(y)) for x, y in points), strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def test_the_golan_and_the_zone_of_the_observers_lie_in_quneitra() -> None:
    west, south, east, north = box("SY", "sy_adm1_quneitra")
    assert west == pytest.approx(35.63, abs=0.03)
    assert box("SY", "sy_golan_heights")[2] <= east + 0.01
    assert box("IL", "il_adm1_northern")[2] < 35.7
    assert (south, north) == pytest.approx((32.69, 33.43), abs=0.05)


def test_syria_has_its_fourteen_governorates_and_no_zone_beside_them() -> None:
    found = boundaries("SY")
    assert found is not None
    keys = [f["properties"]["id"] for f in found["features"]]
    assert len([k for k in keys if "_adm1_" in k]) == 14


def test_western_sahara_has_outlines_of_its_own() -> None:
    morocco, sahara = boundaries("MA"), boundaries("EH")
    assert morocco is not None
    assert sahara is not None
    assert not any("dahab" in f["properties"]["id"] for f in morocco["features"])
    assert all(f["properties"]["disputed"] for f in sahara["features"])


def test_a_country_without_outlines_has_none() -> None:
    assert boundaries("FR") is None
    assert boundary_file("FR") is None


def test_every_country_with_a_gazetteer_has_outlines() -> None:
    assert all(boundary_file(c) for c in gazetteer_countries())
