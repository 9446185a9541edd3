"""Warding: what was erased from a ledger does not come back by itself."""

from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
)
from trucewatch.ledger.erasing import erased_identity
from trucewatch.ledger.judgements import Judgement, Review
from trucewatch.ledger.visibility import Index


def is_erased(document: str, index: Index) -> bool:
    """Say whether a document was erased and not taken in again since."""
    return index.holds(erased_identity(document)) and index.document(document) is None


def is_of_erased(entry: Entry, index: Index) -> bool:
    """Say whether an entry of another ledger must not be taken over.

    Those of a document erased here must not. What another ledger erased concerns that
    ledger: neither its tombstones nor its erasures are taken over.
    """
    match entry:
        case DocumentEntry(document=document):
            return is_erased(document.key, index)
        case ClaimEntry(claim=claim):
            return is_erased(claim.document, index)
        case ReadingEntry(document=key):
            return is_erased(key, index)
        case GapEntry(gap=gap):
            return gap.document is not None and is_erased(gap.document, index)
        case JudgementEntry(judgement=judgement):
            return _judges_erased(judgement, index)
        case _:
            return True


def _judges_erased(judgement: Judgement, index: Index) -> bool:
    corrected = judgement.corrected if isinstance(judgement, Review) else None
    if corrected is not None and is_erased(corrected.document, index):
        return True
    target = judgement.target
    return (
        index.holds(erased_identity(target))
        and not index.holding([target])
        and index.document(target) is None
    )
