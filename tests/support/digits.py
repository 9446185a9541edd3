"""The law of the brief, as a reader of HTML: no number without its claim."""

import re
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br"})
# What may hold digits that are no figure of a claim: quoted words, names and dates of
# documents, keys, our own counts (class own), and where evidence stands.
# The heading is its author's own.
_FREE = frozenset(
    {"q", "blockquote", "time", "cite", "code", "style", "sup", "title", "h1"}
)
_FREE_CLASSES = frozenset({"own", "where", "who", "standpoint"})


class Digits(HTMLParser):
    """Walks a page and collects every number.

    Attributes:
        figures: Text and claim of every figure.
        tags: Names of the elements of the page.
        targets: The ids of the page.
        links: What its links inside the page lead to.
        loose: Text with digits that stands in nothing that may hold them.
    """

    def __init__(self, page: str) -> None:
        super().__init__()
        self.figures: list[tuple[str, str]] = []
        self.tags: set[str] = set()
        self.targets: set[str] = set()
        self.links: set[str] = set()
        self.loose: list[str] = []
        self._inside: list[str] = []
        self._claim: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if given.get("id"):
            self.targets.add(str(given["id"]))
        if str(given.get("href", "")).startswith("#"):
            self.links.add(str(given["href"])[1:])
        if tag in _VOID:
            return
        free = tag in _FREE or given.get("class") in _FREE_CLASSES
        self._inside.append("free" if free else tag)
        if tag == "data":
            self._claim = str(given.get("data-claim") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self._inside.pop()
        if tag == "data":
            self._claim = None

    def handle_data(self, data: str) -> None:
        if not re.search(r"\d", data):
            return
        if self._claim is not None:
            self.figures.append((data, self._claim))
        elif "free" not in self._inside:
            self.loose.append(data)
