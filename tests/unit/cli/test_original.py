"""Captured bytes from the command line: handed back, backed up, restored, checked."""

import zipfile
from pathlib import Path

import pytest

from tests.support.shell import Shell
from tests.unit.cli.conftest import ONE
from trucewatch.api import Casebook
from trucewatch.cli.main import run
from trucewatch.values.keys import bytes_key

WORDS = "Forty armed groups have joined the truce in Aleppo, Syria.\n"
# In an encoding that reading does not keep: only the original has these bytes.
CAPTURED = WORDS.encode("utf-16")
KEY = bytes_key("d", CAPTURED)


@pytest.fixture
def taken(shell: Shell, tmp_path: Path) -> Path:
    """A ledger into which one document was taken."""
    document = tmp_path / "bulletin.txt"
    document.write_bytes(CAPTURED)
    assert shell("ingest", tmp_path / "taken.db", document).code == 0
    document.unlink()
    return tmp_path / "taken.db"


def original_in(ledger: Path) -> Path:
    """The one file kept beside a ledger."""
    (path,) = [p for p in Path(f"{ledger}.originals").rglob("*") if p.is_file()]
    return path


def test_the_bytes_of_a_document_come_back_as_they_were(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    assert shell("original", taken, KEY, "-o", tmp_path / "back").code == 0
    assert (tmp_path / "back").read_bytes() == CAPTURED


def test_without_a_file_the_bytes_go_to_standard_output(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "bulletin.txt").write_bytes(CAPTURED)
    with Casebook.open(tmp_path / "a.db") as casebook:
        casebook.take_in([tmp_path / "bulletin.txt"])
    with pytest.raises(SystemExit):
        run(["original", str(tmp_path / "a.db"), KEY])
    assert capfdbinary.readouterr().out == CAPTURED


def test_an_unknown_document_suggests_near_ones(shell: Shell, taken: Path) -> None:
    ran = shell("original", taken, f"{KEY[:-1]}x")
    assert ran.code == 2
    assert KEY in ran.err


def test_an_original_that_was_changed_is_not_handed_back(
    shell: Shell, taken: Path
) -> None:
    original_in(taken).write_bytes(CAPTURED[:-1])
    ran = shell("original", taken, KEY)
    assert (ran.code, ran.out) == (3, "")
    assert "was changed since; restore it from a backup" in ran.err


@pytest.mark.parametrize("harm", ["altered", "missing"])
def test_verification_notices_what_became_of_an_original(
    shell: Shell, taken: Path, harm: str
) -> None:
    if harm == "altered":
        data = original_in(taken).read_bytes()
        original_in(taken).write_bytes(bytes([data[0] ^ 1]) + data[1:])
    else:
        original_in(taken).unlink()
    ran = shell("verify", taken)
    assert ran.code == 1
    assert "1 fault" in ran.err
    assert harm in ran.out


def test_an_original_that_is_missing_is_kept_when_its_file_comes_again(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    original_in(taken).unlink()
    (tmp_path / "bulletin.txt").write_bytes(CAPTURED)
    before = shell("status", taken, "--json").out
    shell("ingest", taken, tmp_path / "bulletin.txt")
    assert original_in(taken).read_bytes() == CAPTURED
    assert shell("status", taken, "--json").out == before


def test_an_original_of_no_document_is_named(shell: Shell, taken: Path) -> None:
    stray = Path(f"{taken}.originals") / "00" / f"{'0' * 62}"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(b"")
    assert "altered" in shell("verify", taken).out, "it is not what its name says"


def test_a_backup_makes_an_exact_copy_with_all_originals(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    file, copy = tmp_path / "backup.zip", tmp_path / "copy.db"
    ran = shell("backup", taken, file)
    assert ran.code == 0
    assert "1 original" in ran.err
    assert shell("import", copy, file).code == 0
    assert original_in(copy).read_bytes() == CAPTURED
    assert shell("verify", copy).err == shell("verify", taken).err


def test_the_same_ledger_gives_the_same_backup(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    for name in ("one.zip", "two.zip"):
        shell("backup", taken, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_backup_leaves_out_what_was_changed_and_says_so(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    original_in(taken).write_bytes(b"other")
    ran = shell("backup", taken, tmp_path / "a.zip", "--json")
    assert ran.code == 1
    assert "left out" in ran.err
    assert ran.records()[0]["originals"] == 0


def test_a_backup_that_cannot_be_written_says_where_and_what_to_do(
    shell: Shell, taken: Path, tmp_path: Path
) -> None:
    ran = shell("backup", taken, tmp_path / "no folder" / "a.zip")
    assert ran.code == 3
    assert "a.zip: the backup cannot be written" in ran.err


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        (f"originals/{'0' * 64}", b"other", "is not what its name says"),
        ("originals/../../outside", b"other", "is not what its name says"),
        ("log.jsonl", b"", "is no ledger export"),
    ],
)
def test_a_backup_that_was_made_up_is_refused(
    shell: Shell, tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, data)
    ran = shell("import", tmp_path / "copy.db", file)
    assert ran.code == 3
    assert why in ran.err


def test_a_backup_without_its_log_is_refused(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    with zipfile.ZipFile(file, "w"):
        pass
    ran = shell("import", tmp_path / "copy.db", file)
    assert ran.code == 3
    assert "is no backup" in ran.err


def test_an_export_of_the_log_alone_lacks_the_originals(
    shell: Shell, ledger: Path, tmp_path: Path
) -> None:
    log, copy = tmp_path / "log.jsonl", tmp_path / "copy.db"
    assert "original files" in shell("export", ledger, "--out", log).err
    shell("import", copy, log)
    ran = shell("verify", copy)
    assert ran.code == 1
    assert ONE.key in ran.out
