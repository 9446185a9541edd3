"""Puts a document together: furniture, then dateline, then what follows from both."""

from dataclasses import replace

from trucewatch.documents.dateline import find_dateline, find_url_day
from trucewatch.documents.document import Dateline, Document, Furniture, Mark
from trucewatch.documents.furniture import FRONT_MATTER, find_furniture
from trucewatch.documents.lines import split_lines
from trucewatch.documents.metadata import Metadata
from trucewatch.documents.titles import find_title
from trucewatch.values.dates import PartialDate
from trucewatch.values.spans import Span

HEAD_LINES = 60  # where menus stand first, the article's own head comes after them
# What is dated itself, and so does not date the document.
OTHERS = frozenset(
    {
        Furniture.CAPTION,
        Furniture.EMBEDDED,
        Furniture.LINKED_HEADLINE,
        Furniture.SCRIPT,
        Furniture.VOTES,
        Furniture.NEWSLETTER,
    }
)


def assemble(
    text: str, document: Document, metadata: Metadata, *, body_from: int = 0
) -> Document:
    """Return ``document`` with furniture, dateline, title and origin filled in.

    Args:
        text: Its text.
        document: Key, file name and type of the captured bytes.
        metadata: What is known of it from elsewhere.
        body_from: Offset where the text begins, after front matter.
    """
    lines = split_lines(text, body_from)
    furniture = find_furniture(text, lines)
    reasons = {mark.span.start: mark.reason for mark in furniture}
    url_day = find_url_day(metadata.url)
    known = metadata.published or url_day
    dateline = find_dateline(
        text,
        [line for line in lines[:HEAD_LINES] if reasons.get(line.start) not in OTHERS],
        year=known.year if known else None,
    )
    published, basis = _published(metadata.published, dateline, url_day)
    title, title_span = find_title(
        text,
        [line for line in lines[:HEAD_LINES] if line.start not in reasons],
        noted=metadata.title,
        dateline=dateline,
    )
    if body_from:
        front = Span(0, len(text[:body_from].rstrip()))
        furniture = (Mark(front, Furniture.NOTICE, FRONT_MATTER), *furniture)
    return replace(
        document,
        publisher=metadata.publisher or (dateline.publisher if dateline else None),
        published=published,
        published_basis=basis,
        title=title,
        title_span=title_span,
        url=metadata.url,
        dateline=dateline,
        furniture=furniture,
    )


def _published(
    noted: PartialDate | None, dateline: Dateline | None, url_day: PartialDate | None
) -> tuple[PartialDate | None, str | None]:
    """Choose the day of publication: metadata, then the text, then the address."""
    if noted is not None:
        return noted, "metadata"
    if dateline is not None and dateline.day is not None:
        return dateline.day, "text"
    if url_day is not None:
        return url_day, "url"
    return None, None
