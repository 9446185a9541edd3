"""The loss account of one document: what no claim could use, and why."""

from trucewatch.claims.extraction import extract_claims
from trucewatch.documents.document import Document
from trucewatch.reading.reading import read
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.gaps import Gap, GapKind


def gaps(text: str, kind: GapKind) -> list[Gap]:
    document = Document(text, source_file="a.txt")
    extraction = extract_claims(read(document, load_theatre("syria_2016")))
    return [gap for gap in extraction.gaps if gap.kind is kind]


def test_a_number_that_counts_nothing_is_a_loss() -> None:
    (gap,) = gaps("The answer is 42.", GapKind.UNUSED_NUMBER)
    assert (gap.text, gap.file) == ("42", "a.txt")


def test_a_place_no_theatre_knows_is_a_loss_once() -> None:
    text = "Nine shells hit houses and wounded two in Xanaduville."
    found = gaps(text, GapKind.UNPLACED)
    assert [gap.text for gap in found] == ["Xanaduville"]


def test_a_day_without_a_year_is_a_loss_where_nothing_dates_it() -> None:
    found = gaps("Nine shells fell on 3 May.", GapKind.UNDATED)
    assert [gap.text for gap in found] == ["3 May"]


def test_a_group_no_theatre_knows_is_offered_as_a_candidate() -> None:
    text = "Men of the little-known Jaysh al-Burkan group came, and Jaish al-Islam."
    found = gaps(text, GapKind.UNKNOWN_NAME)
    assert [gap.text for gap in found] == ["Jaysh al-Burkan"]


def test_a_text_that_is_read_whole_has_no_losses() -> None:
    document = Document("Nine shells fell in Idlib on 3 May 2016.")
    extraction = extract_claims(read(document, load_theatre("syria_2016")))
    assert extraction.gaps == ()
