"""Arithmetic within one document."""

from dataclasses import replace

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Aspect, Finding, Relation
from trucewatch.values.spans import Span
from trucewatch.values.stances import Aggregation, Quantifier, Voice

DAY = "2016-05-20"


def breaches(value: int, **more: object) -> Claim:
    unit = str(more.pop("unit", "violations"))
    how = more.pop("quantifier", Quantifier.EXACT)
    amount = number(value, unit, Aggregation.PER_PERIOD, how)  # type: ignore[arg-type]
    fields: dict[str, object] = {"doc": "bulletin", "on": DAY, **more}
    return say("ru_crc", "INC.violation", count=amount, **fields)  # type: ignore[arg-type]


def found(*claims: Claim) -> list[Finding]:
    arithmetic = {Aspect.PARTS, Aspect.SHARE, Aspect.HEADLINE, Aspect.CONVERSION}
    return [f for f in compare_claims(claims, AROUND) if f.aspect in arithmetic]


def listed(whole: int, *parts: int) -> list[Claim]:
    total = breaches(whole)
    towns = [f"sy_town{n}" for n in range(len(parts))]
    return [
        total,
        *(
            breaches(p, at=town, part_of=total.key)
            for p, town in zip(parts, towns, strict=True)
        ),
    ]


def test_parts_that_make_more_than_their_total_are_found() -> None:
    (finding,) = found(*listed(82, 21, 18, 16, 40))
    assert (finding.relation, finding.aspect) == (Relation.ARITHMETIC, Aspect.PARTS)
    assert finding.why == (
        "The parts 21 + 18 + 16 + 40 (“the words”) make 95, not the stated 82 "
        "violations (“the words”)."
    )


def test_parts_that_fall_a_little_short_are_found() -> None:
    assert [f.aspect for f in found(*listed(6, 3, 2))] == [Aspect.PARTS]


@pytest.mark.parametrize(
    "figures",
    [(7, 4, 2, 1), (37, 19, 2), (9, 5), (6, 4, 2, 5, 3), (100, 60, 30)],
    ids=["sum", "selection", "one part", "next list", "short"],
)
def test_lists_that_can_be_right_are_left_in_peace(figures: tuple[int, ...]) -> None:
    assert found(*listed(*figures)) == []


def test_a_part_of_another_unit_or_size_is_no_part_of_the_sum() -> None:
    total = breaches(6)
    parts = [
        breaches(3, at="sy_a", part_of=total.key),
        breaches(3, at="sy_b", part_of=total.key),
        breaches(9, at="sy_c", part_of=total.key, unit="rounds"),
        breaches(60, at="sy_d", part_of=total.key),
    ]
    assert found(total, *parts) == []


def test_vague_parts_make_a_range() -> None:
    total = breaches(20)
    parts = [
        breaches(9, at="sy_a", part_of=total.key),
        breaches(15, at="sy_b", part_of=total.key, quantifier=Quantifier.ABOUT),
    ]
    (finding,) = found(total, *parts)
    assert "another sum" in finding.why


def test_a_part_of_an_unknown_total_is_passed_over() -> None:
    assert found(breaches(9, part_of="c_elsewhere")) == []


def test_a_headline_that_differs_from_its_body_contradicts_it() -> None:
    head = breaches(15, voice=Voice.HEADLINE)
    body = breaches(14)
    (finding,) = found(head, body)
    assert (finding.relation, finding.aspect) == (
        Relation.CONTRADICTS,
        Aspect.HEADLINE,
    )
    assert set(finding.claims) == {head.key, body.key}


@pytest.mark.parametrize(
    "body",
    [
        (breaches(15),),
        (breaches(14), breaches(15)),
        (breaches(14, unit="rounds"),),
        (),
    ],
    ids=["same", "one of them", "another unit", "nothing"],
)
def test_a_headline_its_body_gives_somewhere_is_right(body: tuple[Claim, ...]) -> None:
    assert found(breaches(15, voice=Voice.HEADLINE), *body) == []


def test_a_headline_on_one_actor_is_not_held_against_another() -> None:
    head = breaches(15, voice=Voice.HEADLINE, roles={"violator": "isis"})
    assert found(head, breaches(14, roles={"violator": "sy_army"})) == []


def share(value: float) -> Claim:
    amount = number(value, "percent", Aggregation.STOCK)
    return say("sohr", "ARE.control", count=amount, at="sy_adm_daraa", on=DAY)


def test_a_share_over_a_hundred_is_found() -> None:
    assert [f.aspect for f in found(share(108))] == [Aspect.SHARE]
    assert found(share(100)) == []


BESIDE = "took 20 km (14.5 miles)"


def measured(value: float, at: int, words: str = BESIDE) -> Claim:
    amount = number(value, "km", Aggregation.STOCK, at=at)
    made = say("sohr", "ARE.frontline", count=amount, doc="one", on=DAY, quote=words)
    return replace(made, span=Span(0, len(words)), key="")


def test_a_conversion_that_does_not_hold_is_found() -> None:
    (finding,) = found(measured(20, at=5), measured(14.5, at=12))
    assert finding.aspect is Aspect.CONVERSION


@pytest.mark.parametrize(
    "words",
    ["took 20 km (14.5 of it)", "took 20 km, 14.5 miles", "a list of 20 (14.5 miles)"],
)
def test_figures_that_are_no_conversion_in_words_are_left_alone(words: str) -> None:
    first, second = words.index("20"), words.index("14.5")
    both = measured(20, at=first, words=words), measured(14.5, at=second, words=words)
    assert found(*both) == []


@pytest.mark.parametrize(
    ("value", "at"), [(19.3, 12), (14.5, 200), (2.0, 12)], ids=["holds", "far", "other"]
)
def test_measures_that_are_no_failed_conversion(value: float, at: int) -> None:
    assert found(measured(20, at=5), measured(value, at=at)) == []


def test_a_headline_that_its_body_gives_place_by_place_is_right() -> None:
    head = breaches(8, voice=Voice.HEADLINE)
    assert found(head, breaches(7, at="sy_a"), breaches(1, at="sy_b")) == []


def test_a_headline_without_bounds_is_held_against_nobody() -> None:
    vague = number(None, "violations", Aggregation.PER_PERIOD, Quantifier.SOME)
    head = say(
        "ru_crc",
        "INC.violation",
        count=vague,
        doc="bulletin",
        on=DAY,
        voice=Voice.HEADLINE,
    )
    assert found(head, breaches(7)) == []


def test_parts_that_are_not_told_apart_by_place_may_overlap() -> None:
    total = breaches(41)
    among = [breaches(n, part_of=total.key) for n in (34, 18)]
    assert found(total, *among) == []
    twice = [breaches(n, at="sy_a", part_of=total.key) for n in (34, 18)]
    assert found(total, *twice) == []


def test_the_first_of_a_list_is_no_total() -> None:
    first = breaches(5, at="sy_a")
    rest = [breaches(n, at=f"sy_{n}", part_of=first.key) for n in (4, 2)]
    assert found(first, *rest) == []


def test_a_headline_of_another_scale_or_a_length_is_of_something_else() -> None:
    assert found(breaches(174, voice=Voice.HEADLINE), breaches(8)) == []
    lengths = [number(n, "days", Aggregation.DURATION) for n in (30, 180)]
    head = say("un", "INS.term", count=lengths[0], doc="a", voice=Voice.HEADLINE)
    assert found(head, say("un", "INS.term", count=lengths[1], doc="a")) == []
