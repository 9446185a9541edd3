import datetime as dt
from pathlib import Path

import pytest

from trucewatch.errors import ReferenceDataError, UnknownTheatreError
from trucewatch.reference.entries import EntryKind
from trucewatch.reference.folding import fold
from trucewatch.reference.theatre import (
    Theatre,
    gazetteer_countries,
    load_theatre,
    theatre_names,
    titles,
)


@pytest.fixture
def small(pack: Path) -> Theatre:
    return load_theatre(pack)


def kinds(theatre: Theatre, name: str) -> set[tuple[str, str]]:
    return {(e.kind.value, e.id) for e in theatre.entries(fold(name))}


def test_the_shipped_packs_are_named() -> None:
    assert set(theatre_names()) == {"donbas_2014", "syria_2016", "world", "yemen_2018"}


def test_every_shipped_pack_has_a_title() -> None:
    assert set(titles()) == set(theatre_names())
    assert titles()["syria_2016"].startswith("Syria")


def test_an_unknown_theatre_suggests_near_ones() -> None:
    with pytest.raises(UnknownTheatreError, match="syria_2016"):
        load_theatre("syria_2015")


def test_a_pack_by_path_has_its_rows_in_its_tables(small: Theatre) -> None:
    assert (small.name, small.title) == ("small", "A small war")
    assert small.first_day == dt.date(2016, 1, 1)
    assert small.last_day == dt.date(2016, 12, 31)
    assert small.instruments.get("blue_truce") is not None
    assert small.counters.get("blue_front.shots") is not None
    assert [d.actor for d in small.designations] == ["blue_front"]


def test_a_table_looks_up_counts_and_iterates_over_its_things(small: Theatre) -> None:
    assert small.instruments.get(None) is None
    assert "blue_front" in small.actors
    assert len(list(small.counters)) == len(small.counters) == 1


def test_one_name_may_stand_for_several_things(small: Theatre) -> None:
    assert kinds(small, "the Blue Front") >= {
        ("actor", "blue_front"),
        ("speaker", "blue_front"),
    }


def test_a_person_has_the_key_of_the_organisation_and_the_days_in_office(
    small: Theatre,
) -> None:
    (entry,) = small.entries(fold("Ada Blue"))
    assert (entry.id, entry.label, entry.sort) == ("blue_front", "Ada Blue", "person")
    assert entry.valid == (dt.date(2016, 3, 1), None)


def test_a_body_under_another_is_cited_as_that_one(small: Theatre) -> None:
    (entry,) = small.entries(fold("Blue Mission"))
    assert (entry.id, entry.label, entry.sort) == ("un", "Blue Mission", "office")


def test_a_former_name_carries_its_days(small: Theatre) -> None:
    (entry,) = small.entries(fold("Azure League"))
    assert not entry.holds(dt.date(2016, 6, 1))


def test_an_imprint_is_no_name_in_a_text(small: Theatre) -> None:
    assert small.entries(fold("The Blue Sheet")) == ()


def test_an_own_row_gives_a_gazetteer_place_another_name(small: Theatre) -> None:
    aleppo = small.places.get("sy_aleppo")
    assert aleppo is not None
    assert aleppo.lat == pytest.approx(36.2, abs=0.01)
    assert aleppo.source == "geonames"
    assert ("place", "sy_aleppo") in kinds(small, "Greycity")


def test_what_the_world_knows_every_theatre_knows(small: Theatre) -> None:
    assert ("speaker", "un") in kinds(small, "UN envoy")
    assert ("demonym", "fr") in kinds(small, "French")
    assert ("speaker", "pk_mod") in kinds(small, "Pakistan's defence ministry")


def test_a_capital_is_a_place_and_a_metonym() -> None:
    theatre = load_theatre("syria_2016")
    sorts = {(e.kind, e.sort) for e in theatre.entries(fold("Moscow"))}
    assert sorts == {(EntryKind.PLACE, "settlement"), (EntryKind.SPEAKER, "metonym")}


def test_longest_leaves_room_for_the_words_of_every_name(small: Theatre) -> None:
    assert small.longest("blue") >= 2
    assert small.longest(fold("US")) >= 2
    assert small.longest("al") >= 5
    assert small.longest("qwertyuiop") == 0


def test_a_division_is_found_by_its_name_and_kind(small: Theatre) -> None:
    assert kinds(small, "Idlib governorate") == {("place", "sy_adm1_idlib")}


def test_a_compass_word_is_no_place_but_with_its_kind_it_is() -> None:
    theatre = load_theatre("world", ("LB",))
    assert theatre.entries("north") == ()
    assert ("place", "lb_adm1_north") in kinds(theatre, "North governorate")


def test_further_countries_bring_their_gazetteers() -> None:
    assert load_theatre("world").entries(fold("Benghazi")) == ()
    assert ("place", "ly_benghazi") in kinds(load_theatre("world", ("LY",)), "Benghazi")


def test_outside_its_core_a_theatre_loads_only_towns() -> None:
    places = load_theatre("donbas_2014").places
    villages = [
        p
        for p in places
        if p.country == "UA"
        and p.kind == "settlement"
        and p.source == "geonames"
        and p.radius_km < 6
    ]
    inside = {"ua_adm1_donetsk", "ua_adm1_luhansk"}
    assert {p.admin1 for p in villages} == inside


def test_the_countries_with_a_gazetteer_are_told() -> None:
    assert {"SY", "UA", "YE", "SD"} <= set(gazetteer_countries())


def test_a_wrong_file_is_told_with_its_line(pack: Path) -> None:
    (pack / "actors.yaml").write_text("- id: a\n  label: A\n")
    with pytest.raises(ReferenceDataError, match=r"actors\.yaml:1: sort is missing"):
        load_theatre(pack)


def test_its_name_and_size_are_shown(small: Theatre) -> None:
    assert "'small'" in repr(small)
