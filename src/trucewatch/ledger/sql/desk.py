"""The desk of the database: entries are weighed and written in one transaction.

Rows are gathered and written in bulk whenever something has to be looked up, so that a
document with fifty claims costs a dozen statements and not two hundred.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from trucewatch.claims.claim import Claim
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    ErasureEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
    Tombstone,
    reader_name,
)
from trucewatch.ledger.erasing import stone_text
from trucewatch.ledger.finding import searched_text
from trucewatch.ledger.holdings import Voices, day_of, is_ahead, starts_of, voices_of
from trucewatch.ledger.log import identity
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import (
    canonical,
    entry_record,
    from_time,
    leaf_of,
    to_time,
)
from trucewatch.ledger.sql import search
from trucewatch.ledger.sql.index import SqlIndex, Written, digest, portions
from trucewatch.ledger.sql.schema import fact, set_fact
from trucewatch.ledger.sql.tables import (
    chains,
    claims,
    documents,
    judgements,
    log,
    readings,
    spells,
)
from trucewatch.ledger.versions import origin_of
from trucewatch.ledger.visibility import Sighting, effects, is_outdated
from trucewatch.ledger.words import index_words

Row = dict[str, Any]
MANY_ROWS = 4_000  # searchable entries that are written in one go at most


@dataclass(slots=True)
class Pending:
    """Rows gathered and not yet written, in the order tables refer to each other."""

    log: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)
    claims: dict[str, tuple[int, str, Claim]] = field(default_factory=dict)
    readings: list[Row] = field(default_factory=list)
    judgements: list[Row] = field(default_factory=list)
    spells: list[Row] = field(default_factory=list)
    words: list[tuple[int, list[str]]] = field(default_factory=list)


class SqlDesk(SqlIndex):
    """Where entries are written inside one transaction; see ``Desk``."""

    def __init__(self, connection: Connection, *, logging: bool = True) -> None:
        """Open the desk.

        Args:
            connection: A connection in a writing transaction.
            logging: Whether entries are new; False derives the tables again from
                entries already in the log.
        """
        frontier = Frontier.from_text(fact(connection, "frontier", lock=True))
        is_new = not logging or frontier.size == 0
        super().__init__(connection, Written() if is_new else None)
        self._logging = logging
        self._pending = Pending()
        self._chains: dict[str, int] = {}
        self.has_buried = False
        self._frontier = frontier
        self._last = self._last_known() if logging else (0, None)

    def _last_known(self) -> tuple[int, dt.datetime | None]:
        query = select(log.c.seq, log.c.known).order_by(log.c.seq.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return (0, None) if row is None else (row.seq, from_time(row.known))

    # --- writing --------------------------------------------------------------------

    def end(self) -> tuple[int, dt.datetime | None]:
        """Return number and time of the last entry, counting those just written."""
        return self._last

    def write(self, entry: Entry) -> int:
        """Write one entry and its effects; return how many sightings it ended."""
        changes = effects(entry, self)
        if self._logging:
            self._log(entry)
        self._derive(entry)
        self._last = (entry.stamp.seq, entry.stamp.known)
        if changes.ended:
            self.flush()
            self._end_spells(changes.ended, entry.stamp.seq)
        self._begin_spells(changes.begun, entry.stamp.seq)
        if self._written is not None:
            self._written.note(entry)
        if len(self._pending.words) >= MANY_ROWS:
            self.flush()
        return len(changes.ended)

    def bury(self, stones: Sequence[Tombstone]) -> None:
        """Put tombstones in the place of entries; all else is derived by who asked."""
        self.flush()
        for stone in stones:
            self._connection.execute(
                update(log)
                .where(log.c.seq == stone.stamp.seq)
                .values(
                    entry="erased", identity=identity(stone), body=stone_text(stone)
                )
            )
        self.has_buried = True

    def close(self) -> None:
        """Write what is pending, and the new head of the log."""
        self.flush()
        if self._logging:
            set_fact(self._connection, "frontier", self._frontier.as_text())

    def _log(self, entry: Entry) -> None:
        record = entry_record(entry)
        body = canonical(record)
        is_claim = isinstance(entry, ClaimEntry)
        self._frontier = self._frontier.grown([leaf_of(body)])
        self._pending.log.append(
            {
                "seq": entry.stamp.seq,
                "entry": record["entry"],
                "known": record["known"],
                "identity": None if is_claim else identity(entry),
                "body": body,
            }
        )

    def _derive(self, entry: Entry) -> None:
        seq = entry.stamp.seq
        outdated = isinstance(entry, ReadingEntry) and self._is_outdated(entry)
        pending = self._pending  # after the look-up, which writes what was pending
        match entry:
            case DocumentEntry():
                pending.documents.append(_document_row(entry))
                pending.words.append((seq, index_words(searched_text(entry))))
            case ClaimEntry(claim=claim):
                pending.claims[claim.key] = (seq, to_time(entry.stamp.known), claim)
                self._numbers[claim.key] = seq
                pending.words.append((seq, index_words(searched_text(entry))))
            case ReadingEntry():
                pending.readings.append(_reading_row(entry, stands=not outdated))
            case JudgementEntry():
                pending.judgements.append(_judgement_row(entry))
            case GapEntry() | ErasureEntry() | Tombstone():
                pass  # the log alone holds it

    def _is_outdated(self, entry: ReadingEntry) -> bool:
        standing = self.reading(entry.document, reader_name(entry.reader))
        return is_outdated(entry, standing)

    def flush(self) -> None:
        """Write what is pending."""
        pending, self._pending = self._pending, Pending()
        for table, rows in (
            (log, pending.log),
            (documents, pending.documents),
            (claims, self._claim_rows(pending.claims)),
            (readings, pending.readings),
            (judgements, pending.judgements),
            (spells, pending.spells),  # a spell refers to its claim
        ):
            if rows:
                self._connection.execute(insert(table), rows)
        search.add(self._connection, pending.words)

    def _claim_rows(self, pending: Mapping[str, tuple[int, str, Claim]]) -> list[Row]:
        if not pending:
            return []
        numbers = self._chain_numbers(
            {_voices_text(voices_of(claim)): seq for seq, _, claim in pending.values()}
        )
        return [
            {
                "seq": seq,
                "key": key,
                "document": claim.document,
                "kind": claim.kind,
                "chain": numbers[_voices_text(voices_of(claim))],
                "start": claim.span.start,
                "stop": claim.span.end,
                "day": day_of(claim),
                "starts": starts_of(claim),
                "ahead": is_ahead(claim),
                "known": known,
            }
            for key, (seq, known, claim) in pending.items()
        ]

    def _chain_numbers(self, wanted: Mapping[str, int]) -> Mapping[str, int]:
        """The numbers of chains of speakers; new ones get the next number."""
        numbers = self._chains
        for some in portions(text for text in wanted if text not in numbers):
            query = select(chains.c.voices, chains.c.id).where(
                chains.c.voices.in_(some)
            )
            numbers.update((text, id_) for text, id_ in self._connection.execute(query))
        new = [text for text in wanted if text not in numbers]
        if new:
            top = self._connection.execute(select(func.max(chains.c.id))).scalar() or 0
            numbers.update({text: top + n for n, text in enumerate(new, start=1)})
            rows = [
                {"id": numbers[text], "since": wanted[text], "voices": text}
                for text in new
            ]
            self._connection.execute(insert(chains), rows)
        return numbers

    def _begin_spells(self, begun: Iterable[Sighting], seq: int) -> None:
        begun = list(begun)
        numbers = self.claim_numbers(key for _, key in begun)
        self._pending.spells += [
            {"claim": numbers[key], "reader": reader, "since": seq, "until": None}
            for reader, key in begun
        ]

    def _end_spells(self, ended: Iterable[Sighting], seq: int) -> None:
        ended = list(ended)
        numbers = self.claim_numbers(key for _, key in ended)
        for reader, key in ended:
            self._connection.execute(
                update(spells)
                .where(spells.c.claim == numbers[key])
                .where(spells.c.reader == reader)
                .where(func.coalesce(spells.c.until, 0) == 0)
                .values(until=seq)
            )


def _document_row(entry: DocumentEntry) -> Row:
    document = entry.document
    return {
        "seq": entry.stamp.seq,
        "key": document.key,
        "origin": origin_of(document),
        "version_of": entry.version_of,
        "published": str(document.published) if document.published else None,
        "digest": digest(document),
    }


def _reading_row(entry: ReadingEntry, *, stands: bool) -> Row:
    return {
        "seq": entry.stamp.seq,
        "document": entry.document,
        "reader": reader_name(entry.reader),
        "stands": stands,
    }


def _judgement_row(entry: JudgementEntry) -> Row:
    return {
        "seq": entry.stamp.seq,
        "target": entry.judgement.target,
        "author": entry.stamp.author,
        "role": entry.role.value,
    }


def _voices_text(voices: Voices) -> str:
    return json.dumps(voices, separators=(",", ":"))
