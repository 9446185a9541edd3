"""Runs: with a ledger and without one."""

import datetime as dt
from pathlib import Path

import pytest

from trucewatch.intake.progress import Step
from trucewatch.intake.runs import Intake, read
from trucewatch.ledger.memory import MemoryLedger
from trucewatch.values.gaps import GapKind

NOON = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, number in (("a", "Forty"), ("b", "Fifty")):
        text = f"{number} armed groups have joined the truce in Aleppo, Syria.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"")
    return tmp_path


@pytest.fixture
def intake() -> Intake:
    return Intake(MemoryLedger(), clock=lambda: NOON, author="test")


def numbers(intake: Intake) -> set[float | None]:
    claims = intake.ledger.view().claims()
    return {claim.quantity.value for claim in claims if claim.quantity}


def test_reading_without_a_ledger_gives_claims_and_an_account(folder: Path) -> None:
    steps: list[Step] = []
    run = read([folder], theatre="syria_2016", progress=steps.append)
    values = {claim.quantity.value for claim in run if claim.quantity}
    assert {40, 50} <= values
    assert run.account.documents == 2
    assert run.account.left_out
    assert [step.file for step in steps] == ["a.txt", "b.txt", "c.txt"]
    assert steps[-1].total == 3


def test_taking_in_keeps_claims_and_what_was_left_out(
    folder: Path, intake: Intake
) -> None:
    account = intake.take_in([folder])
    assert account.documents == 2
    assert {40, 50} <= numbers(intake)
    kinds = [gap.kind for gap in intake.ledger.view().gaps()]
    assert kinds.count(GapKind.UNREADABLE_FILE) == 1


def test_taking_in_twice_adds_nothing(folder: Path, intake: Intake) -> None:
    intake.take_in([folder])
    before = intake.ledger.head()
    account = intake.take_in([folder])
    assert intake.ledger.head() == before
    assert (account.documents, account.known_already) == (0, 2)


def test_reading_again_adds_nothing_either(folder: Path, intake: Intake) -> None:
    intake.take_in([folder])
    before = intake.ledger.head()
    account = intake.take_in([folder], again=True)
    assert account.documents == 2
    assert intake.ledger.head() == before


def test_a_changed_file_and_changed_metadata_are_read_again(
    folder: Path, intake: Intake
) -> None:
    intake.take_in([folder])
    text = "Sixty armed groups have joined the truce in Aleppo, Syria.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    line = '{"file": "b.txt", "publisher": "Morning Post"}\n'
    (folder / "metadata.jsonl").write_text(line, encoding="utf-8")
    account = intake.take_in([folder])
    assert (account.documents, account.known_already) == (2, 0)
    assert 60 in numbers(intake)
    publishers = {d.publisher for d in intake.ledger.view().documents()}
    assert "Morning Post" in publishers


def test_a_file_that_vanishes_meanwhile_is_a_gap(folder: Path, intake: Intake) -> None:
    (folder / "d.txt").symlink_to(folder / "nowhere.txt")
    account = intake.take_in([folder])
    assert "d.txt" in {gap.file for gap in account.gaps}
    assert account.documents == 2


def test_a_theatre_with_a_mistake_is_noted_and_the_rest_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = tmp_path_factory.mktemp("pack")
    (pack / "theatre.yaml").write_text("name: [unclosed\n", encoding="utf-8")
    intake = Intake(MemoryLedger(), lambda: NOON, "test", theatre=str(pack))
    account = intake.take_in([folder])
    assert account.documents == 2
    files = {gap.file for gap in intake.ledger.view().gaps()}
    assert any(file.endswith("theatre.yaml") for file in files)
