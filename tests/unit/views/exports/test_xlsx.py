"""Claims as a spreadsheet."""

import io
import re
import sys
import zipfile

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.claims.claim import Claim
from trucewatch.errors import MissingPartError
from trucewatch.views.exports.xlsx import write

DOCUMENT = made_document('=cmd() said 41 joined, "https://example.org" said 42.')


def written(*claims: Claim) -> dict[str, str]:
    """Return the parts of the file that is written."""
    stream = io.BytesIO()
    assert write(claims, stream) == len(claims)
    with zipfile.ZipFile(stream) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_words_stay_words_and_numbers_are_numbers() -> None:
    quantity = made_quantity(DOCUMENT, "41")
    parts = written(made_claim(DOCUMENT, "=cmd() said 41 joined", quantity=quantity))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert re.search(r"<c r=\"\w+2\"><v>41</v></c>", sheet)
    assert "=cmd() said 41 joined" in parts["xl/sharedStrings.xml"]


def test_an_address_is_no_link() -> None:
    parts = written(made_claim(DOCUMENT, "https://example.org"))
    assert "hyperlink" not in parts["xl/worksheets/sheet1.xml"]


def test_the_same_claims_give_the_same_bytes() -> None:
    claim = made_claim(DOCUMENT, "41 joined")
    one, other = io.BytesIO(), io.BytesIO()
    write([claim], one)
    write([claim], other)
    assert one.getvalue() == other.getvalue()


def test_without_its_writer_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingPartError, match=r"trucewatch\[xlsx\]"):
        write([], io.BytesIO())
