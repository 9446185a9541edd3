"""A folder of everything that goes wrong: each a clear line, and the rest is read."""

from pathlib import Path

import pytest

from tests.support.shell import Shell, shell
from trucewatch.api import Casebook
from trucewatch.intake.progress import Step
from trucewatch.ledger.memory import MemoryLedger

GOOD = "Forty armed groups have joined the truce in Aleppo, Syria.\n"
MEGABYTE = 1024 * 1024


@pytest.fixture(name="shell")
def _shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setenv("COLUMNS", "240")
    return shell(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two good documents, one of them in UTF-16, among what cannot be read."""
    made = tmp_path / "documents"
    made.mkdir()
    (made / "good.txt").write_text(GOOD, encoding="utf-8")
    (made / "utf16.txt").write_text(GOOD.replace("Forty", "Fifty"), "utf-16")
    (made / "empty.txt").write_bytes(b"")
    (made / "longline.txt").write_text("word " * (10 * MEGABYTE), encoding="ascii")
    (made / "binary.txt").write_bytes(bytes(range(256)) * 64)
    (made / "broken.pdf").write_bytes(b"%PDF-1.7\nnot a page in it\n%%EOF")
    (made / "vanished.txt").symlink_to(made / "nowhere.txt")
    return made


LOST = ("empty.txt", "longline.txt", "binary.txt", "broken.pdf", "vanished.txt")


@pytest.mark.slow
def test_each_bad_file_has_one_line_and_the_rest_is_taken_in(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "case.db"
    ran = shell("ingest", ledger, folder)
    assert ran.code == 1
    assert "Traceback" not in ran.err
    for name in LOST:
        (line,) = [line for line in ran.err.splitlines() if f" {name}: " in line]
        assert "; " in line, "what is wrong; what to do"
    lost = {r["file"] for r in shell("losses", ledger, "--json").records()}
    assert set(LOST) <= lost
    numbers = {
        record["quantity"]["value"]
        for record in shell("claims", ledger, "--json").records()
        if record["quantity"]
    }
    assert {40, 50} <= numbers


@pytest.mark.slow
def test_a_second_run_over_bad_files_adds_nothing(
    shell: Shell, folder: Path, tmp_path: Path
) -> None:
    ledger = tmp_path / "case.db"
    shell("ingest", ledger, folder)
    before = shell("status", ledger, "--json").out
    assert shell("ingest", ledger, folder).code == 1
    assert shell("status", ledger, "--json").out == before


def test_a_file_that_vanishes_while_others_are_read_is_a_loss(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD + name, encoding="utf-8")

    def remove_the_other(_step: Step) -> None:
        (tmp_path / "b.txt").unlink(missing_ok=True)

    casebook = Casebook(MemoryLedger())
    account = casebook.take_in([tmp_path], progress=remove_the_other)
    assert account.documents == 1
    (gap,) = [gap for gap in account.gaps if gap.file == "b.txt"]
    assert "vanished" in gap.why


def test_a_theatre_with_a_typo_has_its_line_and_the_documents_are_read(
    shell: Shell, tmp_path: Path
) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (pack / "theatre.yaml").write_text("name: pack\ntitle: [ours\n", encoding="utf-8")
    document = tmp_path / "good.txt"
    document.write_text(GOOD, encoding="utf-8")
    ledger = tmp_path / "case.db"
    ran = shell("ingest", ledger, document, "--theatre", pack)
    assert ran.code == 1
    assert "1 document read" in ran.err
    (line,) = [line for line in ran.err.splitlines() if "theatre.yaml" in line]
    assert "trucewatch theatre check" in line
    files = {r["file"] for r in shell("losses", ledger, "--json").records()}
    assert any(file.endswith("theatre.yaml") for file in files)


def test_script_in_a_title_and_formulas_in_words_do_no_harm(
    shell: Shell, tmp_path: Path
) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    words = "=HYPERLINK() 7 people were killed <script>alert(1)</script> in Aleppo.\n"
    (folder / "a.txt").write_text(words, encoding="utf-8")
    line = '{"file": "a.txt", "title": "<script>x</script>", "publisher": "<b>P</b>"}\n'
    (folder / "metadata.jsonl").write_text(line, encoding="utf-8")
    ledger, page = tmp_path / "case.db", tmp_path / "brief.html"
    shell("ingest", ledger, folder)
    shell("brief", ledger, "--out", page)
    assert "<script" not in page.read_text("utf-8")
    table = shell("export", ledger, "--format", "csv").out
    assert ",=HYPERLINK" not in table
