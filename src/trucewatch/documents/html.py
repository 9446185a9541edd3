"""HTML: the main text of a page, with what the page says of itself."""

from typing import NamedTuple

import trafilatura
from trafilatura.settings import Document as Extracted

from trucewatch.documents.metadata import Metadata
from trucewatch.documents.trouble import Trouble
from trucewatch.errors import PartialDateError
from trucewatch.values.dates import PartialDate

NO_TEXT = Trouble("no text was found in the page", "save the article as text")


class PageText(NamedTuple):
    """The main text of a page.

    Attributes:
        text: Paragraphs, one a line; the text spans refer to.
        metadata: Title, publisher, day and address as the page's head gives them.
    """

    text: str
    metadata: Metadata


def read_html(data: bytes | str) -> PageText | Trouble:
    """Read the main text of a page and the metadata in its head.

    Args:
        data: The captured bytes, or their text where the encoding is known.

    Returns:
        The text, or what is wrong with the page.
    """
    try:
        page = trafilatura.bare_extraction(
            data,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # noqa: BLE001 - hostile markup must not stop a run
        return Trouble(f"the page is broken ({type(error).__name__})", NO_TEXT.advice)
    if not isinstance(page, Extracted) or not (page.text or "").strip():
        return NO_TEXT
    return PageText(page.text or "", _metadata(page))


def _metadata(page: Extracted) -> Metadata:
    return Metadata(
        publisher=page.sitename or page.hostname or None,
        published=_day(page.date),
        title=page.title or None,
        url=page.url or None,
    )


def _day(words: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(words) if words else None
    except PartialDateError:
        return None
