"""Records: entries to JSON values and back, and the bytes that are hashed.

One mapping per entry, public in ``docs/reference/ledger-format.md``: ``seq``, ``entry``
(its type), ``known``, ``made``, ``author`` and the fields of that type.
"""

import datetime as dt
import hashlib
import json
import re
from typing import Any

from trucewatch.claims.record import from_record, to_record
from trucewatch.documents.document import Dateline, Document, Furniture, Mark
from trucewatch.ledger.entry import (
    ClaimEntry,
    DocumentEntry,
    Entry,
    ErasureEntry,
    GapEntry,
    JudgementEntry,
    ReadingEntry,
    Stamp,
    Tombstone,
)
from trucewatch.ledger.judgement_records import judgement_record, read_judgement
from trucewatch.ledger.judgements import AuthorRole
from trucewatch.values.dates import PartialDate
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span

Record = dict[str, Any]

# No text inside an entry can hold this: there the quotation marks are escaped.
_ERASED = '"entry":"erased"'
_LONE = re.compile("[\ud800-\udfff]")


def to_time(instant: dt.datetime) -> str:
    """Return an instant in the one form that sorts as text: microseconds, UTC."""
    return instant.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def from_time(text: str) -> dt.datetime:
    """Return the instant that ``to_time`` wrote."""
    return dt.datetime.fromisoformat(text)


def canonical(record: Record) -> str:
    """Return the one JSON text of a record: sorted keys, no spaces."""
    text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    if text.isascii() or not _LONE.search(text):
        return text
    # Half a surrogate pair cannot be stored as UTF-8; JSON's escapes can.
    return json.dumps(record, sort_keys=True, separators=(",", ":"))


def leaf_hash(text: str) -> bytes:
    """Return the Merkle leaf of an entry's canonical text (RFC 6962, section 2.1)."""
    return hashlib.sha256(b"\0" + text.encode()).digest()


def leaf_of(text: str) -> bytes:
    """Return the leaf of an entry as it stands in the log.

    A tombstone says what the leaf of the erased entry was; whether it may is for
    verification to find out.
    """
    if _ERASED not in text:
        return leaf_hash(text)
    try:
        record = json.loads(text)
        return bytes.fromhex(record["leaf"])
    except (ValueError, KeyError, TypeError):
        return leaf_hash(text)


# --- entries ------------------------------------------------------------------------


def entry_record(entry: Entry) -> Record:
    """Return an entry as the mapping that one line of an export prints."""
    stamp = entry.stamp
    head = {
        "seq": stamp.seq,
        "known": to_time(stamp.known),
        "made": to_time(stamp.made),
        "author": stamp.author,
    }
    return head | _body(entry)


def _body(entry: Entry) -> Record:
    match entry:
        case DocumentEntry(document=document, version_of=version_of):
            return {
                "entry": "document",
                "document": document_record(document),
                "version_of": version_of,
            }
        case ClaimEntry(claim=claim):
            return {"entry": "claim", "claim": to_record(claim)}
        case ReadingEntry():
            return {
                "entry": "reading",
                "document": entry.document,
                "reader": entry.reader,
                "claims": list(entry.claims),
                "gaps": [gap_record(gap) for gap in entry.gaps],
                # left out where unknown: logs from before hash as they did
                **({"theatre": entry.theatre} if entry.theatre else {}),
            }
        case GapEntry(gap=gap):
            return {"entry": "gap", "gap": gap_record(gap)}
        case JudgementEntry(judgement=judgement, role=role):
            return {
                "entry": "judgement",
                "role": role.value,
                "judgement": judgement_record(judgement),
            }
        case ErasureEntry():
            return {
                "entry": "erasure",
                "document": entry.document,
                "reason": entry.reason,
                "original": entry.original,
                "erased": [list(pair) for pair in entry.erased],
            }
        case Tombstone():
            return {
                "entry": "erased",
                "was": entry.was,
                "document": entry.document,
                "key": entry.key,
                "leaf": entry.leaf,
            }


