"""Briefs as files."""

import re

import pytest

from tests.support.digits import Digits
from tests.support.made import made_claim, made_document, made_quantity
from trucewatch.errors import UnknownNameError
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
from trucewatch.views.briefs import render, render_html, render_markdown
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


def test_a_number_leads_to_its_claim_in_html() -> None:
    page = render_html(brief_of(SENTENCE))
    assert f'<data class="n" data-claim="{CLAIM.key}" value="41">41</data>' in page
    assert f'<li id="{CLAIM.key}">' in page


def test_no_digit_stands_outside_evidence_names_and_dates() -> None:
    page = render_html(brief_of(SENTENCE, (count(3), words(" documents."))))
    digits = Digits(page)
    assert digits.loose == []
    assert digits.figures == [("41", CLAIM.key)]
    assert digits.links <= digits.targets


def test_a_loose_number_would_be_found() -> None:
    assert Digits("<p>59 groups and <data data-claim=''>3</data></p>").loose == [
        "59 groups and "
    ]


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


@pytest.mark.parametrize("suffix", [".html", ".HTM"])
def test_the_suffix_of_a_file_chooses_the_format(suffix: str) -> None:
    assert render(brief_of(SENTENCE), suffix).startswith("<!doctype html>")
    assert render(brief_of(SENTENCE), ".md").startswith("# A brief")


def test_another_format_is_refused() -> None:
    with pytest.raises(UnknownNameError, match=r"\.docx"):
        render(brief_of(SENTENCE), ".docx")
