import json
from pathlib import Path

import pytest

from evaluation.benchmarks import b5


def headline(
    text: str, name: str, lat: float, lon: float, adm1: str
) -> dict[str, object]:
    gold = {"name": name, "lat": lat, "lon": lon, "adm1": adm1}
    return {"headline": text, "gold_places": [gold], "split": "dev"}


def test_a_place_near_the_gold_point_is_right() -> None:
    shown = headline("Shells hit Nubl", "Nubl", 36.4, 37.0, "Aleppo Governorate")
    assert b5.tally(shown) == b5.Tally(1, 1, 1, 1)


def test_another_place_of_the_headline_is_not_the_gold_one() -> None:
    shown = headline("Shells hit Homs", "Nubl", 34.7, 36.7, "Homs Governorate")
    assert b5.tally(shown) == b5.Tally(1, 0, 0, 0)


def test_a_province_is_too_far_for_25_km_and_right_as_a_division() -> None:
    shown = headline("Calm in Homs province", "Homs", 34.7, 36.7, "Homs Governorate")
    assert b5.tally(shown) == b5.Tally(1, 0, 1, 1)


def test_only_the_development_half_is_measured(tmp_path: Path) -> None:
    rows = [
        headline("Shells hit Nubl", "Nubl", 36.4, 37.0, "Aleppo Governorate"),
        headline("Calm", "Homs", 34.7, 36.7, "Homs Governorate") | {"split": "test"},
    ]
    file = tmp_path / b5.HEADLINES
    file.parent.mkdir(parents=True)
    file.write_text("\n".join(map(json.dumps, rows)))
    measured = {row.measure: (row.value, row.n) for row in b5.measure(tmp_path)}
    assert measured == {
        "recall_25km": (1.0, 1),
        "recall_161km": (1.0, 1),
        "governorate": (1.0, 1),
    }


@pytest.mark.parametrize("name", ["Homs Governorate", "Deir ez Zor Governorate"])
def test_divisions_of_the_gold_are_known(name: str) -> None:
    assert b5.division_of(name) is not None


def test_an_unknown_division_is_none() -> None:
    assert b5.division_of("Nowhere Governorate") is None
