"""`trucewatch theatre`."""

from pathlib import Path

import pytest

from tests.support.shell import Shell


@pytest.fixture
def pack(shell: Shell, tmp_path: Path) -> Path:
    folder = tmp_path / "sahel_2020"
    assert shell("theatre", "new", folder).code == 0
    return folder


def test_theatres_are_listed(shell: Shell) -> None:
    names = {r["name"] for r in shell("theatre", "list", "--json").records()}
    assert {"syria_2016", "world"} <= names
    assert "syria_2016" in shell("theatre", "list").out


def test_a_theatre_can_be_started_and_checked(shell: Shell, pack: Path) -> None:
    ran = shell("theatre", "check", pack, "--json")
    assert ran.code == 0, ran
    assert {record["what"] for record in ran.records()} >= {"actors", "places"}


def test_a_theatre_is_not_started_twice(shell: Shell, pack: Path) -> None:
    ran = shell("theatre", "new", pack)
    assert ran.code == 4
    assert "already" in ran.err


def test_a_mistake_is_named_with_its_line(shell: Shell, pack: Path) -> None:
    (pack / "actors.yaml").write_text("- {id: a, sort: group}\n", encoding="utf-8")
    ran = shell("theatre", "check", pack)
    assert ran.code == 4
    assert "actors.yaml:1: label is missing" in ran.out
    records = shell("theatre", "check", pack, "--json").records()
    assert {"file", "line", "message"} == set(records[0])


def test_a_theatre_that_is_not_there_is_a_wrong_request(shell: Shell) -> None:
    ran = shell("theatre", "check", "syria_2015")
    assert ran.code == 2
    assert "syria_2016" in ran.err
