from pathlib import Path

import pytest

from trucewatch.reference.places import PlaceContext, Places
from trucewatch.reference.theatre import load_theatre
from trucewatch.values.stances import PlacePrecision


@pytest.fixture(scope="module")
def syria() -> Places:
    return Places(load_theatre("syria_2016"))


@pytest.fixture(scope="module")
def donbas() -> Places:
    return Places(load_theatre("donbas_2014"))


def chosen(places: Places, name: str, **context: object) -> str | None:
    found = places.resolve(name, context=PlaceContext(**context)).chosen  # type: ignore[arg-type]
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Aleppo", "sy_aleppo"),
        ("Deir Ezzor", "sy_deir_ez_zor"),
        ("Khmeymim", "sy_khmeimim_air_base"),
        ("Western Guta", "sy_western_ghouta"),
        ("T4", "sy_tiyas_air_base"),
        ("M5 highway", "sy_m5_highway"),
        ("the town of Nubl", "sy_nubl"),
        ("Geneva", "ch_geneva"),
        ("Jordan", "jo"),
    ],
)
def test_names_resolve_by_any_of_their_spellings(
    syria: Places, name: str, key: str
) -> None:
    assert chosen(syria, name) == key


@pytest.mark.parametrize(
    ("name", "precision"),
    [
        ("Aleppo", PlacePrecision.SETTLEMENT),
        ("Homs province", PlacePrecision.GOVERNORATE),
        ("Eastern Ghouta", PlacePrecision.AREA),
        ("Khmeimim airbase", PlacePrecision.POINT),
        ("Euphrates", PlacePrecision.AREA),
        ("Turkey", PlacePrecision.COUNTRY),
        ("12 km south of Homs", PlacePrecision.NEAR),
        ("Nowhereburgh", PlacePrecision.UNRESOLVED),
    ],
)
def test_the_precision_is_that_of_the_kind_of_place(
    syria: Places, name: str, precision: PlacePrecision
) -> None:
    assert syria.resolve(name).precision is precision


def test_a_word_beside_it_tells_a_province_from_its_city(syria: Places) -> None:
    assert chosen(syria, "Idlib") == "sy_idlib"
    assert chosen(syria, "Idlib governorate") == "sy_adm1_idlib"
    assert chosen(syria, "province of Idlib") == "sy_adm1_idlib"


def test_a_list_of_provinces_is_read_as_provinces(syria: Places) -> None:
    assert chosen(syria, "Idlib", prefer="admin1") == "sy_adm1_idlib"


def test_a_preference_for_what_is_not_there_changes_nothing(syria: Places) -> None:
    assert chosen(syria, "Nubl", prefer="admin1") == "sy_nubl"


def test_a_spelling_no_list_has_is_found_by_its_sound(syria: Places) -> None:
    found = syria.resolve("Jarabolos").chosen
    assert found is not None
    assert (found.id, found.reason) == ("sy_jarabulus", "transliteration")


@pytest.mark.parametrize("name", ["Kodna", "Iblin"])
def test_a_village_does_not_sound_like_a_capital_abroad(
    syria: Places, name: str
) -> None:
    assert chosen(syria, name) is None


def test_a_sound_alone_is_not_enough(syria: Places) -> None:
    assert chosen(syria, "Daraa with") is None


def test_namesakes_stay_ambiguous_with_every_candidate(donbas: Places) -> None:
    found = donbas.resolve("Myrne")
    assert found.chosen is None
    assert len(found.candidates) == 9
    assert found.reason == "9 places are called 'Myrne'"


def test_namesakes_of_the_own_table_are_ambiguous_too(donbas: Places) -> None:
    found = donbas.resolve("Vodiane")
    assert found.chosen is None
    assert {c.id for c in found.candidates} == {
        "ua_vodiane_donetsk",
        "ua_vodiane_mariupol",
    }


def test_the_theatres_own_table_outranks_namesakes(donbas: Places) -> None:
    assert chosen(donbas, "Petrivske") == "ua_petrivske"


def test_the_country_of_the_document_comes_before_others() -> None:
    places = Places(load_theatre("world", ("LY", "LB")))
    tripoli = places.resolve("Tripoli", context=PlaceContext(countries=("LB",)))
    assert tripoli.chosen is not None
    assert tripoli.chosen.country == "LB"
    assert chosen(places, "Tripoli") == "ly_tripoli"


def test_an_answer_is_remembered(syria: Places) -> None:
    assert syria.resolve("Aleppo") is syria.resolve("Aleppo")


def test_a_register_row_says_that_it_has_no_point(donbas: Places) -> None:
    found = donbas.resolve("Vodianolypove")
    assert found.chosen is not None
    assert found.chosen.lat is None
    assert "without a point" in found.reason


def test_two_records_of_one_place_are_one(pack: Path) -> None:
    with (pack / "places.tsv").open("a") as table:
        table.write(
            "sy_reedham_mill\tReedham\tfeature\t35.51\t36.5\t2\tSY\t\t\tnote\t\n"
        )
    assert chosen(Places(load_theatre(pack)), "Reedham") == "sy_reedham"


def test_the_nearest_of_namesakes_is_taken_beside_a_known_place(pack: Path) -> None:
    with (pack / "places.tsv").open("a") as table:
        table.write(
            "sy_reedham_two\tReedham\tsettlement\t33.0\t36.5\t2\tSY\t\t\tnote\t\n"
        )
    places = Places(load_theatre(pack))
    assert chosen(places, "Reedham") is None
    assert chosen(places, "Reedham", near=("sy_idlib",)) == "sy_reedham"
    assert (
        chosen(places, "Reedham", admin1=frozenset({"sy_adm1_idlib"})) == "sy_reedham"
    )
