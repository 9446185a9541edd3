"""Faults: what can be wrong with a log and with the originals beside it."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What can be wrong."""

    UNREADABLE = "unreadable"  # an entry that is no JSON any more
    NUMBER = "number"  # an entry missing, doubled or out of order
    CLOCK = "clock"  # an entry known before the one it follows
    QUOTE = "quote"  # a quotation that does not stand in its document
    ROOT = "root"  # the entries do not hash to the head the ledger names
    NOTED = "noted"  # the log does not begin with the one noted earlier
    SIGNATURE = "signature"  # a manifest that is not signed by whom it should be
    MISSING = "missing"  # a document whose captured bytes are not kept
    ALTERED = "altered"  # captured bytes that are not what they were
    ERASURE = "erasure"  # something erased that no erasure names, or that still stands


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong.

    Attributes:
        kind: What kind of thing.
        seq: Number of the entry, counted from 1, or 0 for what is no one entry.
        why: One plain sentence.
    """

    kind: FaultKind
    seq: int
    why: str
