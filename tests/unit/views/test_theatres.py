"""Theatres as lists, checks and skeletons."""

from pathlib import Path

import pytest

from trucewatch.errors import AlreadyThereError, ReferenceDataError
from trucewatch.reference.theatre import load_theatre, theatre_names
from trucewatch.views.theatres import check_theatre, list_theatres, new_theatre


def test_every_theatre_that_ships_is_listed_with_a_title() -> None:
    listed = list_theatres()
    assert set(listed) == set(theatre_names())
    assert all(listed.values())


def test_a_new_theatre_loads_as_it_is(tmp_path: Path) -> None:
    written = new_theatre(tmp_path / "sahel_2020")
    assert all(path.parent.name == "sahel_2020" for path in written)
    theatre = load_theatre(tmp_path / "sahel_2020")
    assert theatre.name == "sahel_2020"
    assert check_theatre(str(tmp_path / "sahel_2020"))["actors"] > 0


def test_the_examples_in_a_skeleton_load_when_they_are_made_real(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "sahel_2020"
    for path in new_theatre(folder):
        text = path.read_text("utf-8")
        if "# - {" in text:
            first = text.index("# - {")
            example = text[first:].replace("\n[]\n", "\n").replace("\n#", "\n")
            path.write_text(example.removeprefix("# "), encoding="utf-8")
    theatre = load_theatre(folder)
    assert theatre.actors.get("north_front") is not None
    assert theatre.speakers.get("truce_mission") is not None
    assert theatre.instruments.get("truce_2020") is not None
    assert theatre.counters.get("truce_mission.violations") is not None


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    with pytest.raises(AlreadyThereError, match="is there already"):
        new_theatre(tmp_path)


def test_a_mistake_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "sahel_2020"
    new_theatre(folder)
    with (folder / "actors.yaml").open("a", encoding="utf-8") as file:
        file.write("foo: [\n")
    with pytest.raises(ReferenceDataError, match=r"actors\.yaml:\d+"):
        check_theatre(str(folder))
