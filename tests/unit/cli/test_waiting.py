"""Progress on stderr."""

import io
import sys

import pytest

from trucewatch.api import Step
from trucewatch.cli.waiting import counting, waiting


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


def test_a_log_is_told_of_a_long_step_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 1.0, 6.0, 7.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    with counting("Comparing", "claims") as told:
        for done in (2_000, 4_000, 6_000):
            told(done, 6_000)
    assert capsys.readouterr().err == "Comparing: 4,000 of 6,000 claims\n"


def test_a_terminal_gets_a_bar_of_a_long_step(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with counting("Comparing", "claims") as told:
        told(2_000, 6_000)
    assert "Comparing" in terminal.getvalue()
    assert "2000/6000" in terminal.getvalue()
