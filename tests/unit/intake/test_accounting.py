"""The loss account."""

from tests.support.made import made_claim, made_document
from trucewatch.intake.accounting import LossAccount
from trucewatch.intake.outcome import Outcome
from trucewatch.intake.path import Taken
from trucewatch.values.gaps import Gap, GapKind
from trucewatch.values.spans import Span

DOCUMENT = made_document()
CLAIM = made_claim(DOCUMENT, "41 armed groups")
UNUSED = Gap(
    GapKind.UNUSED_NUMBER, "b.txt", DOCUMENT.key, Span(9, 11), "41", "counts nothing"
)
UNPLACED = Gap(GapKind.UNPLACED, "b.txt", DOCUMENT.key, Span(2, 5), "Xyz", "unknown")
BROKEN = Gap(GapKind.UNREADABLE_FILE, "a.pdf", None, None, "", "no PDF; save it again.")


def account() -> LossAccount:
    made = LossAccount()
    made.add(Outcome("b.txt", Taken(DOCUMENT, (CLAIM,), (UNUSED, UNPLACED))))
    made.add(Outcome("c.txt", skipped=True))
    made.add(Outcome("a.pdf", gaps=(BROKEN,)))
    return made


def test_documents_claims_and_known_ones_are_counted() -> None:
    made = account()
    assert (made.documents, made.claims, made.known_already) == (1, 1, 1)


def test_gaps_are_counted_by_kind_the_gravest_first() -> None:
    assert list(account().by_kind().items()) == [
        (GapKind.UNREADABLE_FILE, 1),
        (GapKind.UNUSED_NUMBER, 1),
        (GapKind.UNPLACED, 1),
    ]


def test_gaps_of_a_file_stand_in_the_order_of_its_text() -> None:
    assert account().by_file() == {"a.pdf": [BROKEN], "b.txt": [UNPLACED, UNUSED]}


def test_an_unreadable_file_is_left_out_and_an_unused_number_is_not() -> None:
    assert account().left_out
    only_number = LossAccount()
    only_number.add(Outcome("b.txt", Taken(DOCUMENT, (), (UNUSED,))))
    assert not only_number.left_out
