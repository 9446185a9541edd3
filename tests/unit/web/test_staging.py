"""Documents that wait until somebody has looked at them."""

import json
from pathlib import Path

import pytest

from trucewatch.web.staging import (
    MOST_FILES,
    Handed,
    Staging,
    StagingError,
    safe_name,
)


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(tmp_path / "staging")


def test_documents_wait_as_they_came(staging: Staging) -> None:
    folder = staging.folder(
        staging.put([Handed("a.txt", b"one"), Handed("b.txt", b"two")])
    )
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.txt": b"one",
        "b.txt": b"two",
    }


def test_documents_of_one_name_do_not_cover_each_other(staging: Staging) -> None:
    folder = staging.folder(
        staging.put([Handed("a.txt", b"one"), Handed("a.txt", b"two")])
    )
    assert sorted(path.read_bytes() for path in folder.iterdir()) == [b"one", b"two"]


def test_what_was_said_of_a_document_waits_with_it(staging: Staging) -> None:
    handed = Handed("a.txt", b"one", "https://example.org/a", "Wire", "2016-05-23")
    folder = staging.folder(staging.put([handed, Handed("b.txt", b"two")]))
    (line,) = (folder / "metadata.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line) == {
        "file": "a.txt",
        "url": "https://example.org/a",
        "publisher": "Wire",
        "published": "2016-05-23",
    }


@pytest.mark.parametrize("handed", [[], [Handed("a.txt", b" \n")]])
def test_nothing_cannot_wait(staging: Staging, handed: list[Handed]) -> None:
    with pytest.raises(StagingError):
        staging.put(handed)


def test_too_many_documents_are_refused_together(staging: Staging) -> None:
    many = [Handed(f"{number}.txt", b"one") for number in range(MOST_FILES + 1)]
    with pytest.raises(StagingError, match=str(MOST_FILES)):
        staging.put(many)


def test_what_the_ledger_keeps_now_waits_no_longer_and_is_kept_once(
    staging: Staging, tmp_path: Path
) -> None:
    token = staging.put([Handed("a.txt", b"one", publisher="Wire")])
    staging.taken(token, lambda data: data == b"one")
    assert [p for p in (tmp_path / "staging").rglob("*") if p.is_file()] == []
    with pytest.raises(StagingError):
        staging.folder(token)


def test_what_the_ledger_could_not_read_is_put_aside(
    staging: Staging, tmp_path: Path
) -> None:
    token = staging.put([Handed("a.txt", b"one"), Handed("b.pdf", b"broken")])
    staging.taken(token, lambda data: data == b"one")
    left = [p.name for p in (tmp_path / "staging" / "aside").rglob("*.*")]
    assert left == ["b.pdf"]
    with pytest.raises(StagingError):
        staging.folder(token)


def test_what_was_dropped_is_gone(staging: Staging, tmp_path: Path) -> None:
    staging.drop(staging.put([Handed("a.txt", b"one")]))
    assert list((tmp_path / "staging").rglob("a.txt")) == []


@pytest.mark.parametrize("token", ["", "..", "../waiting", "0123456789abcdef"])
def test_a_token_leads_nowhere_but_to_what_waits(staging: Staging, token: str) -> None:
    with pytest.raises(StagingError):
        staging.folder(token)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\note.txt", "note.txt"),
        ("a b?.txt", "a_b_.txt"),
        ("..", "document.txt"),
        ("", "document.txt"),
        ("сводка.txt", "сводка.txt"),
    ],
)
def test_a_name_cannot_lead_elsewhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe
