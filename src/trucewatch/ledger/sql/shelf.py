"""The shelf: documents views look at, the latest read kept in memory.

Which documents there are is kept whole (a few words each); their texts only up to a
limit, for a ledger may hold more text than memory.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, select

from trucewatch.ledger.entry import DocumentEntry
from trucewatch.ledger.records import read_entry
from trucewatch.ledger.sql.index import portions
from trucewatch.ledger.sql.tables import documents, log

KEPT_CHARACTERS = 4_000_000  # of texts; about ten megabytes


class _Card(NamedTuple):
    """One record of a document: number of its entry, day of publication, version."""

    seq: int
    published: str | None
    version_of: str | None


class Shelf:
    """The records of documents. Not safe to share between threads by itself."""

    def __init__(self, kept_characters: int = KEPT_CHARACTERS) -> None:
        self._limit = kept_characters
        self._cards: dict[str, list[_Card]] = {}
        self._kept: OrderedDict[int, DocumentEntry] = OrderedDict()
        self._characters = 0
        self._last = 0

    def catch_up(self, connection: Connection, since: int) -> None:
        """Take in what was appended after entry ``since``."""
        query = select(documents).where(documents.c.seq > since)
        for row in connection.execute(query.order_by(documents.c.seq)):
            card = _Card(row.seq, row.published, row.version_of)
            self._cards.setdefault(row.key, []).append(card)
            self._last = row.seq

    def published(self, cut: int) -> dict[str, str | None]:
        """Return the day each document was published, as known at ``cut``."""
        if cut >= self._last:
            return {key: cards[-1].published for key, cards in self._cards.items()}
        cards = ((key, self._card(key, cut)) for key in self._cards)
        return {key: card.published for key, card in cards if card is not None}

    def versions(self, cut: int) -> dict[str, str]:
        """Return the version before each document that has one, as known at ``cut``."""
        cards = ((key, self._card(key, cut)) for key in self._cards)
        return {key: card.version_of for key, card in cards if card and card.version_of}

    def documents(self, connection: Connection, cut: int) -> list[DocumentEntry]:
        """Return each document as known at ``cut``, sorted by key."""
        cards = [self._card(key, cut) for key in sorted(self._cards)]
        numbers = [card.seq for card in cards if card is not None]
        found = {n: self._kept[n] for n in numbers if n in self._kept}
        found.update(self._read(connection, [n for n in numbers if n not in found]))
        return [found[number] for number in numbers]

    def document(
        self, connection: Connection, cut: int, key: str
    ) -> DocumentEntry | None:
        """Return one document as known at ``cut``, or None."""
        card = self._card(key, cut)
        if card is None:
            return None
        if card.seq not in self._kept:
            return self._read(connection, [card.seq])[card.seq]
        self._kept.move_to_end(card.seq)
        return self._kept[card.seq]

    def _card(self, key: str, cut: int) -> _Card | None:
        for card in reversed(self._cards.get(key, ())):
            if card.seq <= cut:
                return card
        return None

    def _read(
        self, connection: Connection, numbers: Iterable[int]
    ) -> dict[int, DocumentEntry]:
        found = {}
        for some in portions(numbers):
            query = select(log.c.seq, log.c.body).where(log.c.seq.in_(some))
            for seq, body in connection.execute(query):
                entry = read_entry(json.loads(body))
                if isinstance(entry, DocumentEntry):
                    found[seq] = entry
                    self._keep(seq, entry)
        return found

    def _keep(self, seq: int, entry: DocumentEntry) -> None:
        self._kept[seq] = entry
        self._characters += len(entry.document.text)
        while self._characters > self._limit:
            _, oldest = self._kept.popitem(last=False)
            self._characters -= len(oldest.document.text)