def read_entry(record: Record) -> Entry:
    """Return the entry a record describes.

    Raises:
        KeyError, ValueError, TypeError: The record is of another form; the caller
            knows file and line and says so.
    """
    stamp = Stamp(
        record["seq"],
        from_time(record["known"]),
        from_time(record["made"]),
        record["author"],
    )
    match record["entry"]:
        case "document":
            document = read_document_record(record["document"])
            return DocumentEntry(stamp, document, record["version_of"])
        case "claim":
            return ClaimEntry(stamp, from_record(record["claim"]))
        case "reading":
            return ReadingEntry(
                stamp,
                record["document"],
                record["reader"],
                claims=tuple(record["claims"]),
                gaps=tuple(read_gap(gap) for gap in record["gaps"]),
                theatre=record.get("theatre", ""),
            )
        case "gap":
            return GapEntry(stamp, read_gap(record["gap"]))
        case "judgement":
            judgement = read_judgement(record["judgement"])
            return JudgementEntry(stamp, judgement, AuthorRole(record["role"]))
        case _:
            return _read_erasing(stamp, record)


def _read_erasing(stamp: Stamp, record: Record) -> Entry:
    match record["entry"]:
        case "erasure":
            erased = tuple((int(seq), str(digest)) for seq, digest in record["erased"])
            return ErasureEntry(
                stamp, record["document"], record["reason"], record["original"], erased
            )
        case "erased":
            named = (record[name] for name in ("was", "document", "key", "leaf"))
            return Tombstone(stamp, *named)
        case other:
            raise ValueError(other)


# --- documents and gaps -------------------------------------------------------------


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else span.as_list()


def _read_span(value: list[int] | None) -> Span | None:
    return None if value is None else Span(*value)


def _day(value: str | None) -> PartialDate | None:
    return None if value is None else PartialDate.parse(value)


def document_record(document: Document) -> Record:
    """Return a document as a mapping, its text included."""
    line = document.dateline
    return {
        "document": document.key,
        "text": document.text,
        "publisher": document.publisher,
        "published": str(document.published) if document.published else None,
        "published_basis": document.published_basis,
        "title": document.title,
        "title_span": _span(document.title_span),
        "url": document.url,
        "source_file": document.source_file,
        "dateline": line
        and {
            "span": _span(line.span),
            "place": line.place,
            "day": str(line.day) if line.day else None,
            "publisher": line.publisher,
            "day_span": _span(line.day_span),
            "rule": line.rule,
        },
        "furniture": [
            [*mark.span.as_list(), mark.reason.value, mark.rule]
            for mark in document.furniture
        ],
        "media_type": document.media_type,
        "encoding": document.encoding,
        "byte_count": document.byte_count,
    }


def read_document_record(record: Record) -> Document:
    """Return the document a record describes."""
    line = record["dateline"]
    return Document(
        text=record["text"],
        key=record["document"],
        publisher=record["publisher"],
        published=_day(record["published"]),
        published_basis=record["published_basis"],
        title=record["title"],
        title_span=_read_span(record["title_span"]),
        url=record["url"],
        source_file=record["source_file"],
        dateline=line
        and Dateline(
            _read_span(line["span"]),
            line["place"],
            _day(line["day"]),
            line["publisher"],
            _read_span(line["day_span"]),
            line["rule"],
        ),
        furniture=tuple(
            Mark(Span(start, end), Furniture(reason), rule)
            for start, end, reason, rule in record["furniture"]
        ),
        media_type=record["media_type"],
        encoding=record["encoding"],
        byte_count=record["byte_count"],
    )


def gap_record(gap: Gap) -> Record:
    """Return one row of the loss account as a mapping."""
    return {
        "kind": gap.kind.value,
        "file": gap.file,
        "document": gap.document,
        "span": _span(gap.span),
        "text": gap.text,
        "why": gap.why,
    }


def read_gap(record: Record) -> Gap:
    """Return the gap a record describes."""
    return Gap(
        GapKind(record["kind"]),
        record["file"],
        record["document"],
        _read_span(record["span"]),
        record["text"],
        record["why"],
    )
