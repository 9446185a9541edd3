"""Gaps: what was seen and not turned into a claim. The rows of the loss account."""

from dataclasses import dataclass
from enum import StrEnum

from trucewatch.values.spans import Span


class GapKind(StrEnum):
    """What kind of thing was left out."""

    UNREADABLE_FILE = "unreadable_file"
    ERASED = "erased"  # a document that was erased from the ledger on purpose
    SKIPPED_PART = "skipped_part"  # a line too long, a page that failed
    UNUSED_NUMBER = "unused_number"  # a number of the body no claim uses
    UNPLACED = "unplaced"  # a place name that resolves to no place
    UNDATED = "undated"  # a time expression that resolves to no date
    UNGROUNDED = "ungrounded"  # a proposal the grounding gate refused
    UNKNOWN_NAME = "unknown_name"  # looks like a group or an office, in no theatre
    UNRELATED = "unrelated"  # a document that speaks of no armed conflict
    UNKNOWN_METADATA = "unknown_metadata"  # a metadata field that could not be used


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing seen and not used, with why, so that a reader can look.

    Attributes:
        kind: What was left out.
        file: File it was in.
        document: Key of the document, or None when there is none.
        span: Where it stands, or None for a whole file.
        text: The words, shortened to 200 characters.
        why: One plain sentence.
    """

    kind: GapKind
    file: str
    document: str | None
    span: Span | None
    text: str
    why: str
