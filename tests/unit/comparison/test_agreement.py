"""Numbers that answer one question on one day."""

import dataclasses

import pytest

from tests.support.statements import AROUND, number, say
from trucewatch.claims.claim import Claim
from trucewatch.comparison.comparing import compare_claims
from trucewatch.comparison.findings import Aspect, Finding, Relation, select
from trucewatch.values.stances import (
    Aggregation,
    Assertion,
    PlacePrecision,
    Quantifier,
    Voice,
)

DAY = "2016-05-20"
PERIOD = Aggregation.PER_PERIOD


def found(*claims: Claim) -> tuple[Finding, ...]:
    return compare_claims(claims, AROUND)


def relations(*claims: Claim) -> set[tuple[Relation, Aspect]]:
    return {(f.relation, f.aspect) for f in found(*claims)}


def deaths(speaker: str | None, killed: int, **more: object) -> Claim:
    fields: dict[str, object] = {"at": "sy_nawa", "on": DAY, **more}
    return say(speaker, killed=killed, **fields)  # type: ignore[arg-type]


def breaches(speaker: str | None, count: int, **more: object) -> Claim:
    amount = number(count, "violations", PERIOD)
    fields: dict[str, object] = {"on": DAY, **more}
    return say(speaker, "INC.violation", count=amount, **fields)  # type: ignore[arg-type]


CONTRADICTS = (Relation.CONTRADICTS, Aspect.NUMBER)


def test_two_tolls_of_one_event_contradict() -> None:
    one, other = deaths("sohr", 12), deaths("ru_crc", 30)
    (finding,) = found(one, other)
    assert (finding.relation, finding.aspect) == CONTRADICTS
    assert set(finding.claims) == {one.key, other.key}
    assert "12" in finding.why
    assert "30" in finding.why


def test_equal_tolls_of_independent_speakers_agree() -> None:
    assert relations(deaths("sohr", 12), deaths("ru_crc", 12)) == {
        (Relation.AGREES, Aspect.SAME)
    }


def test_one_spokesman_in_two_papers_repeats_himself() -> None:
    assert relations(deaths("ru_crc", 12), deaths("ru_crc", 12)) == {
        (Relation.REPEATS, Aspect.SAME)
    }


def test_tolls_of_different_days_are_different_events() -> None:
    assert relations(deaths("sohr", 12), deaths("ru_crc", 30, on="2016-05-21")) == set()


def test_tolls_of_a_whole_province_are_not_one_event() -> None:
    assert (
        relations(
            deaths("sohr", 12, at="sy_adm_daraa"),
            deaths("ru_crc", 30, at="sy_adm_daraa"),
        )
        == set()
    )


def test_a_named_actor_ties_two_tellings_in_a_province() -> None:
    by = {"roles": {"actor": "sy_army"}, "at": "sy_adm_daraa"}
    assert CONTRADICTS in relations(
        deaths("sohr", 12, **by), deaths("ru_crc", 30, **by)
    )


def test_tolls_of_different_actors_are_different_events() -> None:
    assert (
        relations(
            deaths("sohr", 12, roles={"actor": "sy_army"}),
            deaths("ru_crc", 30, roles={"actor": "isis"}),
        )
        == set()
    )


def test_part_of_the_victims_can_be_fewer_than_all() -> None:
    some = deaths("sohr", 3, roles={"victims": "civilians"})
    assert relations(some, deaths("ru_crc", 5)) == set()


def test_part_of_the_victims_cannot_be_more_than_all() -> None:
    some = deaths("sohr", 8, roles={"victims": "civilians"})
    assert CONTRADICTS in relations(some, deaths("ru_crc", 5))


def test_two_groups_of_victims_are_two_questions() -> None:
    one = deaths("sohr", 8, roles={"victims": "civilians"})
    assert relations(one, deaths("ru_crc", 5, roles={"victims": "fighters"})) == set()


def test_rival_counts_of_a_period_differ_by_their_counters() -> None:
    assert relations(breaches("ru_crc", 6), breaches("tr_jc", 13)) == {
        (Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER)
    }


def test_one_body_cannot_count_two_numbers_for_one_period() -> None:
    assert CONTRADICTS in relations(
        breaches("ru_crc", 6, at="sy_nawa"), breaches("ru_mod", 7, at="sy_nawa")
    )


def test_numbers_of_different_periods_differ_in_scope() -> None:
    week = breaches("ru_crc", 40, since="2016-05-14")
    assert relations(week, breaches("ru_mod", 6)) == {
        (Relation.DIFFERS_IN_SCOPE, Aspect.PERIOD)
    }


def test_period_tolls_of_a_province_may_rest_on_other_definitions() -> None:
    one = say("sohr", count=number(9, "killed", PERIOD), at="sy_adm_daraa", on=DAY)
    other = say("ru_crc", count=number(4, "killed", PERIOD), at="sy_adm_daraa", on=DAY)
    assert relations(one, other) == {(Relation.DIFFERS_IN_SCOPE, Aspect.DEFINITION)}


