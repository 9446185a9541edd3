"""The loss account in words: what was seen and not understood."""

from collections import Counter
from collections.abc import Iterable

from trucewatch.errors import UnknownNameError
from trucewatch.values.gaps import Gap, GapKind

LABELS = {
    GapKind.UNREADABLE_FILE: "files that could not be read",
    GapKind.ERASED: "documents that were erased from this ledger before",
    GapKind.SKIPPED_PART: "parts of files that were skipped",
    GapKind.UNUSED_NUMBER: "numbers in body text that no claim uses",
    GapKind.UNPLACED: "place names that resolve to no one place",
    GapKind.UNDATED: "time expressions that resolve to no date",
    GapKind.UNGROUNDED: "proposals the grounding gate refused",
    GapKind.UNKNOWN_NAME: "names of groups or offices no theatre knows",
    GapKind.UNRELATED: "documents that speak of no armed conflict",
    GapKind.UNKNOWN_METADATA: "metadata that could not be used",
}


def count_kinds(gaps: Iterable[Gap]) -> dict[GapKind, int]:
    """Return how many gaps there are of each kind; kinds without any are left out."""
    counts = Counter(gap.kind for gap in gaps)
    return {kind: counts[kind] for kind in GapKind if counts[kind]}


def gaps_of_kind(gaps: Iterable[Gap], kind: str | None) -> list[Gap]:
    """Return the gaps of one kind, or all of them when none is asked for.

    Raises:
        UnknownNameError: No kind of loss is called so.
    """
    if kind is None:
        return list(gaps)
    if kind not in set(GapKind):
        raise UnknownNameError("kind", kind, GapKind)
    return [gap for gap in gaps if gap.kind == kind]
