"""How a register looks to people."""

import pytest

from tests.support.made import made_claim, made_document, made_ledger, made_quantity
from trucewatch.cli.rows import lines_of, print_register, take_common
from trucewatch.reference.theatre import load_theatre
from trucewatch.registers.registry import register

DOCUMENT = made_document()
JOINED = made_claim(
    DOCUMENT,
    "41 armed groups",
    quantity=made_quantity(DOCUMENT, "41"),
    day="2016-05-23",
)
OTHER = made_claim(
    DOCUMENT,
    "7 people",
    quantity=made_quantity(DOCUMENT, "7"),
    day="2016-05-22",
)
PARTIES = register("parties")
ROWS = PARTIES.build(
    made_ledger((DOCUMENT, (JOINED, OTHER))).view(), load_theatre("syria_2016")
)


def test_a_line_says_who_says_so_and_joins_both_ends_of_a_time() -> None:
    line = next(x for x in lines_of(PARTIES, ROWS) if x["count"] == "41 groups")
    assert line["when"] == "2016-05-23"
    assert "Hmeimim" in line["said by"]
    assert "party" not in line


def test_what_all_rows_have_alike_is_said_once() -> None:
    lines = lines_of(PARTIES, ROWS)
    common = take_common(lines)
    assert common["act"] == "PTY.accession"
    assert all("act" not in line for line in lines)
    assert [line["count"] for line in lines] == ["7 groups", "41 groups"]


def test_what_one_row_has_is_its_own() -> None:
    lines = lines_of(PARTIES, ROWS[:1])
    assert take_common(lines) == {}
    assert take_common([]) == {}


def test_a_wide_terminal_gets_a_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    print_register(PARTIES, ROWS)
    lines = capsys.readouterr().out.splitlines()
    assert "(2 rows)" in lines[0]
    assert "act: PTY.accession" in lines[1]
    assert lines[2].split()[0] == "count"


def test_a_narrow_terminal_gets_blocks_and_breaks_no_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    print_register(PARTIES, ROWS[:1])
    out = capsys.readouterr().out
    assert "\n7 groups · cumulative total" in out
    assert "reconciliation" in out
    assert max(map(len, out.splitlines()[1:])) <= 40
