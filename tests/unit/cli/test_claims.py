"""`trucewatch claims`."""

from pathlib import Path

import pytest

from tests.support.shell import Shell

SEVEN, NINE = "7 people were killed in Nawa", "9 people killed in Nawa"


@pytest.mark.parametrize(
    ("options", "quotes"),
    [
        ([], ["41 armed groups", SEVEN, "12 armed groups", NINE]),
        (["--kind", "cas"], [SEVEN, NINE]),
        (["--speaker", "observer"], ["12 armed groups", NINE]),
        (["--place", "nawa"], [SEVEN, NINE]),
        (["--number", "12"], ["12 armed groups"]),
        (["--according-to", "an observer"], ["12 armed groups", NINE]),
        (["--known-on", "2026-10-01"], []),
        (["--as-of", "2016-05-22", "--kind", "PTY"], []),
        (["--min-grade", "B2"], []),
    ],
)
def test_options_choose_claims(
    shell: Shell, ledger: Path, options: list[str], quotes: list[str]
) -> None:
    ran = shell("claims", ledger, "--json", *options)
    assert ran.code == 0
    assert sorted(r["quote"] for r in ran.records()) == sorted(quotes)


def test_an_unknown_source_suggests_near_ones(shell: Shell, ledger: Path) -> None:
    ran = shell("claims", ledger, "--according-to", "ru_cr")
    assert ran.code == 2
    assert "did you mean ru_crc?" in ran.err


@pytest.mark.parametrize(
    ("option", "value"),
    [("--as-of", "yesterday"), ("--known-on", "soon"), ("--min-grade", "Z9")],
)
def test_a_standpoint_that_cannot_be_read_says_what_to_write(
    shell: Shell, ledger: Path, option: str, value: str
) -> None:
    ran = shell("claims", ledger, option, value)
    assert ran.code == 2
    assert value in ran.err
    assert "write" in ran.err


@pytest.mark.parametrize("columns", ["200", "80"])
def test_people_see_who_says_what_in_which_words(
    shell: Shell, ledger: Path, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = shell("claims", ledger).out
    assert "bulletin.txt" in out
    assert "the centre" in out
    assert "CAS.casualties" in out
    assert "7 people were killed in Nawa" in out


def test_a_ledger_that_is_not_there_says_how_to_make_one(
    shell: Shell, tmp_path: Path
) -> None:
    ran = shell("claims", tmp_path / "nowhere.db")
    assert ran.code == 3
    assert "trucewatch ingest" in ran.err
    assert not (tmp_path / "nowhere.db").exists()
