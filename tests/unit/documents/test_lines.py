from trucewatch.documents.lines import Line, split_lines
from trucewatch.values.spans import Span


def test_lines_keep_their_offsets_without_the_space_around_them() -> None:
    text = "  one two \r\n\r\n\tthree\n"
    lines = split_lines(text)
    assert lines == [Line(2, 9, "one two", gap=True), Line(15, 20, "three", gap=True)]
    assert [line.span.of(text) for line in lines] == ["one two", "three"]


def test_a_line_knows_whether_a_blank_line_stands_before_it() -> None:
    assert [line.gap for line in split_lines("a\nb\n\nc")] == [True, False, True]


def test_lines_before_the_start_are_left_out() -> None:
    assert [line.span for line in split_lines("a\nbb\nc", 2)] == [
        Span(2, 4),
        Span(5, 6),
    ]


def test_a_blank_text_has_no_lines() -> None:
    assert split_lines(" \n\t\n") == []
