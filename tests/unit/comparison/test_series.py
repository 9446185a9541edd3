"""Running totals as series."""

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.facets import facet_of
from trucewatch.comparison.findings import Aspect, Finding, Relation, select
from trucewatch.comparison.series import tracks
from trucewatch.values.stances import Aggregation, Quantifier

TOTAL = Aggregation.CUMULATIVE_TOTAL


def total(speaker: str | None, value: int, on: str | None, **more: object) -> Claim:
    how = more.pop("quantifier", Quantifier.EXACT)
    unit = str(more.pop("unit", "settlements"))
    amount = number(value, unit, TOTAL, how)  # type: ignore[arg-type]
    return say(speaker, "REC.local_agreement", count=amount, on=on, **more)  # type: ignore[arg-type]


def found(*claims: Claim) -> tuple[Finding, ...]:
    return compare_claims(claims, AROUND)


def relations(*claims: Claim) -> set[tuple[Relation, Aspect]]:
    return {(f.relation, f.aspect) for f in found(*claims)}


def test_a_later_value_is_an_update_and_no_contradiction() -> None:
    claims = [total("ru_crc", 408, "2016-08-15"), total("ru_mod", 597, "2016-09-10")]
    (finding,) = found(*claims)
    assert (finding.relation, finding.aspect) == (Relation.UPDATES, Aspect.LATER_VALUE)
    assert finding.claims == tuple(c.key for c in claims)
    assert "from 408 on" in finding.why
    assert "to 597 on" in finding.why


def test_a_frozen_total_is_unchanged_and_not_a_duplicate() -> None:
    assert relations(
        total("ru_crc", 2518, "2018-08-30"), total("ru_crc", 2518, "2018-12-08")
    ) == {(Relation.UPDATES, Aspect.UNCHANGED)}


def test_one_total_in_two_papers_of_a_day_is_repeated() -> None:
    assert relations(
        total("ru_crc", 2518, "2018-08-30"), total("ru_crc", 2518, "2018-08-30")
    ) == {(Relation.REPEATS, Aspect.SAME)}


def test_a_total_that_falls_is_an_arithmetic_finding() -> None:
    claims = [total("ru_crc", 1283, "2017-05-30"), total("ru_crc", 1238, "2017-06-02")]
    (finding,) = found(*claims)
    assert (finding.relation, finding.aspect) == (Relation.ARITHMETIC, Aspect.FALL)
    assert "1,283" in finding.why


def test_at_least_does_not_fall() -> None:
    claims = [
        total("ru_crc", 1061, "2016-12-17"),
        total("ru_crc", 1057, "2016-12-18", quantifier=Quantifier.AT_LEAST),
    ]
    assert relations(*claims) == {(Relation.UPDATES, Aspect.LATER_VALUE)}


def test_a_much_smaller_total_belongs_to_another_counter() -> None:
    claims = [
        total("ru_crc", 135, "2017-03-12", doc="a"),
        total("ru_crc", 64, "2017-03-12", doc="a"),
        total("ru_crc", 143, "2017-04-30", doc="b"),
        total("ru_crc", 65, "2017-04-30", doc="b"),
    ]
    facets = [f for c in claims if (f := facet_of(c, AROUND))]
    values = [[f.low for f in track.facets] for track in tracks(facets)]
    assert sorted(values) == [[64, 65], [135, 143]]
    assert {f.relation for f in found(*claims)} == {Relation.UPDATES}


def test_named_counters_are_kept_apart_by_their_names() -> None:
    claims = [
        total("ru_crc", 100, "2017-03-12", counter="ru_crc.a"),
        total("ru_crc", 101, "2017-03-13", counter="ru_crc.b"),
    ]
    assert relations(*claims) == set()


def test_a_document_that_gives_last_and_this_week_has_one_series() -> None:
    claims = [
        total("ru_crc", 143, "2017-05-05", doc="a"),
        total("ru_crc", 148, "2017-05-06", doc="a"),
        total("ru_crc", 150, "2017-05-08", doc="b"),
    ]
    (finding,) = found(*claims)
    assert len(finding.claims) == 3


