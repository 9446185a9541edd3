import datetime as dt

from trucewatch.ledger.counting import Counting
from trucewatch.ledger.entry import JudgementEntry, Stamp
from trucewatch.ledger.judgements import (
    Alias,
    AuthorRole,
    Grade,
    Grading,
    Judgement,
    Standing,
    Status,
)

NOON = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)


def counting(*judged: tuple[Judgement, AuthorRole]) -> Counting:
    """The judgements that count of those given, in their order."""
    return Counting(
        [
            JudgementEntry(Stamp(seq, NOON, NOON, "anna"), judgement, role)
            for seq, (judgement, role) in enumerate(judged, start=1)
        ]
    )


def test_of_one_role_the_last_judgement_counts() -> None:
    first, last = Standing("m_1", Status.CONTESTED), Standing("m_1", Status.CONFIRMED)
    counts = counting((first, AuthorRole.CODER), (last, AuthorRole.CODER))
    assert counts.get("status", "m_1") == last


def test_of_several_roles_the_most_senior_counts_in_any_order() -> None:
    junior = (Standing("m_1", Status.CONTESTED), AuthorRole.CODER)
    senior = (Standing("m_1", Status.CONFIRMED), AuthorRole.OWNER)
    for order in ((junior, senior), (senior, junior)):
        assert counting(*order).get("status", "m_1") == senior[0]


def test_what_nobody_judged_has_no_judgement() -> None:
    assert counting().get("status", "m_1") is None
    assert counting().grade("c_1", None, "CAS.casualties") == Grade("F", 6)


def test_a_source_may_be_graded_for_one_type_its_family_or_all() -> None:
    coder = AuthorRole.CODER
    counts = counting(
        (Grading("wire", Grade("D", 6)), coder),
        (Grading("wire", Grade("C", 6), topic="CAS"), coder),
        (Grading("wire", Grade("B", 2), topic="CAS.casualties"), coder),
    )
    grades = [
        str(counts.grade("c_1", "wire", kind))
        for kind in ("CAS.casualties", "CAS.displacement", "INC.shelling")
    ]
    assert grades == ["B6", "C6", "D6"]


def test_aliases_for_one_source_come_before_those_for_all() -> None:
    coder = AuthorRole.CODER
    everywhere, here = Alias("the army", "x"), Alias("the army", "y", "wire")
    counts = counting((everywhere, coder), (here, coder), (Alias("gone", None), coder))
    assert counts.aliases() == (here, everywhere)
