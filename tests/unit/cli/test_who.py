"""Who sits at the command line."""

import pytest

from trucewatch.cli.who import author


def test_the_environment_names_the_author(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRUCEWATCH_AUTHOR", "amal")
    assert author() == "amal"


def test_the_user_is_the_author_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRUCEWATCH_AUTHOR", raising=False)
    monkeypatch.setenv("LOGNAME", "salma")
    assert author() == "salma"


def test_a_machine_without_users_has_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.delenv("TRUCEWATCH_AUTHOR", raising=False)
    monkeypatch.setattr("getpass.getuser", nobody)
    assert author() == "somebody"
