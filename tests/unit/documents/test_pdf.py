"""The text of PDF files, within limits."""

import io

import pypdf
import pytest
from pypdf.generic import NameObject, StreamObject

from tests.support.papers import add_page as _page
from tests.support.papers import made_pdf as _pdf
from trucewatch.documents import pdf
from trucewatch.documents.loading import document_from_bytes
from trucewatch.documents.pdf import LOCKED, PICTURES, PdfText, read_pdf, unwrap
from trucewatch.documents.trouble import Trouble
from trucewatch.values.gaps import GapKind


def _read(data: bytes) -> PdfText:
    result = read_pdf(data)
    assert isinstance(result, PdfText)
    return result


def test_pages_are_read_in_order() -> None:
    text = _read(_pdf("Nine shots.", "Nobody hurt.", title="Note 7"))
    assert text.text.split("\n\f\n") == ["Nine shots.", "Nobody hurt."]
    assert (text.title, text.trouble) == ("Note 7", None)


def test_a_pdf_becomes_a_document() -> None:
    loaded = document_from_bytes(_pdf("Nine shots were heard.", title="Note"), "a.pdf")
    assert loaded.document is not None
    assert loaded.document.media_type == "application/pdf"
    assert loaded.document.title == "Note"


@pytest.mark.parametrize("data", [b"%PDF-1.4\ngarbage", _pdf("Nine shots.")[:150]])
def test_a_broken_pdf_says_so(data: bytes) -> None:
    result = read_pdf(data)
    assert isinstance(result, Trouble)
    assert result.what.startswith("it is a broken PDF")


def test_a_locked_pdf_says_so() -> None:
    assert read_pdf(_pdf("Nine shots.", password="p")) == LOCKED  # noqa: S106 - a test


def test_a_pdf_of_pictures_says_so() -> None:
    assert read_pdf(_pdf("")) == PICTURES


def test_pages_past_the_limit_are_left_out_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    loaded = document_from_bytes(_pdf("Nine shots.", "More."), "a.pdf")
    assert loaded.document is not None
    assert loaded.document.text == "Nine shots."
    (gap,) = loaded.gaps
    assert gap.kind is GapKind.SKIPPED_PART
    assert "pages after 1 of 2 were not read" in gap.why


def test_text_past_the_limit_is_left_out_and_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "MAX_CHARS", 5)
    trouble = _read(_pdf("Nine shots.", "More.", "More.")).trouble
    assert trouble is not None
    assert "pages after 1 of 3" in trouble.what


def test_a_page_that_fails_does_not_cost_the_others() -> None:
    writer = pypdf.PdfWriter()
    _page(writer, "Nine shots.")
    _page(writer, "Lost.")
    content = writer.pages[1]["/Contents"]
    assert isinstance(content, StreamObject)
    content[NameObject("/Filter")] = NameObject("/NoSuchFilter")
    buffer = io.BytesIO()
    writer.write(buffer)
    text = _read(buffer.getvalue())
    assert text.text == "Nine shots."
    assert text.trouble is not None
    assert "page 2 of 2 could not be read" in text.trouble.what


def test_lines_broken_for_want_of_room_are_joined() -> None:
    page = """Ceasefire
Observers counted nine violations in the northern sector on
Sunday, and a woman of 63 was hurt in Marzaf near the twenty-
seventh post.
A second shelling was heard from the other bank at the time:
- two shots near the old mill by the river, on the south side
- Dahr"""
    assert unwrap(page).split("\n") == [
        "Ceasefire",
        (
            "Observers counted nine violations in the northern sector on Sunday, and a "
            "woman of 63 was hurt in Marzaf near the twenty-seventh post."
        ),
        "A second shelling was heard from the other bank at the time:",
        "- two shots near the old mill by the river, on the south side",
        "- Dahr",
    ]


def test_rows_of_a_table_stay_apart() -> None:
    page = "Village  Shots\nMarzaf  7\nDahr  2\n\nSum  9"
    assert unwrap(page) == page
