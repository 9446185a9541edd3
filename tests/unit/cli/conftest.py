"""A shell, a folder of documents and a ledger for the tests of the commands."""

from pathlib import Path

import pytest

from tests.support.made import (
    NOON,
    made_claim,
    made_document,
    made_quantity,
)
from tests.support.shell import Shell, shell
from trucewatch.ledger.opening import open_ledger
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation

PER_EVENT = Aggregation.PER_EVENT
ONE = made_document()
TWO = made_document(
    "Only 12 armed groups have joined the truce, an observer said.\n"
    "The observer counted 9 people killed in Nawa on Monday.",
    file="other.txt",
)
JOINED = made_claim(
    ONE, "41 armed groups", quantity=made_quantity(ONE, "41"), day="2016-05-23"
)
KILLED = made_claim(
    ONE,
    "7 people were killed in Nawa",
    "CAS.casualties",
    quantity=made_quantity(ONE, "7", unit="killed", aggregation=PER_EVENT),
    place="Nawa",
    day="2016-05-23",
)
MORE = made_claim(
    TWO,
    "9 people killed in Nawa",
    "CAS.casualties",
    quantity=made_quantity(TWO, "9", unit="killed", aggregation=PER_EVENT),
    place="Nawa",
    day="2016-05-23",
    speaker=None,
    speaker_text="an observer",
)
FEWER = made_claim(
    TWO,
    "12 armed groups",
    quantity=made_quantity(TWO, "12"),
    speaker=None,
    speaker_text="an observer",
    day="2016-05-23",
)
GAP = Gap(
    GapKind.UNUSED_NUMBER, "bulletin.txt", ONE.key, Span(7, 9), "41", "counts nothing"
)
BROKEN = Gap(GapKind.UNREADABLE_FILE, "broken.pdf", None, None, "", "no PDF; save it.")


@pytest.fixture(name="shell")
def _shell(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("NO_COLOR", "1")
    return shell(capsys)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger file with two documents, four claims and two losses."""
    path = tmp_path / "case.db"
    made = open_ledger(path)
    for document, claims, gaps in (
        (ONE, (JOINED, KILLED), (GAP,)),
        (TWO, (FEWER, MORE), ()),
    ):
        made.originals.put(document.text.encode())
        made.append(
            document, claims, gaps, known=NOON, author="test", reader="rules 0.1.0"
        )
    made.note([BROKEN], known=NOON, author="test")
    made.close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two readable documents and an empty one."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, number in (("a", "Forty"), ("b", "Fifty")):
        text = f"{number} armed groups have joined the truce in Aleppo, Syria.\n"
        (documents / f"{name}.txt").write_text(text, encoding="utf-8")
    (documents / "empty.txt").write_bytes(b"")
    return documents
