"""Verification: is the ledger what it was, and does every quotation stand?"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from trucewatch.documents.store import Originals
from trucewatch.ledger.custody import Custody, check_originals
from trucewatch.ledger.faults import Fault, FaultKind
from trucewatch.ledger.ledger import Head, Ledger
from trucewatch.ledger.merkle import EMPTY_ROOT, Frontier
from trucewatch.ledger.records import Record, leaf_hash, leaf_of


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found when a log was hashed and read again.

    Attributes:
        size: Number of entries found.
        root: What they hash to.
        faults: What is wrong, in the order of the log.
        originals: How many captured documents were found to be what they were.
        unclaimed: SHA-256 of originals that belong to no document of the log.
        erased: Keys of documents that were erased.
    """

    size: int
    root: str
    faults: tuple[Fault, ...]
    originals: int = 0
    unclaimed: tuple[str, ...] = ()
    erased: tuple[str, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def verify(
    ledger: Ledger, noted: Head | None = None, *, originals: Originals | None = None
) -> Verification:
    """Hash and read a whole log again, and the originals beside it.

    Args:
        ledger: The ledger.
        noted: A head written down earlier, elsewhere: the log must still begin with
            what it was then. Without it, somebody who can rewrite the whole file can
            also rewrite the head in it.
        originals: The originals to read again too, or None to leave them.

    Returns:
        What was found; faults are values, nothing is raised for them.
    """
    head = ledger.head()
    reader = _Reader()
    frontier = Frontier()
    noted_root = EMPTY_ROOT if noted and noted.size == 0 else None
    for text in ledger.lines():
        frontier = frontier.grown([leaf_of(text)])
        reader.read(text)
        if noted and frontier.size == noted.size:
            noted_root = frontier.root
    reader.close()
    faults = list(reader.faults)
    if (frontier.size, frontier.root) != (head.size, head.root):
        why = f"{frontier.size} entries do not hash to the head of {head.size}"
        faults.append(Fault(FaultKind.ROOT, 0, why))
    if noted and noted_root != noted.root:
        why = f"the first {noted.size} entries are not those noted earlier"
        faults.append(Fault(FaultKind.NOTED, 0, why))
    kept = Custody()
    if originals is not None:
        kept = check_originals(reader.documents, originals, reader.erased)
        faults += kept.faults
    return Verification(
        frontier.size,
        frontier.root,
        tuple(faults),
        kept.sound,
        kept.unclaimed,
        tuple(sorted(reader.erased)),
    )


class _Reader:
    """Reads one entry after the other and collects what is wrong."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._count = 0
        self._known = ""
        self._texts: dict[str, str] = {}
        self._stones: dict[int, str] = {}
        self._erased: set[str] = set()

    @property
    def documents(self) -> Collection[str]:
        """Keys of the documents met, those erased left out."""
        return self._texts.keys()

    @property
    def erased(self) -> Collection[str]:
        """Keys of the documents that were erased and did not come back."""
        return self._erased - self._texts.keys()

    def read(self, text: str) -> None:
        """Look at the next entry of the log."""
        self._count += 1
        try:
            self._check(json.loads(text), text)
        except (ValueError, KeyError, TypeError) as error:
            self._add(FaultKind.UNREADABLE, f"cannot be read ({error!r})")

    def close(self) -> None:
        """Look at what is left over at the end of the log."""
        for seq in sorted(self._stones):
            why = f"entry {seq} is erased, and no erasure says so"
            self.faults.append(Fault(FaultKind.ERASURE, seq, why))

    def _check(self, record: Record, text: str) -> None:
        if record["seq"] != self._count:
            self._add(FaultKind.NUMBER, f"is numbered {record['seq']}")
        if record["known"] < self._known:
            self._add(FaultKind.CLOCK, "is known before the entry it follows")
        self._known = record["known"]
        match record["entry"]:
            case "document":
                document = record["document"]
                self._texts[document["document"]] = document["text"]
            case "claim":
                self._check_quote(record["claim"])
            case "erased":
                self._stones[self._count] = leaf_hash(text).hex()
            case "erasure":
                self._check_erasure(record)
            case _:
                pass  # readings, gaps and judgements quote nothing

    def _check_quote(self, claim: Record) -> None:
        start, end = claim["span"]
        if self._texts[claim["document"]][start:end] != claim["quote"]:
            self._add(FaultKind.QUOTE, f"{claim['claim']} does not quote its document")

    def _check_erasure(self, record: Record) -> None:
        """Every tombstone is named by its hash, and no word of the document stands."""
        document = record["document"]
        self._erased.add(document)
        for seq, digest in record["erased"]:
            if self._stones.pop(seq, None) != digest:
                self._add(FaultKind.ERASURE, f"erased entry {seq}, which is otherwise")
        if self._texts.pop(document, None) is not None:
            self._add(FaultKind.ERASURE, f"erased {document}, which still stands")

    def _add(self, kind: FaultKind, why: str) -> None:
        self.faults.append(Fault(kind, self._count, f"entry {self._count} {why}"))