def test_period_tolls_of_a_town_contradict() -> None:
    one = say("sohr", count=number(9, "killed", PERIOD), at="sy_nawa", on=DAY)
    other = say("ru_crc", count=number(4, "killed", PERIOD), at="sy_nawa", on=DAY)
    assert CONTRADICTS in relations(one, other)


def test_a_document_may_list_several_figures_of_one_sort() -> None:
    listed = [deaths("sohr", n, doc="list") for n in (4, 9)]
    assert all(f.relation is not Relation.CONTRADICTS for f in found(*listed))


def test_a_figure_that_fits_one_of_a_list_does_not_clash_with_the_rest() -> None:
    listed = [deaths("sohr", n, doc="list") for n in (4, 9)]
    assert CONTRADICTS not in relations(*listed, deaths("ru_crc", 9))


def test_different_speakers_in_one_document_can_contradict_each_other() -> None:
    assert CONTRADICTS in relations(
        deaths("sohr", 12, doc="one", on=None), deaths("ru_crc", 30, doc="one", on=None)
    )


def test_undated_events_of_two_documents_are_not_compared() -> None:
    assert (
        relations(deaths("sohr", 12, on=None), deaths("ru_crc", 30, on=None)) == set()
    )


def test_a_part_is_not_compared_with_its_total() -> None:
    whole = deaths("sohr", 12, doc="one")
    part = deaths("ru_crc", 5, doc="two", part_of=whole.key)
    assert relations(whole, part) == set()


def test_a_plan_is_not_compared_with_what_happened() -> None:
    planned = deaths("sohr", 12, assertion=Assertion.PLANNED)
    assert relations(planned, deaths("ru_crc", 30)) == set()


@pytest.mark.parametrize(
    "voice", [Voice.CAPTION, Voice.LINKED_HEADLINE, Voice.EMBEDDED]
)
def test_page_furniture_contradicts_nobody(voice: Voice) -> None:
    assert relations(deaths("sohr", 12, voice=voice), deaths("ru_crc", 30)) == set()


def stock(speaker: str | None, value: float, on: str, **more: object) -> Claim:
    amount = number(value, "persons", Aggregation.STOCK, **more)  # type: ignore[arg-type]
    return say(speaker, "HUM.access_constraint", count=amount, at="sy_nawa", on=on)


def test_levels_stated_days_apart_contradict() -> None:
    about = stock(None, 300_000, "2016-09-17", quantifier=Quantifier.ABOUT)
    assert CONTRADICTS in relations(about, stock(None, 275_000, "2016-09-19"))


def test_levels_stated_weeks_apart_may_both_be_right() -> None:
    assert (
        relations(stock("sohr", 300_000, "2016-09-01"), stock("ru_crc", 200_000, DAY))
        == set()
    )


def test_a_bare_number_of_a_counter_may_be_of_any_period() -> None:
    bare = Aggregation.PERIOD_UNSTATED
    one = say("ru_crc", "HUM.delivery", count=number(69, "actions", bare), on=DAY)
    other = say("ru_mod", "HUM.delivery", count=number(12, "actions", bare), on=DAY)
    assert relations(one, other) == {(Relation.DIFFERS_IN_SCOPE, Aspect.PERIOD)}


def test_a_bare_number_of_casualties_is_of_the_event() -> None:
    bare = Aggregation.PERIOD_UNSTATED
    one = say("sohr", count=number(9, "killed", bare), at="sy_nawa", on=DAY)
    assert CONTRADICTS in relations(one, deaths("ru_crc", 3))


def test_a_bare_strength_is_a_level() -> None:
    bare = Aggregation.PERIOD_UNSTATED
    force = {"force": "sy_army"}

    def strength(speaker: str, value: int, on: str) -> Claim:
        amount = number(value, "fighters", bare)
        return say(speaker, "FRC.strength", count=amount, on=on, roles=force)

    assert CONTRADICTS in relations(
        strength("sohr", 6000, DAY), strength("ru_crc", 900, "2016-05-21")
    )


def corridors(speaker: str, value: int, doc: str, at: str = "sy_nawa") -> Claim:
    amount = number(value, "corridors", Aggregation.STOCK)
    return say(speaker, "HUM.corridor", count=amount, doc=doc, at=at, on=DAY)


def test_four_agrees_with_three_and_a_fourth() -> None:
    four = corridors("ru_mod", 4, "a")
    parts = [corridors("ru_mod", 3, "b"), corridors("ru_mod", 1, "b", at="sy_road")]
    assert CONTRADICTS not in relations(four, *parts)
    assert CONTRADICTS in relations(four, parts[0])


