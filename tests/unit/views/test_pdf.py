"""The brief as PDF."""

import io
import sys

import pypdf
import pytest

from trucewatch.views import pdf
from trucewatch.views.brief import Brief, Group, Section, figure, note, quote, words
from trucewatch.views.evidence import Evidence
from trucewatch.views.pdf import NoTypesetterError, font_folders, render_pdf

HOSTILE = '#eval("1") *bold* [x] $a$ \\ @c_1 <c_2>'
ARABIC = "\u0648\u0642\u0641"


def brief(title: str = "The week") -> Brief:
    sentence = (words("He counted "), figure("41", "c_1"), quote(HOSTILE, "c_1"))
    section = Section("s", "Title", "Lead.", (Group("", ((*sentence, note("c_1")),)),))
    evidence = Evidence(
        claim="c_1",
        quote=HOSTILE,
        before=f"{ARABIC} before ",
        after=" after",
        speaker="A spokesman",
        chain="TASS",
        stance="quoted directly",
        file="a.txt",
        span=(3, 9),
        published="2016-05-23",
        about=None,
        place=None,
        rule="rules",
    )
    empty = Section("e", "Empty", "", (Group("Head", ()),))
    return Brief(title, (("True at", "any time"),), (section, empty), (evidence,))


def text_of(made: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return " ".join("".join(page.extract_text() for page in pages).split())


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert render_pdf(brief()) == render_pdf(brief())


def test_what_a_document_says_is_no_markup() -> None:
    text = text_of(render_pdf(brief(HOSTILE)))
    assert text.count('#eval("1") *bold* [x] $a$') == 3
    assert "a.txt [3–9], 2016-05-23" in text


def test_a_note_leads_to_its_evidence() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(brief())))
    links = [a for page in reader.pages for a in page.get("/Annots") or ()]
    assert links
    assert reader.metadata is not None
    assert reader.metadata.title == "The week"


def test_without_the_typesetter_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypesetterError, match="trucewatch"):
        render_pdf(brief())


def test_fonts_that_are_not_installed_are_done_without(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "FONTS", ("no_such_fonts",))
    assert font_folders() == []
