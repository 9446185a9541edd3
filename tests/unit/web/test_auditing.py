"""The audit: a chain of what was changed by whom."""

from pathlib import Path

import pytest

from tests.support.claims import at
from trucewatch.web.auditing import START, Audit


def an_audit(folder: Path) -> Audit:
    return Audit(folder / "kept" / "audit.jsonl", lambda: at("2026-11-01"))


def test_the_newest_line_comes_first(tmp_path: Path) -> None:
    audit = an_audit(tmp_path)
    for name in ("one", "two", "three"):
        audit.note(what=name)
    assert [line["what"] for line in audit.last(2)] == ["three", "two"]


def test_each_line_names_the_one_before(tmp_path: Path) -> None:
    audit = an_audit(tmp_path)
    audit.note(what="one")
    audit.note(what="two")
    assert audit.last(2)[1]["before"] == START
    assert audit.last(2)[0]["before"] != START
    assert audit.is_whole()


def test_an_audit_goes_on_where_it_ended(tmp_path: Path) -> None:
    an_audit(tmp_path).note(what="one")
    again = an_audit(tmp_path)
    again.note(what="two")
    assert again.is_whole()
    assert len(again.last(9)) == 2


@pytest.mark.parametrize("change", ["one -> won", "drop the first line"])
def test_a_change_behind_its_back_is_noticed(tmp_path: Path, change: str) -> None:
    audit = an_audit(tmp_path)
    for name in ("one", "two", "three"):
        audit.note(what=name)
    path = tmp_path / "kept" / "audit.jsonl"
    text = path.read_text("utf-8")
    if change == "one -> won":
        text = text.replace('"one"', '"won"')
    else:
        text = text.partition("\n")[2]
    path.write_text(text, encoding="utf-8")
    assert not an_audit(tmp_path).is_whole()


def test_an_audit_without_lines_is_whole(tmp_path: Path) -> None:
    assert an_audit(tmp_path).is_whole()
    assert an_audit(tmp_path).last(3) == []
