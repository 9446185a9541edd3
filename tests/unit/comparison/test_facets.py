"""A claim flattened into what comparing needs."""

import dataclasses

from tests.support.statements import AROUND, number, say
from trucewatch.comparison.facets import Count, Facet, Mode, facet_of
from trucewatch.comparison.surroundings import NothingKnown, Surroundings
from trucewatch.values.stances import Aggregation, Assertion, PlaceRole, Voice


def facet(*args: object, **fields: object) -> Facet:
    found = facet_of(say(*args, **fields), AROUND)  # type: ignore[arg-type]
    assert found is not None
    return found


def test_a_town_stands_for_itself_and_not_for_its_province() -> None:
    found = facet("sohr", at=("sy_nawa", "sy_adm_daraa"))
    assert found.areas == {"sy_nawa"}
    assert found.wider == {"sy_adm_daraa", "sy"}
    assert not found.coarse


def test_a_province_and_no_place_at_all_are_coarse() -> None:
    assert facet("sohr", at="sy_adm_daraa").coarse
    assert facet("sohr").coarse
    assert facet("sohr").area == "*"


def test_a_speaker_stands_on_the_side_of_the_actor_it_speaks_for() -> None:
    assert facet("ru_crc").side == facet("ru_mod").side == "ru"
    assert facet("sohr").side == "sohr"


def test_an_organ_stands_on_the_side_of_its_state() -> None:
    assert AROUND.side("sy_army") == "sy"


def test_the_publisher_speaks_for_itself_alone() -> None:
    found = facet(None, doc="d_1")
    assert found.own_voice
    assert found.side == "paper of d_1"


def test_where_something_comes_from_is_not_where_it_is() -> None:
    claim = say("sohr", at=("sy_nawa", "sy_adm_daraa"))
    start = dataclasses.replace(claim.places[0], role=PlaceRole.FROM)
    moved = dataclasses.replace(claim, places=(start, claim.places[1]), key="")
    found = facet_of(moved, AROUND)
    assert found is not None
    assert found.areas == {"sy_adm_daraa"}


def test_plans_and_demands_are_other_modes_than_facts() -> None:
    assert facet("sohr", assertion=Assertion.PLANNED).mode is Mode.INTENDED
    assert facet("sohr", assertion=Assertion.DEMANDED).mode is Mode.ASKED
    assert facet("sohr", assertion=Assertion.ALLEGED).mode is Mode.ACTUAL


def test_an_undated_claim_is_stated_for_the_day_of_its_document() -> None:
    around = Surroundings(NothingKnown(), {"d_1": "2016-05-21"})
    found = facet_of(say("sohr", doc="d_1"), around)
    assert found is not None
    assert found.end is None
    assert found.day == found.said


def test_a_time_that_is_no_date_is_unknown() -> None:
    assert facet("sohr", on="2016-W21").end is None


def test_units_of_one_family_are_measured_in_one() -> None:
    found = facet("sohr", count=number(3, "days", Aggregation.DURATION))
    assert (found.unit, found.low, found.count) == ("hours", 72, Count.LENGTH)


def test_what_is_no_body_text_has_no_facet() -> None:
    assert facet_of(say("sohr", voice=Voice.CAPTION), AROUND) is None
    assert facet("sohr", voice=Voice.HEADLINE).headline


def test_who_acts_and_upon_whom_are_kept_apart() -> None:
    found = facet("sohr", roles={"violator": "a", "target": "b", "instrument": "c"})
    assert found.doers == frozenset("a")
    assert found.objects == frozenset("b")


def test_an_actor_that_is_part_of_itself_ends_the_search() -> None:
    theatre = AROUND.theatre
    assert Surroundings(theatre).side("nobody") == "nobody"


def test_in_the_country_of_the_conflict_is_everywhere() -> None:
    assert facet("sohr", at="sy").area == "*"


def test_a_capital_abroad_is_where_somebody_speaks() -> None:
    assert facet("sohr", at=("lb_tyre", "sy_nawa")).areas == {"sy_nawa"}
    assert facet("sohr", "TLK.meeting", at="lb_tyre").areas == {"lb_tyre"}


def test_the_only_people_in_a_nameless_speakers_title_is_his_side() -> None:
    assert facet("the Turkish experts").side == "tr"
    assert facet("Russian and Turkish officers").side == "Russian and Turkish officers"
