"""PDF: the text of its pages, as far as a reader of moderate size would go."""

import io
import logging
import re
from typing import NamedTuple

import pypdf

from trucewatch.documents.trouble import Trouble

MAX_PAGES = 500  # the longest reports of missions have some 200
FULL_SHARE = 0.75  # a line of this share of a usual one was full
FULL_CHARS = 30  # and no column of prose is narrower
_ENDS = ".!?:;…"
_LIST_ITEM = re.compile(r"[-–—•*▪●]\s|\(?[\divx]{1,4}[.)]\s", re.IGNORECASE)
MAX_CHARS = 20_000_000  # a small file can unpack to any size

BROKEN = Trouble("it is a broken PDF", "open it in a reader and print it to PDF anew")
LOCKED = Trouble("the PDF is locked with a password", "save it without one")
PICTURES = Trouble("the PDF holds pictures and no text", "run text recognition on it")


class PdfText(NamedTuple):
    """The text of a PDF.

    Attributes:
        text: Text of the pages, a form feed between two.
        title: Title from its properties, or None.
        trouble: What was left out, or None.
    """

    text: str
    title: str | None
    trouble: Trouble | None


def read_pdf(data: bytes) -> PdfText | Trouble:
    """Read the text of a PDF, at most ``MAX_PAGES`` pages of it.

    Args:
        data: The captured bytes.

    Returns:
        The text, or what is wrong with the file.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its troubles become gaps
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return LOCKED
        return _read(reader)
    except Exception as error:  # noqa: BLE001 - pypdf lets any parser error through
        return Trouble(f"{BROKEN.what} ({type(error).__name__})", BROKEN.advice)


def _read(reader: pypdf.PdfReader) -> PdfText | Trouble:
    pages: list[str] = []
    failed: list[str] = []
    size = 0
    for number in range(min(len(reader.pages), MAX_PAGES)):
        try:
            page = reader.pages[number].extract_text()
        except Exception:  # noqa: BLE001 - one page must not cost the others
            failed.append(str(number + 1))
            continue
        pages.append(unwrap(page))
        size += len(page)
        if size > MAX_CHARS:
            break
    text = "\n\f\n".join(pages)
    if not text.strip("\f\n \t"):
        return BROKEN if failed else PICTURES
    title = reader.metadata.title if reader.metadata else None
    return PdfText(text, title or None, _left_out(len(reader.pages), pages, failed))


def unwrap(text: str) -> str:
    """Join the lines that a page broke for want of room.

    A line that is as long as most and does not end a sentence goes on in the next;
    headings, list items and rows of tables are shorter and stay as they are.

    Args:
        text: Text of a page as it was set, one line a line.
    """
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    full = lengths[len(lengths) * 3 // 4] * FULL_SHARE if lengths else 0
    joined: list[str] = []
    goes_on = False
    for raw in lines:
        line = raw.strip()
        if goes_on and line and not _LIST_ITEM.match(line):
            space = "" if joined[-1].endswith("-") else " "
            joined[-1] += space + line
        else:
            joined.append(line)
        goes_on = len(line) >= max(full, FULL_CHARS) and line[-1] not in _ENDS
    return "\n".join(joined)


def _left_out(count: int, pages: list[str], failed: list[str]) -> Trouble | None:
    if failed:
        what = f"page {', '.join(failed[:10])} of {count} could not be read"
        return Trouble(what, "print the file to PDF anew")
    if len(pages) < count:
        what = f"pages after {len(pages)} of {count} were not read"
        return Trouble(what, "split the file")
    return None
