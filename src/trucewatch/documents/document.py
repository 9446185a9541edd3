"""The document: captured bytes, the text read from them, and their origin."""

from dataclasses import dataclass, field
from enum import StrEnum

from trucewatch.values.dates import PartialDate
from trucewatch.values.keys import bytes_key
from trucewatch.values.spans import Span


class Furniture(StrEnum):
    """Why a line of a page is no body text. Marked, never removed."""

    MENU = "menu"
    VOTES = "votes"  # vote, view, comment and share counts
    NEWSLETTER = "newsletter"
    SCRIPT = "script"  # remnants of scripts and server notes
    CAPTION = "caption"  # describes a picture, and has the picture's date
    CREDIT = "credit"  # photographer, agency line, tags, copyright
    EMBEDDED = "embedded"  # a post of a social network shown in the page
    LINKED_HEADLINE = "linked_headline"  # title of another article
    NOTICE = "notice"  # update stamps, cookie notices, page numbers


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of furniture and the reason it is taken for such."""

    span: Span
    reason: Furniture
    rule: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of a document says of itself: place, day, agency.

    Attributes:
        span: Where the dateline stands; None when it was read from a URL.
        place: Place as written ("MOSCOW"), or None.
        day: The date it gives, or None.
        publisher: Agency or paper as written ("TASS"), or None.
        day_span: Where the date's words stand, or None.
        rule: Which form of dateline matched.
    """

    span: Span | None
    place: str | None
    day: PartialDate | None
    publisher: str | None
    day_span: Span | None
    rule: str


@dataclass(frozen=True, slots=True)
class Document:
    """A captured document. Its text is never edited; furniture is marked on it.

    Attributes:
        text: The text all spans of its claims refer to.
        key: ``d_`` and a digest of the captured bytes.
        publisher: Name of who published it, as metadata or its dateline say.
        published: When it was published, as far as known.
        published_basis: Where ``published`` comes from: ``metadata``, ``text``,
            ``url`` or None.
        title: Its headline, or None.
        title_span: Where the headline stands in ``text``, or None.
        url: Where it was captured, or None.
        source_file: File name it was read from, or None.
        dateline: What its head says of itself, or None.
        furniture: Marked stretches that are not body text, in order, disjoint.
        media_type: Type of the captured bytes, such as ``text/plain``.
        encoding: Character encoding the bytes were read with.
        byte_count: Length of the captured bytes.
    """

    text: str
    key: str = ""
    publisher: str | None = None
    published: PartialDate | None = None
    published_basis: str | None = None
    title: str | None = None
    title_span: Span | None = None
    url: str | None = None
    source_file: str | None = None
    dateline: Dateline | None = None
    furniture: tuple[Mark, ...] = ()
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    byte_count: int = field(default=0)

    def __post_init__(self) -> None:
        if not self.key:
            key = bytes_key("d", self.text.encode("utf-8", "surrogatepass"))
            object.__setattr__(self, "key", key)
