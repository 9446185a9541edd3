"""Words: how texts and questions are cut for full-text search, in every store alike."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from trucewatch.claims.claim import Claim
from trucewatch.documents.document import Document

_WORD = re.compile(r"[^\W_]+")
_ASKED = re.compile(r"([^\W_]+)(\*?)")
EXCERPT_CHARACTERS = 160
WORD_CHARACTERS = 64
INDEX_BYTES = 900_000


class Asked(NamedTuple):
    """One word of a question; with ``is_prefix`` any word that begins so will do."""

    word: str
    is_prefix: bool


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case and without accents."""
    return _WORD.findall(_folded(text))


def index_words(text: str) -> list[str]:
    """Return the distinct words of a text that an index keeps, sorted.

    A word is kept as far as ``WORD_CHARACTERS``, and all of them together as far as
    ``INDEX_BYTES``: a PostgreSQL ``tsvector`` holds no more than one MiB.
    """
    kept, room = [], INDEX_BYTES
    for word in sorted({word[:WORD_CHARACTERS] for word in words_of(text)}):
        room -= len(word.encode()) + 1
        if room < 0:
            break
        kept.append(word)
    return kept


def asked(query: str) -> list[Asked]:
    """Return the words of a question; ``reconcil*`` asks for a beginning."""
    return [
        Asked(word[:WORD_CHARACTERS], bool(star))
        for word, star in _ASKED.findall(_folded(query))
    ]


def document_text(document: Document) -> str:
    """Return what of a document is searched."""
    return " ".join(filter(None, (document.publisher, document.title, document.text)))


def claim_text(claim: Claim) -> str:
    """Return what of a claim is searched: its words and all names in it."""
    names = [name for v in claim.chain for name in (v.id, v.text)]
    names += [name for r in claim.roles for name in (r.id, r.text)]
    names += [name for p in claim.places for name in (p.id, p.name, p.text)]
    return " ".join([claim.quote, claim.kind, *(name for name in names if name)])


def excerpt(text: str, words: Sequence[Asked]) -> str:
    """Return some of ``text`` around the first of the words that occurs in it."""
    spots = [
        match.start()
        for match in _WORD.finditer(text)
        if any(matches(_folded(match[0]), word) for word in words)
    ]
    middle = spots[0] if spots else 0
    start = max(0, middle - EXCERPT_CHARACTERS // 3)
    piece = text[start : start + EXCERPT_CHARACTERS]
    return " ".join(piece.split())


def matches(word: str, wanted: Asked) -> bool:
    """Say whether a folded word answers one asked for."""
    return word.startswith(wanted.word) if wanted.is_prefix else word == wanted.word


def _folded(text: str) -> str:
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
