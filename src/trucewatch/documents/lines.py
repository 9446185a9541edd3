"""Lines of a text with their offsets: the unit furniture is marked in."""

from typing import NamedTuple

from trucewatch.values.spans import Span


class Line(NamedTuple):
    """One line that is not blank, without the white space around it.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        words: Its text.
        gap: Whether a blank line, or the beginning of the text, stands before it.
    """

    start: int
    end: int
    words: str
    gap: bool

    @property
    def span(self) -> Span:
        """Where the line stands."""
        return Span(self.start, self.end)


def split_lines(text: str, start: int = 0) -> list[Line]:
    """Return the lines of ``text`` from ``start`` that are not blank, in order."""
    lines = []
    offset, gap = start, True
    for raw in text[start:].split("\n"):
        words = raw.strip()
        if words:
            begin = offset + raw.index(words[0])
            lines.append(Line(begin, begin + len(words), words, gap))
            gap = False
        else:
            gap = True
        offset += len(raw) + 1
    return lines
