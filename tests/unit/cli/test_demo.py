"""`trucewatch demo`."""

from pathlib import Path

import pytest

from tests.support.shell import Shell


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("option", [[], ["--docs"]])
def test_everything_is_shown_once_and_two_files_written(
    shell: Shell, folder: Path, tmp_path: Path, option: list[str]
) -> None:
    ran = shell("demo", *option, folder)
    assert ran.code == 1
    for section in (
        "claims by type",
        "Who is said to be party to what",
        "Where sources contradict each other",
        "What was not understood",
        "What to try next",
    ):
        assert section in ran.out
    assert "left out: empty.txt: it is empty; " in ran.out
    assert (tmp_path / "demo" / "documents.db").exists()
    assert (tmp_path / "demo" / "documents.html").exists()
    assert str(tmp_path / "demo" / "documents.html") in ran.out.replace("\n", "")


def test_a_second_time_adds_nothing(shell: Shell, folder: Path) -> None:
    (folder / "empty.txt").unlink()
    assert shell("demo", folder).code == 0
    before = shell("status", "demo/documents.db", "--json").out
    shell("demo", folder)
    assert shell("status", "demo/documents.db", "--json").out == before
