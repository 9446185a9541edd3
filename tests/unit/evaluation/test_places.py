from pathlib import Path

import pytest

from evaluation.benchmarks import places

HEADER = "name\tcountry\tkind\tlat\tlon\ttolerance_km\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / places.FILE
    file.parent.mkdir(parents=True)
    file.write_text(
        HEADER
        + "Nubl\tSY\tP\t36.37\t36.99\t8\n"  # right
        + "Homs\tSY\tP\t30.0\t30.0\t8\n"  # right country, far off
        + "Nowhereburgh\tSY\tP\t35\t36\t8\n"  # unresolved
        + "Hays\tYE\tP\t13.93\t43.48\t20\n"  # right
        + "Geneva\tSY\tP\t46.2\t6.14\t20\n"  # not in the country the gold gives
    )
    return tmp_path


def test_names_count_as_right_within_their_tolerance(gold: Path) -> None:
    right = {a.name: a.right for a in places.ask(gold / places.FILE)}
    assert right == {
        "Nubl": True,
        "Homs": False,
        "Nowhereburgh": False,
        "Hays": True,
        "Geneva": True,
    }


def test_an_unresolved_name_is_in_no_wrong_country(gold: Path) -> None:
    wrong = [a.name for a in places.ask(gold / places.FILE) if not a.country]
    assert wrong == ["Geneva"]


def test_the_figures_are_given_in_all_and_by_kind(gold: Path) -> None:
    rows = {row.key: row.value for row in places.measure(gold)}
    assert rows == {
        "places/all:within_tolerance": 0.6,
        "places/P:within_tolerance": 0.6,
        "places/all:right_country": 0.8,
    }
