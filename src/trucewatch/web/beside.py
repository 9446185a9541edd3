"""Beside: the words of a captured page, with which of them were read as its text.

Nothing of the page is shown but its words: no markup, picture or script of somebody
else's reaches the browser. So it can be told what the reader of pages left out.
"""

from dataclasses import dataclass
from html.parser import HTMLParser

SILENT = frozenset({"script", "style", "noscript", "template", "head", "svg"})
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "source", "area"})
MOST_LINES = 3_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an original.

    Attributes:
        text: Its words.
        is_read: Whether they stand in the text that was read.
    """

    text: str
    is_read: bool


class _Words(HTMLParser):
    """Gathers the words of a page, a block a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line where a block begins."""
        del attrs
        if tag in SILENT:
            self._silent += 1
        if tag not in INLINE:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        """End a line where a block ends."""
        if tag in SILENT and self._silent:
            self._silent -= 1
        if tag not in INLINE and tag not in VOID:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._silent:
            self.lines[-1] += data


def lines_of(original: bytes, media_type: str, encoding: str, text: str) -> list[Line]:
    """Return the lines of an original, or none where its words cannot be shown.

    Args:
        original: The captured bytes.
        media_type: What they are.
        encoding: How they are to be read.
        text: The text that was read from them.
    """
    if media_type not in {"text/html", "application/xhtml+xml", "text/plain"}:
        return []
    words = original.decode(encoding, "replace")
    raw = words.splitlines()
    if media_type != "text/plain":
        page = _Words()
        page.feed(words)
        page.close()
        raw = page.lines
    known = _flat(text)
    flat = [line for one in raw if (line := _flat(one))]
    return [Line(line, line in known) for line in flat[:MOST_LINES]]


def _flat(text: str) -> str:
    return " ".join(text.split())
