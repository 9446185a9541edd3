"""Claims as CSV."""

import csv
import io

import pytest

from tests.support.made import made_claim, made_document
from trucewatch.views.exports.csv import neutral, write


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_text_that_looks_like_a_formula_is_neutralised(start: str) -> None:
    assert neutral(f"{start}HYPERLINK()") == f"'{start}HYPERLINK()"


@pytest.mark.parametrize("value", [-37.2, -1, 0, None, "plain", "5=5"])
def test_everything_else_stays_as_it_is(value: str | float | None) -> None:
    assert neutral(value) == value


def test_a_written_file_reads_back() -> None:
    document = made_document('=cmd() said "41, no, 42 groups" joined.')
    claim = made_claim(document, '=cmd() said "41, no, 42 groups" joined')
    stream = io.StringIO()
    assert write([claim, claim], stream) == 2
    rows = list(csv.DictReader(io.StringIO(stream.getvalue())))
    assert [row["claim"] for row in rows] == [claim.key, claim.key]
    assert rows[0]["quote"] == "'" + claim.quote


def test_no_claims_give_a_file_with_column_names_only() -> None:
    stream = io.StringIO()
    assert write([], stream) == 0
    assert stream.getvalue().startswith("claim,document,")