def test_lengths_of_one_instrument_are_compared_in_one_unit() -> None:
    def length(speaker: str, value: int, unit: str) -> Claim:
        amount = number(value, unit, Aggregation.DURATION)
        return say(
            speaker,
            "INS.term",
            count=amount,
            instrument="truce",
            variant="duration",
            since=DAY,
        )

    assert relations(length("ru_mod", 72, "hours"), length("sohr", 3, "days")) == {
        (Relation.AGREES, Aspect.SAME)
    }
    assert CONTRADICTS in relations(
        length("ru_mod", 72, "hours"), length("sohr", 7, "days")
    )


def test_a_length_without_an_instrument_answers_no_shared_question() -> None:
    amounts = [number(n, "hours", Aggregation.DURATION) for n in (72, 48)]
    assert relations(*(say("sohr", "INS.term", count=a) for a in amounts)) == set()


def test_one_claim_of_each_answer_and_document_stands_in_a_contradiction() -> None:
    claims = [deaths("sohr", 12), deaths("sohr", 12), deaths("ru_crc", 30)]
    (finding,) = select(found(*claims), [Relation.CONTRADICTS])
    assert set(finding.claims) == {c.key for c in claims}


def test_copies_of_one_story_are_one_root() -> None:
    one, copy = deaths(None, 12, doc="a"), deaths(None, 12, doc="b")
    around = type(AROUND)(AROUND.theatre, {}, {"a": "a", "b": "a"})
    (finding,) = compare_claims([one, copy], around)
    assert finding.relation is Relation.REPEATS


def test_unresolved_places_meet_by_their_words() -> None:
    far = PlacePrecision.UNRESOLVED
    assert CONTRADICTS in relations(
        deaths("sohr", 12, at="x", precision=far),
        deaths("ru_crc", 30, at="x", precision=far),
    )


def test_two_counters_of_one_body_differ_in_scope() -> None:
    one = breaches("ru_crc", 6, counter="ru_crc.violations")
    assert relations(one, breaches("ru_mod", 7, counter="ru_jc.violations")) == {
        (Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER)
    }


def test_copies_of_a_bulletin_are_compared_though_dated_a_day_apart() -> None:
    claims = [
        breaches("tr_jc", 1, at="sy_nawa", doc="a"),
        breaches("tr_jc", 2, at="sy_nawa", doc="b", on="2016-05-21"),
    ]
    around = type(AROUND)(AROUND.theatre, {}, {"a": "a", "b": "a"})
    assert [f.relation for f in compare_claims(claims, around)] == [
        Relation.CONTRADICTS
    ]
    assert relations(*claims) == set()


def test_counted_violations_are_of_a_period_whatever_the_text_says() -> None:
    amount = [number(n, "violations", Aggregation.PER_EVENT) for n in (3, 1)]
    one = say("ru_crc", "INC.violation", count=amount[0], at="sy_nawa", on=DAY)
    other = say("tr_jc", "INC.violation", count=amount[1], at="sy_nawa", on=DAY)
    assert relations(one, other) == {(Relation.DIFFERS_IN_SCOPE, Aspect.COUNTER)}


def test_numbers_of_another_scale_are_of_something_else() -> None:
    assert relations(deaths("sohr", 5), deaths("ru_crc", 600)) == set()
    nobody = deaths("sohr", 0, quote="nobody was killed")
    assert CONTRADICTS in relations(nobody, deaths("ru_crc", 71))


def test_a_zero_of_some_leaves_the_others_open() -> None:
    none_of_ours = deaths("sohr", 0, quote="no soldier of ours was killed")
    assert relations(none_of_ours, deaths("ru_crc", 71)) == set()


def test_another_event_is_not_the_one_told_before() -> None:
    other = deaths("ru_crc", 71, quote="another attack killed 71")
    assert relations(deaths("sohr", 12), other) == set()


def test_a_period_without_a_start_is_compared_with_days_only() -> None:
    def until(count: int, **more: object) -> Claim:
        claim = breaches("ru_mod", count, at="sy_nawa", **more)
        time = dataclasses.replace(claim.time, start=None)
        return dataclasses.replace(claim, time=time, key="")

    day = breaches("ru_crc", 6, at="sy_nawa", since="2016-05-19")
    week = breaches("ru_crc", 6, at="sy_nawa", since="2016-05-13")
    assert CONTRADICTS in relations(day, until(9))
    assert relations(week, until(9)) == {(Relation.DIFFERS_IN_SCOPE, Aspect.PERIOD)}


def test_figures_of_one_operation_are_tied_by_day_and_unit() -> None:
    def fired(speaker: str, value: int) -> Claim:
        return say(speaker, "FRC.output_stat", count=number(value, "missiles"), on=DAY)

    assert CONTRADICTS in relations(fired("ru_mod", 103), fired("us_dod", 105))


def test_period_tolls_that_one_text_sets_beside_each_other_contradict() -> None:
    tolls = [
        say(s, count=number(n, "killed", PERIOD), at="sy_adm_daraa", on=DAY, doc="one")
        for s, n in (("sohr", 9), ("ru_crc", 4))
    ]
    assert CONTRADICTS in relations(*tolls)
