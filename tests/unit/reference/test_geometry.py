import pytest

from trucewatch.reference.geometry import distance_km, middle, moved


def test_a_degree_of_latitude_is_111_km() -> None:
    assert distance_km((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.2, abs=0.1)


@pytest.mark.parametrize(
    ("bearing", "lat", "lon"),
    [(0, 36.09, 37.0), (90, 36.0, 37.111), (180, 35.91, 37.0)],
)
def test_moving_goes_where_the_compass_points(
    bearing: float, lat: float, lon: float
) -> None:
    assert moved((36.0, 37.0), bearing, 10.0) == pytest.approx((lat, lon), abs=0.001)


def test_moving_across_the_date_line_stays_on_the_map() -> None:
    assert moved((0.0, 179.9), 90, 100)[1] < -179


def test_the_middle_lies_between() -> None:
    assert middle((0.0, 0.0), (2.0, 4.0)) == (1.0, 2.0)
