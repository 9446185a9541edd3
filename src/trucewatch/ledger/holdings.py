"""Holdings: what a store lays before a view, cut at one point of its log.

A ``HeldClaim`` carries the few columns a standpoint needs and the claim itself behind
them, parsed only when somebody asks for it: a register over two hundred thousand claims
sorts by columns and reads the few thousand it shows.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.ledger.entry import (
    DocumentEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
)
from trucewatch.ledger.marking import Marking, Words
from trucewatch.values.progress import Told
from trucewatch.values.stances import Assertion, Tense

AHEAD = frozenset(
    {
        Assertion.PLANNED,
        Assertion.SCHEDULED,
        Assertion.INTENT_ATTRIBUTED,
        Assertion.PROPOSED,
        Assertion.REQUESTED,
        Assertion.DEMANDED,
        Assertion.OFFERED,
        Assertion.CONDITIONAL,
        Assertion.PREDICTED,
    }
)
DAY, MONTH = len("2016-05-23"), len("2016-05")


class Voice(NamedTuple):
    """One link of a claim's chain as far as a standpoint looks at it."""

    part: str
    id: str | None
    text: str | None


Voices = tuple[Voice, ...]


class HeldClaim(ABC):
    """A claim in a ledger: light columns, and the claim behind them.

    Attributes:
        key: Key of the claim.
        document: Key of its document.
        start: Where its quote starts in the document.
        stop: Where it ends.
        kind: Claim type.
        voices: Its chain without spans.
        day: First day it is about, else the last (ISO 8601, as precise as known), or
            None.
        starts: First day it is about, to the day, or None.
        ahead: Whether it speaks of what is planned, proposed, demanded or to come; it
            then holds from its utterance on.
        known: When the ledger first learned of it.
    """

    __slots__ = (
        "ahead",
        "day",
        "document",
        "key",
        "kind",
        "known",
        "start",
        "starts",
        "stop",
        "voices",
    )

    key: str
    document: str
    start: int
    stop: int
    kind: str
    voices: Voices
    day: str | None
    starts: str | None
    ahead: bool
    known: dt.datetime

    @property
    @abstractmethod
    def claim(self) -> Claim:
        """The claim itself."""

    @property
    def publisher(self) -> str | None:
        """Identifier or words of who comes first in the chain."""
        return (self.voices[0].id or self.voices[0].text) if self.voices else None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What sorts claims the same way whatever order they arrived in."""
        return self.document, self.start, self.stop, self.key

    @property
    def speaker(self) -> str | None:
        """Identifier or words of who vouches last."""
        return (self.voices[-1].id or self.voices[-1].text) if self.voices else None


class ClaimInHand(HeldClaim):
    """A held claim that is there already."""

    __slots__ = ("_claim",)

    def __init__(self, claim: Claim, known: dt.datetime) -> None:
        self._claim = claim
        self.known = known
        self.key = claim.key
        self.document = claim.document
        self.start, self.stop = claim.span.start, claim.span.end
        self.kind = claim.kind
        self.voices = voices_of(claim)
        self.day = day_of(claim)
        self.starts = starts_of(claim)
        self.ahead = is_ahead(claim)

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self._claim


def voices_of(claim: Claim) -> Voices:
    """Return the chain of a claim without spans and cues."""
    return tuple(Voice(v.part, v.id, v.text) for v in claim.chain)


def starts_of(claim: Claim) -> str | None:
    """Return the first day a claim is about, as precise as known, or None."""
    return claim.time.start[:DAY] if claim.time.start else None


def day_of(claim: Claim) -> str | None:
    """Return the first day a claim is about, else the last, or None."""
    return claim.time.start or claim.time.end


def is_ahead(claim: Claim) -> bool:
    """Say whether a claim speaks of what is planned, proposed or to come."""
    return claim.assertion in AHEAD or claim.tense is Tense.FUTURE


class Holdings(Protocol):
    """What a view asks of a store. ``cut`` is the last sequence number that counts."""

    def cut(self, known_on: dt.datetime | None) -> int:
        """Return the number of the last entry known at ``known_on``, or at all."""

    def held(
        self, cut: int, kinds: Collection[str] | None, document: str | None
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut``, in ``order``, each once.

        Args:
            cut: Last sequence number that counts.
            kinds: Exact claim types, or None for all.
            document: Key of the only document wanted, or None for all.
        """

    def held_claim(self, cut: int, key: str) -> HeldClaim | None:
        """Return a claim recorded by ``cut``, whether still seen or superseded."""

    def is_seen(self, cut: int, key: str) -> bool:
        """Say whether a claim is seen at ``cut``."""

    def kinds(self, cut: int) -> frozenset[str]:
        """Return the claim types recorded by ``cut``."""

    def chains(self, cut: int) -> Collection[Voices]:
        """Return the distinct chains of the claims recorded by ``cut``."""

    def documents(self, cut: int) -> Sequence[DocumentEntry]:
        """Return each document as known at ``cut``, sorted by key."""

    def document(self, cut: int, key: str) -> Document | None:
        """Return one document as known at ``cut``, or None."""

    def published(self, cut: int) -> Mapping[str, str | None]:
        """Return the day each document was published, by its key."""

    def judgements(self, cut: int) -> Sequence[JudgementEntry]:
        """Return the judgements recorded by ``cut``, in the order they were made."""

    def load(self, rows: Sequence[HeldClaim]) -> list[Claim]:
        """Return the claims behind rows, read in one go where that is quicker."""

    def readings(self, cut: int, document: str | None) -> Sequence[ReadingEntry]:
        """Return the standing readings at ``cut``, of one document or of all."""

    def prepare(self, markings: Sequence[Marking], told: Told) -> None:
        """Put marks on the claims that have none yet, for all markings in one go."""

    def marks(self, cut: int, marking: Marking) -> Mapping[str, Words]:
        """Return what a marking puts on claims, by key; those without may be left out.

        It holds all claims recorded by ``cut`` at least, in their original form.
        """

    def marked(
        self, cut: int, marking: Marking, words: Collection[str]
    ) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that bear one of these marks, in order."""

    def erased(self) -> frozenset[str]:
        """Return the keys of documents erased by now and not taken in again."""

    def keep(self, worked_out: "WorkedOut") -> None:
        """Keep a result in the place of an earlier one of its name, where possible."""

    def kept(self, name: str, edition: str) -> "WorkedOut | None":
        """Return the result of a name, if one of this edition is kept."""

    def tally(self, cut: int) -> "Tally":
        """Return how many claims are seen at ``cut``."""

    def keyed(self, cut: int, keys: Collection[str]) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that have one of these keys, in order."""

    def losses(self, cut: int) -> Counter[str]:
        """Return how many gaps of each kind the standing readings have, and strays."""

    def announced(self, cut: int, day: str) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` that look ahead to a day from this one on.

        The nearest day comes first.
        """

    def latest(self, cut: int, count: int) -> Sequence[HeldClaim]:
        """Return so many of the claims seen at ``cut``, the latest day first.

        By the day they are about; those about no day come last.
        """

    def recent(self, cut: int, after: int) -> Sequence[HeldClaim]:
        """Return the claims seen at ``cut`` recorded after an entry, in ``order``."""

    def versions(self, cut: int) -> Mapping[str, str]:
        """Return the version before each document known that has one, by its key."""

    def stray_gaps(self, cut: int) -> Sequence[GapEntry]:
        """Return the gaps of what never became a document."""

    def find(self, cut: int, query: str) -> Iterator["Hit"]:
        """Yield what full-text search finds at ``cut``, newest first."""


class Tally(NamedTuple):
    """How many claims there are.

    Attributes:
        documents: By the document they are in.
        kinds: By claim type.
        speakers: By who vouches last, empty where nobody is named.
        publishers: By who comes first in the chain, empty where nobody is named.
        months: By the month they are about (``2016-05``), of those with a day.
    """

    documents: Counter[str]
    kinds: Counter[str]
    speakers: Counter[str]
    publishers: Counter[str]
    months: Counter[str]

    @property
    def claims(self) -> int:
        """How many there are in all."""
        return self.kinds.total()

    def in_order(self) -> "Tally":
        """Return the same by name, so that what is equally frequent is told alike."""
        return Tally(*(Counter(dict(sorted(mine.items()))) for mine in self))

    def less(self, other: "Tally") -> "Tally":
        """Return what is left without another tally."""
        return Tally(*(mine - its for mine, its in zip(self, other, strict=True)))

    def more(self, other: "Tally") -> "Tally":
        """Return both together."""
        return Tally(*(mine + its for mine, its in zip(self, other, strict=True)))


def tallied(rows: Iterable[HeldClaim]) -> Tally:
    """Count rows."""
    tally = Tally(*(Counter() for _ in Tally._fields))
    for row in rows:
        tally.documents[row.document] += 1
        tally.kinds[row.kind] += 1
        tally.speakers[row.speaker or ""] += 1
        tally.publishers[row.publisher or ""] += 1
        if row.day:
            tally.months[row.day[:MONTH]] += 1
    return tally


class WorkedOut(NamedTuple):
    """A result worked out from a log, kept for going on from there.

    Attributes:
        name: What it is.
        edition: Digest of everything besides the log that it follows from.
        cut: Number of the last entry that it counts.
        body: The result itself.
    """

    name: str
    edition: str
    cut: int
    body: str


class Hit(NamedTuple):
    """One thing full-text search found.

    Attributes:
        kind: ``document`` or ``claim``.
        key: Its key.
        document: Key of the document it is (in).
        excerpt: Words around the hit.
    """

    kind: str
    key: str
    document: str
    excerpt: str
