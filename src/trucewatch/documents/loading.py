"""Files and folders to documents: chooses the reader, and says what was left out.

``load_documents`` never raises over a file: whatever is wrong with one becomes a row
of the loss account, and the others are read.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from trucewatch.documents.assembly import assemble
from trucewatch.documents.document import Document
from trucewatch.documents.metadata import NO_METADATA, Metadata, read_front_matter
from trucewatch.documents.plain import MAX_LINE_CHARS, decode
from trucewatch.documents.sources import Source, list_sources
from trucewatch.documents.store import MAX_FILE_BYTES
from trucewatch.documents.trouble import Trouble
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.keys import bytes_key

MAX_PAGE_BYTES = 10 * 1024 * 1024  # markup above this is no article, and takes minutes

PDF_MARK = b"%PDF-"
HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HTML_HEADS = (b"<!doctype html", b"<html")

TOO_LARGE = Trouble(
    f"it is larger than {MAX_FILE_BYTES // 1024 // 1024} MB", "split it into documents"
)
LONG_LINE = Trouble(
    f"a line is longer than {MAX_LINE_CHARS:,} characters and was left out",
    "break it into lines if it is prose",
)
NO_HTML_READER = Trouble(
    "web pages need the package trafilatura, which is not installed",
    'install it with pip install "trucewatch[html]"',
)
LARGE_PAGE = Trouble(
    f"the page is larger than {MAX_PAGE_BYTES // 1024 // 1024} MB",
    "save the article as text",
)
ONLY_LONG_LINES = Trouble(
    f"it has only lines longer than {MAX_LINE_CHARS:,} characters",
    "break it into lines if it is prose, or take it out of the folder",
)


class Loaded(NamedTuple):
    """What became of one file.

    Attributes:
        document: The document, or None where the file could not be read.
        gaps: What was left out, for the loss account.
        original: The captured bytes; empty without a document.
    """

    document: Document | None
    gaps: tuple[Gap, ...]
    original: bytes = b""


class _Text(NamedTuple):
    text: str
    metadata: Metadata
    media_type: str
    encoding: str
    troubles: tuple[Trouble, ...] = ()


def load_documents(paths: Iterable[Path]) -> Iterator[Loaded]:
    """Load files, and the files of folders with all below them, in sorted order.

    A file met twice is loaded once. Metadata comes from a ``metadata.jsonl`` beside a
    file or above it in the folder given.

    Args:
        paths: Files and folders.
    """
    for found in list_sources(paths):
        if isinstance(found, Gap):
            yield Loaded(None, (found,))
        else:
            yield load(found)


def load(source: Source) -> Loaded:
    """Load one file that ``list_sources`` found.

    Args:
        source: Where it stands, its name, and its metadata.
    """
    try:
        size = source.path.stat().st_size
        if source.offset is None and size > MAX_FILE_BYTES:
            return Loaded(None, (TOO_LARGE.gap(source.name),))
        data = source.read()
    except FileNotFoundError:
        trouble = Trouble("it has vanished", "capture it again")
    except PermissionError:
        trouble = Trouble("it must not be read", "change its permissions")
    except OSError as error:
        what = f"it cannot be read ({error.strerror or type(error).__name__})"
        trouble = Trouble(what, "check the disk")
    else:
        return document_from_bytes(data, source.name, source.metadata)
    return Loaded(None, (trouble.gap(source.name),))


def document_from_bytes(
    data: bytes, name: str, metadata: Metadata = NO_METADATA
) -> Loaded:
    """Make a document of captured bytes; the same bytes always give the same.

    Args:
        data: The captured bytes: plain text of any encoding, HTML or PDF.
        name: File name or other origin; its suffix helps to tell the type.
        metadata: What is known of it from elsewhere; goes before what it says itself.
    """
    if len(data) > MAX_FILE_BYTES:
        return Loaded(None, (TOO_LARGE.gap(name),))
    read = _read(data, name)
    if isinstance(read, Trouble):
        return Loaded(None, (read.gap(name),))
    front, body_from, gaps = read_front_matter(read.text, name)
    document = assemble(
        read.text,
        Document(
            text=read.text,
            key=bytes_key("d", data),
            source_file=name,
            media_type=read.media_type,
            encoding=read.encoding,
            byte_count=len(data),
        ),
        metadata.or_else(front).or_else(read.metadata),
        body_from=body_from,
    )
    for trouble in read.troubles:
        kind = GapKind.SKIPPED_PART
        gaps.append(trouble.gap(name, kind=kind, document=document.key))
    return Loaded(document, tuple(gaps), data)


def document_from_text(
    text: str,
    *,
    publisher: str | None = None,
    published: PartialDate | None = None,
    title: str | None = None,
    url: str | None = None,
    source_file: str | None = None,
) -> Document:
    """Make a document of text at hand, with dateline and furniture as of a file.

    Args:
        text: The text; spans will refer to it as it is.
        publisher: Who published it, if known.
        published: When, if known.
        title: Its headline, if known apart from the text.
        url: Where it stands on the web, if known.
        source_file: Name to show for it.
    """
    metadata = Metadata(publisher, published, title, url)
    size = len(text.encode("utf-8", "surrogatepass"))
    plain = Document(text=text, source_file=source_file, byte_count=size)
    return assemble(text, plain, metadata)


def _read(data: bytes, name: str) -> _Text | Trouble:
    if data.lstrip()[:5] == PDF_MARK:
        return _read_pdf(data)
    head = data[:2048].lstrip().lower()
    if Path(name).suffix.lower() in HTML_SUFFIXES or head.startswith(_HTML_HEADS):
        return _read_html(data)
    return _read_plain(data)


def _read_plain(data: bytes) -> _Text | Trouble:
    decoded = decode(data)
    if isinstance(decoded, Trouble):
        return decoded
    text = decoded.text
    troubles = () if decoded.trouble is None else (decoded.trouble,)
    if len(text) > MAX_LINE_CHARS:
        lines = text.split("\n")
        if any(len(line) > MAX_LINE_CHARS for line in lines):
            if not any(line.strip() for line in lines if len(line) <= MAX_LINE_CHARS):
                return ONLY_LONG_LINES
            troubles = (*troubles, LONG_LINE)
    return _Text(text, NO_METADATA, "text/plain", decoded.encoding, troubles)


def _read_html(data: bytes) -> _Text | Trouble:
    # trafilatura takes a third of a second to import: only a page pays for it
    try:
        from trucewatch.documents.html import read_html  # noqa: PLC0415
    except ModuleNotFoundError:
        return NO_HTML_READER
    if len(data) > MAX_PAGE_BYTES:
        return LARGE_PAGE
    decoded = decode(data)
    if isinstance(decoded, Trouble):
        return decoded
    page = read_html(decoded.text)
    if isinstance(page, Trouble):
        return page
    return _Text(page.text, page.metadata, "text/html", decoded.encoding)


def _read_pdf(data: bytes) -> _Text | Trouble:
    # pypdf takes a quarter of a second to import: only a PDF pays for it
    from trucewatch.documents.pdf import read_pdf  # noqa: PLC0415

    read = read_pdf(data)
    if isinstance(read, Trouble):
        return read
    troubles = () if read.trouble is None else (read.trouble,)
    metadata = Metadata(title=read.title)
    return _Text(read.text, metadata, "application/pdf", "pdf", troubles)
