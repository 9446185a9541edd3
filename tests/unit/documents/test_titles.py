"""The headline of a document."""

import pytest

from trucewatch.documents.loading import document_from_text

BODY = "Observers counted nine violations in the northern sector on Sunday."


@pytest.mark.parametrize(
    "title",
    [
        "Nine violations in the north, observers say",
        "Daily sheet of 3 May 2019",
        '"Harvest truce" begins with 19 shellings',
        "Truce at 5:30, rocket at 5:52",
    ],
)
def test_a_first_line_that_reads_as_a_headline_is_the_title(title: str) -> None:
    document = document_from_text(f"{title}\n\n{BODY}\n")
    assert document.title == title
    assert document.title_span is not None
    assert document.title_span.of(document.text) == title


@pytest.mark.parametrize(
    "first",
    [
        "Nine violations were counted.",
        "KYIV, 3 October 2018. Nine violations were counted",
        "- nine violations",
        "2019",
        "x" * 201,
        "The council met:",
    ],
)
def test_other_first_lines_are_no_title(first: str) -> None:
    assert document_from_text(f"{first}\n\n{BODY}\n").title is None


def test_furniture_before_it_does_not_hide_a_headline() -> None:
    document = document_from_text(f"You are here\n\nNine violations\n\n{BODY}")
    assert document.title == "Nine violations"


def test_a_single_line_is_no_title() -> None:
    assert document_from_text("Nine violations in the north").title is None


def test_a_noted_title_is_found_in_the_text() -> None:
    document = document_from_text(f"Mirror\nNine shots\n{BODY}", title="Nine shots")
    assert document.title == "Nine shots"
    assert document.title_span is not None
    assert document.title_span.start == 7


def test_a_noted_title_may_not_stand_in_the_text() -> None:
    document = document_from_text(BODY, title="Nine shots")
    assert (document.title, document.title_span) == ("Nine shots", None)
