"""Briefs as files."""

import re
from html.parser import HTMLParser

import pytest

from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.views.brief import (
    Brief,
    Group,
    Section,
    Sentence,
    count,
    figure,
    name,
    note,
    quote,
    when,
    words,
)
from trucewatch.views.briefs import render_html, render_markdown
from trucewatch.views.evidence import evidence_of

HOSTILE = "</style><script>alert(1)</script>"
DOCUMENT = made_document()
CLAIM = made_claim(
    DOCUMENT,
    "41 armed groups have joined the truce",
    quantity=made_quantity(DOCUMENT, "41"),
)
SENTENCE: Sentence = (
    name("the centre"),
    words(" counted "),
    figure("41", CLAIM.key),
    words(" groups by "),
    when("2016-05-23"),
    words(": "),
    quote("41 armed groups", CLAIM.key),
    note(CLAIM.key),
)


def brief_of(*sentences: Sentence, title: str = "A brief") -> Brief:
    group = Group("Counts", sentences)
    section = Section("parties", "Parties", "Who joined.", (group,))
    evidence = (evidence_of(CLAIM, DOCUMENT),)
    return Brief(title, (("True at", "any time"),), (section,), evidence)


class Digits(HTMLParser):
    """Collects text that holds digits and stands in no element that may hold them."""

    FREE = ("data", "q", "blockquote", "time", "cite", "code", "style", "sup", "title")

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.loose: list[str] = []
        self.data_without_claim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        free = tag in self.FREE or dict(attrs).get("class") in {"own", "where", "who"}
        if tag not in {"meta", "mark", "link"}:
            self.inside.append("free" if free else tag)
        if tag == "data" and not dict(attrs).get("data-claim"):
            self.data_without_claim += 1

    def handle_endtag(self, tag: str) -> None:
        if tag not in {"meta", "mark", "link"}:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if "free" not in self.inside and re.search(r"\d", data):
            self.loose.append(data)


def test_a_number_leads_to_its_claim_in_html() -> None:
    page = render_html(brief_of(SENTENCE))
    assert f'<data class="n" data-claim="{CLAIM.key}" value="41">41</data>' in page
    assert f'<li id="{CLAIM.key}">' in page


def test_no_digit_stands_outside_evidence_names_and_dates() -> None:
    digits = Digits()
    digits.feed(render_html(brief_of(SENTENCE, (count(3), words(" documents.")))))
    assert digits.loose == []
    assert digits.data_without_claim == 0


def test_a_number_is_footnoted_in_markdown() -> None:
    text = render_markdown(brief_of(SENTENCE))
    assert (
        "- the centre counted **41** groups by 2016-05-23: “41 armed groups”[^1]"
        in text
    )
    assert "[^1]: By now **41 armed groups have joined the truce**, the centre" in text


@pytest.mark.parametrize("part", [name(HOSTILE.replace("1", "")), when(HOSTILE)])
def test_markup_in_a_document_reads_as_it_was_written(part: object) -> None:
    brief = brief_of((part,), title=HOSTILE)  # type: ignore[arg-type]
    page, text = render_html(brief), render_markdown(brief)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<script" not in text.replace("\\<script", "")


def test_the_page_asks_for_nothing_from_anywhere() -> None:
    page = render_html(brief_of(SENTENCE))
    assert not re.search(r"<script|<link|<img|<iframe|@import|url\(|https?:", page)
    assert "default-src 'none'" in page


def test_the_same_brief_renders_the_same_bytes() -> None:
    assert render_html(brief_of(SENTENCE)) == render_html(brief_of(SENTENCE))
    assert brief_of(SENTENCE).key in render_markdown(brief_of(SENTENCE))
