import pytest

from tests.support.claims import a_claim, a_document
from trucewatch.errors import ValueFormError
from trucewatch.ledger.judgements import (
    Alias,
    AuthorRole,
    Grade,
    Grading,
    Review,
    Verdict,
    facet,
)


@pytest.mark.parametrize(
    ("text", "grade"),
    [("B2", "B2"), ("b2", "B2"), (" f6 ", "F6"), ("B", "B6"), ("2", "F2")],
)
def test_grades_are_read_as_people_write_them(text: str, grade: str) -> None:
    assert str(Grade.parse(text)) == grade


@pytest.mark.parametrize("text", ["", "G1", "A0", "A7", "AB", "A12", "A²"])
def test_what_is_no_grade_is_refused(text: str) -> None:
    with pytest.raises(ValueFormError, match="not a grade"):
        Grade.parse(text)


@pytest.mark.parametrize(
    ("grade", "least", "does"),
    [
        ("B2", "B2", True),
        ("A1", "B2", True),
        ("C1", "B2", False),
        ("A3", "B2", False),
        ("F6", "F6", True),
    ],
)
def test_a_grade_reaches_another_on_both_axes(
    grade: str, least: str, *, does: bool
) -> None:
    assert Grade.parse(grade).reaches(Grade.parse(least)) is does


def test_a_correction_comes_with_the_corrected_claim() -> None:
    claim = a_claim(a_document())
    with pytest.raises(ValueFormError, match="goes with corrected"):
        Review(claim.key, Verdict.CORRECTED)
    with pytest.raises(ValueFormError, match="goes with corrected"):
        Review(claim.key, Verdict.ACCEPTED, claim)


def test_owners_are_the_most_senior_and_readers_the_least() -> None:
    ranked = sorted(AuthorRole, key=lambda role: role.rank)
    assert (ranked[0], ranked[-1]) == (AuthorRole.READER, AuthorRole.OWNER)


def test_judgements_on_different_facets_do_not_replace_each_other() -> None:
    assert facet(Grading("wire", Grade("B", 6), topic="CAS")) == "CAS"
    assert facet(Alias("the army", "x", according_to="wire")) == "wire"
    assert facet(Alias("the army", "x")) == ""
