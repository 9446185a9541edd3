"""How far coders agree on the same claims, field by field."""

import pytest

from tests.support.made import NOON, made_claim, made_document, made_ledger
from trucewatch.ledger.judgements import AuthorRole, Review, Verdict
from trucewatch.web.agreement import (
    FIELDS,
    Agreement,
    Coding,
    Confused,
    agreements,
    codings,
    differing,
    pairs,
    value_of,
)


def said(claim: str, coder: str, verdict: str = "accepted", **fields: str) -> Coding:
    return Coding(claim, coder, "coder", verdict, "", fields, None)


def on(field: str, *units: list[Coding]) -> Agreement:
    return next(one for one in agreements(units) if one.field == field)


def test_coders_who_always_agree_have_an_alpha_of_one() -> None:
    found = on(
        "unit",
        [said("c_1", "ada", unit="groups"), said("c_1", "ben", unit="groups")],
        [said("c_2", "ada", unit="killed"), said("c_2", "ben", unit="killed")],
    )
    assert (found.alpha, found.same, found.coded) == (1.0, 2, 2)


def test_coders_who_never_agree_do_worse_than_chance() -> None:
    found = on(
        "unit",
        [said("c_1", "ada", unit="groups"), said("c_1", "ben", unit="killed")],
        [said("c_2", "ada", unit="killed"), said("c_2", "ben", unit="groups")],
    )
    assert found.alpha is not None
    assert found.alpha < 0
    assert (found.same, found.coded) == (0, 2)


def test_three_of_four_agreements_are_what_krippendorff_gives() -> None:
    pairs = [("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]
    units = [
        [said(f"c_{n}", "ada", kind=one), said(f"c_{n}", "ben", kind=two)]
        for n, (one, two) in enumerate(pairs)
    ]
    # Observed disagreement 2/8; expected 2·3·5/(8·7); alpha = 1 − D_o/D_e.
    assert on("kind", *units).alpha == pytest.approx(1 - (2 / 8) / (30 / 56))


def test_alpha_is_undefined_where_all_say_the_same_everywhere() -> None:
    found = on("unit", [said("c_1", "ada", unit="x"), said("c_1", "ben", unit="x")])
    assert (found.alpha, found.same, found.coded) == (None, 1, 1)


def test_whoever_rejects_a_claim_says_nothing_of_its_fields() -> None:
    unit = [said("c_1", "ada", unit="x"), said("c_1", "ben", "rejected")]
    assert on("unit", unit).coded == 0
    assert on("verdict", unit).coded == 1
    assert value_of(unit[1], "unit") is None


def test_every_field_has_its_agreement() -> None:
    unit = [said("c_1", "ada"), said("c_1", "ben")]
    assert [one.field for one in agreements([unit])] == list(FIELDS)


def test_the_share_of_agreement_stands_beside_alpha() -> None:
    found = on(
        "unit",
        [said("c_1", "ada", unit="x"), said("c_1", "ben", unit="x")],
        [said("c_2", "ada", unit="x"), said("c_2", "ben", unit="y")],
        [said("c_3", "ada", unit="x"), said("c_3", "ben", unit="x")],
    )
    assert found.percent == pytest.approx(200 / 3)
    assert on("unit").percent is None


def test_what_is_taken_for_what_is_counted_however_coders_are_ordered() -> None:
    found = on(
        "kind",
        [said("c_1", "ada", kind="a"), said("c_1", "ben", kind="b")],
        [said("c_2", "ada", kind="b"), said("c_2", "ben", kind="a")],
        [said("c_3", "ada", kind="a"), said("c_3", "ben", kind="c")],
    )
    assert found.confused == (Confused("a", "b", 2), Confused("a", "c", 1))


def test_those_who_agree_least_come_first() -> None:
    units = [
        [said("c_1", "ada"), said("c_1", "ben"), said("c_1", "cem", kind="x")],
        [said("c_2", "ben"), said("c_2", "ada")],
    ]
    found = pairs(units)
    assert [(p.one, p.other, p.same, p.coded) for p in found] == [
        ("ada", "cem", 0, 1),
        ("ben", "cem", 0, 1),
        ("ada", "ben", 2, 2),
    ]
    assert found[-1].percent == 100


def test_whoever_says_nothing_of_a_field_does_not_differ_in_it() -> None:
    coded = {"c_1": [said("c_1", "ada", unit="x"), said("c_1", "ben", "rejected")]}
    assert differing(coded) == {"c_1": {"verdict"}}


def test_who_decides_between_two_coders_is_no_third_coder() -> None:
    document = made_document()
    claim = made_claim(document, "41 armed groups")
    ledger = made_ledger((document, (claim,)))
    for author, role in (
        ("owner", AuthorRole.OWNER),  # codes first, as anybody may
        ("ada", AuthorRole.CODER),
        ("judge", AuthorRole.ADJUDICATOR),
    ):
        verdict = Review(claim.key, Verdict.ACCEPTED)
        ledger.judge(verdict, known=NOON, author=author, role=role)
    (coded,) = codings(ledger.view()).values()
    assert [one.coder for one in coded] == ["owner", "ada"]
