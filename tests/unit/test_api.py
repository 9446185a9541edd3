"""The one door for Python users."""

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path

import pytest

import trucewatch
from tests.support.made import NOON, made_claim, made_document, made_quantity
from trucewatch import Casebook, api
from trucewatch.errors import LedgerFormatError, UnknownNameError
from trucewatch.ledger.memory import MemoryLedger

TEXT = "Forty armed groups have joined the truce in Aleppo, Syria.\n"
DOCUMENT = made_document()
JOINED = made_claim(DOCUMENT, "41 armed groups", quantity=made_quantity(DOCUMENT, "41"))


@pytest.fixture
def casebook() -> Casebook:
    made = Casebook(MemoryLedger(), clock=lambda: NOON, author="test")
    made.ledger.originals.put(DOCUMENT.text.encode())
    made.ledger.append(
        DOCUMENT, (JOINED,), (), known=NOON, author="test", reader="rules 0.1.0"
    )
    return made


def test_the_package_offers_the_casebook_without_importing_it_first() -> None:
    code = (
        "import sys, trucewatch; assert 'trucewatch.api' not in sys.modules;"
        "trucewatch.Casebook; assert 'trucewatch.api' in sys.modules;"
        "assert 'sqlalchemy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own


def test_whoever_only_looks_does_not_import_the_reader() -> None:
    code = (
        "import sys; from trucewatch import api; from trucewatch.ledger.memory import "
        "MemoryLedger; c = api.Casebook(MemoryLedger()); c.status(); c.claims();"
        "assert 'trucewatch.reading.reading' not in sys.modules;"
        "api.read; assert 'trucewatch.intake.runs' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 - our own


def test_the_api_offers_nothing_else() -> None:
    with pytest.raises(AttributeError, match="write"):
        api.write  # noqa: B018 - asking is the test


def test_the_package_offers_nothing_else() -> None:
    with pytest.raises(AttributeError, match="Notebook"):
        trucewatch.Notebook  # noqa: B018 - asking is the test


def test_everything_promised_is_there() -> None:
    assert all(hasattr(api, name) for name in api.__all__)


def test_a_casebook_is_a_file_that_can_be_opened_again(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Casebook.open(tmp_path / "case.db", clock=lambda: NOON) as casebook:
        casebook.take_in([tmp_path / "a.txt"])
        keys = [claim.key for claim in casebook.claims()]
    assert keys
    with Casebook.open(tmp_path / "case.db", create=False) as again:
        assert [claim.key for claim in again.claims()] == keys
        assert again.status().known == NOON.isoformat()


def test_a_casebook_that_only_looks_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerFormatError, match="no such ledger"):
        Casebook.open(tmp_path / "case.db", create=False)


def test_a_folder_is_read_into_a_casebook_that_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Casebook.over(tmp_path) as casebook:
        assert casebook.claims(kind="PTY")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_clock_says_when_something_is_known(casebook: Casebook) -> None:
    before = casebook.standpoint(known_on="2026-10-31")
    assert casebook.claims(before) == []
    assert casebook.claims(casebook.standpoint(known_on="2026-11-01")) == [JOINED]


def test_the_system_clock_has_a_zone() -> None:
    assert api.system_clock().tzinfo is dt.UTC


def test_a_register_knows_its_columns_and_rows(casebook: Casebook) -> None:
    register, rows = casebook.register("parties")
    assert register.name == "parties"
    (record,) = register.records(rows)
    assert JOINED.key in record["count"]["claims"]


def test_looking_changes_nothing(casebook: Casebook) -> None:
    before = casebook.ledger.head()
    casebook.brief()
    casebook.contradictions(kinds=["all"])
    casebook.losses()
    casebook.search("groups")
    casebook.rebuild()
    assert casebook.verify().is_sound
    assert casebook.ledger.head() == before


def test_a_label_is_the_neutral_name_where_one_is_known(casebook: Casebook) -> None:
    assert casebook.label("sohr") == "Syrian Observatory for Human Rights"
    assert casebook.label("an observer") == "an observer"


def test_a_decision_counts(casebook: Casebook) -> None:
    casebook.judge(api.Decision(JOINED.key, "rejected"), role="adjudicator")
    assert casebook.claims() == []


def test_losses_can_be_asked_for_by_kind(casebook: Casebook) -> None:
    assert casebook.losses(kind="unplaced").gaps == []
    assert casebook.losses().claims == 1
    with pytest.raises(UnknownNameError, match="unplaced"):
        casebook.losses(kind="unplacd")


def test_the_whole_log_can_be_handed_on(casebook: Casebook, tmp_path: Path) -> None:
    stream = io.StringIO()
    casebook.export("jsonl", stream)
    log = tmp_path / "log.jsonl"
    log.write_text(stream.getvalue(), encoding="utf-8")
    copy = Casebook(MemoryLedger())
    assert copy.import_log(log) == casebook.ledger.head().size
    assert copy.ledger.head().root == casebook.ledger.head().root


def test_the_whole_log_says_what_it_loses(casebook: Casebook) -> None:
    handed = casebook.export("jsonl", io.StringIO())
    assert "original files" in handed.loses


def test_an_unknown_format_suggests_near_ones(casebook: Casebook) -> None:
    with pytest.raises(UnknownNameError, match="csv"):
        casebook.export("cvs", io.StringIO())


def test_a_document_can_be_explained(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    explanation = api.explain(path, span=(0, 12))
    assert "Forty" in {seen.text for seen in explanation.seen}
