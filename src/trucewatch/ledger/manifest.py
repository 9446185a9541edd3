"""Manifests: what a ledger was on a day, in one line that can be kept elsewhere.

A manifest names the length and the root of the log, how many entries of each type it
has, and the root of its originals. Whoever has it can tell later that the ledger still
begins with what it was then; with a signature, also who says so.
"""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from typing import NamedTuple, Self

from trucewatch.errors import LedgerFormatError
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.ledger.ledger import Ledger
from trucewatch.ledger.merkle import Frontier
from trucewatch.ledger.records import Record, canonical, leaf_hash, leaf_of, to_time

FORMAT = "trucewatch manifest"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a ledger was.

    Attributes:
        size: Number of entries.
        root: What they hash to, hexadecimal.
        entries: How many there are of each type; erased ones count as what they were.
        originals: How many documents have their original.
        originals_root: Root of a Merkle tree over the SHA-256 of the originals, in the
            order their documents came; a document without one has an empty leaf.
        made: When the manifest was made (UTC).
        author: Who made it.
    """

    size: int
    root: str
    entries: Mapping[str, int]
    originals: int
    originals_root: str
    made: str = ""
    author: str = ""

    @property
    def text(self) -> str:
        """The one text that is signed: canonical JSON that says what it is."""
        return canonical({"format": FORMAT, "version": VERSION} | asdict(self))

    @classmethod
    def from_record(cls, record: Record) -> Self:
        """Return the manifest that ``text`` wrote.

        Raises:
            KeyError, TypeError, ValueError: It is of another form.
        """
        if (record.pop("format"), record.pop("version")) != (FORMAT, VERSION):
            raise ValueError(FORMAT)
        return cls(**record)


class Signature(NamedTuple):
    """A signature under a manifest.

    Attributes:
        key: The public key it was made for, hexadecimal.
        value: The signature itself, hexadecimal.
    """

    key: str
    value: str


class Signed(NamedTuple):
    """A manifest as it stands in a file."""

    manifest: Manifest
    signature: Signature | None = None

    @property
    def line(self) -> str:
        """The file's one line."""
        signature = self.signature and {"algorithm": "ed25519"} | (
            self.signature._asdict()
        )
        record = {"manifest": json.loads(self.manifest.text), "signature": signature}
        return canonical(record) + "\n"


def read_manifest(text: str, where: str) -> Signed:
    """Return the manifest of a file.

    Args:
        text: What the file holds.
        where: The file, for messages.

    Raises:
        LedgerFormatError: It is no manifest, or not written as a manifest is: another
            spelling of the same values was made by somebody else.
    """
    try:
        record = json.loads(text)
        signature = record["signature"]
        signed = Signed(
            Manifest.from_record(record["manifest"]),
            signature and Signature(signature["key"], signature["value"]),
        )
        is_ours = signed.line == text
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        why = (
            f"is no manifest ({type(error).__name__}); `trucewatch manifest` makes one"
        )
        raise LedgerFormatError(where, why) from error
    if not is_ours:
        raise LedgerFormatError(where, "was changed: no manifest is written like that")
    return signed


def take_manifest(ledger: Ledger, *, made: dt.datetime, author: str) -> Manifest:
    """Return what a ledger is now.

    Args:
        ledger: The ledger.
        made: When this is.
        author: Who takes the manifest.
    """
    taken = _measure(ledger, ledger.head().size)
    values = asdict(taken) | {"made": to_time(made), "author": author}
    return Manifest(**values)


def check_manifest(ledger: Ledger, manifest: Manifest) -> tuple[Fault, ...]:
    """Say where a ledger no longer begins with what a manifest says it was.

    Erasures since then are no fault: they keep every hash.

    Args:
        ledger: The ledger.
        manifest: What it was.
    """
    now = _measure(ledger, manifest.size)
    differing = [
        (name, f"{getattr(manifest, name)}, now {getattr(now, name)}")
        for name in ("size", "root", "entries", "originals", "originals_root")
        if getattr(manifest, name) != getattr(now, name)
    ]
    return tuple(
        Fault(FaultKind.NOTED, 0, f"the manifest's {name.replace('_', ' ')} was {what}")
        for name, what in differing
    )


def _measure(ledger: Ledger, size: int) -> Manifest:
    frontier = Frontier()
    counts: Counter[str] = Counter()
    documents: dict[str, None] = {}
    for line in islice(ledger.lines(), size):
        frontier = frontier.grown([leaf_of(line)])
        kind, document = _kind_of(line)
        counts[kind] += 1
        if document is not None:
            documents[document] = None
    gone = _erased_originals(ledger)
    digests = [ledger.originals.find(key) or gone.get(key) for key in documents]
    return Manifest(
        frontier.size,
        frontier.root,
        dict(sorted(counts.items())),
        sum(digest is not None for digest in digests),
        _root(digest or "" for digest in digests),
    )


def _kind_of(line: str) -> tuple[str, str | None]:
    """The type of an entry, and the document it records if it does."""
    try:
        record = json.loads(line)
        kind = str(record.get("was", record["entry"]))
        if kind != "document":
            return kind, None
        document = record["document"]
        return kind, str(document if "was" in record else document["document"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return "unreadable", None


def _erased_originals(ledger: Ledger) -> dict[str, str | None]:
    """The originals of documents erased at any time, as their erasures name them."""
    found: dict[str, str | None] = {}
    for line in ledger.lines():
        if '"entry":"erasure"' not in line:
            continue
        try:
            record = json.loads(line)
            found[record["document"]] = record["original"]
        except (ValueError, KeyError, TypeError):
            continue  # verification says so
    return found


def _root(digests: Iterable[str]) -> str:
    return Frontier().grown(leaf_hash(digest) for digest in digests).root
