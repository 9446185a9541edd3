"""Laws of documents: furniture marks never shift an offset, keys come from bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.documents.document import Document
from trucewatch.documents.furniture import body_spans, find_furniture
from trucewatch.documents.lines import split_lines
from trucewatch.documents.loading import document_from_bytes, document_from_text
from trucewatch.documents.plain import Decoded, decode

# The first example pays for word lists and for readers imported late.
UNHURRIED = settings(deadline=None)

LINES = st.sampled_from(
    [
        "",
        "  ",
        "Home | News | Contact us",
        "Newsletter",
        "12 users have voted.",
        "Photo by: EPA",
        "— Mirror (@Mirror) March 5, 2016",
        "READ MORE: Ten questions about the truce",
        "Residents look at a bridge in Marzaf, Syria, May 3, 2013.",
        "KYIV, 3 October 2018. Nine shots were heard.",
        "Nine shots were heard near Marzaf on Sunday, and a woman was hurt there.",
        "Rebel Groups Reject New Draft as Talks Resume in Marzaf",
        "Marzaf: 7",
        "İstanbul: görüşmeler sürüyor",
    ]
)
TEXTS = st.lists(st.one_of(LINES, st.text(max_size=40)), max_size=80).map("\n".join)


@UNHURRIED
@given(TEXTS)
def test_marks_are_disjoint_ordered_and_cover_whole_lines(text: str) -> None:
    marks = find_furniture(text)
    lines = {line.span for line in split_lines(text)}
    assert all(mark.span in lines for mark in marks)
    starts = [mark.span.start for mark in marks]
    assert starts == sorted(set(starts))


@UNHURRIED
@given(TEXTS)
def test_marks_and_body_share_out_the_lines(text: str) -> None:
    marks = find_furniture(text)
    both = [*body_spans(text, marks), *(mark.span for mark in marks)]
    assert sorted(both) == [line.span for line in split_lines(text)]


@UNHURRIED
@given(TEXTS)
def test_a_document_keeps_its_text_and_its_spans_lie_in_it(text: str) -> None:
    document = document_from_text(text)
    assert document.text == text
    spans = [mark.span for mark in document.furniture]
    if document.title_span is not None:
        spans.append(document.title_span)
        assert document.title_span.of(text) == document.title
    dateline = document.dateline
    if dateline is not None:
        spans += [span for span in (dateline.span, dateline.day_span) if span]
    assert all(span.end <= len(text) for span in spans)


@UNHURRIED
@given(TEXTS)
def test_lines_are_what_their_spans_cover(text: str) -> None:
    assert all(line.span.of(text) == line.words for line in split_lines(text))


@UNHURRIED
@given(st.binary(max_size=300))
def test_no_bytes_break_the_loader_and_the_key_is_of_the_bytes(data: bytes) -> None:
    first, again = (document_from_bytes(data, "a.txt") for _ in range(2))
    assert first == again
    if first.document is None:
        assert len(first.gaps) == 1
    else:
        assert first.document.byte_count == len(data)


@UNHURRIED
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C"])))
def test_text_in_utf_8_reads_back(text: str) -> None:
    decoded = decode(text.encode())
    if isinstance(decoded, Decoded) and not text.startswith("\ufeff"):
        assert decoded.text == text


@pytest.mark.slow
@UNHURRIED
@given(TEXTS)
def test_making_a_document_twice_gives_the_same(text: str) -> None:
    assert document_from_text(text) == document_from_text(text)
    assert document_from_text(text).key == Document(text=text).key
