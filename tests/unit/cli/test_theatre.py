"""`trucewatch theatre`."""

from pathlib import Path

from tests.support.shell import Shell


def test_theatres_are_listed(shell: Shell) -> None:
    names = {r["name"] for r in shell("theatre", "list", "--json").records()}
    assert {"syria_2016", "world"} <= names
    assert "syria_2016" in shell("theatre", "list").out


def test_a_theatre_can_be_started_and_checked(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "sahel_2020"
    assert shell("theatre", "new", folder).code == 0
    ran = shell("theatre", "check", folder, "--json")
    assert ran.code == 0
    assert {record["what"] for record in ran.records()} >= {"actors", "places"}


def test_a_theatre_is_not_started_twice(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "sahel_2020"
    shell("theatre", "new", folder)
    assert shell("theatre", "new", folder).code == 2


def test_a_mistake_has_its_own_exit_code_and_its_line(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "sahel_2020"
    shell("theatre", "new", folder)
    (folder / "actors.yaml").write_text("- {id: a\n- b\n", encoding="utf-8")
    ran = shell("theatre", "check", folder)
    assert ran.code == 4
    assert "actors.yaml:" in ran.err


def test_a_theatre_that_is_not_there_is_a_wrong_request(shell: Shell) -> None:
    ran = shell("theatre", "check", "syria_2015")
    assert ran.code == 2
    assert "syria_2016" in ran.err
