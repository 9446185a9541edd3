"""The headline of a document, where its first line is one."""

from collections.abc import Sequence

from trucewatch.documents.document import Dateline
from trucewatch.documents.lines import Line
from trucewatch.values.spans import Span

TITLE_CHARS = 200  # longer first lines are paragraphs
HEAD_CHARS = 3_000  # a headline stands in the head or nowhere
_NO_TITLE_ENDS = (".", "!”", '."', ".”", ".)", ":", ";", ",")


def find_title(
    text: str,
    head: Sequence[Line],
    *,
    noted: str | None = None,
    dateline: Dateline | None = None,
) -> tuple[str | None, Span | None]:
    """Return the headline and where it stands in the text.

    Args:
        text: The document's text.
        head: Its first lines that are no furniture.
        noted: Headline from metadata, or None.
        dateline: Its dateline, or None.

    Returns:
        The noted headline, or else the first line if it reads as one; and its span, or
        None where the text does not show it.
    """
    if noted is not None:
        start = text.find(noted, 0, HEAD_CHARS)
        return noted, Span(start, start + len(noted)) if start >= 0 else None
    if len(head) < 2 or not _is_title(head[0], dateline):  # noqa: PLR2004 - and a body
        return None, None
    return head[0].words, head[0].span


def _is_title(line: Line, dateline: Dateline | None) -> bool:
    words = line.words
    if len(words) > TITLE_CHARS or words.endswith(_NO_TITLE_ENDS):
        return False
    if words[0] in "-–—•◾*(" or not any(c.isalpha() for c in words):
        return False
    prefix = dateline.span if dateline else None
    return (
        prefix is None
        or not (line.start <= prefix.start < line.end)
        or (dateline is not None and dateline.rule in ("heading", "cue"))
    )
