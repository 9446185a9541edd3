"""The words of an original, with which of them were read."""

from trucewatch.web.beside import Line, lines_of

PAGE = b"""<html><head><title>T</title><style>p{}</style></head><body>
<nav><a href=x>Home</a></nav><script>taken()</script>
<p>Seven <b>were</b>
killed.</p><p>Sign up &amp; win<br>now</p></body></html>"""


def test_words_that_were_read_are_told_from_the_others() -> None:
    assert lines_of(PAGE, "text/html", "utf-8", "Seven were killed.\n") == [
        Line("Home", is_read=False),
        Line("Seven were killed.", is_read=True),
        Line("Sign up & win", is_read=False),
        Line("now", is_read=False),
    ]


def test_a_text_is_shown_line_by_line() -> None:
    found = lines_of(b"One.\r\n\r\nTw\xff.", "text/plain", "utf-8", "One.")
    assert [line.is_read for line in found] == [True, False]


def test_other_files_have_no_words_to_show() -> None:
    assert lines_of(b"%PDF", "application/pdf", "utf-8", "x") == []


def test_an_end_without_a_beginning_silences_nothing() -> None:
    page = b"</script><p>Words</p>"
    assert [line.text for line in lines_of(page, "text/html", "utf-8", "")] == ["Words"]
