"""The command line as a whole."""

import sys
from pathlib import Path

import pytest

from tests.support.shell import Shell
from trucewatch.cli import main as entry
from trucewatch.cli.serve import is_built

COMMANDS = [
    "read",
    "ingest",
    "status",
    "claims",
    "register",
    "contradictions",
    "losses",
    "explain",
    "place",
    "search",
    "brief",
    "review",
    "export",
    "import",
    "verify",
    "rebuild",
    "demo",
    "version",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(shell: Shell, command: str) -> None:
    ran = shell(command, "--help")
    assert ran.code == 0
    assert f"trucewatch {command}" in ran.out


def test_help_lists_the_commands(shell: Shell) -> None:
    out = shell("--help").out
    assert all(command in out for command in COMMANDS)
    assert ("serve" in out) is is_built()


@pytest.mark.parametrize(
    "command", ["claims", "register", "status", "contradictions", "brief", "export"]
)
def test_the_standpoint_is_asked_the_same_everywhere(
    shell: Shell, command: str
) -> None:
    out = shell(command, "--help").out
    for option in (
        "--as-of",
        "--known-on",
        "--according-to",
        "--min-grade",
        "--min-independent",
    ):
        assert option in out


def test_an_unknown_command_is_a_wrong_request(shell: Shell) -> None:
    assert shell("reed").code == 2


def test_a_file_that_cannot_be_written_is_one_line(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    ran = shell("brief", ledger, "--out", tmp_path / "nowhere" / "brief.html")
    assert ran.code == 2
    assert "nowhere" in ran.err
    assert "Traceback" not in ran.err


def test_the_program_exits_with_the_code_of_its_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["trucewatch", "version"])
    with pytest.raises(SystemExit) as stop:
        entry.main()
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("trucewatch ")


def test_the_version_is_asked_for_by_flag_or_command(shell: Shell) -> None:
    told = shell("--version")
    assert (told.code, told.out) == (0, shell("version").out)
    assert told.out.startswith("trucewatch ")
