"""How far coders agree on the same claims, field by field."""

import pytest

from trucewatch.web.agreement import FIELDS, Agreement, Coding, agreements, value_of


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
