"""The main text of a page, with what the page says of itself."""

import pytest

pytest.importorskip("trafilatura")

from trafilatura.settings import Document as Extracted

from trucewatch.documents.html import NO_TEXT, PageText, read_html
from trucewatch.documents.loading import document_from_bytes
from trucewatch.documents.trouble import Trouble
from trucewatch.values.dates import PartialDate

EXTRACT = "trucewatch.documents.html.trafilatura.bare_extraction"
PARAGRAPH = (
    "Observers counted nine violations in the northern sector on Sunday, and a woman "
    "was hurt in Marzaf, the commission said in its evening note. "
)
PAGE = f"""<!DOCTYPE html>
<html><head><title>Nine violations | Coast Mirror</title>
<meta property="og:site_name" content="Coast Mirror">
<meta property="article:published_time" content="2018-07-16T09:20:00Z">
<link rel="canonical" href="https://mirror.example/2018/07/16/nine">
<script>var a = 1;</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Nine violations</h1>
<p>{PARAGRAPH * 3}</p><p>The harvest truce goes on – until further notice.</p>
<p>{PARAGRAPH * 2}</p></article>
<footer>© 2018 Coast Mirror. All rights reserved.</footer></body></html>"""


def _page(html: str) -> PageText:
    page = read_html(html)
    assert isinstance(page, PageText)
    return page


def test_the_article_is_kept_and_the_menu_is_not() -> None:
    text = _page(PAGE).text
    assert "The harvest truce goes on – until further notice." in text
    assert "Home" not in text
    assert "var a" not in text


def test_the_head_of_the_page_gives_its_metadata() -> None:
    metadata = _page(PAGE).metadata
    assert metadata.publisher == "Coast Mirror"
    assert metadata.published == PartialDate(2018, 7, 16)
    assert metadata.title == "Nine violations"
    assert metadata.url == "https://mirror.example/2018/07/16/nine"


def test_a_page_that_does_not_say_its_day_has_none() -> None:
    page = PAGE.replace("article:published_time", "other").replace("2018", "then")
    assert _page(page).metadata.published is None


@pytest.mark.parametrize("html", ["", "<html><body></body></html>", "<<<>>>"])
def test_a_page_without_text_says_so(html: str) -> None:
    result = read_html(html)
    assert isinstance(result, Trouble)
    assert result.advice == NO_TEXT.advice


def test_a_page_becomes_a_document_of_its_bytes() -> None:
    loaded = document_from_bytes(PAGE.encode("utf-16"), "nine.html")
    document = loaded.document
    assert document is not None
    assert (document.media_type, document.encoding) == ("text/html", "utf-16")
    assert document.published_basis == "metadata"
    assert loaded.original == PAGE.encode("utf-16")


def test_a_page_too_hostile_to_parse_is_a_trouble(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def explode(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(EXTRACT, explode)
    result = read_html(PAGE)
    assert isinstance(result, Trouble)
    assert "RecursionError" in result.what


def test_a_day_that_is_none_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Extracted()
    page.text, page.date = PARAGRAPH, "soon"
    monkeypatch.setattr(EXTRACT, lambda *_, **__: page)
    assert _page(PAGE).metadata.published is None


def test_a_page_of_endless_markup_is_not_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("trucewatch.documents.loading.MAX_PAGE_BYTES", 100)
    loaded = document_from_bytes(PAGE.encode(), "a.html")
    assert loaded.document is None
    assert "the page is larger" in loaded.gaps[0].why


def test_script_in_a_title_stays_text() -> None:
    page = PAGE.replace("<h1>Nine", "<h1>&lt;script&gt;alert(1)&lt;/script&gt; Nine")
    assert _page(page).text
