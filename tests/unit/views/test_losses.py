"""The loss account in words."""

from trucewatch.values.gaps import Gap, GapKind
from trucewatch.views.losses import LABELS, count_kinds


def gap(kind: GapKind) -> Gap:
    return Gap(kind, "a.txt", None, None, "", "why")


def test_every_kind_of_gap_has_words() -> None:
    assert set(LABELS) == set(GapKind)


def test_kinds_are_counted_in_the_order_of_their_weight() -> None:
    gaps = [gap(GapKind.UNPLACED), gap(GapKind.UNREADABLE_FILE), gap(GapKind.UNPLACED)]
    assert list(count_kinds(gaps).items()) == [
        (GapKind.UNREADABLE_FILE, 1),
        (GapKind.UNPLACED, 2),
    ]
