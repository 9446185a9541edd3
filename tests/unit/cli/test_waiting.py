"""Progress on stderr."""

import io
import sys

import pytest

from trucewatch.api import Step
from trucewatch.cli.waiting import waiting


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_log_gets_a_line_when_all_is_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with waiting("Reading") as told:
        told(Step(1, 2, "a.txt", 3))
        told(Step(2, 2, "b.txt", 1200))
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Reading: 2 of 2 files, 1,203 claims\n"


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with waiting("Reading") as told:
        told(Step(1, 2, "a.txt", 3))
    assert "Reading" in terminal.getvalue()
    assert "3 claims" in terminal.getvalue()


def test_results_on_the_same_terminal_are_not_disturbed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(sys, "stdout", Terminal())
    with waiting("Reading", printing=True) as told:
        told(Step(1, 1, "a.txt", 3))
    assert terminal.getvalue() == "Reading: 1 of 1 files, 3 claims\n"
