from pathlib import Path

import pytest

from trucewatch.errors import ReferenceDataError
from trucewatch.reference.checking import check_theatre
from trucewatch.reference.skeleton import new_theatre
from trucewatch.reference.theatre import load_theatre


def test_a_new_pack_checks_clean_and_loads(tmp_path: Path) -> None:
    home = new_theatre("river_2021", tmp_path)
    assert check_theatre(home) == []
    theatre = load_theatre(home)
    assert theatre.name == "river_2021"
    assert theatre.entries("front of example")


def test_a_pack_that_is_there_is_not_touched(tmp_path: Path) -> None:
    new_theatre("river_2021", tmp_path)
    with pytest.raises(ReferenceDataError, match="there already"):
        new_theatre("river_2021", tmp_path)


@pytest.mark.parametrize("name", ["", "2021", "River", "a b", "../up"])
def test_a_name_that_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReferenceDataError, match="begins with a letter"):
        new_theatre(name, tmp_path)
    assert list(tmp_path.iterdir()) == []
