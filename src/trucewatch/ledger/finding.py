"""Finding: full-text search over entries, alike in every store."""

from collections.abc import Iterable, Sequence

from trucewatch.ledger.entry import ClaimEntry, DocumentEntry, Entry
from trucewatch.ledger.holdings import Hit
from trucewatch.ledger.words import (
    Asked,
    claim_text,
    document_text,
    excerpt,
    index_words,
    matches,
)


def searched_text(entry: Entry) -> str:
    """Return what of an entry is searched; nothing for most."""
    match entry:
        case DocumentEntry(document=document):
            return document_text(document)
        case ClaimEntry(claim=claim):
            return claim_text(claim)
        case _:
            return ""


def answers(entry: Entry, words: Sequence[Asked]) -> bool:
    """Say whether an entry has all the words asked for, and any were asked for."""
    has = index_words(searched_text(entry))
    return bool(words) and all(any(matches(w, word) for w in has) for word in words)


def hits(entries: Iterable[Entry], words: Sequence[Asked]) -> list[Hit]:
    """Return the documents and claims among entries as hits, each once."""
    found: dict[str, Hit] = {}
    for entry in entries:
        match entry:
            case DocumentEntry(document=document):
                key = document.key
                hit = Hit("document", key, key, excerpt(document.text, words))
            case ClaimEntry(claim=claim):
                key = claim.key
                hit = Hit("claim", key, claim.document, excerpt(claim.quote, words))
            case _:
                continue
        found.setdefault(key, hit)
    return list(found.values())
