"""Admission: which entries a document, its claims and its gaps add to a log.

Nothing that is already there is added again: claims are known by their content key, a
document by its record, a reading by what it found. The drafts returned become entries
once a store has given them a number and a time.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document
from trucewatch.errors import MisplacedClaimError, UnknownClaimError, ZonelessTimeError
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    ReadingEntry,
    Stamp,
)
from trucewatch.ledger.judgements import Judgement, Review
from trucewatch.ledger.visibility import Index, Reanchoring, is_said_already, reanchor
from trucewatch.values.gaps import Gap

Draft = Callable[[Stamp], Entry]
_NEVER = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
NO_STAMP = Stamp(0, _NEVER, _NEVER, "")  # of what is only weighed


@dataclass(frozen=True, slots=True)
class Receipt:
    """What taking in one document changed.

    Attributes:
        document: Key of the document.
        known: When this ledger counts it as known.
        new_document: Whether the document (or what is known of it) was new.
        new_claims: Claims that were not in the ledger before.
        old_claims: Claims that were.
        superseded: Claims no longer seen from now on.
        version_of: Key of the older version of this document, or None.
        reanchored: What became of the older version's claims, or None.
    """

    document: str
    known: dt.datetime
    new_document: bool
    new_claims: int
    old_claims: int
    superseded: int = 0
    version_of: str | None = None
    reanchored: Reanchoring | None = None


@dataclass(slots=True)
class Admission:
    """Drafts of the entries one document adds, in the order they are entered."""

    document: str
    drafts: list[Draft] = field(default_factory=list)
    new_document: bool = False
    new_claims: int = 0
    old_claims: int = 0
    version_of: str | None = None
    reanchored: Reanchoring | None = None

    def receipt(self, known: dt.datetime, superseded: int) -> Receipt:
        """Return what is told to whoever took the document in."""
        return Receipt(
            self.document,
            known,
            self.new_document,
            self.new_claims,
            self.old_claims,
            superseded,
            self.version_of,
            self.reanchored,
        )


def admit(
    document: Document,
    claims: Sequence[Claim],
    gaps: Sequence[Gap],
    index: Index,
    *,
    reader: str = "",
    theatre: str = "",
) -> Admission:
    """Weigh one read document against what a ledger already holds.

    Args:
        document: The document the claims are from.
        claims: All that its reader found.
        gaps: All that its reader left out.
        index: The ledger's look-ups.
        reader: Name and version of the reader; taken from the claims when empty.
        theatre: What it knew beforehand, or empty.

    Raises:
        MisplacedClaimError: A claim does not quote the document.
    """
    for claim in claims:
        _check_place(claim, document)
    admission = Admission(document.key)
    _admit_document(document, claims, admission, index)
    unique = {claim.key: claim for claim in claims}
    old = index.holding(unique)
    admission.old_claims = len(old)
    admission.new_claims = len(unique) - len(old)
    admission.drafts += [
        partial(ClaimEntry, claim=claim)
        for key, claim in unique.items()
        if key not in old
    ]
    main = reader or (claims[0].reader if claims else "")
    for name, keys in _by_reader(unique.values(), main).items():
        draft = partial(
            ReadingEntry,
            document=document.key,
            reader=name,
            claims=tuple(sorted(keys)),
            gaps=tuple(gaps) if name == main else (),
            theatre=theatre if name == main else "",
        )
        if not is_said_already(draft(NO_STAMP), index):
            admission.drafts.append(draft)
    return admission


def _admit_document(
    document: Document, claims: Sequence[Claim], admission: Admission, index: Index
) -> None:
    before = index.document(document.key)
    if before is None:
        older = index.earlier_version(document)
        admission.version_of = older
        if older is not None:
            admission.reanchored = reanchor(older, claims, index)
    elif before == document or (
        before.text == document.text and index.recorded(document)
    ):
        # The same bytes under two file names must not push each other aside for ever.
        return
    else:
        older = index.version_of(document.key)
    admission.new_document = True
    admission.drafts.append(partial(DocumentEntry, document=document, version_of=older))


def _by_reader(claims: Iterable[Claim], main: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {main: []}
    for claim in claims:
        groups.setdefault(claim.reader or main, []).append(claim.key)
    return groups


def check_judgement(judgement: Judgement, index: Index) -> None:
    """Refuse a judgement on what is not there.

    Raises:
        UnknownClaimError: It is on a claim that was never recorded.
        MisplacedClaimError: A corrected claim does not quote the document.
    """
    if not judgement.target.startswith("c_"):
        if isinstance(judgement, Review):
            raise UnknownClaimError(judgement.target)
        return
    claim = index.claim(judgement.target)
    if claim is None:
        raise UnknownClaimError(judgement.target)
    if isinstance(judgement, Review) and judgement.corrected is not None:
        document = index.document(claim.document)
        if document is not None:
            _check_place(judgement.corrected, document)


def _check_place(claim: Claim, document: Document) -> None:
    if claim.document != document.key or claim.span.of(document.text) != claim.quote:
        raise MisplacedClaimError(claim.key, document.key)


def in_utc(known: dt.datetime) -> dt.datetime:
    """Return ``known`` in UTC.

    Raises:
        ZonelessTimeError: It has no zone, so nobody can say when it was.
    """
    if known.tzinfo is None:
        raise ZonelessTimeError(str(known))
    return known.astimezone(dt.UTC)
