"""Shelves: all that a ledger in memory keeps."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field

from trucewatch.ledger.entry import (
    DocumentEntry,
    Entry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
)
from trucewatch.ledger.holdings import HeldClaim, WorkedOut
from trucewatch.ledger.marking import Words
from trucewatch.ledger.versions import VersionLinks


@dataclass(slots=True)
class Spell:
    """From which entry on a claim is seen, and from which it no longer is."""

    since: int
    until: int | None = None

    def covers(self, cut: int) -> bool:
        """Say whether the claim is seen when ``cut`` is the last entry."""
        return self.since <= cut and (self.until is None or self.until > cut)


def _by_reader() -> dict[str, list[Spell]]:
    return defaultdict(list)


def _live_by_reader() -> dict[str, set[str]]:
    return defaultdict(set)


@dataclass(slots=True)
class Shelves:
    """All a ledger in memory keeps.

    Attributes:
        log: The entries, in order.
        times: When each became known.
        identities: What has been entered, by identity.
        documents: The records of each document, oldest first.
        versions: Which document is the newer version of which.
        held: The claims, with the number of their entry.
        readings: The readings that took effect, by document and reader.
        outdated: Those that came after a newer version's.
        spells: From when till when each claim is seen, by claim and reader.
        live: The claims now seen, by document and reader.
        judgements: The judgements, oldest first.
        stray: Gaps of what never became a document.
        erased: Keys of documents of which tombstones stand.
        marks: The marks of claims, by name and edition of the marking.
        kept: Results worked out from the log, by name.
    """

    log: list[Entry] = field(default_factory=list)
    times: list[dt.datetime] = field(default_factory=list)
    identities: set[str] = field(default_factory=set)
    documents: dict[str, list[DocumentEntry]] = field(
        default_factory=lambda: defaultdict(list)
    )
    versions: VersionLinks = field(default_factory=VersionLinks)
    held: dict[str, tuple[int, HeldClaim]] = field(default_factory=dict)
    readings: dict[tuple[str, str], list[ReadingEntry]] = field(
        default_factory=lambda: defaultdict(list)
    )
    outdated: dict[tuple[str, str], list[ReadingEntry]] = field(
        default_factory=lambda: defaultdict(list)
    )
    spells: dict[str, dict[str, list[Spell]]] = field(
        default_factory=lambda: defaultdict(_by_reader)
    )
    live: dict[str, dict[str, set[str]]] = field(
        default_factory=lambda: defaultdict(_live_by_reader)
    )
    judgements: list[JudgementEntry] = field(default_factory=list)
    stray: list[GapEntry] = field(default_factory=list)
    erased: set[str] = field(default_factory=set)
    marks: dict[tuple[str, str], dict[str, Words]] = field(default_factory=dict)
    kept: dict[str, WorkedOut] = field(default_factory=dict)
