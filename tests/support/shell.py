"""The command line, run in this process: exit code, stdout and stderr."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from trucewatch.cli.main import run


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str

    def records(self) -> list[dict[str, Any]]:
        """Return the JSON Lines it printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Shell = Callable[..., Ran]


def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    """Return a function that runs one command with the arguments given."""

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        code = stop.value.code
        assert isinstance(code, int)
        return Ran(code, out, err)

    return ran
