"""A process killed while it takes documents in loses nothing it acknowledged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KILLS = 200


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
def test_two_hundred_kills_lose_no_acknowledged_document(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - this very interpreter
        [
            sys.executable,
            "-m",
            "tests.support.killing",
            str(tmp_path / "killed.ledger"),
            str(KILLS),
        ],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["kills"] == KILLS
    assert report["lost"] == []
    assert report["faults"] == []
    # Most kills must hit a process at work, or nothing was put to the test.
    assert report["documents"] >= report["acknowledged"] > KILLS
    assert report["originals"] == report["documents"]