def daily(value: int, doc: str, on: str) -> Claim:
    amount = number(value, "settlements", Aggregation.PER_PERIOD)
    return say("ru_crc", "REC.local_agreement", count=amount, doc=doc, on=on)


def test_a_total_that_grows_faster_than_its_days_jumps() -> None:
    claims = [
        total("ru_crc", 1871, "2017-07-03", doc="a"),
        daily(7, "a", "2017-07-03"),
        total("ru_crc", 1996, "2017-07-06", doc="b"),
        daily(4, "b", "2017-07-06"),
    ]
    jumps = select(found(*claims), [Relation.ARITHMETIC])
    assert [f.aspect for f in jumps] == [Aspect.JUMP]


@pytest.mark.parametrize(
    "later",
    [
        total("ru_crc", 1890, "2017-07-06", doc="b"),
        total("ru_crc", 2100, "2017-08-06", doc="b"),
    ],
    ids=["slow growth", "long after"],
)
def test_growth_that_days_can_explain_is_no_jump(later: Claim) -> None:
    claims = [
        total("ru_crc", 1871, "2017-07-03", doc="a"),
        daily(7, "a", "2017-07-03"),
        later,
    ]
    assert select(found(*claims), [Relation.ARITHMETIC]) == ()


def test_totals_of_different_bodies_differ_by_their_counters() -> None:
    assert relations(
        total("ru_crc", 200, "2016-05-20"), total("sohr", 90, "2016-05-20")
    ) == {(Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER)}


def test_equal_totals_of_different_bodies_agree() -> None:
    assert relations(
        total("ru_crc", 200, "2016-05-20"), total("sohr", 200, "2016-05-20")
    ) == {(Relation.AGREES, Aspect.SAME)}


def test_tolls_of_different_years_are_compatible() -> None:
    claims = [
        say("un", count=number(250_000, "killed", TOTAL), on="2016-04-20"),
        say("sohr", count=number(340_000, "killed", TOTAL), on="2017-12-08"),
    ]
    assert relations(*claims) == set()


def test_a_total_without_a_source_repeats_the_one_it_equals() -> None:
    claims = [total("ru_crc", 642, "2016-09-20"), total(None, 642, "2016-09-20")]
    assert relations(*claims) == {(Relation.REPEATS, Aspect.SAME)}


def test_a_total_without_a_source_contradicts_no_counter() -> None:
    claims = [total("ru_crc", 642, "2016-09-20"), total(None, 600, "2016-09-20")]
    assert relations(*claims) == set()


def test_breaches_by_different_sides_are_different_series() -> None:
    def since(value: int, by: str, on: str) -> Claim:
        amount = number(value, "violations", Aggregation.SINCE_DATE)
        return say(
            "ru_crc", "INC.violation", count=amount, on=on, roles={"violator": by}
        )

    claims = [since(199, "rebels", "2016-09-17"), since(130, "sy_army", "2016-09-18")]
    assert relations(*claims) == set()


def test_an_undated_total_joins_no_series() -> None:
    assert (
        relations(total("ru_crc", 5, None), total("ru_crc", 6, "2016-09-18")) == set()
    )


def test_a_total_of_long_before_its_publication_is_history() -> None:
    old, new = total("ru_crc", 143, "2016-02-27"), total("ru_crc", 140, "2017-04-08")
    published = {old.document: "2017-05-06", new.document: "2017-04-08"}
    around = type(AROUND)(AROUND.theatre, published)
    assert compare_claims([old, new], around) == ()


def test_a_day_taken_for_a_total_does_not_make_the_total_jump() -> None:
    claims = [
        total("ru_crc", 2, "2016-09-14", doc="a"),
        daily(4, "a", "2016-09-14"),
        total("ru_crc", 627, "2016-09-17", doc="b"),
    ]
    assert select(found(*claims), [Relation.ARITHMETIC]) == ()
