"""Versions: documents of the same origin with other bytes."""

from dataclasses import dataclass, field

from trucewatch.documents.document import Document


@dataclass(slots=True)
class VersionLinks:
    """Which document is the newer version of which.

    Attributes:
        before: For a document's key, the key of the version before it.
        after: For a document's key, the key of the version after it.
        latest: For an origin, the key of the document last seen from there.
    """

    before: dict[str, str] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    latest: dict[str, str] = field(default_factory=dict)

    def add(self, document: Document, version_of: str | None) -> None:
        """Take note of a document and of what it is a version of."""
        origin = origin_of(document)
        if origin is not None:
            self.latest[origin] = document.key
        if version_of is not None:
            self.before[document.key] = version_of
            self.after[version_of] = document.key

    def earlier(self, document: Document) -> str | None:
        """Return the key of the version before a document not yet taken in."""
        origin = origin_of(document)
        key = None if origin is None else self.latest.get(origin)
        return None if key == document.key else key


def origin_of(document: Document) -> str | None:
    """Return where a document comes from: its URL, else its file, else None.

    Documents of one origin with other bytes are versions of each other.
    """
    if document.url:
        return f"url:{document.url}"
    return f"file:{document.source_file}" if document.source_file else None
