"""Which claims an entry brings to light and which it ends.

A log only grows, yet what is *seen* changes: a newer reading supersedes the older
claims of the same reader, a newer version of a page carries a claim on, a changed text
leaves a quotation without its words. These rules read nothing but the log, so that any
store derives the same from the same log, at once or on rebuilding.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.errors import UnknownClaimError
from trucewatch.ledger.entry import (
    DocumentEntry,
    Entry,
    ReadingEntry,
    reader_name,
    reader_version,
)
from trucewatch.values.keys import content_key

Sighting = tuple[str, str]  # reader's name without version, key of a claim


class Effects(NamedTuple):
    """What an entry changes in what is seen from it on."""

    ended: tuple[Sighting, ...] = ()
    begun: tuple[Sighting, ...] = ()


class Index(Protocol):
    """What a store can look up while an entry is weighed."""

    def holds(self, identity: str) -> bool:
        """Say whether an entry of that identity, other than a claim, was written."""

    def document(self, key: str) -> Document | None:
        """Return the document as last recorded, or None."""

    def recorded(self, document: Document) -> bool:
        """Say whether exactly this record of a document was ever entered."""

    def earlier_version(self, document: Document) -> str | None:
        """Return the key of the document that ``document`` is a newer version of."""

    def version_of(self, key: str) -> str | None:
        """Return the key of the version before the document ``key``, or None."""

    def next_version(self, key: str) -> str | None:
        """Return the key of the version after the document ``key``, or None."""

    def claim(self, key: str) -> Claim | None:
        """Return a claim ever recorded, or None."""

    def holding(self, keys: Iterable[str]) -> frozenset[str]:
        """Return those of ``keys`` that are of claims ever recorded."""

    def reading(self, document: str, reader: str) -> ReadingEntry | None:
        """Return the standing reading of a reader (by name, without version)."""

    def has_read(self, entry: ReadingEntry) -> bool:
        """Say whether such a reading with the same finding was ever recorded."""

    def live(self, document: str) -> Mapping[str, frozenset[str]]:
        """Return the keys of the claims now seen, by reader's name."""


@dataclass(frozen=True, slots=True)
class Reanchoring:
    """What became of an older version's claims in the newer version of a document.

    Attributes:
        kept: Claims whose words stand where they stood.
        moved: Claims whose words stand elsewhere.
        gone: Claims whose words are no longer there; they stay seen as said then.
    """

    kept: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def effects(entry: Entry, index: Index) -> Effects:
    """Return what ``entry`` ends and begins, given everything before it.

    Raises:
        UnknownClaimError: A reading names a claim that was never recorded.
    """
    match entry:
        case DocumentEntry(document=document):
            return Effects(ended=_cut_loose(document, index))
        case ReadingEntry():
            return _read(entry, index)
        case _:
            return Effects()


def _cut_loose(document: Document, index: Index) -> tuple[Sighting, ...]:
    """Claims whose words a changed text no longer has where they point."""
    before = index.document(document.key)
    if before is None or before.text == document.text:
        return ()
    return tuple(
        (reader, key)
        for reader, keys in sorted(index.live(document.key).items())
        for key in sorted(keys)
        if (claim := index.claim(key)) is not None
        and claim.span.of(document.text) != claim.quote
    )


def _read(entry: ReadingEntry, index: Index) -> Effects:
    name = reader_name(entry.reader)
    if is_outdated(entry, index.reading(entry.document, name)):
        return Effects()
    live = index.live(entry.document).get(name, frozenset())
    found = frozenset(entry.claims) - _carried_on(entry, index)
    missing = found - live - index.holding(found - live)
    if missing:
        raise UnknownClaimError(min(missing))
    ended = [(name, key) for key in sorted(live - found)]
    older = index.version_of(entry.document)
    if older is not None:
        ended += _overtaken(older, entry.claims, index)
    return Effects(tuple(ended), tuple((name, key) for key in sorted(found - live)))


def is_outdated(entry: ReadingEntry, standing: ReadingEntry | None) -> bool:
    """Say whether a newer version of the reader has been through the document."""
    return standing is not None and (
        reader_version(entry.reader) < reader_version(standing.reader)
    )


def is_said_already(entry: ReadingEntry, index: Index) -> bool:
    """Say whether recording a reading would tell nothing new.

    The standing reading need not be repeated. An older one must be, where a reader
    came back to what it found before, unless a newer version has read since.
    """
    standing = index.reading(entry.document, reader_name(entry.reader))
    if standing is not None and standing.finding == entry.finding:
        return True
    return is_outdated(entry, standing) and index.has_read(entry)


def _carried_on(entry: ReadingEntry, index: Index) -> frozenset[str]:
    """Claims of an older version that a newer one, already read, carries on."""
    newer = index.next_version(entry.document)
    if newer is None:
        return frozenset()
    said = {signature(claim) for claim in _live_claims(newer, index)}
    claims = ((key, index.claim(key)) for key in entry.claims)
    return frozenset(key for key, claim in claims if claim and signature(claim) in said)


def _overtaken(older: str, keys: Iterable[str], index: Index) -> list[Sighting]:
    claims = (index.claim(key) for key in keys)
    said = {signature(claim) for claim in claims if claim is not None}
    return [
        (reader, key)
        for reader, live in sorted(index.live(older).items())
        for key in sorted(live)
        if (claim := index.claim(key)) is not None and signature(claim) in said
    ]


def _live_claims(document: str, index: Index) -> list[Claim]:
    keys = {key for keys in index.live(document).values() for key in keys}
    claims = (index.claim(key) for key in sorted(keys))
    return [claim for claim in claims if claim is not None]


def reanchor(older: str, claims: Iterable[Claim], index: Index) -> Reanchoring:
    """Say where the claims of the document ``older`` stand among ``claims``."""
    spots: dict[str, set[int]] = {}
    for claim in claims:
        spots.setdefault(signature(claim), set()).add(claim.span.start)
    kept, moved, gone = [], [], []
    for claim in _live_claims(older, index):
        starts = spots.get(signature(claim), set())
        if claim.span.start in starts:
            kept.append(claim.key)
        elif starts:
            moved.append(claim.key)
        else:
            gone.append(claim.key)
    return Reanchoring(tuple(kept), tuple(moved), tuple(gone))


def signature(claim: Claim) -> str:
    """Return what a claim says apart from the document and place it stands in."""
    quantity = claim.quantity
    said = [
        claim.quote,
        claim.kind,
        claim.variant,
        [claim.voice, claim.polarity, claim.assertion, claim.tense],
        [[v.part, v.id, v.text] for v in claim.chain],
        [[r.role, r.id, r.text] for r in claim.roles],
        [[p.role, p.id, p.text] for p in claim.places],
        [claim.time.start, claim.time.end],
        quantity and [quantity.value, quantity.low, quantity.high, quantity.unit],
        [claim.counter, claim.instrument],
    ]
    return content_key("s", said)
