"""Manifests from the command line: made, signed, and held against the ledger."""

import json
from pathlib import Path

from tests.support.shell import Shell
from tests.unit.cli.conftest import JOINED


def test_a_signed_manifest_verifies_and_a_changed_one_does_not(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    key, file = tmp_path / "key", tmp_path / "manifest.json"
    assert shell("key", key).code == 0
    assert shell("manifest", ledger, "--key", key, "--out", file).code == 0
    options = ("--manifest", file, "--public-key", f"{key}.pub")
    assert shell("verify", ledger, *options).code == 0
    shell("review", ledger, JOINED.key, "accepted")
    assert shell("verify", ledger, *options).code == 0, "it has only grown"
    file.write_text(file.read_text("utf-8").replace('"size":', '"size":1'))
    ran = shell("verify", ledger, *options)
    assert ran.code == 1
    assert "signature" in ran.out


def test_a_manifest_is_one_line_of_json(shell: Shell, ledger: Path) -> None:
    ran = shell("manifest", ledger)
    (line,) = ran.out.splitlines()
    record = json.loads(line)
    assert record["signature"] is None
    assert record["manifest"]["entries"]["document"] == 2
    assert record["manifest"]["originals"] == 2


def test_a_key_can_be_told_to_programs(shell: Shell, tmp_path: Path) -> None:
    (record,) = shell("key", tmp_path / "key", "--json").records()
    assert Path(record["public_key"]).read_text("utf-8").startswith("-----BEGIN PUBLIC")


def test_a_file_that_is_no_manifest_says_what_makes_one(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("{}", encoding="utf-8")
    ran = shell("verify", ledger, "--manifest", tmp_path / "note.txt")
    assert ran.code == 3
    assert "`trucewatch manifest` makes one" in ran.err
